import type { InferenceSession, Tensor } from 'onnxruntime-common'
import { describe, expect, it } from 'vitest'
import { createMoonshine } from '../../../web/captions/worker/moonshine.ts'

const END = 2
const LAYERS = 6
const NAMES = Array.from({ length: LAYERS }, (_, layer) =>
  ['decoder', 'encoder'].flatMap((side) => ['key', 'value'].map((what) => `${layer}.${side}.${what}`)),
).flat()

class FakeTensor {
  data: unknown
  constructor(_type: string, data: unknown) {
    this.data = data
  }
  dispose() {}
}

/** A model whose decoder finds these tokens the likeliest, one list for each step, the best first. */
async function decoderOf(steps: readonly (readonly number[])[]) {
  let step = 0
  const session = (run: () => object) =>
    ({ inputNames: [], run: async () => run() }) as unknown as InferenceSession
  const encoder = session(() => ({ last_hidden_state: new FakeTensor('float32', []) }))
  const decoder = session(() => {
    const ranking = steps[step++] ?? [END]
    const logits = Float32Array.from({ length: 8 }, (_, id) =>
      ranking.includes(id) ? 20 - 4 * ranking.indexOf(id) : 0,
    )
    return {
      logits: new FakeTensor('float32', logits),
      ...Object.fromEntries(NAMES.map((name) => [`present.${name}`, new FakeTensor('float32', [])])),
    }
  })
  const graphs = { encoder: new Uint8Array([0]), decoder: new Uint8Array([1]) }
  const { listen, mostTokens } = await createMoonshine(
    graphs,
    {
      open: async (graph) => (graph === graphs.encoder ? encoder : decoder),
      Tensor: FakeTensor as unknown as typeof Tensor,
      breathe: async () => {},
    },
    { shape: 'tiny', tokensPerSecond: 6.5 },
  )
  const decode = listen()
  return {
    decode: async (seconds: number) => decode(new Float32Array(seconds * 16_000)),
    mostTokens: (seconds: number) => mostTokens(seconds * 16_000),
  }
}
const ids = (tokens: readonly { id: number }[]) => tokens.map(({ id }) => id)

describe('a decoding', () => {
  it('has the likeliest tokens, until the end is the likeliest', async () => {
    const { decode } = await decoderOf([[5], [6], [END, 7], [7]])
    expect(ids(await decode(10))).toEqual([5, 6])
  })

  it('is never empty; a first token that is much less likely than the end has a small probability', async () => {
    const { decode } = await decoderOf([[END, 5], [6]])
    const [first, second] = await decode(10)
    expect([first?.id, second?.id]).toEqual([5, 6])
    expect(first?.logprob).toBeCloseTo(-4, 1)
    expect(second?.logprob).toBeCloseTo(0, 1)
  })

  it('has no more tokens than the sound can hold', async () => {
    const { decode, mostTokens } = await decoderOf(Array(100).fill([5]))
    expect(await decode(2)).toHaveLength(13)
    expect(mostTokens(2)).toBe(13)
  })
})
