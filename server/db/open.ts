import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { PGlite } from '@electric-sql/pglite'
import { sql } from 'drizzle-orm'
import { drizzle as drizzlePg } from 'drizzle-orm/node-postgres'
import { migrate as migratePg } from 'drizzle-orm/node-postgres/migrator'
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core'
import { drizzle as drizzlePglite } from 'drizzle-orm/pglite'
import { migrate as migratePglite } from 'drizzle-orm/pglite/migrator'
import pg from 'pg'
import * as schema from './schema.ts'

export type Database = PgDatabase<PgQueryResultHKT, typeof schema>

/** An open database with what only its owner may do. `dump` is there for the embedded one only. */
export type OpenDatabase = {
  db: Database
  kind: 'embedded' | 'postgres'
  migrate: () => Promise<void>
  dump: (() => Promise<Blob>) | undefined
  /** Calls back with each message that any process {@link announce}d, once its transaction is done. */
  listen: (onMessage: (message: string) => void) => Promise<void>
  close: () => Promise<void>
}

const CHANNEL = 'hearthside'

/** Tells every process that listens; inside a transaction only when that is committed. */
export const announce = (db: Database, message: string) =>
  db.execute(sql`select pg_notify(${CHANNEL}, ${message})`)

const migrationsFolder = fileURLToPath(new URL('./migrations', import.meta.url))

/**
 * Opens the embedded Postgres in `dir` (undefined: in memory). Take the data directory's lock first: a second
 * process on one directory opens without complaint and destroys what the first one wrote.
 */
export async function openEmbedded(dir: string | undefined, from?: Blob): Promise<OpenDatabase> {
  if (dir !== undefined && !hasEmbedded(dir)) await makeEmbedded(dir, from)
  const client = await PGlite.create(dir === undefined ? { loadDataDir: from } : { dataDir: dir })
  const db = drizzlePglite(client, { schema })
  return {
    db,
    kind: 'embedded',
    migrate: () => migratePglite(db, { migrationsFolder }),
    dump: () => client.dumpDataDir('gzip'),
    listen: async (onMessage) => void (await client.listen(CHANNEL, onMessage)),
    close: () => client.close(),
  }
}

/** Makes the database beside its place: what a start that is killed leaves unfinished is never taken for one. */
async function makeEmbedded(dir: string, from: Blob | undefined): Promise<void> {
  if (existsSync(dir) && readdirSync(dir).length > 0) throw new Error('its folder holds no whole database')
  const unfinished = `${dir}.new`
  rmSync(unfinished, { recursive: true, force: true })
  mkdirSync(unfinished, { recursive: true, mode: 0o700 })
  await (await PGlite.create({ dataDir: unfinished, loadDataDir: from })).close()
  renameSync(unfinished, dir)
}

/** Opens a PostgreSQL server. Migrations of several processes wait for each other on an advisory lock. */
export async function openPostgres(url: string): Promise<OpenDatabase> {
  const pool = new pg.Pool({ connectionString: url, max: 10, connectionTimeoutMillis: 5000 })
  // an idle connection that breaks is not an error of any request; the next query opens another
  pool.on('error', () => {})
  const db = drizzlePg(pool, { schema })
  const migrate = async () => {
    const client = await pool.connect()
    try {
      await client.query('select pg_advisory_lock(725331)')
      await migratePg(drizzlePg(client, { schema }), { migrationsFolder })
    } finally {
      await client.query('select pg_advisory_unlock(725331)').catch(() => {})
      client.release()
    }
  }
  let listener: pg.Client | undefined
  let closed = false
  /** A connection of its own; when it breaks, another one a second later. */
  async function listen(onMessage: (message: string) => void): Promise<void> {
    const client = new pg.Client({ connectionString: url })
    listener = client
    client.on('notification', ({ payload }) => onMessage(payload ?? ''))
    client.on('error', () => {})
    client.on('end', () => {
      if (!closed) setTimeout(() => void (closed || listen(onMessage).catch(() => {})), 1000).unref()
    })
    await client.connect()
    await client.query(`listen ${CHANNEL}`)
  }
  const close = async () => {
    closed = true
    await listener?.end().catch(() => {})
    await pool.end()
  }
  return { db, kind: 'postgres', migrate, dump: undefined, listen, close }
}

/** How many migrations the database has had, against how many this version knows. */
export async function schemaVersion(db: Database): Promise<number> {
  const rows = await db
    .execute(sql`select count(*)::int as n from drizzle.__drizzle_migrations`)
    .catch(() => ({ rows: [{ n: 0 }] }))
  return Number((rows as { rows: { n: number }[] }).rows[0]?.n ?? 0)
}

export const hasEmbedded = (dir: string): boolean => existsSync(`${dir}/PG_VERSION`)
