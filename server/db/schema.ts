import { sql } from 'drizzle-orm'
import {
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import type { Standing } from '../accounts/contract.ts'
import type { CircleRole, Entry, Topic } from '../circles/contract.ts'
import type { Language } from '../lib/contract.ts'
import type { Rsvp } from '../meetups/contract.ts'
import type { RoomState } from '../rooms/state.ts'
import type { CountryHelp } from '../safety/contract.ts'

const at = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })
const id = () => text('id').primaryKey()

// --- accounts: the first five tables carry the property names better-auth expects (user, session, account,
// verification, passkey); `server/accounts/auth.ts` maps them.

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

const accountId = () => text('account_id').references(() => accounts.id, { onDelete: 'cascade' })
const userId = () =>
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

// --- circles

export const circles = pgTable('circles', {
  id: id(),
  name: text('name').notNull(),
  topic: text('topic').$type<Topic>().notNull(),
  language: text('language').$type<Language>().notNull(),
  description: text('description').notNull(),
  guidelines: text('guidelines').notNull(),
  entry: text('entry').$type<Entry>().notNull(),
  createdAt: at('created_at').notNull(),
})

const circleId = () =>
  text('circle_id')
    .notNull()
    .references(() => circles.id, { onDelete: 'cascade' })

/** An account in a circle. Others see only what `Persona` in the circles contract lists. */
export const memberships = pgTable(
  'memberships',
  {
    id: id(),
    circleId: circleId(),
    accountId: userId(),
    pseudonym: text('pseudonym').notNull(),
    /** the pseudonym after confusable folding (`circles/names.ts`): unique among those not removed */
    foldedName: text('folded_name').notNull(),
    /** the pseudonym without case and accents (`circles/names.ts`), unique in the same way */
    caselessName: text('caseless_name').notNull(),
    avatar: text('avatar').notNull(),
    role: text('role').$type<CircleRole>().notNull(),
    /** removed rows stay, so that a removed account cannot join again by itself */
    state: text('state').$type<'asked' | 'joined' | 'removed'>().notNull(),
    /** invitations made before this let the account in no more */
    removedAt: at('removed_at'),
    createdAt: at('created_at').notNull(),
  },
  (t) => [
    uniqueIndex('memberships_once').on(t.circleId, t.accountId),
    uniqueIndex('memberships_name').on(t.circleId, t.foldedName).where(sql`state <> 'removed'`),
    uniqueIndex('memberships_caseless_name').on(t.circleId, t.caselessName).where(sql`state <> 'removed'`),
    index('memberships_account').on(t.accountId),
  ],
)

export const invitations = pgTable(
  'invitations',
  {
    id: id(),
    circleId: circleId(),
    codeHash: text('code_hash').notNull().unique(),
    /** the account that opened it first */
    accountId: accountId(),
    expiresAt: at('expires_at').notNull(),
    usedAt: at('used_at'),
    createdAt: at('created_at').notNull(),
  },
  (t) => [index('invitations_circle').on(t.circleId)],
)

// --- meetups

export const meetups = pgTable(
  'meetups',
  {
    id: id(),
    circleId: circleId(),
    title: text('title').notNull(),
    description: text('description').notNull(),
    /** wall-clock `YYYY-MM-DDTHH:MM` in `zone`: the truth; `startsAt` is worked out from it on each write */
    startsLocal: text('starts_local').notNull(),
    zone: text('zone').notNull(),
    startsAt: at('starts_at').notNull(),
    minutes: integer('minutes').notNull(),
    seats: integer('seats').notNull(),
    cancelledAt: at('cancelled_at'),
    cancelReason: text('cancel_reason'),
    endedAt: at('ended_at'),
    createdAt: at('created_at').notNull(),
  },
  (t) => [index('meetups_circle_start').on(t.circleId, t.startsAt)],
)

const meetupId = () =>
  text('meetup_id')
    .notNull()
    .references(() => meetups.id, { onDelete: 'cascade' })
const membershipId = () =>
  text('membership_id')
    .notNull()
    .references(() => memberships.id, { onDelete: 'cascade' })

export const rsvps = pgTable(
  'rsvps',
  {
    meetupId: meetupId(),
    membershipId: membershipId(),
    answer: text('answer').$type<Rsvp>().notNull(),
    updatedAt: at('updated_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.meetupId, t.membershipId] }),
    index('rsvps_membership').on(t.membershipId),
  ],
)

// --- rooms

/** The live thing behind a meetup. `state` is written only by the reducer in `rooms/state.ts`. */
export const rooms = pgTable('rooms', {
  meetupId: meetupId().primaryKey(),
  /** LiveKit's name for it: random, known to nobody who is not admitted */
  livekitName: text('livekit_name').notNull().unique(),
  version: integer('version').notNull(),
  state: jsonb('state').$type<RoomState>().notNull(),
  endedAt: at('ended_at'),
  createdAt: at('created_at').notNull(),
})

/** A person's right to be in a room now. Every token, reconnection and sweep reads it again. */
export const admissions = pgTable(
  'admissions',
  {
    id: id(),
    meetupId: meetupId(),
    membershipId: membershipId(),
    /** given_back: the person has no seat any more; a new one makes it admitted again */
    state: text('state').$type<'admitted' | 'given_back' | 'removed'>().notNull(),
    /** LiveKit identity: random, new for each device the person moves to */
    identity: text('identity').notNull().unique(),
    tab: text('tab').notNull(),
    /** counts the identities this admission has had */
    epoch: integer('epoch').notNull(),
    /** when this tab last asked to come in; null once it has left */
    claimedAt: at('claimed_at'),
    /** when the present connection was first seen in the room; null while not there */
    connectedAt: at('connected_at'),
    firstJoinedAt: at('first_joined_at'),
    lastLeftAt: at('last_left_at'),
    createdAt: at('created_at').notNull(),
  },
  (t) => [
    uniqueIndex('admissions_once').on(t.meetupId, t.membershipId),
    index('admissions_membership').on(t.membershipId),
  ],
)

/** Ids of LiveKit webhooks already acted on, so that a replayed one changes nothing. */
export const webhookEvents = pgTable('webhook_events', { id: id(), receivedAt: at('received_at').notNull() })

// --- safety

/** Whom to call in a country, as a steward of this service has checked it. */
export const crisisContacts = pgTable('crisis_contacts', {
  country: text('country').primaryKey(),
  help: jsonb('help').$type<CountryHelp>().notNull(),
  checkedBy: text('checked_by').references(() => accounts.id, { onDelete: 'set null' }),
})
