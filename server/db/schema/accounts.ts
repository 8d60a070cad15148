import { boolean, index, integer, pgTable, text } from 'drizzle-orm/pg-core'
import type { Standing } from '../../accounts/contract.ts'
import { at, id } from './columns.ts'

// The first five tables carry the property names better-auth expects (user, session, account, verification, passkey);
// `server/accounts/auth.ts` maps them.

export const accounts = pgTable('accounts', {
  id: id(),
  /** the pseudonym offered first in each circle */
  name: text('name').notNull(),
  /** a placeholder under `.invalid` until an address is confirmed */
  email: text('email').notNull().unique(),
  emailVerified: boolean('email_verified').notNull().default(false),
  image: text('image'),
  standing: text('standing').$type<Standing>().notNull().default('member'),
  adultDeclaredAt: at('adult_declared_at'),
  attendanceConsent: boolean('attendance_consent'),
  deletionDue: at('deletion_due'),
  createdAt: at('created_at').notNull(),
  updatedAt: at('updated_at').notNull(),
})

/** A column of the account that a row goes with, if there is one. */
export const accountId = () => text('account_id').references(() => accounts.id, { onDelete: 'cascade' })
/** A column of the account that a row belongs to, and goes with. */
export const userId = () =>
  text('account_id')
    .notNull()
    .references(() => accounts.id, { onDelete: 'cascade' })

export const loginSessions = pgTable(
  'login_sessions',
  {
    id: id(),
    token: text('token').notNull().unique(),
    userId: userId(),
    /** until when this login session counts as proven by a passkey or second factor */
    strongUntil: at('strong_until'),
    /** begun with a recovery code: until then it may change a member's keys without their strong one, which is lost */
    recoveryUntil: at('recovery_until'),
    expiresAt: at('expires_at').notNull(),
    ipAddress: text('ip_address'),
    userAgent: text('user_agent'),
    createdAt: at('created_at').notNull(),
    updatedAt: at('updated_at').notNull(),
  },
  (t) => [index('login_sessions_account').on(t.userId)],
)

/** better-auth's sign-in methods with a provider; unused by passkeys and links, but it reads the table. */
export const credentials = pgTable('credentials', {
  id: id(),
  accountId: text('provider_account_id').notNull(),
  providerId: text('provider_id').notNull(),
  userId: userId(),
  password: text('password'),
  accessToken: text('access_token'),
  refreshToken: text('refresh_token'),
  idToken: text('id_token'),
  accessTokenExpiresAt: at('access_token_expires_at'),
  refreshTokenExpiresAt: at('refresh_token_expires_at'),
  scope: text('scope'),
  createdAt: at('created_at').notNull(),
  updatedAt: at('updated_at').notNull(),
})

export const verifications = pgTable(
  'verifications',
  {
    id: id(),
    identifier: text('identifier').notNull(),
    value: text('value').notNull(),
    expiresAt: at('expires_at').notNull(),
    createdAt: at('created_at').notNull(),
    updatedAt: at('updated_at').notNull(),
  },
  (t) => [index('verifications_identifier').on(t.identifier)],
)

export const passkeys = pgTable(
  'passkeys',
  {
    id: id(),
    name: text('name'),
    publicKey: text('public_key').notNull(),
    userId: userId(),
    credentialID: text('credential_id').notNull().unique(),
    counter: integer('counter').notNull(),
    deviceType: text('device_type').notNull(),
    backedUp: boolean('backed_up').notNull(),
    transports: text('transports'),
    createdAt: at('created_at'),
    aaguid: text('aaguid'),
  },
  (t) => [index('passkeys_account').on(t.userId)],
)

export type LinkPurpose = 'sign_in' | 'add_email' | 'standing'

/** Links that work once: the first steward, sign-in by e-mail, adding an e-mail, a steward's invitation. */
export const links = pgTable('links', {
  id: id(),
  tokenHash: text('token_hash').notNull().unique(),
  purpose: text('purpose').$type<LinkPurpose>().notNull(),
  /** whom it signs in or adds an address to; of a steward's invitation, who made it */
  accountId: accountId(),
  email: text('email'),
  standing: text('standing').$type<Standing>(),
  /** signs in as strongly as a passkey does; only the demo's links are so */
  strong: boolean('strong').notNull().default(false),
  expiresAt: at('expires_at').notNull(),
  usedAt: at('used_at'),
  createdAt: at('created_at').notNull(),
})

export const recoveryCodes = pgTable(
  'recovery_codes',
  {
    id: id(),
    accountId: userId(),
    codeHash: text('code_hash').notNull().unique(),
    usedAt: at('used_at'),
    createdAt: at('created_at').notNull(),
  },
  (t) => [index('recovery_codes_account').on(t.accountId)],
)

export const totpSecrets = pgTable('totp_secrets', {
  accountId: userId().primaryKey(),
  /** base32, sealed with the service's key (`server/lib/seal.ts`) */
  sealedSecret: text('sealed_secret').notNull(),
  confirmedAt: at('confirmed_at'),
  /** the last time step that was accepted: a code works once */
  lastStep: integer('last_step').notNull().default(0),
})
