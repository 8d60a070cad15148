/** Whisper hears in windows of 25 ms, each 10 ms later, half a minute at once. */
const WINDOW = 400
const HOP = 160
const FRAMES = 3000
const BINS = WINDOW / 2 + 1
const MELS = 80
const RATE = 16_000
const QUIETEST = 1e-10

/** How Whisper sees sound: [mels, frames]. */
export const MEL_SHAPE = [1, MELS, FRAMES] as const
/** samples that it hears at once */
export const MEL_SAMPLES = HOP * FRAMES

/**
 * The logarithm of a sound's mel spectrogram, as Whisper was trained on (`log_mel_spectrogram` in openai/whisper): a Hann
 * window, Slaney's mel scale up to 8 kHz, no more than eight decades, four of which are a step of one. Sound is 16 kHz mono,
 * at most half a minute; silence follows it.
 */
export function logMel(audio: Float32Array): Float32Array {
  const log = new Float32Array(MELS * FRAMES).fill(Math.log10(QUIETEST))
  const padded = reflected(audio)
  // after the sound there is nothing but silence
  const last = Math.min(FRAMES, Math.ceil((audio.length + WINDOW) / HOP))
  let loudest = Math.log10(QUIETEST)
  for (let frame = 0; frame < last; frame++) {
    spectrum(padded.subarray(frame * HOP, frame * HOP + WINDOW))
    for (let mel = 0; mel < MELS; mel++) {
      const { from, weights } = filters[mel] as Filter
      let sum = 0
      for (let i = 0; i < weights.length; i++) sum += (weights[i] as number) * (power[from + i] as number)
      const value = Math.log10(Math.max(QUIETEST, sum))
      log[mel * FRAMES + frame] = value
      loudest = Math.max(loudest, value)
    }
  }
  return log.map((value) => (Math.max(value, loudest - 8) + 4) / 4)
}

/** Each frame is centred: the sound goes on before its beginning as in a mirror. */
function reflected(audio: Float32Array): Float32Array {
  const half = WINDOW / 2
  const padded = new Float32Array(MEL_SAMPLES + WINDOW)
  padded.set(audio.subarray(0, MEL_SAMPLES), half)
  for (let i = 1; i <= half; i++) padded[half - i] = audio[i] ?? 0
  for (let i = 1; i <= half; i++) padded[half + MEL_SAMPLES - 1 + i] = audio[MEL_SAMPLES - 1 - i] ?? 0
  return padded
}

const hann = Float64Array.from({ length: WINDOW }, (_, i) => 0.5 - 0.5 * Math.cos((2 * Math.PI * i) / WINDOW))
const cosines = Float64Array.from({ length: WINDOW }, (_, i) => Math.cos((2 * Math.PI * i) / WINDOW))
const sines = Float64Array.from({ length: WINDOW }, (_, i) => Math.sin((2 * Math.PI * i) / WINDOW))

/** A window of 400 samples is transformed as 25 of 16, put together (Cooley and Tukey 1965). */
const PARTS = 25
const PART = WINDOW / PARTS
const re = new Float64Array(WINDOW)
const im = new Float64Array(WINDOW)
const power = new Float64Array(BINS)

/** Puts the power in each frequency of a window of sound into `power`. */
function spectrum(samples: Float32Array): void {
  for (let part = 0; part < PARTS; part++)
    for (let k = 0; k < PART; k++) {
      let [a, b] = [0, 0]
      for (let n = 0; n < PART; n++) {
        const at = PARTS * n + part
        const turn = (PARTS * n * k) % WINDOW
        const sample = (samples[at] as number) * (hann[at] as number)
        a += sample * (cosines[turn] as number)
        b -= sample * (sines[turn] as number)
      }
      re[part * PART + k] = a
      im[part * PART + k] = b
    }
  for (let k = 0; k < BINS; k++) {
    let [a, b] = [0, 0]
    for (let part = 0; part < PARTS; part++) {
      const at = part * PART + (k % PART)
      const turn = (part * k) % WINDOW
      const [x, y] = [re[at] as number, im[at] as number]
      const [cos, sin] = [cosines[turn] as number, sines[turn] as number]
      a += x * cos + y * sin
      b += y * cos - x * sin
    }
    power[k] = a * a + b * b
  }
}

/** Slaney's scale: even steps up to 1 kHz, then by a factor. */
const STEP = 200 / 3
const BREAK = 1000
const LOG_STEP = Math.log(6.4) / 27
const toMel = (hertz: number) =>
  hertz < BREAK ? hertz / STEP : BREAK / STEP + Math.log(hertz / BREAK) / LOG_STEP
const toHertz = (mel: number) =>
  mel < BREAK / STEP ? mel * STEP : BREAK * Math.exp(LOG_STEP * (mel - BREAK / STEP))

/** A triangle over the frequencies: where it begins, and its weights. Each is as large as the others. */
type Filter = { from: number; weights: readonly number[] }
const filters: readonly Filter[] = Array.from({ length: MELS }, (_, mel) => {
  const at = (i: number) => toHertz((i * toMel(RATE / 2)) / (MELS + 1))
  const [low, middle, high] = [at(mel), at(mel + 1), at(mel + 2)]
  const weights = Array.from({ length: BINS }, (_, bin) => {
    const hertz = (bin * RATE) / WINDOW
    const height = Math.min((hertz - low) / (middle - low), (high - hertz) / (high - middle))
    return (Math.max(0, height) * 2) / (high - low)
  })
  const from = weights.findIndex((weight) => weight > 0)
  const to = weights.findLastIndex((weight) => weight > 0)
  return { from, weights: weights.slice(from, to + 1) }
})
