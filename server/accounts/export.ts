import { and, eq, isNull } from 'drizzle-orm'
import type { Database } from '../db/open.ts'
import {
  admissions,
  circles,
  crisisContacts,
  invitations,
  links,
  loginSessions,
  meetups,
  memberships,
  passkeys,
  recoveryCodes,
  rsvps,
} from '../db/schema.ts'
import { isPlaceholder } from './auth.ts'
import { accountById, totpOf } from './store.ts'

/** What is kept about an account, as it is kept; the secrets of its keys are left out. */
export async function exportAccount(db: Database, accountId: string) {
  const account = await accountById(db, accountId)
  return {
    account: account && { ...account, email: isPlaceholder(account.email) ? null : account.email },
    ...(await keysIn(db, accountId)),
    ...(await takingPart(db, accountId)),
    checkedContacts: await db
      .select({ country: crisisContacts.country })
      .from(crisisContacts)
      .where(eq(crisisContacts.checkedBy, accountId)),
  }
}

async function keysIn(db: Database, accountId: string) {
  const totp = await totpOf(db, accountId)
  return {
    passkeys: await db
      .select({ name: passkeys.name, createdAt: passkeys.createdAt })
      .from(passkeys)
      .where(eq(passkeys.userId, accountId)),
    recoveryCodes: await db
      .select({ createdAt: recoveryCodes.createdAt, usedAt: recoveryCodes.usedAt })
      .from(recoveryCodes)
      .where(eq(recoveryCodes.accountId, accountId)),
    authenticatorApp: totp ? { confirmedAt: totp.confirmedAt } : null,
    loginSessions: await db
      .select({ createdAt: loginSessions.createdAt, expiresAt: loginSessions.expiresAt })
      .from(loginSessions)
      .where(eq(loginSessions.userId, accountId)),
    /** one-time links that nobody has used yet, among them addresses that wait to be confirmed */
    links: await db
      .select({
        purpose: links.purpose,
        email: links.email,
        createdAt: links.createdAt,
        expiresAt: links.expiresAt,
      })
      .from(links)
      .where(and(eq(links.accountId, accountId), isNull(links.usedAt))),
  }
}

async function takingPart(db: Database, accountId: string) {
  const mine = eq(memberships.accountId, accountId)
  return {
    memberships: await db
      .select({
        circle: circles.name,
        pseudonym: memberships.pseudonym,
        avatar: memberships.avatar,
        role: memberships.role,
        state: memberships.state,
        createdAt: memberships.createdAt,
      })
      .from(memberships)
      .innerJoin(circles, eq(circles.id, memberships.circleId))
      .where(mine),
    /** invitations that this account has opened */
    invitations: await db
      .select({
        circle: circles.name,
        createdAt: invitations.createdAt,
        expiresAt: invitations.expiresAt,
        usedAt: invitations.usedAt,
      })
      .from(invitations)
      .innerJoin(circles, eq(circles.id, invitations.circleId))
      .where(eq(invitations.accountId, accountId)),
    rsvps: await db
      .select({ meetup: meetups.title, startsAt: meetups.startsAt, answer: rsvps.answer })
      .from(rsvps)
      .innerJoin(meetups, eq(meetups.id, rsvps.meetupId))
      .innerJoin(memberships, eq(memberships.id, rsvps.membershipId))
      .where(mine),
    attendance: await db
      .select({
        meetup: meetups.title,
        firstJoinedAt: admissions.firstJoinedAt,
        lastLeftAt: admissions.lastLeftAt,
      })
      .from(admissions)
      .innerJoin(meetups, eq(meetups.id, admissions.meetupId))
      .innerJoin(memberships, eq(memberships.id, admissions.membershipId))
      .where(mine),
  }
}
