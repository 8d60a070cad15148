import { and, asc, eq, inArray, isNotNull, lte } from 'drizzle-orm'
import type { Database } from '../db/open.ts'
import { meetups, tallies, tallyAnswers, tallySeats } from '../db/schema.ts'
import type { SharedAnswers, Tally } from './contract.ts'
import { tallyOf } from './rules.ts'
import type { Going } from './slip.ts'

const seatsOf = ({ meetupId, opened }: Going) =>
  and(eq(tallySeats.meetupId, meetupId), eq(tallySeats.opened, opened))
const answersOf = ({ meetupId, opened }: Going) =>
  and(eq(tallyAnswers.meetupId, meetupId), eq(tallyAnswers.opened, opened))

/** Notes that this seat took its slip; false when it had. Atomic. */
export const takeSeat = async (tx: Database, going: Going, admissionId: string): Promise<boolean> =>
  (
    await tx
      .insert(tallySeats)
      .values({ ...going, admissionId })
      .onConflictDoNothing()
      .returning({ opened: tallySeats.opened })
  ).length > 0

const shared = async (tx: Database, going: Going): Promise<Record<string, SharedAnswers>> =>
  (await tx.select({ answers: tallyAnswers.answers }).from(tallyAnswers).where(answersOf(going)))[0]
    ?.answers ?? {}

const write = (tx: Database, going: Going, answers: Record<string, SharedAnswers>) =>
  tx
    .insert(tallyAnswers)
    .values({ ...going, answers })
    .onConflictDoUpdate({ target: [tallyAnswers.meetupId, tallyAnswers.opened], set: { answers } })

/** Keeps somebody's answers in the place of those of the same key; only while the room's row is locked. */
export const keepAnswers = async (tx: Database, going: Going, key: string, answers: SharedAnswers) =>
  write(tx, going, { ...(await shared(tx, going)), [key]: answers })

/** Forgets them again; only while the room's row is locked. */
export async function dropAnswers(tx: Database, going: Going, key: string): Promise<void> {
  const { [key]: _, ...others } = await shared(tx, going)
  await write(tx, going, others)
}

/**
 * Ends a going-through: what may be shown of it is worked out, this once, and all that it was made of is deleted. Only while
 * the room's row is locked, so that nothing is shared meanwhile.
 */
export async function closeTally(tx: Database, going: Going, scene: string): Promise<void> {
  const tally = tallyOf(Object.values(await shared(tx, going)))
  await tx.delete(tallyAnswers).where(answersOf(going))
  await tx.delete(tallySeats).where(seatsOf(going))
  if (tally)
    await tx
      .insert(tallies)
      .values({ ...going, tally: { scene, opened: going.opened, ...tally } })
      .onConflictDoNothing()
}

export const talliesOf = async (db: Database, meetupId: string): Promise<Tally[]> =>
  (
    await db
      .select({ tally: tallies.tally })
      .from(tallies)
      .where(eq(tallies.meetupId, meetupId))
      .orderBy(asc(tallies.opened))
  ).map(({ tally }) => tally)

/** Forgets all of meetups that ended before this. */
export async function forgetTallies(db: Database, before: Date): Promise<void> {
  const over = db
    .select({ id: meetups.id })
    .from(meetups)
    .where(and(isNotNull(meetups.endedAt), lte(meetups.endedAt, before)))
  for (const table of [tallies, tallyAnswers, tallySeats])
    await db.delete(table).where(inArray(table.meetupId, over))
}
