import type { InferenceSession, Tensor, TypedTensor } from 'onnxruntime-common'
import { best, type Made, type Token } from './decoder.ts'

/** How a decoder is laid out. */
export type Shape = { layers: number; heads: number; headSize: number }

type Asked = {
  /** what the encoder made */
  hidden: Tensor
  /** what the decoder is told besides, with each token */
  besides?: Record<string, Tensor>
  /** the tokens that it begins with */
  prompt: readonly number[]
  end: number
  most: number
  /** which tokens there may be; the end is asked for too */
  mayBe?: (id: number, first: boolean) => boolean
  /** sees the logits of the first token of the prompt; nothing is written when it gives false */
  goesOn?: (logits: Float32Array) => boolean
}

/**
 * Writes with a decoder as one ONNX graph, merged of the one that begins and the one that goes on with what it remembers:
 * one token at a time, each time the likeliest. This is how Optimum exports Moonshine and Whisper.
 */
export function createGreedy(
  decoder: InferenceSession,
  { layers, heads, headSize }: Shape,
  { Tensor, breathe }: Pick<Made, 'Tensor' | 'breathe'>,
) {
  const names = Array.from({ length: layers }, (_, layer) =>
    ['decoder', 'encoder'].flatMap((side) => ['key', 'value'].map((what) => `${layer}.${side}.${what}`)),
  ).flat()
  // newer exports have no batch before there is one
  const empty = [0, heads, 1, headSize]

  return async function write({
    hidden,
    besides,
    prompt,
    end,
    most,
    mayBe,
    goesOn,
  }: Asked): Promise<Token[]> {
    const past = new Map<string, Tensor>(names.map((name) => [name, new Tensor('float32', [], empty)]))
    const tokens: Token[] = []
    let told = prompt
    while (tokens.length < most) {
      await breathe()
      const first = tokens.length === 0
      const out = await decoder.run({
        input_ids: new Tensor('int64', BigInt64Array.from(told, BigInt), [1, told.length]),
        encoder_hidden_states: hidden,
        ...besides,
        use_cache_branch: new Tensor('bool', [!first]),
        ...Object.fromEntries([...past].map(([name, value]) => [`past_key_values.${name}`, value])),
      })
      const logits = (out.logits as TypedTensor<'float32'>).data
      const vocabulary = logits.length / told.length
      const heard = !first || goesOn?.(logits.subarray(0, vocabulary)) !== false
      const next = best(logits.subarray(-vocabulary), mayBe && ((id) => mayBe(id, first)))
      out.logits?.dispose()
      // what the decoder remembers of the sound is made once, with the first token
      for (const name of names) {
        const present = out[`present.${name}`]
        if (!present) throw new Error('the decoder gave nothing')
        if (!first && name.includes('encoder')) present.dispose()
        else {
          past.get(name)?.dispose()
          past.set(name, present)
        }
      }
      if (!heard || next.id === end) break
      tokens.push(next)
      told = [next.id]
    }
    for (const value of past.values()) value.dispose()
    return tokens
  }
}
