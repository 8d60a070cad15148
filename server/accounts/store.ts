import { and, count, desc, eq, gt, isNotNull, isNull, lt, lte, ne, or, sql } from 'drizzle-orm'
import type { Database } from '../db/open.ts'
import {
  accounts,
  invitations,
  type LinkPurpose,
  links,
  loginSessions,
  passkeys,
  recoveryCodes,
  totpSecrets,
  verifications,
} from '../db/schema.ts'
import { hashSecret, newId } from '../lib/ids.ts'
import { isPlaceholder } from './auth.ts'
import type { Standing } from './contract.ts'
import { HOUR, type Keys } from './rules.ts'

export type AccountRow = typeof accounts.$inferSelect

export const accountById = async (db: Database, id: string): Promise<AccountRow | undefined> =>
  (await db.select().from(accounts).where(eq(accounts.id, id)))[0]

/** The account with its row locked until the transaction ends. */
export const lockAccount = async (tx: Database, id: string): Promise<AccountRow | undefined> =>
  (await tx.select().from(accounts).where(eq(accounts.id, id)).for('update'))[0]

export const accountByEmail = async (db: Database, email: string): Promise<AccountRow | undefined> =>
  (await db.select().from(accounts).where(eq(accounts.email, email)))[0]

export const updateAccount = (db: Database, id: string, set: Partial<AccountRow>) =>
  db.update(accounts).set(set).where(eq(accounts.id, id)).returning({ id: accounts.id })

export const passkeysOf = (db: Database, accountId: string) =>
  db.select().from(passkeys).where(eq(passkeys.userId, accountId)).orderBy(passkeys.createdAt)

export async function keysOf(db: Database, account: AccountRow): Promise<Keys> {
  const [p] = await db.select({ n: count() }).from(passkeys).where(eq(passkeys.userId, account.id))
  const [r] = await db
    .select({ n: count() })
    .from(recoveryCodes)
    .where(and(eq(recoveryCodes.accountId, account.id), isNull(recoveryCodes.usedAt)))
  const [t] = await db
    .select({ n: count() })
    .from(totpSecrets)
    .where(and(eq(totpSecrets.accountId, account.id), isNotNull(totpSecrets.confirmedAt)))
  return {
    passkeys: p?.n ?? 0,
    recoveryCodes: r?.n ?? 0,
    totp: (t?.n ?? 0) > 0,
    email: !isPlaceholder(account.email),
  }
}

export const removePasskey = (db: Database, accountId: string, id: string) =>
  db
    .delete(passkeys)
    .where(and(eq(passkeys.userId, accountId), eq(passkeys.id, id)))
    .returning({ id: passkeys.id })

// --- links that work once

export type NewLink = {
  purpose: LinkPurpose
  accountId?: string
  email?: string
  standing?: Standing
  strong?: boolean
  expiresAt: Date
}

export const insertLink = (db: Database, token: string, link: NewLink, now: Date) =>
  db.insert(links).values({ id: newId(), tokenHash: hashSecret(token), createdAt: now, ...link })

export async function findLink(db: Database, token: string, now: Date) {
  const open = and(eq(links.tokenHash, hashSecret(token)), isNull(links.usedAt), gt(links.expiresAt, now))
  return (await db.select().from(links).where(open))[0]
}

/** Marks the link used and returns it; undefined when it is unknown, too old, or was used before. Atomic. */
export async function useLink(db: Database, token: string, now: Date) {
  const [link] = await db
    .update(links)
    .set({ usedAt: now })
    .where(and(eq(links.tokenHash, hashSecret(token)), isNull(links.usedAt), gt(links.expiresAt, now)))
    .returning()
  return link
}

export const openStandingLinks = (db: Database, now: Date) =>
  db
    .select()
    .from(links)
    .where(and(eq(links.purpose, 'standing'), isNull(links.usedAt), gt(links.expiresAt, now)))
    .orderBy(desc(links.createdAt))

export const dropStandingLinks = (db: Database, standing: Standing) =>
  db
    .delete(links)
    .where(and(eq(links.purpose, 'standing'), eq(links.standing, standing), isNull(links.usedAt)))

/** Ends the open links by which this account would give others standing, or itself its own back. */
export const dropLinksMadeBy = (db: Database, accountId: string) =>
  db
    .delete(links)
    .where(and(eq(links.purpose, 'standing'), eq(links.accountId, accountId), isNull(links.usedAt)))

export const dropStandingLink = (db: Database, id: string) =>
  db
    .delete(links)
    .where(and(eq(links.purpose, 'standing'), eq(links.id, id), isNull(links.usedAt)))
    .returning({ id: links.id })

/** All stewards, locked: two who lower each other at one moment do so one after the other. */
export const lockStewards = (tx: Database) =>
  tx
    .select({ id: accounts.id, deletionDue: accounts.deletionDue })
    .from(accounts)
    .where(eq(accounts.standing, 'steward'))
    .orderBy(accounts.id)
    .for('update')

export async function anySteward(db: Database): Promise<boolean> {
  return (
    (await db.select({ id: accounts.id }).from(accounts).where(eq(accounts.standing, 'steward')).limit(1))
      .length > 0
  )
}

export async function trainedPeople(db: Database) {
  return db
    .select({
      id: accounts.id,
      pseudonym: accounts.name,
      standing: accounts.standing,
      passkey: passkeys.id,
      totp: totpSecrets.confirmedAt,
    })
    .from(accounts)
    .leftJoin(passkeys, eq(passkeys.userId, accounts.id))
    .leftJoin(totpSecrets, eq(totpSecrets.accountId, accounts.id))
    .where(ne(accounts.standing, 'member'))
    .orderBy(accounts.createdAt, accounts.name)
}

// --- recovery codes and the second factor

export async function replaceRecoveryCodes(
  db: Database,
  accountId: string,
  codes: readonly string[],
  now: Date,
) {
  await db.transaction(async (tx) => {
    await tx.delete(recoveryCodes).where(eq(recoveryCodes.accountId, accountId))
    await tx
      .insert(recoveryCodes)
      .values(codes.map((c) => ({ id: newId(), accountId, codeHash: hashSecret(c), createdAt: now })))
  })
}

/** Uses up a code and returns its account; undefined when it is unknown or was used before. Atomic. */
export async function useRecoveryCode(db: Database, code: string, now: Date): Promise<string | undefined> {
  const [row] = await db
    .update(recoveryCodes)
    .set({ usedAt: now })
    .where(and(eq(recoveryCodes.codeHash, hashSecret(code)), isNull(recoveryCodes.usedAt)))
    .returning({ accountId: recoveryCodes.accountId })
  return row?.accountId
}

export const totpOf = async (db: Database, accountId: string) =>
  (await db.select().from(totpSecrets).where(eq(totpSecrets.accountId, accountId)))[0]

const setUpOf = (accountId: string) => `totp set-up of ${accountId}`

/** Keeps a secret until its first code confirms it; the one in use goes on working. */
export async function beginTotp(db: Database, accountId: string, sealedSecret: string, now: Date) {
  const identifier = setUpOf(accountId)
  const expiresAt = new Date(now.getTime() + HOUR)
  await db.transaction(async (tx) => {
    await tx.delete(verifications).where(eq(verifications.identifier, identifier))
    await tx
      .insert(verifications)
      .values({ id: newId(), identifier, value: sealedSecret, expiresAt, createdAt: now, updatedAt: now })
  })
}

/** The sealed secret that waits for its first code. */
export async function begunTotp(db: Database, accountId: string, now: Date): Promise<string | undefined> {
  const waits = and(eq(verifications.identifier, setUpOf(accountId)), gt(verifications.expiresAt, now))
  return (await db.select().from(verifications).where(waits))[0]?.value
}

/** Puts the begun secret in use; false when another request was quicker. */
export const confirmTotp = (
  db: Database,
  accountId: string,
  sealedSecret: string,
  step: number,
  now: Date,
): Promise<boolean> =>
  db.transaction(async (tx) => {
    const begun = and(eq(verifications.identifier, setUpOf(accountId)), eq(verifications.value, sealedSecret))
    const taken = await tx.delete(verifications).where(begun).returning({ id: verifications.id })
    if (taken.length === 0) return false
    const set = { sealedSecret, confirmedAt: now, lastStep: step }
    await tx
      .insert(totpSecrets)
      .values({ accountId, ...set })
      .onConflictDoUpdate({ target: totpSecrets.accountId, set })
    return true
  })

/** Accepts a time step once: false when a request with the same or a later code was quicker. Atomic. */
export async function takeTotpStep(db: Database, accountId: string, step: number): Promise<boolean> {
  const done = await db
    .update(totpSecrets)
    .set({ lastStep: step })
    .where(and(eq(totpSecrets.accountId, accountId), lt(totpSecrets.lastStep, step)))
    .returning({ id: totpSecrets.accountId })
  return done.length > 0
}

export const removeTotp = (db: Database, accountId: string) =>
  db.delete(totpSecrets).where(eq(totpSecrets.accountId, accountId)).returning({ id: totpSecrets.accountId })

export const markStrong = (db: Database, loginSessionId: string, strongUntil: Date) =>
  db.update(loginSessions).set({ strongUntil }).where(eq(loginSessions.id, loginSessionId))

/** Ends the strength of the account's login sessions; they stay signed in. */
export const weaken = (db: Database, accountId: string, except?: string) =>
  db.update(loginSessions).set({ strongUntil: null }).where(sessionsOf(accountId, except))

const sessionsOf = (accountId: string, except?: string) =>
  and(eq(loginSessions.userId, accountId), except ? ne(loginSessions.id, except) : undefined)

// --- leaving

export const endLoginSessions = (db: Database, accountId: string, except?: string) =>
  db.delete(loginSessions).where(sessionsOf(accountId, except))

export const dueAccounts = async (db: Database, now: Date): Promise<string[]> =>
  (await db.select({ id: accounts.id }).from(accounts).where(lte(accounts.deletionDue, now))).map((a) => a.id)

/**
 * Deletes these accounts, unless their people have changed their mind, and (by cascade) all that hangs on them. Returns
 * those that stay.
 */
export async function deleteAccounts(db: Database, ids: readonly string[], now: Date): Promise<string[]> {
  const { identifier, value } = verifications
  const stay: string[] = []
  for (const id of ids) {
    const due = and(eq(accounts.id, id), lte(accounts.deletionDue, now))
    if ((await db.delete(accounts).where(due).returning({ id: accounts.id })).length === 0) {
      if (await accountById(db, id)) stay.push(id)
      continue
    }
    // begun ceremonies name the account inside their text
    await db
      .delete(verifications)
      .where(sql`position(${id} in ${identifier}) > 0 or position(${id} in ${value}) > 0`)
  }
  return stay
}

export async function purgeExpired(db: Database, now: Date) {
  await db.delete(links).where(or(lt(links.expiresAt, now), isNotNull(links.usedAt)))
  await db.delete(loginSessions).where(lt(loginSessions.expiresAt, now))
  await db.delete(verifications).where(lt(verifications.expiresAt, now))
  await db.delete(invitations).where(lt(invitations.expiresAt, now))
}
