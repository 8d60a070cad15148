import type { Hit, Moment } from '../../scenes/kit/types.ts'

/**
 * How far the sounds that happen once are scheduled: in which beat, where in it that was, up to how many seconds into it,
 * and when (seconds of the scene).
 */
export type Passing = {
  readonly beat: string
  readonly into: number
  readonly upTo: number
  readonly t: number
}

/** More than this between two looks is a leap, not a passing. Seconds. */
const LEAP = 0.5

type Where = Pick<Moment, 't' | 'into'> & { readonly beat: { readonly id: string } }

/** What sounds between now and `ahead` seconds from now, each with the seconds until then: every hit once for each passing of its place. */
export function hitsDue(
  hits: readonly Hit[],
  passing: Passing | undefined,
  { t, into, beat }: Where,
  ahead: number,
): { due: { hit: Hit; in: number }[]; passing: Passing } {
  const passed = passing ? t - passing.t : Number.POSITIVE_INFINITY
  const leapt = passed < 0 || passed > LEAP
  const ended = passing && !leapt && passing.beat !== beat.id ? passing : undefined
  const from = leapt ? into : ended ? 0 : (passing?.upTo ?? 0)
  const upTo = Math.max(into + ahead, from)
  const due = hits
    .filter(
      (hit) =>
        (hit.beat === beat.id && hit.at >= from && hit.at < upTo) ||
        // the end of the beat before has gone by since the last look
        (hit.beat === ended?.beat && hit.at >= ended.upTo && hit.at < ended.into + passed),
    )
    .map((hit) => ({ hit, in: hit.beat === beat.id ? Math.max(hit.at - into, 0) : 0 }))
  return { due, passing: { beat: beat.id, into, upTo, t } }
}
