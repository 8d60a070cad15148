import { FRAME, FRAMES_PER_SECOND } from './phrases.ts'

/** What speech is raised to, and by how much at most; sound that is louder is left as it is. */
const TARGET = fromDecibels(-25)
const MOST = fromDecibels(30)
/** How loud speech is thought to be at first, and how much of that is forgotten in each frame: 1 dB in a second. */
const FIRST = fromDecibels(-35)
const FORGET = fromDecibels(-1 / FRAMES_PER_SECOND)

/**
 * Raises the sound of a quiet microphone, or a whisper, frame by frame: voice activity takes very quiet speech for silence.
 * Measured on English speech 40 dB quieter than its recording: 47 words of 100 wrong without, 11 with it. Noise without
 * speech is raised too, and is still told from it.
 */
export function createGain() {
  let loudest = FIRST
  return (frame: Float32Array): Float32Array => {
    loudest = Math.max(loudness(frame), loudest * FORGET)
    return raised(frame, gainFor(loudest))
  }
}

/**
 * A whole piece of sound, raised by how loud its loudest frame is, at least to what speech should be. It is doubled once or
 * several times: while a phrase grows and gets louder that changes seldom, and mostly at its beginning. With each change it
 * is another sound to a model that hears only what is new.
 */
export function raise(audio: Float32Array): Float32Array {
  let loudest = 0
  for (let at = 0; at + FRAME <= audio.length; at += FRAME)
    loudest = Math.max(loudest, loudness(audio.subarray(at, at + FRAME)))
  return raised(audio, 2 ** Math.ceil(Math.log2(gainFor(loudest))))
}

/** Root mean square. */
export function loudness(frame: Float32Array): number {
  let sum = 0
  for (const sample of frame) sum += sample * sample
  return Math.sqrt(sum / frame.length)
}

const gainFor = (loudest: number) => (loudest === 0 ? 1 : Math.min(MOST, TARGET / loudest))

function raised(audio: Float32Array, gain: number): Float32Array {
  return gain <= 1 ? audio : audio.map((sample) => Math.max(-1, Math.min(1, sample * gain)))
}

function fromDecibels(decibels: number): number {
  return 10 ** (decibels / 20)
}
