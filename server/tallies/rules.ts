import { type Amount, type Middle, type SharedAnswers, SharedId, type Tally } from './contract.ts'

/** Of fewer nothing is shown, as a whole and of each question. */
export const FEWEST = 5
/** A change of so many steps and more is said to be much, whatever it is. */
const MUCH = 2

/**
 * How many of `all` these are, in words. Two always count as few, and two short of all as most: whoever knows that they are
 * one of them, or not, knows of no other what they answered.
 */
export function amountOf(count: number, all: number): Amount {
  const few = Math.max(2, Math.floor(all / 4))
  if (count <= few) return 'few'
  return count >= all - few ? 'most' : 'some'
}

/** The median of some changes, in words. */
export function middleOf(changes: readonly number[]): Middle {
  const sorted = [...changes].sort((a, b) => a - b)
  const half = sorted.length / 2
  const median = ((sorted[Math.ceil(half) - 1] ?? 0) + (sorted[Math.floor(half)] ?? 0)) / 2
  if (median === 0) return 'same'
  if (median > 0) return median >= MUCH ? 'much_higher' : 'higher'
  return median <= -MUCH ? 'much_lower' : 'lower'
}

/**
 * What may be shown of these people's answers; undefined when they are too few. It says the same whatever order they came in,
 * and leaves out every question that too few have answered. Pure.
 */
export function tallyOf(all: readonly SharedAnswers[]): Pick<Tally, 'atLeast' | 'items'> | undefined {
  if (all.length < FEWEST) return undefined
  const items = SharedId.options.flatMap((id) => {
    const changes = all.flatMap((answers) => {
      const pair = answers[id]
      return pair ? [pair.after - pair.before] : []
    })
    if (changes.length < FEWEST) return []
    const amount = (is: (change: number) => boolean) => amountOf(changes.filter(is).length, changes.length)
    return [
      {
        id,
        higher: amount((change) => change > 0),
        same: amount((change) => change === 0),
        lower: amount((change) => change < 0),
        middle: middleOf(changes),
      },
    ]
  })
  return items.length > 0 ? { atLeast: all.length - (all.length % FEWEST), items } : undefined
}
