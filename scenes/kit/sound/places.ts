import { seeded } from './noise.ts'
import {
  addTo,
  addTone,
  arch,
  bandpass,
  even,
  highpass,
  looped,
  lowpass,
  noise,
  type Samples,
  type Sound,
  shaped,
  silence,
  struck,
} from './shape.ts'

/*
 * Sounds of rooms and weather, which go on: loops without a seam, all equally loud at a gain of 1. The same seed gives the
 * same sound.
 */

const slowly = (i: number, length: number, cycles: number, phase: number) =>
  Math.sin((2 * Math.PI * cycles * i) / length + phase)

/** Adds `count` short sounds at places that the seed decides. */
function scatter(
  loop: Samples,
  count: number,
  random: () => number,
  make: (random: () => number) => Samples,
): void {
  for (let n = 0; n < count; n++) addTo(loop, make(random), random() * loop.length, 0.3 + 0.7 * random() ** 2)
}

/** The air of a quiet room. */
export const roomTone =
  (seed = 1, seconds = 9): Sound =>
  (rate) =>
    even(
      looped(seconds, rate, seed, (piece, random) => {
        lowpass(lowpass(noise(piece, random), 220, rate), 600, rate)
        highpass(piece, 40, rate)
      }),
    )

/** A fridge: the mains' hum, and a compressor that turns over. */
export const fridgeHum =
  (seed = 2, seconds = 8): Sound =>
  (rate) => {
    const loop = looped(seconds, rate, seed, (piece, random) =>
      lowpass(lowpass(noise(piece, random), 180, rate), 400, rate),
    )
    for (let i = 0; i < loop.length; i++) loop[i] = (loop[i] ?? 0) * 1.4
    addTone(loop, 50, [0.02, 0.05, 0.012, 0.02, 0.004, 0.006], rate)
    for (let i = 0; i < loop.length; i++) loop[i] = (loop[i] ?? 0) * (1 + 0.08 * slowly(i, loop.length, 3, 0))
    return even(loop)
  }

/** Fluorescent lamps: a thin buzz at twice the mains, mostly overtones. */
export const fluorescentHum =
  (seed = 3, seconds = 6): Sound =>
  (rate) => {
    const loop = looped(seconds, rate, seed, (piece, random) => {
      bandpass(noise(piece, random), 3200, 1800, rate)
      for (let i = 0; i < piece.length; i++) piece[i] = (piece[i] ?? 0) * 0.06
    })
    addTone(
      loop,
      100,
      [0.02, 0.03, 0.012, 0.02, 0.008, 0.012, 0.006, 0.009, 0.004, 0.006, 0.003, 0.004],
      rate,
    )
    return even(loop)
  }

/** Rain on a window: a soft sheet, and drops nearer by. */
export const rain =
  (seed = 4, seconds = 11): Sound =>
  (rate) => {
    const loop = looped(seconds, rate, seed, (piece, random) => {
      lowpass(highpass(noise(piece, random), 700, rate), 3800, rate)
    })
    scatter(loop, seconds * 22, seeded(seed + 1), (random) => {
      const drop = noise(silence(0.012 + 0.02 * random(), rate), random)
      return shaped(bandpass(drop, 900 + 2600 * random(), 500, rate), struck(0.05, 5))
    })
    return even(loop)
  }

/** Running water, as in a shower behind a door. */
export const water =
  (seed = 5, seconds = 7): Sound =>
  (rate) =>
    even(
      looped(seconds, rate, seed, (piece, random) => {
        lowpass(highpass(noise(piece, random), 300, rate), 1500, rate)
      }),
    )

/** A light wind that comes and goes. */
export const breeze =
  (seed = 6, seconds = 13): Sound =>
  (rate) => {
    const loop = looped(seconds, rate, seed, (piece, random) => {
      highpass(lowpass(lowpass(noise(piece, random), 380, rate), 900, rate), 90, rate)
    })
    for (let i = 0; i < loop.length; i++)
      loop[i] =
        (loop[i] ?? 0) * (0.55 + 0.28 * slowly(i, loop.length, 2, 1) + 0.17 * slowly(i, loop.length, 5, 0))
    return even(loop)
  }

/** A small fire: a low breath, and wood that ticks. */
export const fire =
  (seed = 7, seconds = 12): Sound =>
  (rate) => {
    const loop = looped(seconds, rate, seed, (piece, random) => {
      highpass(lowpass(lowpass(noise(piece, random), 160, rate), 500, rate), 30, rate)
    })
    scatter(loop, seconds * 5, seeded(seed + 1), (random) => {
      const crack = noise(silence(0.006 + 0.02 * random(), rate), random)
      return shaped(bandpass(crack, 700 + 1800 * random(), 900, rate), (p) => 0.35 * struck(0.1, 6)(p))
    })
    return even(loop)
  }

/** Sparrows at a window: short chirps in small groups, with quiet between them. */
export const birds =
  (seed = 8, seconds = 14): Sound =>
  (rate) => {
    const random = seeded(seed)
    const loop = silence(seconds, rate)
    for (let at = 0; at < seconds - 1; at += 0.7 + 1.6 * random()) {
      const [pitch, chirps, gain] = [
        2600 + 1300 * random(),
        1 + Math.floor(4 * random()),
        0.3 + 0.7 * random(),
      ]
      for (let n = 0; n < chirps; n++)
        addTo(loop, chirp(rate, pitch * (0.95 + 0.1 * random()), random), (at + n * 0.17) * rate, gain)
    }
    return even(loop)
  }

function chirp(rate: number, hz: number, random: () => number): Samples {
  const samples = silence(0.06 + 0.05 * random(), rate)
  const bend = 0.2 + 0.25 * random()
  let phase = 0
  for (let i = 0; i < samples.length; i++) {
    const part = i / samples.length
    phase += (2 * Math.PI * hz * (1 + bend * Math.sin(Math.PI * part) - 0.3 * part)) / rate
    samples[i] = Math.sin(phase)
  }
  return shaped(samples, arch)
}
