import { index, integer, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import type { RoomState } from '../../rooms/state.ts'
import { loginSessions } from './accounts.ts'
import { membershipId } from './circles.ts'
import { at, id } from './columns.ts'
import { meetupId } from './meetups.ts'

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
    /** that came in last: signing it out puts its device out of the room */
    loginSessionId: text('login_session_id').references(() => loginSessions.id, { onDelete: 'set null' }),
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

/**
 * Second screens: devices that only read a member's captions along. A row begins as a code that waits for its device, and
 * is the screen itself once the device has a key. What has ended has no row.
 */
export const screens = pgTable(
  'screens',
  {
    /** LiveKit identity: random, and no other screen's or admission's */
    identity: text('identity').primaryKey(),
    /** whose captions they are: the screen is let in only with it */
    admissionId: text('admission_id')
      .notNull()
      .references(() => admissions.id, { onDelete: 'cascade' }),
    /** that made the code: signing it out ends the screen */
    loginSessionId: text('login_session_id')
      .notNull()
      .references(() => loginSessions.id, { onDelete: 'cascade' }),
    /** null once it is used */
    codeHash: text('code_hash').unique(),
    codeExpiresAt: at('code_expires_at').notNull(),
    /** null until the code is used */
    keyHash: text('key_hash').unique(),
    createdAt: at('created_at').notNull(),
  },
  (t) => [index('screens_admission').on(t.admissionId), index('screens_login_session').on(t.loginSessionId)],
)

/** Ids of LiveKit webhooks already acted on, so that a replayed one changes nothing. */
export const webhookEvents = pgTable('webhook_events', { id: id(), receivedAt: at('received_at').notNull() })
