import { describe, expect, it } from 'vitest'
import { captionedAt, during, ease, inBeats } from '../../../scenes/kit/sound/gains.ts'
import { musicNextRoom } from '../../../scenes/kit/sound/music.ts'
import { choirHum, footsteps, laughter, murmur } from '../../../scenes/kit/sound/people.ts'
import {
  birds,
  breeze,
  fire,
  fluorescentHum,
  fridgeHum,
  rain,
  roomTone,
  water,
} from '../../../scenes/kit/sound/places.ts'
import { createMixer, loudest, sharpestRise } from '../../../scenes/kit/sound/render.ts'
import { peakOf, rmsOf, type Sound } from '../../../scenes/kit/sound/shape.ts'
import {
  clock,
  cutlery,
  door,
  kettle,
  match,
  mill,
  paper,
  pencil,
  phoneVibration,
  scannerBeep,
  scannerBeeps,
  stone,
  taps,
  trolley,
} from '../../../scenes/kit/sound/things.ts'
import { moveTo } from '../../../scenes/kit/timeline.ts'
import type { Layer, Moment } from '../../../scenes/kit/types.ts'
import { manifest, script } from './tiny.ts'

const RATE = 16_000

const LOOPS: Record<string, (seed?: number) => Sound> = {
  roomTone,
  fridgeHum,
  fluorescentHum,
  rain,
  water,
  breeze,
  fire,
  birds,
  murmur,
  laughter,
  choirHum,
  footsteps,
  cutlery,
  clock,
  pencil,
  mill,
  trolley,
  scannerBeeps,
  music: () => musicNextRoom(),
}
const ONCE: Record<string, () => Sound> = {
  kettle,
  door,
  phoneVibration,
  paper,
  scannerBeep,
  stone,
  taps,
  match,
}

describe.each(Object.entries(LOOPS))('%s, which goes on', (name, make) => {
  const loop = make(5)(RATE)

  it('is the same each time, and other with another seed', () => {
    expect(make(5)(RATE)).toEqual(loop)
    if (name !== 'music') expect(make(6)(RATE)).not.toEqual(loop)
  })

  it('has no seam', () => {
    let step = 0
    for (let i = 1; i < loop.length; i++) step = Math.max(step, Math.abs((loop[i] ?? 0) - (loop[i - 1] ?? 0)))
    expect(Math.abs((loop[0] ?? 0) - (loop.at(-1) ?? 0))).toBeLessThanOrEqual(step)
    // turned by half, the seam is in the middle: there it is no louder and no quieter than elsewhere
    const half = loop.length >> 1
    const turned = Float32Array.from({ length: loop.length }, (_, i) => loop[(i + half) % loop.length] ?? 0)
    expect(sharpestRise(turned, RATE).dB).toBeLessThan(sharpestRise(loop, RATE).dB + 6)
  })

  it('is about as loud as the others and has nothing but numbers in it', () => {
    expect(loop.every(Number.isFinite)).toBe(true)
    expect(peakOf(loop)).toBeLessThanOrEqual(0.2501)
    expect(rmsOf(loop)).toBeLessThanOrEqual(0.0501)
    // one of the two limits is reached
    expect(Math.max(rmsOf(loop) / 0.05, peakOf(loop) / 0.25)).toBeCloseTo(1, 3)
    expect(loop.length / RATE).toBeGreaterThanOrEqual(4)
  })

  it('lasts as long at another rate', () => {
    expect(make(5)(48_000).length / 48_000).toBeCloseTo(loop.length / RATE, 2)
  })
})

describe.each(Object.entries(ONCE))('%s, which happens once', (_, make) => {
  const sound = make()(RATE)

  it('is the same each time', () => {
    expect(make()(RATE)).toEqual(sound)
  })

  it('begins and ends in silence, and is never sharp', () => {
    expect(sound.every(Number.isFinite)).toBe(true)
    expect(Math.abs(sound[0] ?? 1)).toBeLessThan(0.02)
    expect(Math.abs(sound.at(-1) ?? 1)).toBeLessThan(0.005)
    expect(peakOf(sound)).toBeLessThanOrEqual(0.2501)
    expect(peakOf(sound)).toBeGreaterThan(0.05)
  })
})

const momentAt = (t: number, made = {}): Moment => {
  const moment: Moment = {
    t: 0,
    beat: manifest.beats[0] as Moment['beat'],
    into: 0,
    made,
    intensity: 1,
    still: false,
  }
  moveTo(moment, manifest.beats, t)
  return moment
}

describe('gains', () => {
  it('go from beat to beat without a jump', () => {
    const gain = inBeats(manifest.beats, { table: 0.4, noise: ({ intensity }) => 0.2 * intensity }, 4)
    const at = (t: number) => gain(momentAt(t))
    expect([at(0), at(29.9), at(34), at(69.9), at(74), at(104)]).toEqual([0, 0, 0.4, 0.4, 0.2, 0])
    expect(at(32)).toBeCloseTo(0.2)
    for (let t = 0; t < 250; t += 0.1) expect(Math.abs(at(t + 0.1) - at(t))).toBeLessThan(0.02)
  })

  it('may be for a stretch of one beat', () => {
    const at = (t: number) => during(momentAt(t), 'table', 10, 14, 1)
    expect([at(39), at(40), at(41), at(43), at(44), at(60)]).toEqual([0, 0, 1, 1, 0, 0])
    expect(at(40.5)).toBeCloseTo(ease(0, 1, 0.5))
  })

  it('may begin with the caption of their sound', () => {
    expect(captionedAt(script, 'door', '[a door]')).toBe(0.4)
    expect(captionedAt(script, 'noise-again', 'Better?', { light: 'on' })).toBeCloseTo(2.4)
    for (const [beat, text, says] of [
      ['noise-again', 'Better?', '“Better?” does not begin at one time for every way of choosing {} in'],
      ['door', '[a bell]', 'no caption “[a bell]” for {} in “door”; its captions: “[a door]”'],
      ['dor', '[a door]', 'no caption “[a door]” for {} in “dor”; its captions: there is no such beat'],
    ] as const)
      expect(() => captionedAt(script, beat, text)).toThrow(says)
  })
})

describe('the mixer', () => {
  const steady =
    (level: number): Sound =>
    (rate) =>
      new Float32Array(rate).fill(level)
  const layer = (gain: Layer['gain']): Layer => ({ id: 'steady', make: steady(0.5), gain })
  const mix = (layers: Layer[], hits: { at: number; gain: number }[] = []) =>
    createMixer({
      manifest,
      script,
      rate: 1000,
      sound: {
        layers,
        hits: hits.map((hit, n) => ({ ...hit, id: `hit${n}`, beat: 'table', make: steady(0.25) })),
      },
    })
  const all = { from: 0, to: 250, made: { light: 'near' }, intensity: 1 } as const

  it('adds layers by their gain and hits at their time', () => {
    const samples = mix([layer(() => 0.5)], [{ at: 2, gain: 1 }]).render(all)
    expect(samples.length).toBe(250_000)
    expect([samples[31_900], samples[32_000], samples[32_999], samples[33_000]]).toEqual([
      0.25, 0.5, 0.5, 0.25,
    ])
  })

  it('gives the same for a part as for the whole', () => {
    const mixer = mix([layer(({ into }) => into / 100)], [{ at: 2, gain: 1 }])
    const part = mixer.render({ ...all, from: 32.5, to: 34 })
    const whole = mixer.render(all).subarray(32_500, 34_000)
    for (const [i, sample] of part.entries()) expect(sample).toBeCloseTo(whole[i] ?? Number.NaN, 5)
  })

  it('lets a choice count from the end of its beat', () => {
    const samples = mix([layer(({ made }) => (made.light ? 1 : 0))]).render(all)
    expect([samples[169_900], samples[170_100]]).toEqual([0, 0.5])
  })

  it('tells how loud a mix is and how sharply it rises', () => {
    const samples = new Float32Array(10_000).fill(0.05)
    samples.fill(0.5, 5000)
    expect(loudest(samples, 1000)).toEqual({ dB: expect.closeTo(-6.02, 1), at: 5 })
    expect(sharpestRise(samples, 1000)).toEqual({ dB: expect.closeTo(20, 1), at: 5 })
    // what rises from silence counts from where it begins to be heard
    expect(sharpestRise(new Float32Array(10_000).fill(0.001, 5000), 1000).dB).toBe(0)
  })
})
