import { jsonb, pgTable, text } from 'drizzle-orm/pg-core'
import type { Handover } from '../../scenes/contract.ts'
import { at } from './columns.ts'

/** Places in scenes that wait for another device. Nothing says whose they are; each is gone once it is used. */
export const handovers = pgTable('handovers', {
  codeHash: text('code_hash').primaryKey(),
  state: jsonb('state').$type<Handover>().notNull(),
  expiresAt: at('expires_at').notNull(),
})
