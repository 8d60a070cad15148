import { Temporal } from 'temporal-polyfill'
import type { FieldProblem } from '../lib/contract.ts'
import type { MeetupPhase, Rsvp } from './contract.ts'

/** The room opens this long before the start. */
export const ARRIVAL_MS = 15 * 60_000
/** A meetup that nobody ended ends by itself this long after its planned end. */
export const OVERTIME_MS = 30 * 60_000
const FURTHEST_AHEAD_MS = 400 * 86_400_000

export type Times = { startsAt: Date; minutes: number; cancelledAt: Date | null; endedAt: Date | null }

export const opensAt = (m: Times): Date => new Date(m.startsAt.getTime() - ARRIVAL_MS)
export const endsAt = (m: Times): Date => new Date(m.startsAt.getTime() + m.minutes * 60_000)

/** What a meetup is at this moment: it follows from its times and two stored facts, and is stored nowhere itself. */
export function phaseOf(m: Times, now: Date): MeetupPhase {
  if (m.cancelledAt) return 'cancelled'
  if (m.endedAt || now.getTime() >= endsAt(m).getTime() + OVERTIME_MS) return 'ended'
  if (now >= m.startsAt) return 'live'
  return now >= opensAt(m) ? 'arrival' : 'scheduled'
}

/**
 * The instant of a wall-clock time in an IANA zone. A time that the clocks skip (spring) does not exist: undefined. Of
 * one that they repeat (autumn) the first is meant, as in RFC 5545 3.3.5. Unknown zones give undefined.
 */
export function instantOf(startsLocal: string, zone: string): Date | undefined {
  try {
    // Temporal also takes zones in brackets after a time, which nobody's browser could show
    new Intl.DateTimeFormat('en', { timeZone: zone })
    const local = Temporal.PlainDateTime.from(startsLocal)
    const zoned = local.toZonedDateTime(zone, { disambiguation: 'compatible' })
    if (!zoned.toPlainDateTime().equals(local)) return undefined
    return new Date(zoned.epochMilliseconds)
  } catch {
    return undefined
  }
}

/** Why a meetup may not be set to begin then, or undefined when it may: after now, and within about a year. */
export function startProblem(startsAt: Date | undefined, now: Date): FieldProblem | undefined {
  if (!startsAt) return 'no_such_time'
  if (startsAt <= now) return 'in_the_past'
  return startsAt.getTime() - now.getTime() > FURTHEST_AHEAD_MS ? 'too_far_ahead' : undefined
}

/** Whether this answer takes a seat that the person does not have yet. */
export const takesSeat = (before: Rsvp | null, answer: Rsvp): boolean =>
  answer === 'going' && before !== 'going'
