import { jsonb, pgTable, text } from 'drizzle-orm/pg-core'
import type { CountryHelp } from '../../safety/contract.ts'
import { accounts } from './accounts.ts'

/** Whom to call in a country, as a steward of this service has checked it. */
export const crisisContacts = pgTable('crisis_contacts', {
  country: text('country').primaryKey(),
  help: jsonb('help').$type<CountryHelp>().notNull(),
  checkedBy: text('checked_by').references(() => accounts.id, { onDelete: 'set null' }),
})
