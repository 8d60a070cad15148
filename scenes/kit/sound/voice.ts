import { seeded } from './noise.ts'
import { addTo, arch, coarse, even, lowpass, roomy, type Samples, type Sound, silence } from './shape.ts'

/* One voice that hums a tune with its mouth closed. Loops, equally loud at a gain of 1. */

/** A note with the overtones of a hum; it swells and lets go. */
function hummed(rate: number, hz: number, seconds: number, random: () => number): Samples {
  const samples = silence(seconds, rate)
  const [shake, phase] = [4.4 + random(), 6.28 * random()]
  let turns = 0
  for (let i = 0; i < samples.length; i++) {
    const t = i / rate
    turns += (hz * (1 + 0.004 * Math.sin(2 * Math.PI * shake * t + phase) * Math.min(1, t))) / rate
    const w = 2 * Math.PI * turns
    const rise = Math.min(1, t / 0.16, (seconds - t) / 0.22)
    samples[i] = rise * (Math.sin(w) + 0.5 * Math.sin(2 * w) + 0.2 * Math.sin(3 * w) + 0.08 * Math.sin(4 * w))
  }
  return samples
}

/** `notes`: hertz (0 is a rest) and beats; the loop lasts as long as all of them. */
export const hum = (
  notes: readonly (readonly [hz: number, beats: number])[],
  beatSeconds = 0.8,
  seed = 41,
): Sound =>
  coarse((rate) => {
    const random = seeded(seed)
    const beats = notes.reduce((sum, [, long]) => sum + long, 0)
    const loop = silence(beats * beatSeconds, rate)
    let at = 0
    for (const [hz, long] of notes) {
      if (hz > 0) addTo(loop, hummed(rate, hz, long * beatSeconds * 0.96, random), at * beatSeconds * rate)
      at += long
    }
    return even(lowpass(roomy(loop, rate, random, 0.3), 1100, rate))
  })

/** A bass's line of a hymn of our own, in A: four notes, mostly the same one. */
export const bassLine = hum([
  [110, 2],
  [110, 1],
  [110, 1],
  [98, 2],
  [110, 2],
  [0, 1],
  [110, 1],
  [110, 2],
  [146.83, 2],
  [98, 1],
  [110, 3],
  [0, 2],
])

/** A small tune in B flat, lightly; above fridges. */
export const smallTune = hum(
  [
    [233.08, 1],
    [261.63, 0.5],
    [293.66, 1],
    [233.08, 0.5],
    [349.23, 1],
    [293.66, 1],
    [0, 0.5],
    [311.13, 1],
    [293.66, 0.5],
    [261.63, 1],
    [233.08, 2],
    [0, 1],
  ],
  0.62,
  42,
)

/** Talking from a box in the ceiling or on a sill, and never a word: the tune of it only. */
export const talkingBox = (seed = 43, pitch = 120, seconds = 9): Sound =>
  coarse((rate) => {
    const random = seeded(seed)
    const loop = silence(seconds, rate)
    for (let at = 0.3; at < seconds - 1; at += 0.5 + 0.5 * random()) {
      const syllables = 4 + Math.floor(6 * random())
      for (let n = 0; n < syllables && at < seconds - 0.4; n++, at += 0.15 + 0.09 * random()) {
        const syllable = hummed(rate, pitch * (1.2 - (0.3 * n) / syllables + 0.12 * random()), 0.4, random)
        for (let i = 0; i < syllable.length; i++) syllable[i] = (syllable[i] ?? 0) * arch(i / syllable.length)
        addTo(loop, syllable, at * rate, 0.5 + 0.5 * random())
      }
    }
    return even(lowpass(roomy(loop, rate, random, 0.25), 1500, rate))
  })
