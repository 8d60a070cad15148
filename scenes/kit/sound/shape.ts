import { seeded } from './noise.ts'

/** Mono samples, −1 to 1. */
export type Samples = Float32Array<ArrayBuffer>
/** A sound at the rate asked for (samples a second): the same each time. */
export type Sound = (rate: number) => Samples

/** Loudness of what goes on, root mean square (−26 dB of full scale), and its loudest sample (−12 dB): what a gain of 1 means. */
const LOOP_RMS = 0.05
const LOUDEST = 0.25

const TAU = 2 * Math.PI

export const silence = (seconds: number, rate: number): Samples =>
  new Float32Array(Math.round(seconds * rate))

/** White noise. */
export function noise(samples: Samples, random: () => number): Samples {
  for (let i = 0; i < samples.length; i++) samples[i] = random() * 2 - 1
  return samples
}

/** One pole, 6 dB an octave, in place. `y` is what the filter is at when it begins. */
export function lowpass(samples: Samples, hz: number, rate: number, y = 0): Samples {
  const k = 1 - Math.exp((-TAU * hz) / rate)
  for (let i = 0; i < samples.length; i++) {
    y += k * ((samples[i] ?? 0) - y)
    samples[i] = y
  }
  return samples
}

/** The same for a loop: the filter comes out of the loop's end, so that there is no seam. */
export const softer = (loop: Samples, hz: number, rate: number): Samples =>
  lowpass(loop, hz, rate, lowpass(loop.slice(-Math.round(rate / 10)), hz, rate).at(-1))

export function highpass(samples: Samples, hz: number, rate: number): Samples {
  const k = 1 - Math.exp((-TAU * hz) / rate)
  let y = 0
  for (let i = 0; i < samples.length; i++) {
    const x = samples[i] ?? 0
    y += k * (x - y)
    samples[i] = x - y
  }
  return samples
}

/**
 * A band around `hz` of the given width (−3 dB), in place. Formula: R. Bristow-Johnson, “Cookbook formulae for audio
 * equalizer biquad filter coefficients”, band-pass with a peak gain of 0 dB.
 */
export function bandpass(samples: Samples, hz: number, width: number, rate: number): Samples {
  const w = (TAU * Math.min(hz, rate * 0.45)) / rate
  const alpha = Math.sin(w) / (2 * (hz / width))
  const b = alpha / (1 + alpha)
  const a1 = (-2 * Math.cos(w)) / (1 + alpha)
  const a2 = (1 - alpha) / (1 + alpha)
  let [x1, x2, y1, y2] = [0, 0, 0, 0]
  for (let i = 0; i < samples.length; i++) {
    const x = samples[i] ?? 0
    const y = b * (x - x2) - a1 * y1 - a2 * y2
    x2 = x1
    x1 = x
    y2 = y1
    y1 = y
    samples[i] = y
  }
  return samples
}

/** Adds a short sound into a longer one; what passes the end goes on at the beginning, so that a loop keeps no seam. */
export function addTo(loop: Samples, short: Samples, at: number, gain = 1): void {
  const begin = Math.round(at)
  for (let i = 0; i < short.length; i++) {
    const place = (begin + i) % loop.length
    loop[place] = (loop[place] ?? 0) + gain * (short[i] ?? 0)
  }
}

/** Multiplies by a shape of 0 to 1 over the sound's own length. */
export function shaped(samples: Samples, shape: (part: number) => number): Samples {
  for (let i = 0; i < samples.length; i++) samples[i] = (samples[i] ?? 0) * shape(i / samples.length)
  return samples
}

/** Rises over the first `attack` of the length and then dies away, by `fall` e-folds until the end. */
export const struck =
  (attack: number, fall: number) =>
  (part: number): number =>
    part < attack ? part / attack : Math.exp((-fall * (part - attack)) / (1 - attack)) * (1 - part ** 8)

/** Rises and falls as one arch. */
export const arch = (part: number): number => Math.sin(Math.PI * part) ** 2

export const rmsOf = (samples: Samples, from = 0, to = samples.length): number => {
  let sum = 0
  for (let i = from; i < to; i++) sum += (samples[i] ?? 0) ** 2
  return Math.sqrt(sum / Math.max(1, to - from))
}

export const peakOf = (samples: Samples): number => {
  let peak = 0
  for (const sample of samples) peak = Math.max(peak, Math.abs(sample))
  return peak
}

function scaled(samples: Samples, by: number): Samples {
  for (let i = 0; i < samples.length; i++) samples[i] = (samples[i] ?? 0) * by
  return samples
}

/** As loud as every loop at a gain of 1. */
export const even = (samples: Samples): Samples =>
  scaled(samples, Math.min(LOOP_RMS / (rmsOf(samples) || 1), LOUDEST / (peakOf(samples) || 1)))

/** As loud as every single sound at a gain of 1: no tenth of a second of it is louder than a loop. */
export function once(samples: Samples, rate: number): Samples {
  const tenth = Math.round(rate / 10)
  let loudest = 0
  for (let i = 0; i < samples.length; i += tenth >> 1)
    loudest = Math.max(
      loudest,
      rmsOf(samples, i, Math.min(i + tenth, samples.length)) *
        Math.sqrt(Math.min(tenth, samples.length - i) / tenth),
    )
  return scaled(samples, Math.min(LOOP_RMS / (loudest || 1), LOUDEST / (peakOf(samples) || 1)))
}

/**
 * A loop made of noise: `draw` fills a piece that is longer than the loop, and its end fades into its beginning with
 * equal power.
 */
export function looped(
  seconds: number,
  rate: number,
  seed: number,
  draw: (piece: Samples, random: () => number) => void,
): Samples {
  const length = Math.round(seconds * rate)
  const fade = Math.round(Math.min(1.5, seconds / 3) * rate)
  // filters need a moment until they are at rest
  const lead = Math.round(0.2 * rate)
  const piece = new Float32Array(lead + length + fade)
  draw(piece, seeded(seed))
  const loop = piece.slice(lead, lead + length)
  for (let i = 0; i < fade; i++) {
    const part = ((i + 0.5) / fade) * (Math.PI / 2)
    loop[i] = (loop[i] ?? 0) * Math.sin(part) + (piece[lead + length + i] ?? 0) * Math.cos(part)
  }
  return loop
}

/** The room around a loop: echoes of it, `wet` at first and ever fainter over so many seconds, and no seam. */
export function roomy(loop: Samples, rate: number, random: () => number, seconds = 0.5, wet = 0.5): Samples {
  const around = loop.slice()
  for (let n = 0; n < 20; n++) {
    const part = (n + random()) / 20
    const delay = Math.round((0.012 + part * seconds) * rate)
    const gain = wet * Math.exp(-3.5 * part) * (random() < 0.5 ? -1 : 1)
    for (let i = 0; i < loop.length; i++) {
      const from = i < delay ? i - delay + loop.length : i - delay
      around[i] = (around[i] ?? 0) + gain * (loop[from] ?? 0)
    }
  }
  return around
}

/** Made at a lower rate of at most 16 kHz, for sounds that have nothing above 4 kHz: three times faster, and heard the same. */
export const coarse =
  (make: Sound): Sound =>
  (rate) => {
    const times = Math.ceil(rate / 16_000)
    const base = make(rate / times)
    if (times === 1) return base
    const fine = new Float32Array(base.length * times)
    for (let i = 0; i < base.length; i++) {
      const a = base[i] ?? 0
      const b = base[i + 1 < base.length ? i + 1 : 0] ?? 0
      for (let n = 0; n < times; n++) fine[i * times + n] = a + ((b - a) * n) / times
    }
    return fine
  }

/** The nearest pitch that fits a loop of so many seconds a whole number of times. */
export const fitting = (hz: number, seconds: number): number =>
  Math.max(1, Math.round(hz * seconds)) / seconds

/** Adds a steady tone with its overtones (amplitudes, the fundamental first) to a loop, without a seam. */
export function addTone(loop: Samples, hz: number, overtones: readonly number[], rate: number): void {
  const step = (TAU * fitting(hz, loop.length / rate)) / rate
  for (const [index, amplitude] of overtones.entries()) {
    if (hz * (index + 1) > rate * 0.45) return
    for (let i = 0; i < loop.length; i++)
      loop[i] = (loop[i] ?? 0) + amplitude * Math.sin(step * (index + 1) * i)
  }
}
