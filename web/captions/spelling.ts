/** Letters that stand for others and do not come apart by themselves. */
const PLAIN: Record<string, string> = { ø: 'o', ł: 'l', đ: 'd', ı: 'i', æ: 'ae', œ: 'oe', ß: 'ss' }
/** A word in small letters, without accents. */
export const plain = (word: string) =>
  word
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[øłđıæœß]/g, (letter) => PLAIN[letter] ?? letter)

/** Letters put in, left out or changed between two words (Levenshtein). */
export function distance(a: string, b: string): number {
  let costs = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1]
    for (const [j, other] of [...b].entries()) {
      const changed = (costs[j] as number) + (letter === other ? 0 : 1)
      next.push(Math.min(changed, (costs[j + 1] as number) + 1, (next[j] as number) + 1))
    }
    costs = next
  }
  return costs.at(-1) as number
}
