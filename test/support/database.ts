import { openAsBlob } from 'node:fs'
import pg from 'pg'
import { inject } from 'vitest'
import { type OpenDatabase, openEmbedded, openPostgres } from '../../server/db/open.ts'
import { newId } from '../../server/lib/ids.ts'

/**
 * A fresh, migrated database: embedded and in memory, or one of its own on the PostgreSQL server of
 * `TEST_DATABASE_URL` when that is set (its user must be allowed to create databases).
 */
export async function openTestDatabase(): Promise<OpenDatabase> {
  const server = process.env.TEST_DATABASE_URL
  if (!server) return openEmbedded(undefined, await openAsBlob(inject('emptyDatabase')))
  const name = `hearthside_test_${newId().toLowerCase().replaceAll('-', '_')}`
  const admin = async (statement: string) => {
    const client = new pg.Client({ connectionString: server })
    await client.connect()
    await client.query(statement).finally(() => client.end())
  }
  await admin(`create database "${name}"`)
  const url = new URL(server)
  url.pathname = `/${name}`
  const database = await openPostgres(url.href)
  await database.migrate()
  return {
    ...database,
    close: async () => {
      await database.close()
      await admin(`drop database "${name}" with (force)`)
    },
  }
}
