/** What is heard of a phrase so far: `agreed` stays as it is while it grows, `tentative` may still change. */
export type Heard = { agreed: string; tentative: string }

export const wordsOf = (text: string) => text.split(/\s+/).filter(Boolean)
const pieces = (word: string) =>
  word
    .toLowerCase()
    .split(/\p{Pd}/u)
    .map((piece) => piece.replace(/[^\p{L}\p{N}]+/gu, ''))
    .filter(Boolean)
const plain = (word: string | undefined) => word && pieces(word).join('')

/**
 * Keeps what two decodings of a growing phrase in a row agree on (local agreement, Liu et al. 2020; as in streaming
 * Whisper, Macháček et al. 2023). The last word is never agreed on: it may be half a word.
 */
export function createAgreement() {
  let agreed: readonly string[] = []
  let before: readonly string[] = []
  return {
    /** Takes the next decoding of the whole phrase. */
    hear(text: string): Heard {
      const words = wordsOf(text)
      const rest = wordsAfter(agreed, words)
      const restBefore = wordsAfter(agreed, before)
      let common = 0
      while (common < rest.length - 1 && plain(rest[common]) === plain(restBefore[common])) common++
      agreed = [...agreed, ...rest.slice(0, common)]
      before = words
      return { agreed: agreed.join(' '), tentative: rest.slice(common).join(' ') }
    },
  }
}

/**
 * The words of a longer decoding that come after those already `known`, also where it hears some of these otherwise: at
 * the place where the fewest words are put in, left out or changed (Levenshtein distance over words, where
 * “fellow-citizens” counts as two).
 */
export function wordsAfter(known: readonly string[], words: readonly string[]): string[] {
  const before = known.flatMap(pieces)
  const parts = words.flatMap((word, owner) => pieces(word).map((piece) => ({ piece, owner })))
  // costs[j]: how many parts differ between all that is known and the first j of the longer decoding
  let costs = Array.from({ length: parts.length + 1 }, (_, j) => j)
  for (const [i, piece] of before.entries()) {
    const next = [i + 1]
    for (const [j, part] of parts.entries()) {
      const changed = (costs[j] as number) + (piece === part.piece ? 0 : 1)
      next.push(Math.min(changed, (costs[j + 1] as number) + 1, (next[j] as number) + 1))
    }
    costs = next
  }
  // of equally good places one where the last known word is heard, then the one nearest to as many as are known
  let place = 0
  const worse = (j: number) => {
    const otherwise = parts[j - 1]?.piece === before.at(-1) ? 0 : 0.5
    return [(costs[j] as number) + otherwise, Math.abs(j - before.length)] as const
  }
  for (let j = 1; j < costs.length; j++) {
    const [cost, far] = worse(j)
    const [least, nearest] = worse(place)
    if (cost < least || (cost === least && far < nearest)) place = j
  }
  return words.slice(parts[place]?.owner ?? words.length)
}
