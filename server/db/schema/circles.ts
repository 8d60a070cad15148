import { sql } from 'drizzle-orm'
import { boolean, index, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import type { CircleRole, Entry, Topic } from '../../circles/contract.ts'
import type { Language } from '../../lib/contract.ts'
import { accountId, userId } from './accounts.ts'
import { at, id } from './columns.ts'

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

export const circleId = () =>
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
    /**
     * the pseudonym after confusable folding (`circles/names.ts`): unique among those who are in. Who only asks is refused
     * no name: the refusal would tell a stranger who is there
     */
    foldedName: text('folded_name').notNull(),
    /** the pseudonym without case and accents (`circles/names.ts`), unique in the same way */
    caselessName: text('caseless_name').notNull(),
    avatar: text('avatar').notNull(),
    role: text('role').$type<CircleRole>().notNull(),
    /** removed rows stay, so that a removed account cannot join again by itself */
    state: text('state').$type<'asked' | 'joined' | 'removed'>().notNull(),
    /** invitations made before this let the account in no more */
    removedAt: at('removed_at'),
    /** left while a room in which a facilitator held them was open: the row goes when none is */
    left: boolean('left').notNull().default(false),
    createdAt: at('created_at').notNull(),
  },
  (t) => [
    uniqueIndex('memberships_once').on(t.circleId, t.accountId),
    uniqueIndex('memberships_name').on(t.circleId, t.foldedName).where(sql`state = 'joined'`),
    uniqueIndex('memberships_caseless_name').on(t.circleId, t.caselessName).where(sql`state = 'joined'`),
    index('memberships_account').on(t.accountId),
  ],
)

export const membershipId = () =>
  text('membership_id')
    .notNull()
    .references(() => memberships.id, { onDelete: 'cascade' })

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
