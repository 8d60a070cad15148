import { readFileSync, writeFileSync } from 'node:fs'
import { createResampler } from '../../../web/captions/worker/resample.ts'

export const RATE = 16_000
export const seconds = (samples: Float32Array) => samples.length / RATE

/** Samples of a 16-bit WAV file in −1 … 1, all channels as one, with their rate in Hz. */
export function readWav(path: string): { rate: number; samples: Float32Array } {
  const file = readFileSync(path)
  let at = 12
  let format = { rate: 0, channels: 1 }
  while (at + 8 <= file.length) {
    const name = file.toString('latin1', at, at + 4)
    const size = file.readUInt32LE(at + 4)
    const body = at + 8
    if (name === 'fmt ') format = { channels: file.readUInt16LE(body + 2), rate: file.readUInt32LE(body + 4) }
    if (name === 'data') {
      const { rate, channels } = format
      const frames = Math.floor(Math.min(size, file.length - body) / 2 / channels)
      const samples = Float32Array.from({ length: frames }, (_, i) => {
        let sum = 0
        for (let c = 0; c < channels; c++) sum += file.readInt16LE(body + 2 * (i * channels + c))
        return sum / channels / 32_768
      })
      return { rate, samples }
    }
    at = body + size + (size & 1)
  }
  throw new Error(`no sound in ${path}`)
}

export const silence = (time: number) => new Float32Array(Math.round(time * RATE))

export function joined(...parts: readonly Float32Array[]): Float32Array {
  const all = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

/** Faster or slower, and so higher or lower, as a tape is. */
export const atSpeed = (samples: Float32Array, speed: number) =>
  speed === 1 ? samples : createResampler(Math.round(RATE * speed), RATE).push(samples)

const power = (samples: Float32Array) => samples.reduce((sum, x) => sum + x * x, 0) / samples.length

/** Speech with noise under it, so many decibels quieter by mean power over the whole clip; the noise is repeated. */
export function withNoise(speech: Float32Array, noise: Float32Array, decibels: number): Float32Array {
  const gain = Math.sqrt(power(speech) / power(noise) / 10 ** (decibels / 10))
  return speech.map((x, i) => x + gain * (noise[i % noise.length] ?? 0))
}

/** Numbers of 0 … 1 that are the same in each run (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

/** A band: four chords with overtones over and over, a bass and a drum on each beat. */
export function music(time: number): Float32Array {
  const random = seeded(1)
  const chords = [
    [220, 262, 330],
    [175, 220, 262],
    [196, 247, 294],
    [165, 208, 247],
  ]
  const BEAT = 0.5
  return Float32Array.from({ length: time * RATE }, (_, i) => {
    const t = i / RATE
    const chord = chords[Math.floor(t / (4 * BEAT)) % chords.length] ?? []
    const since = t % BEAT
    let sum = 0
    for (const [n, tone] of chord.entries())
      for (let overtone = 1; overtone <= 6; overtone++)
        sum += Math.sin(2 * Math.PI * tone * overtone * t + n) / overtone / 12
    sum += 0.2 * Math.sin(Math.PI * (chord[0] ?? 0) * t) * Math.exp(-3 * since)
    return 0.5 * (sum + 0.3 * (random() - 0.5) * Math.exp(-40 * since))
  })
}

/** Somebody types: six keys a second, each a click and its echo in the desk. */
export function keyboard(time: number): Float32Array {
  const random = seeded(2)
  const all = silence(time)
  for (let t = 0.2; t < time - 0.1; t += 0.08 + 0.18 * random()) {
    const start = Math.floor(t * RATE)
    const loud = 0.1 + 0.3 * random()
    for (let i = 0; i < 0.05 * RATE; i++) {
      const s = i / RATE
      const click =
        (random() - 0.5) * Math.exp(-s * 300) + 0.4 * Math.sin(2 * Math.PI * 180 * s) * Math.exp(-s * 90)
      all[start + i] = (all[start + i] ?? 0) + loud * click
    }
  }
  return all
}

/** Laughter: bursts of a breathy voiced vowel, five a second, falling in pitch, with breath between. */
export function laughter(time: number): Float32Array {
  const random = seeded(3)
  let phase = 0
  return Float32Array.from({ length: time * RATE }, (_, i) => {
    const t = i / RATE
    const turn = t % 3
    const burst = turn < 1.8 ? Math.max(0, Math.sin(2 * Math.PI * 5 * turn)) * (1 - turn / 2.4) : 0
    const pitch = 260 - 60 * turn
    phase += pitch / RATE
    let voiced = 0
    for (let n = 1; n <= 12; n++) {
      const f = n * pitch
      const formants = Math.exp(-(((f - 750) / 250) ** 2)) + 0.7 * Math.exp(-(((f - 1250) / 300) ** 2))
      voiced += Math.sin(2 * Math.PI * n * phase) * (formants + 0.05)
    }
    return 0.3 * burst * (0.4 * voiced + 0.5 * (random() - 0.5))
  })
}

/** Mono, 16 bit. */
export function writeWav(path: string, samples: Float32Array): void {
  const file = Buffer.alloc(44 + 2 * samples.length)
  file.write('RIFF', 0)
  file.writeUInt32LE(36 + 2 * samples.length, 4)
  file.write('WAVEfmt ', 8)
  file.writeUInt32LE(16, 16)
  file.writeUInt16LE(1, 20)
  file.writeUInt16LE(1, 22)
  file.writeUInt32LE(RATE, 24)
  file.writeUInt32LE(2 * RATE, 28)
  file.writeUInt16LE(2, 32)
  file.writeUInt16LE(16, 34)
  file.write('data', 36)
  file.writeUInt32LE(2 * samples.length, 40)
  for (const [i, x] of samples.entries())
    file.writeInt16LE(Math.round(Math.max(-1, Math.min(1, x)) * 32_767), 44 + 2 * i)
  writeFileSync(path, file)
}

/** When speech begins and ends in a clip, in seconds: the first and last 20 ms louder than a thirtieth of its loudest. */
export function speechIn(samples: Float32Array): [start: number, end: number] {
  const STEP = RATE / 50
  const levels = Array.from({ length: Math.floor(samples.length / STEP) }, (_, i) =>
    Math.sqrt(power(samples.subarray(i * STEP, (i + 1) * STEP))),
  )
  const loudest = Math.max(...levels)
  const loud = (level: number) => level > loudest / 30
  return [(levels.findIndex(loud) * STEP) / RATE, ((levels.findLastIndex(loud) + 1) * STEP) / RATE]
}
