import type { InferenceSession, Tensor, TypedTensor } from 'onnxruntime-common'
import { FRAME } from './phrases.ts'

/** The end of the frame before goes in front of each: a sound that begins between two is heard whole. */
const CONTEXT = 64
const RATE = 16_000n
const STATE = [2, 1, 128] as const

/**
 * Silero's voice activity model (versions 5 and 6; input as in `OnnxWrapper` of its utils_vad.py) on one stream of sound.
 * The returned function takes 512 samples at 16 kHz, in order, and gives the probability that somebody speaks in them,
 * 0 … 1.
 */
export function createVoiceActivity(model: InferenceSession, Tensors: typeof Tensor) {
  const rate = new Tensors('int64', [RATE], [])
  const input = new Float32Array(CONTEXT + FRAME)
  let state: Tensor = new Tensors('float32', new Float32Array(STATE[0] * STATE[1] * STATE[2]), STATE)
  return async (frame: Float32Array): Promise<number> => {
    input.copyWithin(0, FRAME)
    input.set(frame, CONTEXT)
    const out = await model.run({ input: new Tensors('float32', input, [1, input.length]), state, sr: rate })
    const { output, stateN } = out as { output?: TypedTensor<'float32'>; stateN?: Tensor }
    const [probability] = output?.data ?? []
    if (!stateN || probability === undefined) throw new Error('voice activity gave nothing')
    state = stateN
    return probability
  }
}
