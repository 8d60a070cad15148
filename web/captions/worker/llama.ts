import tokenizer from 'llama-tokenizer-js'
import type { Token } from './decoder.ts'

const BEGIN = 1

/** All Moonshine models have Llama's vocabulary; what they know beyond it is no text. */
export function llamaText(tokens: readonly Token[]): string {
  const ids = tokens.map((token) => token.id).filter((id) => id < tokenizer.vocabById.length)
  return tokenizer.decode([BEGIN, ...ids]).trim()
}
