import { and, asc, eq, gt, inArray, isNull, lte, ne, notExists } from 'drizzle-orm'
import { announce, type Database } from '../db/open.ts'
import { accounts, circles, meetups, memberships } from '../db/schema.ts'
import type { Language } from '../lib/contract.ts'

const NOTICE_MS = 86_400_000

const REASON: Record<Language, string> = {
  en: 'This circle has no facilitator right now, so this meetup cannot take place.',
  es: 'Ahora mismo nadie facilita este círculo, así que este encuentro no puede celebrarse.',
}

/** Memberships of those who facilitate a circle now; not of somebody who is leaving the service. */
const facilitating = (db: Database) =>
  db
    .select({ id: memberships.id })
    .from(memberships)
    .innerJoin(accounts, eq(accounts.id, memberships.accountId))
    .where(
      and(
        eq(memberships.circleId, circles.id),
        eq(memberships.role, 'facilitator'),
        eq(memberships.state, 'joined'),
        isNull(accounts.deletionDue),
      ),
    )

export const unfacilitatedCircles = (db: Database) =>
  db
    .select()
    .from(circles)
    .where(notExists(facilitating(db)))
    .orderBy(asc(circles.name))

/** Whether the circle has no facilitator, with its row locked until the transaction ends. */
export async function lockUnfacilitated(tx: Database, circleId: string): Promise<boolean> {
  await tx.select({ id: circles.id }).from(circles).where(eq(circles.id, circleId)).for('update')
  const found = await tx
    .select({ id: circles.id })
    .from(circles)
    .where(and(eq(circles.id, circleId), notExists(facilitating(tx))))
  return found.length > 0
}

/**
 * Looks after circles that nobody facilitates: nobody new comes into them, and a meetup that nobody would hold is
 * cancelled a day before it begins, so that people hear of it in time. Later ones stand until then: whoever wanted to
 * be deleted may yet stay, and a steward may name somebody. What was closed or cancelled stays so; a facilitator opens
 * the circle and plans again. Safe to run at any time.
 */
export async function closeUnfacilitated(db: Database, now: Date): Promise<void> {
  await db
    .update(circles)
    .set({ entry: 'invitation' })
    .where(and(ne(circles.entry, 'invitation'), notExists(facilitating(db))))
  const due = and(
    isNull(meetups.cancelledAt),
    isNull(meetups.endedAt),
    gt(meetups.startsAt, now),
    lte(meetups.startsAt, new Date(now.getTime() + NOTICE_MS)),
  )
  for (const [language, cancelReason] of Object.entries(REASON) as [Language, string][]) {
    const left = db
      .select({ id: circles.id })
      .from(circles)
      .where(and(eq(circles.language, language), notExists(facilitating(db))))
    const cancelled = await db
      .update(meetups)
      .set({ cancelledAt: now, cancelReason })
      .where(and(due, inArray(meetups.circleId, left)))
      .returning({ id: meetups.id })
    for (const { id } of cancelled) await announce(db, id)
  }
}

/** Members of these circles whom a steward has made facilitators; not those who are leaving. */
export const trainedMembers = async (db: Database, circleIds: readonly string[]) =>
  circleIds.length === 0
    ? []
    : (
        await db
          .select({ row: memberships })
          .from(memberships)
          .innerJoin(accounts, eq(accounts.id, memberships.accountId))
          .where(
            and(
              inArray(memberships.circleId, [...circleIds]),
              eq(memberships.state, 'joined'),
              ne(accounts.standing, 'member'),
              isNull(accounts.deletionDue),
            ),
          )
          .orderBy(asc(memberships.createdAt))
      ).map((r) => r.row)

/** Makes somebody who may facilitate no longer an ordinary member wherever they facilitate. */
export const stepDownEverywhere = (db: Database, accountId: string) =>
  db
    .update(memberships)
    .set({ role: 'member' })
    .where(and(eq(memberships.accountId, accountId), eq(memberships.role, 'facilitator')))
