import { seeded } from './noise.ts'
import {
  addTo,
  arch,
  bandpass,
  even,
  highpass,
  lowpass,
  noise,
  once,
  type Sound,
  shaped,
  silence,
  struck,
} from './shape.ts'

/* Sounds of a shop, never sharp. */

/** Loop: the one wheel that squeaks, in soft pairs. */
export const squeakyWheel =
  (seed = 61, seconds = 7): Sound =>
  (rate) => {
    const random = seeded(seed)
    const loop = silence(seconds, rate)
    for (let at = 0.2; at < seconds - 0.5; at += 0.62 + 0.08 * random())
      for (const [late, hz] of [
        [0, 1180],
        [0.2, 1010],
      ] as const) {
        const squeak = silence(0.17, rate)
        let turns = random()
        for (let i = 0; i < squeak.length; i++) {
          turns += (hz * (1 + 0.05 * Math.sin((6.28 * i) / squeak.length) + 0.01 * (random() - 0.5))) / rate
          squeak[i] = Math.sin(2 * Math.PI * turns) + 0.25 * Math.sin(4 * Math.PI * turns)
        }
        addTo(loop, shaped(squeak, arch), (at + late) * rate, 0.6 + 0.4 * random())
      }
    return even(lowpass(loop, 1800, rate))
  }

/** Doors of glass that slide open. */
export const slidingDoors =
  (seed = 62): Sound =>
  (rate) => {
    const samples = highpass(lowpass(noise(silence(1.6, rate), seeded(seed)), 900, rate), 120, rate)
    return once(shaped(samples, arch), rate)
  }

/** A bunch of keys that is laid down. */
export const keys =
  (seed = 63): Sound =>
  (rate) => {
    const random = seeded(seed)
    const samples = silence(0.9, rate)
    for (let n = 0; n < 9; n++) {
      const key = bandpass(noise(silence(0.09, rate), random), 2600 + 1500 * random(), 500, rate)
      addTo(
        samples,
        shaped(key, struck(0.08, 5)),
        (0.03 + 0.5 * random() ** 1.5) * rate,
        0.3 + 0.5 * random(),
      )
    }
    return once(
      shaped(samples, (part) => Math.min(1, part / 0.03, (1 - part) / 0.2)),
      rate,
    )
  }
