import { type Decoder, type Made, mostTokensOf } from './decoder.ts'
import { createGreedy } from './greedy.ts'
import { llamaText } from './llama.ts'

/** How a Moonshine model is laid out; Tiny and Base differ only in this, in every language. */
const SHAPES = {
  tiny: { layers: 6, heads: 8, headSize: 36 },
  base: { layers: 8, heads: 8, headSize: 52 },
} as const

export type Options = { shape: keyof typeof SHAPES; tokensPerSecond: number }

const START = 1
const END = 2

/**
 * A Moonshine model (Jeffries et al. 2024, arXiv 2410.15608) as two ONNX graphs: the encoder takes the sound, the
 * decoder one token at a time.
 */
export async function createMoonshine(
  graphs: Record<'encoder' | 'decoder', Uint8Array>,
  made: Made,
  { shape, tokensPerSecond }: Options,
): Promise<Decoder> {
  const { Tensor } = made
  const [encoder, decoder] = [await made.open(graphs.encoder), await made.open(graphs.decoder)]
  const write = createGreedy(decoder, SHAPES[shape], made)
  /** Newer exports ask which samples count: all of them. */
  const mask = (length: number) => new Tensor('int64', new BigInt64Array(length).fill(1n), [1, length])
  const masked = encoder.inputNames.includes('attention_mask')
  const mostTokens = mostTokensOf(tokensPerSecond)

  return {
    listen: () => async (audio) => {
      const heard = await encoder.run({
        input_values: new Tensor('float32', audio, [1, audio.length]),
        ...(masked && { attention_mask: mask(audio.length) }),
      })
      const hidden = heard.last_hidden_state
      if (!hidden) throw new Error('the encoder gave nothing')
      const tokens = await write({
        hidden,
        ...(masked && { besides: { encoder_attention_mask: mask(audio.length) } }),
        prompt: [START],
        end: END,
        most: mostTokens(audio.length),
        mayBe: notEndAtOnce(END),
      })
      hidden.dispose()
      return tokens
    },
    mostTokens,
    text: llamaText,
    async close() {
      await encoder.release()
      await decoder.release()
    },
  }
}

/**
 * The first token is never the end: a Moonshine model takes some real speech for nothing, most of all what is said over
 * and over, and hears it well when it must. What it then makes of sounds that are no speech has a very small probability.
 */
export const notEndAtOnce = (end: number) => (id: number, first: boolean) => !(first && id === end)
