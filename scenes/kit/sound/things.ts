import { seeded } from './noise.ts'
import {
  addTo,
  arch,
  bandpass,
  even,
  highpass,
  looped,
  lowpass,
  noise,
  once,
  type Samples,
  type Sound,
  shaped,
  silence,
  softer,
  struck,
} from './shape.ts'

/* Sounds of things. Loops where it says so; the others happen once. Equally loud at a gain of 1, and never sharp. */

/** A tone that dies away, with overtones that are not in tune: glass, china, steel. */
function ring(rate: number, hz: number, seconds: number, ratios: readonly number[]): Samples {
  const samples = silence(seconds, rate)
  for (const [index, ratio] of ratios.entries()) {
    if (hz * ratio > rate * 0.45) continue
    for (let i = 0; i < samples.length; i++) {
      const t = i / rate
      samples[i] =
        (samples[i] ?? 0) +
        (Math.sin(2 * Math.PI * hz * ratio * t) * Math.exp((-4 - 3 * index) * (t / seconds))) / (index + 1)
    }
  }
  return shaped(samples, (part) => Math.min(1, part / 0.02) * (1 - part))
}

/** A knock of something soft on wood. */
function knock(rate: number, hz: number, random: () => number): Samples {
  const samples = silence(0.14, rate)
  const air = lowpass(noise(silence(0.14, rate), random), 900, rate)
  for (let i = 0; i < samples.length; i++)
    samples[i] = Math.sin((2 * Math.PI * hz * i) / rate) + 0.8 * (air[i] ?? 0)
  return shaped(samples, struck(0.06, 6))
}

/** Loop: knives and forks on plates, a glass now and then. */
export const cutlery =
  (seed = 21, aSecond = 3, seconds = 11): Sound =>
  (rate) => {
    const random = seeded(seed)
    const loop = silence(seconds, rate)
    for (let n = 0; n < seconds * aSecond; n++) {
      const plate = random() < 0.6
      const short = plate
        ? ring(rate, 900 + 900 * random(), 0.12, [1, 2.32, 3.9])
        : ring(rate, 2100 + 1700 * random(), 0.2 + 0.2 * random(), [1, 1.51, 2.6])
      addTo(loop, short, random() * loop.length, (plate ? 0.7 : 0.35) * (0.25 + 0.75 * random()))
    }
    return even(softer(loop, 3500, rate))
  }

/** A kettle that comes to the boil and is taken off; about six seconds. */
export const kettle =
  (seed = 22): Sound =>
  (rate) => {
    const samples = bandpass(noise(silence(6, rate), seeded(seed)), 900, 900, rate)
    let phase = 0
    for (let i = 0; i < samples.length; i++) {
      const part = i / samples.length
      phase += (2 * Math.PI * (620 + 260 * part)) / rate
      samples[i] = (samples[i] ?? 0) + 0.3 * part * Math.sin(phase)
    }
    return once(
      shaped(samples, (part) => Math.min(part / 0.6, (1 - part) / 0.2, 1) ** 1.5),
      rate,
    )
  }

/** Loop: a clock, one swing a second. */
export const clock =
  (seed = 23): Sound =>
  (rate) => {
    const random = seeded(seed)
    const loop = silence(4, rate)
    for (let tick = 0; tick < 4; tick++) {
      const click = bandpass(noise(silence(0.03, rate), random), tick % 2 ? 1500 : 1900, 900, rate)
      addTo(loop, shaped(click, struck(0.1, 6)), (tick + 0.4) * rate, 1)
      addTo(loop, knock(rate, tick % 2 ? 240 : 280, random), (tick + 0.4) * rate, 0.12)
    }
    return even(loop)
  }

/** A door: the latch, and wood that closes softly. */
export const door =
  (seed = 24): Sound =>
  (rate) => {
    const random = seeded(seed)
    const samples = silence(1.1, rate)
    const sweep = lowpass(noise(silence(0.7, rate), random), 420, rate)
    addTo(samples, shaped(sweep, arch), 0, 0.5)
    addTo(
      samples,
      shaped(bandpass(noise(silence(0.03, rate), random), 1300, 700, rate), struck(0.1, 5)),
      0.5 * rate,
      0.5,
    )
    addTo(samples, knock(rate, 95, random), 0.56 * rate, 0.8)
    return once(samples, rate)
  }

/** A phone on wood: two short hums. */
export const phoneVibration =
  (hz = 150): Sound =>
  (rate) => {
    const samples = silence(1.5, rate)
    for (const from of [0.05, 0.75])
      for (let i = 0; i < 0.5 * rate; i++) {
        const w = (2 * Math.PI * hz * i) / rate
        samples[Math.round(from * rate) + i] =
          arch(i / (0.5 * rate)) ** 0.5 * (Math.sin(w) + 0.3 * Math.sin(2 * w) + 0.12 * Math.sin(5 * w))
      }
    return once(samples, rate)
  }

/** Strokes of something thin over something rough. */
function strokes(rate: number, seed: number, count: number, hz: number, every: number): Samples {
  const random = seeded(seed)
  const samples = silence(count * every + 0.3, rate)
  for (let n = 0; n < count; n++) {
    const stroke = noise(silence(0.1 + 0.12 * random(), rate), random)
    const at = (n * every + 0.05 * random()) * rate
    addTo(
      samples,
      shaped(bandpass(stroke, hz * (0.8 + 0.4 * random()), hz * 0.8, rate), arch),
      at,
      0.5 + 0.5 * random(),
    )
  }
  return samples
}

/** A sheet of paper that is picked up and laid down. */
export const paper =
  (seed = 25): Sound =>
  (rate) =>
    once(highpass(strokes(rate, seed, 7, 2600, 0.13), 900, rate), rate)

/** Loop: a pencil that writes, with pauses to think. */
export const pencil =
  (seed = 26): Sound =>
  (rate) => {
    const loop = silence(6, rate)
    addTo(loop, strokes(rate, seed, 9, 2000, 0.17), 0.4 * rate)
    addTo(loop, strokes(rate, seed + 1, 6, 2200, 0.16), 3.4 * rate)
    return even(loop)
  }

/** Loop: a pepper mill, or anything else that grinds in turns. */
export const mill =
  (seed = 27): Sound =>
  (rate) => {
    const loop = silence(4, rate)
    addTo(loop, strokes(rate, seed, 16, 1100, 0.08), 0.3 * rate)
    addTo(loop, strokes(rate, seed + 1, 12, 1000, 0.09), 2.2 * rate)
    return even(loop)
  }

/** Loop: a shopping trolley, its wheels on tiles. */
export const trolley =
  (seed = 28, seconds = 8): Sound =>
  (rate) => {
    const loop = looped(seconds, rate, seed, (piece, random) => {
      highpass(lowpass(noise(piece, random), 320, rate), 70, rate)
    })
    const random = seeded(seed + 1)
    for (let at = 0; at < seconds; at += 0.28 + 0.1 * random())
      addTo(loop, ring(rate, 700 + 500 * random(), 0.07, [1, 2.7, 4.1]), at * rate, 0.05 + 0.05 * random())
    return even(loop)
  }

/** A till's beep, as soft as one can be. */
export const scannerBeep =
  (hz = 880): Sound =>
  (rate) => {
    const samples = silence(0.16, rate)
    for (let i = 0; i < samples.length; i++) samples[i] = Math.sin((2 * Math.PI * hz * i) / rate)
    return once(shaped(samples, arch), rate)
  }

/** Loop: tills further away, each at its own pace. */
export const scannerBeeps =
  (seed = 29, seconds = 12): Sound =>
  (rate) => {
    const random = seeded(seed)
    const loop = silence(seconds, rate)
    for (const hz of [820, 880, 990])
      for (let at = random() * 2; at < seconds; at += 1.1 + 2.4 * random())
        addTo(loop, scannerBeep(hz)(rate), at * rate, 0.4 + 0.6 * random())
    return even(loop)
  }

/** A small round stone that is laid on wood. */
export const stone =
  (seed = 30): Sound =>
  (rate) => {
    const random = seeded(seed)
    const samples = silence(0.35, rate)
    addTo(samples, knock(rate, 210, random), 0.02 * rate, 0.8)
    addTo(samples, ring(rate, 760, 0.1, [1, 1.9, 3.3]), 0.02 * rate, 0.25)
    addTo(samples, knock(rate, 240, random), 0.13 * rate, 0.25)
    return once(samples, rate)
  }

/** So many taps of a finger on a table. */
export const taps =
  (count = 2, seed = 31): Sound =>
  (rate) => {
    const random = seeded(seed)
    const samples = silence(0.3 + 0.22 * count, rate)
    for (let n = 0; n < count; n++) addTo(samples, knock(rate, 150, random), (0.02 + 0.22 * n) * rate)
    return once(samples, rate)
  }

/** A match that is struck and burns. */
export const match =
  (seed = 32): Sound =>
  (rate) => {
    const samples = highpass(noise(silence(1.4, rate), seeded(seed)), 1200, rate)
    return once(
      shaped(lowpass(samples, 3600, rate), (part) => struck(0.18, 4)(part) + 0.08 * arch(part)),
      rate,
    )
  }
