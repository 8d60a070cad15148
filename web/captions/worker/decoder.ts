import type { InferenceSession, Tensor } from 'onnxruntime-common'

/** One token of the decoder, with the natural logarithm of its probability. */
export type Token = { id: number; logprob: number }

/** A model that writes down what it hears, of whatever kind. */
export type Decoder = {
  /**
   * Hears one stream: takes 16 kHz mono samples of one phrase, at least a tenth of a second, each time from its beginning.
   * `anything`: writes something even of what it takes for no speech, so that one can see how it computes.
   */
  listen: (anything?: boolean) => (audio: Float32Array) => Promise<Token[]>
  /** More than so many are never decoded from so much sound. */
  mostTokens: (samples: number) => number
  text: (tokens: readonly Token[]) => string
  /** mean log-probability of a token below which it is not believed, where it is not the usual one */
  leastSure?: number
  /** so many samples cost as much as any fewer, where it always hears so many */
  hearsAtOnce?: number
  close: () => Promise<void>
}

/** What all kinds are made with. */
export type Made = {
  /** opens a graph */
  open: (graph: Uint8Array) => Promise<InferenceSession>
  Tensor: typeof Tensor
  /** lets whatever else waits in this thread have its turn, between two tokens */
  breathe: () => Promise<void>
}

export const RATE = 16_000

/**
 * The most tokens that so many samples are worth. Speech has fewer; without a bound a model may repeat itself without end.
 * Moonshine's own advice is 6.5 a second for English, and 13 where a letter may be several tokens.
 */
export const mostTokensOf = (tokensPerSecond: number) => (samples: number) =>
  Math.ceil((samples / RATE) * tokensPerSecond)

/** The most probable token that may be, by a log-softmax over all: what is much less likely than one that may not has a small one. */
export function best(logits: Float32Array, mayBe: (id: number) => boolean = () => true): Token {
  let id = 0
  let top = Number.NEGATIVE_INFINITY
  for (let i = 0; i < logits.length; i++) {
    const value = logits[i] ?? top
    if (value > top && mayBe(i)) {
      top = value
      id = i
    }
  }
  let sum = 0
  for (const value of logits) sum += Math.exp(value - top)
  return { id, logprob: -Math.log(sum) }
}

/** How probable a token is among all of these. */
export const probabilityOf = (logits: Float32Array, id: number): number =>
  Math.exp(best(logits, (other) => other === id).logprob)
