/** Words as they are compared: lower case, without punctuation, “fellow-citizens” as two. */
export const plainWords = (text: string): string[] =>
  text
    .toLowerCase()
    .replace(/['’]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)

export type Step = 'same' | 'changed' | 'lost' | 'added'

/** How what was heard differs from what was said, word by word: the alignment with the fewest errors (Levenshtein). */
export function align(said: readonly string[], heard: readonly string[]): Step[] {
  const costs = Array.from({ length: said.length + 1 }, (_, i) =>
    Array.from({ length: heard.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
  )
  const cost = (i: number, j: number) => costs[i]?.[j] ?? Number.POSITIVE_INFINITY
  for (let i = 1; i <= said.length; i++)
    for (let j = 1; j <= heard.length; j++)
      (costs[i] as number[])[j] = Math.min(
        cost(i - 1, j - 1) + (said[i - 1] === heard[j - 1] ? 0 : 1),
        cost(i - 1, j) + 1,
        cost(i, j - 1) + 1,
      )
  const steps: Step[] = []
  let [i, j] = [said.length, heard.length]
  while (i > 0 || j > 0) {
    const same = said[i - 1] === heard[j - 1]
    if (i > 0 && j > 0 && cost(i, j) === cost(i - 1, j - 1) + (same ? 0 : 1)) {
      steps.unshift(same ? 'same' : 'changed')
      i--
      j--
    } else if (i > 0 && cost(i, j) === cost(i - 1, j) + 1) {
      steps.unshift('lost')
      i--
    } else {
      steps.unshift('added')
      j--
    }
  }
  return steps
}

export const errorsIn = (steps: readonly Step[]): number => steps.filter((step) => step !== 'same').length

/** A phrase of so many words lost or added in a row is not a slip of the model but of a cut. */
const PHRASE = 3
/** How many phrases were lost, and how many said twice. */
export function phrasesIn(steps: readonly Step[], which: 'lost' | 'added'): number {
  const runs = steps
    .map((step) => (step === which ? 'x' : ' '))
    .join('')
    .split(/ +/)
  return runs.filter((run) => run.length >= PHRASE).length
}
