import { and, asc, count, eq, gt, inArray, isNotNull, isNull, lte, notInArray } from 'drizzle-orm'
import type { Database } from '../db/open.ts'
import { accounts, admissions, meetups, memberships, rooms, screens } from '../db/schema.ts'
import { hashSecret, newId } from '../lib/ids.ts'
import { stands } from './store.ts'

/** A screen with its admission, room and meetup; none of who left the circle or the service. */
const found = (db: Database) =>
  db
    .select({ screen: screens, admission: admissions, room: rooms, meetup: meetups })
    .from(screens)
    .innerJoin(admissions, eq(admissions.id, screens.admissionId))
    .innerJoin(memberships, eq(memberships.id, admissions.membershipId))
    .innerJoin(accounts, eq(accounts.id, memberships.accountId))
    .innerJoin(rooms, eq(rooms.meetupId, admissions.meetupId))
    .innerJoin(meetups, eq(meetups.id, admissions.meetupId))

const isPaired = isNotNull(screens.keyHash)

export const screenByIdentity = async (db: Database, identity: string) =>
  (await found(db).where(and(eq(screens.identity, identity), isPaired, stands)))[0]

export const screenByKey = async (db: Database, key: string) =>
  (await found(db).where(and(eq(screens.keyHash, hashSecret(key)), stands)))[0]

/** The second screens of everyone in the meetup's room, oldest first. */
export const screensOf = (db: Database, meetupId: string) =>
  found(db)
    .where(and(eq(admissions.meetupId, meetupId), isPaired, stands))
    .orderBy(asc(screens.createdAt))

export const countScreens = async (db: Database, admissionId: string): Promise<number> =>
  (
    await db
      .select({ n: count() })
      .from(screens)
      .where(and(eq(screens.admissionId, admissionId), isPaired))
  )[0]?.n ?? 0

type NewCode = Pick<typeof screens.$inferSelect, 'admissionId' | 'loginSessionId' | 'codeExpiresAt'> & {
  codeHash: string
}

/** Puts a code in the place of the admission's unused one. */
export async function replaceCode(tx: Database, code: NewCode, now: Date): Promise<void> {
  await tx.delete(screens).where(and(eq(screens.admissionId, code.admissionId), isNull(screens.keyHash)))
  await tx.insert(screens).values({ identity: newId(), ...code, createdAt: now })
}

/** Uses a code up and makes its row the screen with this key; false when it is unknown, used or too old. Atomic. */
export const useCode = async (db: Database, codeHash: string, key: string, now: Date): Promise<boolean> =>
  (
    await db
      .update(screens)
      .set({ codeHash: null, keyHash: hashSecret(key) })
      .where(and(eq(screens.codeHash, codeHash), gt(screens.codeExpiresAt, now)))
      .returning({ identity: screens.identity })
  ).length > 0

export const endScreen = (db: Database, identity: string) =>
  db.delete(screens).where(eq(screens.identity, identity))

/** Ends all screens and codes of a room, or those whose person is not admitted to it any more. */
export function endScreens(db: Database, meetupId: string, which: 'all' | 'orphaned') {
  const here = eq(admissions.meetupId, meetupId)
  const all = db.select({ id: admissions.id }).from(admissions).where(here)
  const admitted = db
    .select({ id: admissions.id })
    .from(admissions)
    .innerJoin(memberships, eq(memberships.id, admissions.membershipId))
    .innerJoin(accounts, eq(accounts.id, memberships.accountId))
    .where(and(here, eq(admissions.state, 'admitted'), stands))
  const orphaned = which === 'orphaned' ? notInArray(screens.admissionId, admitted) : undefined
  return db.delete(screens).where(and(inArray(screens.admissionId, all), orphaned))
}

export const forgetCodes = (db: Database, now: Date) =>
  db.delete(screens).where(and(isNull(screens.keyHash), lte(screens.codeExpiresAt, now)))
