import { seeded } from './noise.ts'
import { addTo, coarse, even, roomy, type Samples, type Sound, silence, softer } from './shape.ts'

/*
 * Music from the next room: a slow waltz of our own in D, eight bars that come round. Bass on one, a chord on two and three,
 * a tune above it; everything behind a wall.
 */

/** Semitones above D3 (146.83 Hz). */
const D = 146.83
const BARS = [
  { bass: -12, chord: [4, 7, 9] },
  { bass: -7, chord: [2, 5, 9] },
  { bass: -5, chord: [2, 5, 11] },
  { bass: -12, chord: [4, 7, 12] },
  { bass: -3, chord: [4, 9, 12] },
  { bass: -8, chord: [4, 7, 11] },
  { bass: -5, chord: [2, 5, 7] },
  { bass: -12, chord: [4, 7, 9] },
] as const
/** Beat of the whole (three a bar), and semitones above D4. */
const TUNE = [
  [0, 7],
  [2, 9],
  [3, 12],
  [5, 9],
  [6, 7],
  [7, 5],
  [8, 4],
  [9, 4],
  [12, 12],
  [14, 14],
  [15, 11],
  [17, 9],
  [18, 7],
  [19, 9],
  [20, 5],
  [21, 4],
] as const

/** A struck string of felt and wood. */
function note(rate: number, semitones: number, seconds: number, bright: number): Samples {
  const hz = D * 2 ** (semitones / 12)
  const samples = silence(seconds, rate)
  for (let i = 0; i < samples.length; i++) {
    const t = i / rate
    const rise = Math.min(1, t / 0.012)
    const fall = Math.exp(-2.4 * t) * Math.min(1, (seconds - t) / 0.05)
    const w = 2 * Math.PI * hz * t
    samples[i] =
      rise * fall * (Math.sin(w) + bright * Math.exp(-3 * t) * Math.sin(2 * w) + 0.12 * Math.sin(3.003 * w))
  }
  return samples
}

/** `beatSeconds` is how slow it goes; `wall` the highest pitch that comes through, Hz. */
export const musicNextRoom = (beatSeconds = 0.66, wall = 700): Sound =>
  coarse((rate) => {
    const loop = silence(beatSeconds * BARS.length * 3, rate)
    const at = (beat: number) => beat * beatSeconds * rate
    for (const [bar, { bass, chord }] of BARS.entries()) {
      addTo(loop, note(rate, bass, 1.6, 0.5), at(bar * 3), 0.9)
      for (const beat of [1, 2])
        for (const semitones of chord) addTo(loop, note(rate, semitones, 0.9, 0.3), at(bar * 3 + beat), 0.22)
    }
    for (const [beat, semitones] of TUNE) addTo(loop, note(rate, semitones + 12, 1.8, 0.35), at(beat), 0.5)
    return even(softer(roomy(loop, rate, seeded(31), 0.7), wall, rate))
  })
