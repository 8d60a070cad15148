import type { SharedAnswers, SharedId } from '../../../server/tallies/contract.ts'
import type { Answers, MeasureId } from '../measures/measures.ts'

/**
 * What can be shared: what one thinks of the person in the scene. How one is, how tense and how sick are signals for one's
 * own safety: whoever had to fear that these count somewhere would answer them for others.
 */
export const SHARED = [
  'closeness',
  'capable',
  'pity',
  'distance',
  'canDo',
] as const satisfies readonly (SharedId & MeasureId)[]

/** What of these answers would be shared: questions answered both times; undefined when there is none. Pure. */
export function sharedFrom(before: Answers, after: Answers): SharedAnswers | undefined {
  const pairs = SHARED.flatMap((id) => {
    const [a, b] = [before[id], after[id]]
    return a === undefined || b === undefined ? [] : [[id, { before: a, after: b }] as const]
  })
  return pairs.length > 0 ? Object.fromEntries(pairs) : undefined
}
