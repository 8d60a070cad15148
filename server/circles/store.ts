import { and, asc, eq, gt, inArray, isNull, ne, notExists } from 'drizzle-orm'
import type { z } from 'zod'
import { violates } from '../db/errors.ts'
import type { Database } from '../db/open.ts'
import {
  accounts,
  admissions,
  circles,
  invitations,
  meetups,
  memberships,
  rooms,
  rsvps,
} from '../db/schema.ts'
import { AppError } from '../lib/errors.ts'
import { newId } from '../lib/ids.ts'
import { endScreensOfMember } from '../rooms/store.ts'
import type { CircleInput, CircleRole } from './contract.ts'
import { caseless, foldName } from './names.ts'

export type CircleRow = typeof circles.$inferSelect
export type MembershipRow = typeof memberships.$inferSelect

export const circleById = async (db: Database, id: string): Promise<CircleRow | undefined> =>
  (await db.select().from(circles).where(eq(circles.id, id)))[0]

export const listedCircles = (db: Database) =>
  db.select().from(circles).where(ne(circles.entry, 'invitation')).orderBy(asc(circles.name))

export const circlesOf = (db: Database, accountId: string) =>
  db
    .select({ circle: circles, me: memberships })
    .from(memberships)
    .innerJoin(circles, eq(circles.id, memberships.circleId))
    .where(and(eq(memberships.accountId, accountId), ne(memberships.state, 'removed')))
    .orderBy(asc(circles.name))

/** Starts of the next meetups by circle id, at most three each. */
export async function nextStarts(
  db: Database,
  circleIds: readonly string[],
  now: Date,
): Promise<Map<string, Date[]>> {
  const found = new Map<string, Date[]>()
  if (circleIds.length === 0) return found
  const rows = await db
    .select({ circleId: meetups.circleId, startsAt: meetups.startsAt })
    .from(meetups)
    .where(
      and(inArray(meetups.circleId, [...circleIds]), gt(meetups.startsAt, now), isNull(meetups.cancelledAt)),
    )
    .orderBy(asc(meetups.startsAt))
  for (const { circleId, startsAt } of rows) {
    const starts = found.get(circleId) ?? []
    if (starts.length < 3) found.set(circleId, [...starts, startsAt])
  }
  return found
}

/** Undefined when there is a circle with this id. */
export const insertCircle = async (
  db: Database,
  input: z.output<typeof CircleInput> & { id: string },
  now: Date,
): Promise<CircleRow | undefined> =>
  (
    await db
      .insert(circles)
      .values({ ...input, createdAt: now })
      .onConflictDoNothing()
      .returning()
  )[0]

export async function updateCircle(
  db: Database,
  id: string,
  set: Partial<CircleRow>,
): Promise<CircleRow | undefined> {
  if (Object.keys(set).length === 0) return circleById(db, id)
  return (await db.update(circles).set(set).where(eq(circles.id, id)).returning())[0]
}

// --- memberships

export const membershipOf = async (
  db: Database,
  circleId: string,
  accountId: string,
): Promise<MembershipRow | undefined> =>
  (
    await db
      .select()
      .from(memberships)
      .where(and(eq(memberships.circleId, circleId), eq(memberships.accountId, accountId)))
  )[0]

/** Everyone in the circle or asking to be; not those who are leaving the service. */
export const membersOf = async (db: Database, circleId: string): Promise<MembershipRow[]> =>
  (
    await db
      .select({ row: memberships })
      .from(memberships)
      .innerJoin(accounts, eq(accounts.id, memberships.accountId))
      .where(
        and(
          eq(memberships.circleId, circleId),
          ne(memberships.state, 'removed'),
          isNull(accounts.deletionDue),
        ),
      )
      .orderBy(asc(memberships.createdAt))
  ).map((r) => r.row)

const folds = (pseudonym: string) => ({ foldedName: foldName(pseudonym), caselessName: caseless(pseudonym) })

type NewMembership = Pick<MembershipRow, 'circleId' | 'accountId' | 'pseudonym' | 'role' | 'state'>

/** The account's membership, made unless a second click was quicker. Throws `name_taken` for a look-alike name. */
export async function insertMembership(db: Database, m: NewMembership, now: Date): Promise<MembershipRow> {
  const values = { ...m, id: newId(), ...folds(m.pseudonym), avatar: newId(), createdAt: now }
  const [row] = await db
    .insert(memberships)
    .values(values)
    .onConflictDoNothing({ target: [memberships.circleId, memberships.accountId] })
    .returning()
    .catch(nameTaken)
  return row ?? ((await membershipOf(db, m.circleId, m.accountId)) as MembershipRow)
}

export async function updateMembership(
  db: Database,
  id: string,
  set: Partial<Pick<MembershipRow, 'pseudonym' | 'avatar' | 'role' | 'state' | 'removedAt' | 'left'>>,
) {
  const folded = set.pseudonym === undefined ? {} : folds(set.pseudonym)
  const [row] = await db
    .update(memberships)
    .set({ ...set, ...folded })
    .where(eq(memberships.id, id))
    .returning()
    .catch(nameTaken)
  return row
}

const isNameTaken = (error: unknown) =>
  violates(error, 'memberships_name') || violates(error, 'memberships_caseless_name')
function nameTaken(error: unknown): never {
  throw isNameTaken(error) ? new AppError('name_taken') : error
}

export const memberById = async (
  db: Database,
  circleId: string,
  id: string,
): Promise<MembershipRow | undefined> =>
  (
    await db
      .select()
      .from(memberships)
      .where(
        and(eq(memberships.circleId, circleId), eq(memberships.id, id), ne(memberships.state, 'removed')),
      )
  )[0]

/**
 * Whether nobody would facilitate the circle without this member; who is leaving the service does not count. Locks the
 * circle, so that two facilitators who leave at once do not leave it without one.
 */
export async function onlyFacilitator(
  tx: Database,
  circleId: string,
  membershipId: string,
): Promise<boolean> {
  await tx.select({ id: circles.id }).from(circles).where(eq(circles.id, circleId)).for('update')
  const all = and(
    eq(memberships.circleId, circleId),
    eq(memberships.role, 'facilitator'),
    eq(memberships.state, 'joined'),
    isNull(accounts.deletionDue),
  )
  const rows = await tx
    .select({ id: memberships.id })
    .from(memberships)
    .innerJoin(accounts, eq(accounts.id, memberships.accountId))
    .where(all)
  return rows.length === 1 && rows[0]?.id === membershipId
}

/** How many of one name a circle tells apart by a number. */
const NAMESAKES = 20

/**
 * Answers somebody who asks to join; undefined when they do not ask any more. Where the name is taken by then they come in
 * as “Wren 2”, and can change it: while they asked, a refusal would have told them who is there.
 */
export async function answerAsking(db: Database, circleId: string, id: string, answer: 'yes' | 'no') {
  const asking = and(
    eq(memberships.circleId, circleId),
    eq(memberships.id, id),
    eq(memberships.state, 'asked'),
  )
  if (answer === 'no') return (await db.delete(memberships).where(asking).returning())[0]
  const [asked] = await db.select().from(memberships).where(asking)
  // room for the number, and no half of a character at the end
  const short = asked?.pseudonym.slice(0, 29).replace(/[\uD800-\uDBFF]$/, '')
  for (let n = 1; asked && n <= NAMESAKES; n++) {
    const pseudonym = n === 1 ? asked.pseudonym : `${short} ${n}`
    const set = { state: 'joined' as const, pseudonym, ...folds(pseudonym) }
    const done = await db
      .update(memberships)
      .set(set)
      .where(asking)
      .returning()
      .catch((error) => (isNameTaken(error) ? undefined : Promise.reject(error)))
    if (done) return done[0]
  }
  if (asked) throw new AppError('name_taken')
  return undefined
}

export const deleteMembership = (db: Database, id: string) =>
  db.delete(memberships).where(eq(memberships.id, id))

/**
 * Holds the membership as it is until the transaction ends, so that it cannot be removed under what is written for it.
 * Throws `not_found` when it is removed already.
 */
export async function requireStanding(tx: Database, id: string): Promise<MembershipRow> {
  const standing = and(eq(memberships.id, id), eq(memberships.state, 'joined'))
  const [found] = await tx.select().from(memberships).where(standing).for('share')
  if (!found) throw new AppError('not_found')
  return found
}

/** Whether a facilitator ended, muted or changed the persona's place in a room that is still open. */
export async function heldInOpenRoom(db: Database, id: string): Promise<boolean> {
  const found = await db
    .select({ admission: admissions, state: rooms.state })
    .from(admissions)
    .innerJoin(rooms, eq(rooms.meetupId, admissions.meetupId))
    .where(and(eq(admissions.membershipId, id), isNull(rooms.endedAt)))
  return found.some(({ admission, state }) => {
    const place = [...state.seats, ...(state.gone ?? [])].find((p) => p.admission === admission.id)
    return admission.state === 'removed' || place?.muted || place?.role === 'observer'
  })
}

/** Forgets those who left while a facilitator held them in an open room, once none is open any more. */
export const forgetLeft = (db: Database) =>
  db.delete(memberships).where(
    and(
      eq(memberships.left, true),
      notExists(
        db
          .select({ id: admissions.id })
          .from(admissions)
          .innerJoin(rooms, eq(rooms.meetupId, admissions.meetupId))
          .where(and(eq(admissions.membershipId, memberships.id), isNull(rooms.endedAt))),
      ),
    ),
  )

/**
 * Takes away the persona's place everywhere; the row stays so that the account cannot come back by itself: for good, or
 * until {@link forgetLeft} when it `left`.
 */
export async function removeMembership(
  tx: Database,
  { id, circleId, accountId }: MembershipRow,
  now: Date,
  { left = false } = {},
) {
  // first, so that an acceptance at the same moment is either over or finds no invitation
  await tx
    .delete(invitations)
    .where(
      and(
        eq(invitations.circleId, circleId),
        eq(invitations.accountId, accountId),
        isNull(invitations.usedAt),
      ),
    )
  await tx
    .update(memberships)
    .set({ state: 'removed', role: 'member' satisfies CircleRole, removedAt: now, left })
    .where(eq(memberships.id, id))
  await tx.delete(rsvps).where(eq(rsvps.membershipId, id))
  await endScreensOfMember(tx, id)
  await tx.update(admissions).set({ state: 'removed' }).where(eq(admissions.membershipId, id))
}
