import { eq } from 'drizzle-orm'
import type { Database } from '../db/open.ts'
import { accounts, crisisContacts } from '../db/schema.ts'
import type { CountryHelp } from './contract.ts'

/** Entries that stewards here have checked, with the name of who did it (null when that account is gone). */
export const checkedHere = (db: Database) =>
  db
    .select({ help: crisisContacts.help, checkedBy: accounts.name })
    .from(crisisContacts)
    .leftJoin(accounts, eq(accounts.id, crisisContacts.checkedBy))
    .orderBy(crisisContacts.country)

export const putContacts = (db: Database, help: CountryHelp, checkedBy: string) =>
  db
    .insert(crisisContacts)
    .values({ country: help.country, help, checkedBy })
    .onConflictDoUpdate({ target: crisisContacts.country, set: { help, checkedBy } })

export const dropContacts = (db: Database, country: string) =>
  db.delete(crisisContacts).where(eq(crisisContacts.country, country))
