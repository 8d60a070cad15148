import { bigint, index, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import type { SharedAnswers, Tally } from '../../tallies/contract.ts'
import { meetupId } from './meetups.ts'
import { admissions } from './rooms.ts'

/** epoch milliseconds: which going-through of a scene */
const opened = () => bigint('opened', { mode: 'number' }).notNull()

/** Seats that took a slip, so that nobody shares twice. Goes when the scene is closed, or with the person. */
export const tallySeats = pgTable(
  'tally_seats',
  {
    meetupId: meetupId(),
    opened: opened(),
    admissionId: text('admission_id')
      .notNull()
      .references(() => admissions.id, { onDelete: 'cascade' }),
  },
  (t) => [
    primaryKey({ columns: [t.meetupId, t.opened, t.admissionId] }),
    index('tally_seats_admission').on(t.admissionId),
  ],
)

/**
 * Answers that were shared, by the hash of a slip that only its person's device has: in one row for all, whose parts the
 * database sorts by that hash, so that no query tells whose they are. On the disk the order of writing may, as in a backup
 * made meanwhile. Goes when the scene is closed.
 */
export const tallyAnswers = pgTable(
  'tally_answers',
  {
    meetupId: meetupId(),
    opened: opened(),
    answers: jsonb('answers').$type<Record<string, SharedAnswers>>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.meetupId, t.opened] })],
)

/** What a circle's answers came to: made once, and never again. */
export const tallies = pgTable(
  'tallies',
  { meetupId: meetupId(), opened: opened(), tally: jsonb('tally').$type<Tally>().notNull() },
  (t) => [primaryKey({ columns: [t.meetupId, t.opened] })],
)
