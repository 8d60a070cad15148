import { mix, smooth } from './curves.ts'
import type { Beat, Moment } from './types.ts'

/**
 * A number that each beat sets and that goes softly from one beat's to the next during its first `soft` seconds; beats not
 * named keep what was before. The same moment gives the same number.
 */
export function track(
  beats: readonly Beat[],
  values: Readonly<Record<string, number>>,
  soft = 3,
): (moment: Moment) => number {
  let last = values[beats[0]?.id ?? ''] ?? 0
  const steps = new Map<Beat['id'], { readonly before: number; readonly now: number }>()
  for (const { id } of beats) {
    const now = values[id] ?? last
    steps.set(id, { before: last, now })
    last = now
  }
  return ({ beat, into }) => {
    const step = steps.get(beat.id)
    return step ? mix(step.before, step.now, smooth(0, soft, into)) : 0
  }
}
