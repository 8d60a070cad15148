import { and, eq, gt, inArray, isNotNull, isNull, lt, ne, or, type SQL, sql } from 'drizzle-orm'
import { announce, type Database } from '../db/open.ts'
import {
  accounts,
  admissions,
  meetups,
  memberships,
  rooms,
  rsvps,
  screens,
  webhookEvents,
} from '../db/schema.ts'
import { newId } from '../lib/ids.ts'
import { OVERTIME_MS } from '../meetups/rules.ts'
import { emptyRoom, type RoomState } from './state.ts'

export type RoomRow = typeof rooms.$inferSelect
export type AdmissionRow = typeof admissions.$inferSelect

export const roomOf = async (db: Database, meetupId: string): Promise<RoomRow | undefined> =>
  (await db.select().from(rooms).where(eq(rooms.meetupId, meetupId)))[0]

export const roomByName = async (db: Database, livekitName: string): Promise<RoomRow | undefined> =>
  (await db.select().from(rooms).where(eq(rooms.livekitName, livekitName)))[0]

/** The room of a meetup, made when it is not there, with its row locked until the transaction ends. */
export async function lockRoom(tx: Database, meetupId: string, now: Date): Promise<RoomRow> {
  const locked = async () =>
    (await tx.select().from(rooms).where(eq(rooms.meetupId, meetupId)).for('update'))[0]
  const there = await locked()
  if (there) return there
  await tx
    .insert(rooms)
    .values({ meetupId, livekitName: newId(), version: 0, state: emptyRoom, createdAt: now })
    .onConflictDoNothing()
  return (await locked()) as RoomRow
}

/** Writes what the reducer decided; only {@link lockRoom}'s transaction may call it. */
export async function writeState(tx: Database, row: RoomRow, state: RoomState, now: Date): Promise<RoomRow> {
  const endedAt = state.phase === 'ended' ? (row.endedAt ?? now) : row.endedAt
  const [next] = await tx
    .update(rooms)
    .set({ state, version: row.version + 1, endedAt })
    .where(eq(rooms.meetupId, row.meetupId))
    .returning()
  await announce(tx, row.meetupId)
  return next as RoomRow
}

/** Writes what nobody is told of, so that it is the same version still; only {@link lockRoom}'s transaction may call it. */
export async function writeUnseen(tx: Database, row: RoomRow, state: RoomState): Promise<RoomRow> {
  await tx.update(rooms).set({ state }).where(eq(rooms.meetupId, row.meetupId))
  return { ...row, state }
}

/** Rooms that may have people in them. */
export const openRooms = (db: Database) =>
  db.select({ meetupId: rooms.meetupId }).from(rooms).where(isNull(rooms.endedAt))

/** Open rooms, and those that ended after `since`, with their meetup's times. */
export const watchedRooms = (db: Database, since: Date) =>
  db
    .select({ room: rooms, meetup: meetups })
    .from(rooms)
    .innerJoin(meetups, eq(meetups.id, rooms.meetupId))
    .where(or(isNull(rooms.endedAt), gt(rooms.endedAt, since)))

export const admissionOf = async (
  db: Database,
  meetupId: string,
  membershipId: string,
): Promise<AdmissionRow | undefined> =>
  (
    await db
      .select()
      .from(admissions)
      .where(and(eq(admissions.meetupId, meetupId), eq(admissions.membershipId, membershipId)))
  )[0]

/** Whose account and membership still stand: nobody else is admitted anywhere, whatever their row says. */
export const stands = and(eq(memberships.state, 'joined'), isNull(accounts.deletionDue))

/** The admission behind a LiveKit identity, with its room and meetup; none for who left the circle or the service. */
export const admissionByIdentity = async (db: Database, identity: string) =>
  (
    await db
      .select({ admission: admissions, room: rooms, meetup: meetups })
      .from(admissions)
      .innerJoin(memberships, eq(memberships.id, admissions.membershipId))
      .innerJoin(accounts, eq(accounts.id, memberships.accountId))
      .innerJoin(rooms, eq(rooms.meetupId, admissions.meetupId))
      .innerJoin(meetups, eq(meetups.id, admissions.meetupId))
      .where(and(eq(admissions.identity, identity), stands))
  )[0]

/** Everyone ever admitted to the meetup's room, with the persona that others see; not who left the circle or is leaving. */
export const admissionsOf = (db: Database, meetupId: string) =>
  db
    .select({ admission: admissions, persona: memberships })
    .from(admissions)
    .innerJoin(memberships, eq(memberships.id, admissions.membershipId))
    .innerJoin(accounts, eq(accounts.id, memberships.accountId))
    .where(and(eq(admissions.meetupId, meetupId), stands))

/** The tab that comes in, and the login session it does so with. */
type From = { tab: string; loginSessionId: string }

export async function insertAdmission(
  tx: Database,
  meetupId: string,
  membershipId: string,
  from: From,
  now: Date,
): Promise<AdmissionRow> {
  const [row] = await tx
    .insert(admissions)
    .values({
      id: newId(),
      meetupId,
      membershipId,
      state: 'admitted',
      identity: newId(),
      ...from,
      epoch: 0,
      claimedAt: now,
      createdAt: now,
    })
    .returning()
  return row as AdmissionRow
}

/** Notes that the tab which has the admission asks to come in again. */
export async function claimAdmission(
  tx: Database,
  row: AdmissionRow,
  { loginSessionId }: From,
  now: Date,
): Promise<AdmissionRow> {
  const [next] = await tx
    .update(admissions)
    .set({ state: 'admitted', claimedAt: now, loginSessionId })
    .where(eq(admissions.id, row.id))
    .returning()
  return next as AdmissionRow
}

/** The tab that has the admission says that it leaves. */
export const releaseAdmission = (db: Database, id: string) =>
  db.update(admissions).set({ claimedAt: null }).where(eq(admissions.id, id))

/** Gives the admission a new identity for another device or tab. The old one opens nothing from now on. */
export async function moveAdmission(
  tx: Database,
  row: AdmissionRow,
  from: From,
  now: Date,
): Promise<AdmissionRow> {
  const [next] = await tx
    .update(admissions)
    .set({
      state: 'admitted',
      identity: newId(),
      ...from,
      epoch: row.epoch + 1,
      claimedAt: now,
      connectedAt: null,
    })
    .where(eq(admissions.id, row.id))
    .returning()
  return next as AdmissionRow
}

/**
 * Lets go of every open room that the account is in with this login session, or with any other than it: the device that is
 * there has a dead identity from now on, and the sweep puts it out.
 */
export async function leaveRooms(
  tx: Database,
  accountId: string,
  loginSessionId: string,
  which: 'with' | 'without',
): Promise<void> {
  const { loginSessionId: from } = admissions
  const rows = await tx
    .select({ id: admissions.id, epoch: admissions.epoch })
    .from(admissions)
    .innerJoin(memberships, eq(memberships.id, admissions.membershipId))
    .innerJoin(rooms, eq(rooms.meetupId, admissions.meetupId))
    .where(
      and(
        eq(memberships.accountId, accountId),
        isNull(rooms.endedAt),
        which === 'with' ? eq(from, loginSessionId) : or(isNull(from), ne(from, loginSessionId)),
      ),
    )
  for (const { id, epoch } of rows)
    await tx
      .update(admissions)
      .set({ identity: newId(), tab: newId(), epoch: epoch + 1, claimedAt: null, connectedAt: null })
      .where(eq(admissions.id, id))
}

/**
 * Ends the second screens of some admissions, in the transaction that takes these back: one that is given again a moment
 * later, before any sweep, has none of its old ones.
 */
const endScreensWhere = (tx: Database, which: SQL | undefined) =>
  tx
    .delete(screens)
    .where(
      inArray(
        screens.admissionId,
        tx
          .select({ id: admissions.id })
          .from(admissions)
          .innerJoin(memberships, eq(memberships.id, admissions.membershipId))
          .where(which),
      ),
    )

/** Ends all second screens that a member has, in whatever room. */
export const endScreensOfMember = (tx: Database, membershipId: string) =>
  endScreensWhere(tx, eq(memberships.id, membershipId))

/** Ends all second screens that an account has, in whatever room. */
export const endScreensOfAccount = (tx: Database, accountId: string) =>
  endScreensWhere(tx, eq(memberships.accountId, accountId))

/** Takes back an admission whose seat was given back; a removal stays. The sweep puts the person out. */
export async function giveBackAdmission(tx: Database, meetupId: string, membershipId: string): Promise<void> {
  const which = and(eq(admissions.meetupId, meetupId), eq(admissions.membershipId, membershipId))
  await endScreensWhere(tx, which)
  await tx
    .update(admissions)
    .set({ state: 'given_back' })
    .where(and(which, eq(admissions.state, 'admitted')))
}

export async function removeAdmission(tx: Database, id: string): Promise<void> {
  await endScreensWhere(tx, eq(admissions.id, id))
  await tx.update(admissions).set({ state: 'removed' }).where(eq(admissions.id, id))
}

/** Notes that somebody is in the room now; not of one who has said since that they leave. */
export const noteConnected = (db: Database, row: AdmissionRow, now: Date) =>
  db
    .update(admissions)
    .set({ connectedAt: now, firstJoinedAt: row.firstJoinedAt ?? now })
    .where(and(eq(admissions.id, row.id), isNull(admissions.connectedAt), isNotNull(admissions.claimedAt)))

export const noteLeft = (db: Database, admissionId: string, now: Date) =>
  db
    .update(admissions)
    .set({ connectedAt: null, lastLeftAt: now })
    .where(and(eq(admissions.id, admissionId), isNotNull(admissions.connectedAt)))

export const endMeetup = (tx: Database, meetupId: string, now: Date) =>
  tx
    .update(meetups)
    .set({ endedAt: now })
    .where(and(eq(meetups.id, meetupId), isNull(meetups.endedAt)))

/** True the first time an event's id is seen. */
export const isNewEvent = async (db: Database, id: string, now: Date): Promise<boolean> =>
  (
    await db
      .insert(webhookEvents)
      .values({ id, receivedAt: now })
      .onConflictDoNothing()
      .returning({ id: webhookEvents.id })
  ).length > 0

export const forgetEvents = (db: Database, before: Date) =>
  db.delete(webhookEvents).where(lt(webhookEvents.receivedAt, before))

/**
 * Forgets who was in rooms that have ended, and who said that they would come to meetups that are over: at once where
 * the person did not agree to it being kept, else when the meetup began before `keepUntil`. Rooms go with the last trace.
 */
export async function forgetAttendance(db: Database, now: Date, keepUntil: Date) {
  const forgotten = or(
    isNull(accounts.attendanceConsent),
    eq(accounts.attendanceConsent, false),
    lt(meetups.startsAt, keepUntil),
  )
  const over = or(
    isNotNull(meetups.endedAt),
    isNotNull(meetups.cancelledAt),
    lt(
      meetups.startsAt,
      sql`${now}::timestamptz - (${meetups.minutes} * 60000 + ${OVERTIME_MS}) * interval '1 millisecond'`,
    ),
  )
  const attended = await db
    .select({ id: admissions.id })
    .from(admissions)
    .innerJoin(rooms, eq(rooms.meetupId, admissions.meetupId))
    .innerJoin(meetups, eq(meetups.id, admissions.meetupId))
    .innerJoin(memberships, eq(memberships.id, admissions.membershipId))
    .innerJoin(accounts, eq(accounts.id, memberships.accountId))
    .where(and(isNotNull(rooms.endedAt), forgotten))
  for (const { id } of attended) await db.delete(admissions).where(eq(admissions.id, id))
  const answered = await db
    .select({ meetupId: rsvps.meetupId, membershipId: rsvps.membershipId })
    .from(rsvps)
    .innerJoin(meetups, eq(meetups.id, rsvps.meetupId))
    .innerJoin(memberships, eq(memberships.id, rsvps.membershipId))
    .innerJoin(accounts, eq(accounts.id, memberships.accountId))
    .where(and(over, forgotten))
  for (const { meetupId, membershipId } of answered)
    await db.delete(rsvps).where(and(eq(rsvps.meetupId, meetupId), eq(rsvps.membershipId, membershipId)))
  await db.delete(rooms).where(lt(rooms.endedAt, keepUntil))
}
