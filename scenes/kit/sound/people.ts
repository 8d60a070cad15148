import { seeded } from './noise.ts'
import {
  addTo,
  arch,
  bandpass,
  coarse,
  even,
  fitting,
  highpass,
  lowpass,
  noise,
  roomy,
  type Samples,
  type Sound,
  shaped,
  silence,
  softer,
  struck,
} from './shape.ts'

/*
 * Sounds of people, which go on, and never a word: what is heard is the tune of talking. Loops without a seam, equally loud at a gain of 1.
 */

/** First two formants of five vowels, Hz (a, e, i, o, u: rounded from common textbook tables). */
const VOWELS = [
  [750, 1250],
  [480, 1900],
  [300, 2200],
  [500, 900],
  [330, 750],
] as const

/** One sung or spoken vowel: a pulse for each swing of the voice, in two formants, with some breath. */
function vowel(
  rate: number,
  seconds: number,
  [from, to]: readonly [number, number],
  breath: number,
  random: () => number,
): Samples {
  const source = silence(seconds, rate)
  let phase = random()
  for (let i = 0; i < source.length; i++) {
    phase += (from + ((to - from) * i) / source.length) / rate
    if (phase >= 1) phase -= 1
    // a rounded saw: much like the flow through a throat
    source[i] = (1 - 2 * phase) * (1 - breath) + (random() * 2 - 1) * breath
  }
  const [f1, f2] = VOWELS[Math.floor(random() * VOWELS.length)] ?? VOWELS[0]
  const high = bandpass(source.slice(), f2, 260, rate)
  bandpass(source, f1, 130, rate)
  for (let i = 0; i < source.length; i++) source[i] = (source[i] ?? 0) + 0.9 * (high[i] ?? 0)
  // from across a room the lowest of a voice is lost first
  return shaped(highpass(highpass(source, 320, rate), 320, rate), arch)
}

/** A room full of people who talk: so many voices, each in phrases with pauses, none of them in words. */
export const murmur = (seed = 11, voices = 12, seconds = 12): Sound =>
  coarse((rate) => {
    const random = seeded(seed)
    const loop = silence(seconds, rate)
    for (let voice = 0; voice < voices; voice++) {
      const [pitch, near] = [90 + 130 * random(), 0.35 + 0.65 * random()]
      let at = random() * 2
      while (at < seconds) {
        const [syllables, rise] = [3 + Math.floor(8 * random()), 1.15 - 0.05 * random()]
        for (let n = 0; n < syllables; n++) {
          const length = 0.12 + 0.16 * random()
          const tune = pitch * (rise - (0.25 * n) / syllables) * (0.95 + 0.1 * random())
          addTo(loop, vowel(rate, length, [tune, tune * 0.96], 0.15, random), at * rate, near)
          at += length * (0.85 + 0.3 * random())
        }
        at += 0.4 + 1.4 * random()
      }
    }
    return even(softer(roomy(loop, rate, random, 0.4, 0.3), 2800, rate))
  })

/** People laughing together, warm and not too near. */
export const laughter = (seed = 12, voices = 6, seconds = 6): Sound =>
  coarse((rate) => {
    const random = seeded(seed)
    const loop = silence(seconds, rate)
    for (let voice = 0; voice < voices; voice++) {
      const pitch = 130 + 170 * random()
      for (let at = random() * 0.6; at < seconds; at += 0.3 + 0.5 * random()) {
        const bursts = 4 + Math.floor(4 * random())
        for (let n = 0; n < bursts; n++, at += 0.17 + 0.03 * random()) {
          const tune = pitch * (1.25 - (0.4 * n) / bursts)
          addTo(loop, vowel(rate, 0.13, [tune, tune * 0.85], 0.4, random), at * rate, 1 - (0.6 * n) / bursts)
        }
      }
    }
    return even(softer(roomy(loop, rate, random, 0.4, 0.25), 3000, rate))
  })

/** Hertz of a choir that hums: two soft chords, in turn. */
const CHORDS = [
  [146.83, 220, 293.66, 369.99],
  [164.81, 220, 277.18, 329.63],
] as const

/** Loudness of the overtones of a hum, its fundamental first. */
const HUM = [1, 0.42, 0.16, 0.07, 0.03] as const
/** One swing, to be looked up. */
const SINE = Float32Array.from({ length: 2048 }, (_, i) => Math.sin((2 * Math.PI * i) / 2048))

/** A small choir humming with closed mouths. */
export const choirHum = (seed = 13, seconds = 16): Sound =>
  coarse((rate) => {
    const random = seeded(seed)
    const loop = silence(seconds, rate)
    // one swing with the overtones of a hum
    const table = Float32Array.from({ length: 2048 }, (_, i) =>
      HUM.reduce((sum, loud, k) => sum + loud * Math.sin((2 * Math.PI * (k + 1) * i) / 2048), 0),
    )
    for (const [turn, chord] of CHORDS.entries())
      for (const note of chord)
        for (let singer = 0; singer < 3; singer++) {
          const hz = fitting(note * (1 + 0.006 * (random() - 0.5)), seconds)
          const [vibrato, phase] = [Math.round((4.6 + random()) * seconds), random()]
          for (let i = 0; i < loop.length; i++) {
            const part = i / loop.length
            const swell = 0.5 - 0.5 * (SINE[Math.floor((part + turn / 2 + 0.25) * 2048) & 2047] ?? 0)
            const trill = 0.1 * (SINE[Math.floor((vibrato * part + phase) * 2048) & 2047] ?? 0)
            loop[i] =
              (loop[i] ?? 0) +
              swell * (table[Math.floor((hz * seconds * part + trill + phase) * 2048) & 2047] ?? 0)
          }
        }
    return even(softer(roomy(loop, rate, random, 0.8), 900, rate))
  })

/** Somebody walking, unhurried; `seconds` a step. */
export const footsteps =
  (seed = 14, stepSeconds = 0.6, steps = 10): Sound =>
  (rate) => {
    const random = seeded(seed)
    const loop = silence(stepSeconds * steps, rate)
    for (let step = 0; step < steps; step++) {
      const heel = lowpass(noise(silence(0.09, rate), random), 260 + 120 * random(), rate)
      const sole = bandpass(noise(silence(0.12, rate), random), 900 + 500 * random(), 700, rate)
      const at = (step + 0.25 + 0.06 * (random() - 0.5)) * stepSeconds * rate
      addTo(loop, shaped(heel, struck(0.08, 5)), at, 1)
      addTo(loop, shaped(sole, struck(0.3, 5)), at + 0.03 * rate, 0.12)
    }
    return even(loop)
  }
