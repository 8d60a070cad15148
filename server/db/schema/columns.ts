import { text, timestamp } from 'drizzle-orm/pg-core'

/** A moment, as a `Date`. */
export const at = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })
/** The key of a table: one of `newId`. */
export const id = () => text('id').primaryKey()
