import { index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import type { Rsvp } from '../../meetups/contract.ts'
import { circleId, membershipId } from './circles.ts'
import { at, id } from './columns.ts'

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

export const meetupId = () =>
  text('meetup_id')
    .notNull()
    .references(() => meetups.id, { onDelete: 'cascade' })
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
