import { and, asc, eq, gt, isNull, notExists, or } from 'drizzle-orm'
import type { Database } from '../db/open.ts'
import { invitations, memberships } from '../db/schema.ts'
import type { Deps } from '../deps.ts'
import { hashSecret, newId, newSecret } from '../lib/ids.ts'
import { type CircleRow, circleById } from './store.ts'

const INVITATION_MS = 7 * 86_400_000

/** A single-use invitation to the circle, for seven days; its code stands in the fragment of the address. */
export async function makeInvitation(deps: Pick<Deps, 'db' | 'publicUrl'>, circleId: string, now: Date) {
  const [id, code] = [newId(), newSecret()]
  const expiresAt = new Date(now.getTime() + INVITATION_MS)
  await deps.db
    .insert(invitations)
    .values({ id, circleId, codeHash: hashSecret(code), expiresAt, createdAt: now })
  return { id, url: `${deps.publicUrl}/invitation#${code}`, expiresAt: expiresAt.toISOString() }
}

export const openInvitations = (db: Database, circleId: string, now: Date) =>
  db
    .select()
    .from(invitations)
    .where(
      and(eq(invitations.circleId, circleId), isNull(invitations.usedAt), gt(invitations.expiresAt, now)),
    )
    .orderBy(asc(invitations.createdAt))

export const deleteInvitation = (db: Database, circleId: string, id: string) =>
  db
    .delete(invitations)
    .where(and(eq(invitations.circleId, circleId), eq(invitations.id, id)))
    .returning({ id: invitations.id })

/** A circle that removed the account after it had made the invitation does not mean this person any more. */
const removedSince = (db: Database, accountId: string) =>
  db
    .select({ id: memberships.id })
    .from(memberships)
    .where(
      and(
        eq(memberships.circleId, invitations.circleId),
        eq(memberships.accountId, accountId),
        eq(memberships.state, 'removed'),
        gt(memberships.removedAt, invitations.createdAt),
      ),
    )

const usable = (db: Database, code: string, accountId: string, now: Date) =>
  and(
    notExists(removedSince(db, accountId)),
    eq(invitations.codeHash, hashSecret(code)),
    isNull(invitations.usedAt),
    gt(invitations.expiresAt, now),
    or(isNull(invitations.accountId), eq(invitations.accountId, accountId)),
  )

/** Binds the invitation to the account that opens it first, and gives its circle; undefined for everyone else. Atomic. */
export async function bindInvitation(
  db: Database,
  code: string,
  accountId: string,
  now: Date,
): Promise<CircleRow | undefined> {
  const [row] = await db
    .update(invitations)
    .set({ accountId })
    .where(usable(db, code, accountId, now))
    .returning()
  return row && circleById(db, row.circleId)
}

/** Uses the invitation up; undefined when this account may not. Atomic. */
export async function useInvitation(db: Database, code: string, accountId: string, now: Date) {
  const mine = and(usable(db, code, accountId, now), eq(invitations.accountId, accountId))
  return (await db.update(invitations).set({ usedAt: now }).where(mine).returning())[0]
}
