import { and, asc, count, eq, gt, inArray, isNull } from 'drizzle-orm'
import { announce, type Database } from '../db/open.ts'
import { accounts, circles, meetups, memberships, rsvps } from '../db/schema.ts'
import type { Rsvp } from './contract.ts'

type MembershipRow = typeof memberships.$inferSelect
export type MeetupRow = typeof meetups.$inferSelect
type MeetupValues = Pick<
  MeetupRow,
  'title' | 'description' | 'startsLocal' | 'zone' | 'startsAt' | 'minutes' | 'seats'
>

export const meetupById = async (db: Database, id: string): Promise<MeetupRow | undefined> =>
  (await db.select().from(meetups).where(eq(meetups.id, id)))[0]

/** A meetup with its circle, and the membership that the account has there, whatever its state. */
export const meetupAsSeenBy = async (db: Database, id: string, accountId: string) =>
  (
    await db
      .select({ meetup: meetups, circle: circles, me: memberships })
      .from(meetups)
      .innerJoin(circles, eq(circles.id, meetups.circleId))
      .leftJoin(memberships, and(eq(memberships.circleId, circles.id), eq(memberships.accountId, accountId)))
      .where(eq(meetups.id, id))
  )[0]

/** The meetup with its row locked until the transaction ends: seats are counted and taken one after the other. */
export const lockMeetup = async (tx: Database, id: string): Promise<MeetupRow | undefined> =>
  (await tx.select().from(meetups).where(eq(meetups.id, id)).for('update'))[0]

export const meetupsOfCircle = (db: Database, circleId: string, since: Date) =>
  db
    .select()
    .from(meetups)
    .where(and(eq(meetups.circleId, circleId), gt(meetups.startsAt, since)))
    .orderBy(asc(meetups.startsAt))

export const meetupsOfAccount = (db: Database, accountId: string, since: Date) =>
  db
    .select({ meetup: meetups, circle: circles, me: memberships })
    .from(meetups)
    .innerJoin(circles, eq(circles.id, meetups.circleId))
    .innerJoin(
      memberships,
      and(
        eq(memberships.circleId, circles.id),
        eq(memberships.accountId, accountId),
        eq(memberships.state, 'joined'),
      ),
    )
    .where(and(gt(meetups.startsAt, since), isNull(meetups.endedAt)))
    .orderBy(asc(meetups.startsAt))

/** Undefined when there is a meetup with this id. */
export const insertMeetup = async (
  db: Database,
  circleId: string,
  values: MeetupValues & { id: string },
  now: Date,
): Promise<MeetupRow | undefined> =>
  (
    await db
      .insert(meetups)
      .values({ ...values, circleId, createdAt: now })
      .onConflictDoNothing()
      .returning()
  )[0]

export async function updateMeetup(db: Database, id: string, set: Partial<MeetupRow>): Promise<MeetupRow> {
  const [row] = await db.update(meetups).set(set).where(eq(meetups.id, id)).returning()
  await announce(db, id)
  return row as MeetupRow
}

// --- RSVPs

/** Seats taken and my own answer, for several meetups in one query each. */
export async function answers(db: Database, meetupIds: readonly string[], membershipIds: readonly string[]) {
  if (meetupIds.length === 0) return { taken: new Map<string, number>(), mine: new Map<string, Rsvp>() }
  const ids = [...meetupIds]
  const going = and(inArray(rsvps.meetupId, ids), eq(rsvps.answer, 'going'))
  const [taken, mine] = await Promise.all([
    db.select({ id: rsvps.meetupId, n: count() }).from(rsvps).where(going).groupBy(rsvps.meetupId),
    membershipIds.length === 0
      ? []
      : db
          .select({ id: rsvps.meetupId, answer: rsvps.answer })
          .from(rsvps)
          .where(and(inArray(rsvps.meetupId, ids), inArray(rsvps.membershipId, [...membershipIds]))),
  ])
  return { taken: new Map(taken.map((t) => [t.id, t.n])), mine: new Map(mine.map((m) => [m.id, m.answer])) }
}

export const seatsTaken = async (db: Database, meetupId: string): Promise<number> =>
  (await answers(db, [meetupId], [])).taken.get(meetupId) ?? 0

export const answerOf = async (db: Database, meetupId: string, membershipId: string): Promise<Rsvp | null> =>
  (await answers(db, [meetupId], [membershipId])).mine.get(meetupId) ?? null

export async function putAnswer(
  db: Database,
  meetupId: string,
  membershipId: string,
  answer: Rsvp,
  now: Date,
) {
  await db
    .insert(rsvps)
    .values({ meetupId, membershipId, answer, updatedAt: now })
    .onConflictDoUpdate({ target: [rsvps.meetupId, rsvps.membershipId], set: { answer, updatedAt: now } })
  await announce(db, meetupId)
}

/** Facilitators of several circles; not those who are leaving the service. */
export const facilitatorsOf = async (db: Database, circleIds: readonly string[]): Promise<MembershipRow[]> =>
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
              eq(memberships.role, 'facilitator'),
              eq(memberships.state, 'joined'),
              isNull(accounts.deletionDue),
            ),
          )
          .orderBy(asc(memberships.createdAt))
      ).map((r) => r.row)
