import { beginOf, moveTo, secondsOf } from '../timeline.ts'
import type { Beat, Intensity, Made, Manifest, Moment, SceneSound, Script } from '../types.ts'
import { peakOf, rmsOf, type Samples } from './shape.ts'

/** How often a gain is read, seconds; between two readings it goes straight. */
const READ_EVERY = 0.05
/** Quieter than this is as good as silence: what rises to it surprises nobody. dB of full scale, over 100 ms. */
const SILENCE_DB = -46
const WINDOW = 0.1

export type Passage = {
  /** seconds of the scene [from, to) */
  from: number
  to: number
  /** all choices; each counts from the end of its beat on */
  made: Made
  intensity: Intensity
}

export type Mixer = {
  /** everything together, mono, without the way it comes from */
  render: (passage: Passage) => Samples
  /** the gains of all layers through a passage: the same numbers are the same sound */
  gains: (passage: Passage) => number[][]
}

type Source = { manifest: Manifest; script: Script; sound: SceneSound; rate?: number }

/** Mixes a scene's sound without any device, as tests need it: layers × their gains, and what happens once. Pure. */
export function createMixer({ manifest, script, sound, rate = 16_000 }: Source): Mixer {
  const { beats } = manifest
  const loops = sound.layers.map((layer) => layer.make(rate))
  const hits = sound.hits.map((hit) => ({
    at: Math.round((beginOf(beats, hit.beat) + hit.at) * rate),
    gain: hit.gain,
    samples: hit.make(rate),
  }))
  // a choice counts from the end of its beat on
  const taken = beats.map((_, index) => {
    const ids = beats.slice(0, index).flatMap((beat) => script.beats[beat.id]?.choice?.id ?? [])
    return (made: Made): Made => Object.fromEntries(Object.entries(made).filter(([id]) => ids.includes(id)))
  })

  function gains({ from, to, made, intensity }: Passage): number[][] {
    const [first] = beats
    if (!first) throw new Error('a scene without beats')
    const moment: Moment = { t: 0, beat: first, into: 0, made, intensity, still: false }
    const readings = Math.ceil((to - from) / READ_EVERY) + 1
    const all = sound.layers.map(() => new Array<number>(readings))
    let beat: Beat | undefined
    for (let n = 0; n < readings; n++) {
      moveTo(moment, beats, Math.min(from + n * READ_EVERY, secondsOf(beats)))
      if (moment.beat !== beat) {
        beat = moment.beat
        moment.made = taken[beats.indexOf(beat)]?.(made) ?? {}
      }
      for (const [index, layer] of sound.layers.entries()) {
        const row = all[index]
        if (row) row[n] = layer.gain(moment)
      }
    }
    return all
  }

  function render(passage: Passage): Samples {
    const begin = Math.round(passage.from * rate)
    const mix = new Float32Array(Math.round(passage.to * rate) - begin)
    const each = READ_EVERY * rate
    for (const [index, row] of gains(passage).entries()) {
      const loop = loops[index]
      if (!loop || row.every((gain) => gain === 0)) continue
      for (let i = 0; i < mix.length; i++) {
        const reading = Math.floor(i / each)
        const then = row[reading] ?? 0
        const gain = then + ((row[reading + 1] ?? then) - then) * (i / each - reading)
        mix[i] = (mix[i] ?? 0) + gain * (loop[(begin + i) % loop.length] ?? 0)
      }
    }
    for (const { at, gain, samples } of hits)
      for (let i = Math.max(0, begin - at); i < samples.length && at + i < begin + mix.length; i++) {
        const place = at + i - begin
        mix[place] = (mix[place] ?? 0) + gain * (samples[i] ?? 0)
      }
    return mix
  }

  return { render, gains }
}

const dB = (amplitude: number) => 20 * Math.log10(Math.max(amplitude, 1e-9))

/** The loudest sample, in dB of full scale, and the second it is at. */
export function loudest(samples: Samples, rate: number): { dB: number; at: number } {
  const peak = peakOf(samples)
  return { dB: dB(peak), at: samples.findIndex((sample) => Math.abs(sample) === peak) / rate }
}

/** The sharpest rise from one 100 ms to the next, in dB, and the second it is at. Silence counts as {@link SILENCE_DB}. */
export function sharpestRise(samples: Samples, rate: number): { dB: number; at: number } {
  const half = Math.round((WINDOW * rate) / 2)
  const halves = Array.from(
    { length: Math.floor(samples.length / half) },
    (_, n) => rmsOf(samples, n * half, (n + 1) * half) ** 2,
  )
  const level = (n: number) => dB(Math.sqrt(((halves[n] ?? 0) + (halves[n + 1] ?? 0)) / 2))
  let sharpest = { dB: 0, at: 0 }
  for (let n = 0; n + 4 <= halves.length; n++) {
    const rise = level(n + 2) - Math.max(level(n), SILENCE_DB)
    if (rise > sharpest.dB) sharpest = { dB: rise, at: ((n + 2) * half) / rate }
  }
  return sharpest
}
