import { wordsOf } from './agreement.ts'
import type { Decoder, Token } from './decoder.ts'

/**
 * Mean log-probability of a token below which a text is not believed, without what is said again: a model is always sure
 * of that. Measured: English speech −0.01 … −0.32, as loud as the noise around it −0.67, “no” twelve times −0.14 … −0.62;
 * speech in other languages −0.8 … −1.8; noise, hums and laughter −0.96 … −7.7; “Hm” −0.72.
 */
const LEAST_SURE = -0.6
/** While a phrase still grows its last word may be cut in the middle: it may be so much less sure. */
const GROWING = 0.2
/** What is said over and over and does not come to an end must be surer: “I am sorry” eight times, fast, has −0.21. */
const LEAST_SURE_LOOP = -0.3
/** So many tokens, so often in a row, are a loop. */
const LOOP = 4
const TIMES = 3

export type Doubt = 'nothing' | 'unsure' | 'loop'

/**
 * Why a decoding should not be shown; undefined when it may be. People do say a thing ten times: that alone is no reason.
 * `most`: more tokens than this are never decoded from so much sound. `leastSure`: what that is with this model.
 */
export function doubtOf(
  tokens: readonly Token[],
  {
    growing,
    most,
    leastSure = LEAST_SURE,
  }: { growing: boolean; most: number; leastSure?: number | undefined },
): Doubt | undefined {
  if (tokens.length === 0) return 'nothing'
  const ids = tokens.map((token) => token.id)
  const fresh = tokens.filter((_, i) => !isEcho(ids, i))
  const mean = fresh.reduce((sum, token) => sum + token.logprob, 0) / fresh.length
  if (mean < leastSure - (growing ? GROWING : 0)) return 'unsure'
  return mean < LEAST_SURE_LOOP && tokens.length >= most && loops(ids) ? 'loop' : undefined
}

/** Whether a token ends a run of {@link LOOP} that was there before. */
function isEcho(ids: readonly number[], at: number): boolean {
  const from = at - LOOP + 1
  for (let start = 0; start < from; start++) {
    let same = 0
    while (same < LOOP && ids[start + same] === ids[from + same]) same++
    if (same === LOOP) return true
  }
  return false
}

/** Whether a run of {@link LOOP} tokens or more comes {@link TIMES} times in a row, without anything between. */
export function loops(ids: readonly number[]): boolean {
  for (let size = LOOP; size * TIMES <= ids.length; size++) {
    let run = 0
    for (let i = size; i < ids.length; i++) {
      run = ids[i] === ids[i - size] ? run + 1 : 0
      if (run >= size * (TIMES - 1)) return true
    }
  }
  return false
}

/** The tokens that the last so many words are written with. */
export function lastTokens(tokens: readonly Token[], words: number, text: Decoder['text']): readonly Token[] {
  const from = tokens.findIndex((_, i) => wordsOf(text(tokens.slice(i))).length <= words)
  return from === -1 ? [] : tokens.slice(from)
}
