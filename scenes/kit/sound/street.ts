import { addTone, even, highpass, looped, lowpass, noise, type Sound } from './shape.ts'

/* Sounds from outside, and one from a table. Loops without a seam, equally loud at a gain of 1. */

/** A bus that stands in the street with its engine running; let it come and go by its gain. */
export const bus =
  (seed = 51, seconds = 6): Sound =>
  (rate) => {
    const loop = looped(seconds, rate, seed, (piece, random) => {
      highpass(lowpass(lowpass(noise(piece, random), 150, rate), 320, rate), 35, rate)
    })
    addTone(loop, 31, [0.03, 0.045, 0.02, 0.018, 0.008, 0.006], rate)
    for (let i = 0; i < loop.length; i++)
      loop[i] = (loop[i] ?? 0) * (1 + 0.1 * Math.sin((2 * Math.PI * 17 * i) / loop.length))
    return even(loop)
  }

/** A phone that hums on wood, as long as its gain lets it. */
export const phoneHum =
  (hz = 140, seconds = 4): Sound =>
  (rate) => {
    const loop = new Float32Array(Math.round(seconds * rate))
    addTone(loop, hz, [0.05, 0.02, 0.008, 0.004], rate)
    return even(loop)
  }
