import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { eq, inArray } from 'drizzle-orm'
import type { Config } from '../config.ts'
import { PlainError } from '../lib/plainError.ts'
import { backUp } from './backup.ts'
import type { Deletions } from './deletions.ts'
import {
  type Database,
  hasEmbedded,
  type OpenDatabase,
  openEmbedded,
  openPostgres,
  schemaVersion,
} from './open.ts'
import { accounts } from './schema.ts'

/** The database cannot be used as it is; the message says why and what to do. */
export class DatabaseError extends PlainError {}

const journal = JSON.parse(
  readFileSync(new URL('./migrations/meta/_journal.json', import.meta.url), 'utf8'),
) as { entries: unknown[] }

/** In the folder of a database that was restored and not opened by the service since. */
export const RESTORED = 'hearthside-restored'
export const databaseDir = (dataDir: string) => join(dataDir, 'db')
export const backupsDir = (dataDir: string) => join(dataDir, 'backups')

/** Opens the configured database, backs it up when it is about to change, migrates it. Throws {@link DatabaseError}. */
export async function prepareDatabase(
  config: Config,
  deletions: Deletions,
  now: () => Date,
): Promise<OpenDatabase> {
  const dir = databaseDir(config.DATA_DIR)
  const existed = config.DATABASE_URL !== undefined || hasEmbedded(dir)
  const open = await (config.DATABASE_URL === undefined
    ? openEmbedded(dir)
    : openPostgres(config.DATABASE_URL)
  ).catch((cause) => {
    throw new DatabaseError(cannotOpen(config, cause), { cause })
  })
  try {
    const version = await schemaVersion(open.db)
    if (version > journal.entries.length)
      throw new DatabaseError(
        'The database was made by a newer version of Hearthside. Start that version, or restore a backup from before it.',
      )
    if (version < journal.entries.length) {
      if (existed && version > 0 && open.dump) await backUp(backupsDir(config.DATA_DIR), open.dump, now())
      await open.migrate()
    }
    const restored = join(dir, RESTORED)
    await applyDeletions(open.db, deletions, config.DATABASE_URL === undefined && existsSync(restored))
    rmSync(restored, { force: true })
    return open
  } catch (error) {
    await open.close().catch(() => {})
    throw error instanceof DatabaseError
      ? error
      : new DatabaseError(cannotOpen(config, error), { cause: error })
  }
}

/**
 * Does again what was decided after the backup that this database may have been restored from: who was deleted stays so,
 * whoever restored it and how. Who only asked for it may have changed their mind since, so that this counts after our own
 * restore alone.
 */
async function applyDeletions(db: Database, deletions: Deletions, restored: boolean): Promise<void> {
  const { deleted, due } = deletions.recent()
  if (deleted.length > 0) await db.delete(accounts).where(inArray(accounts.id, [...deleted]))
  if (!restored) return
  for (const [id, deletionDue] of due)
    await db.update(accounts).set({ deletionDue }).where(eq(accounts.id, id))
}

function cannotOpen(config: Config, cause: unknown): string {
  const error = cause as { code?: string; message?: string; cause?: { code?: string; message?: string } }
  const code = error.code ?? error.cause?.code ?? ''
  const why = error.cause?.message ?? error.message ?? String(cause)
  if (config.DATABASE_URL !== undefined)
    return `The PostgreSQL server of DATABASE_URL could not be used (${code || why}). Check that it runs, and its name, user and password.`
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return `The folder ${config.DATA_DIR} cannot be written to. Give this user the right to, or set DATA_DIR to another folder.`
  if (code === 'ENOSPC' || /no space left/i.test(why))
    return `The disk that holds ${config.DATA_DIR} is full. Make room, then start again; nothing that was saved is lost.`
  return `The database in ${config.DATA_DIR} could not be opened (${why}). \`npm run restore\` brings back the last backup.`
}
