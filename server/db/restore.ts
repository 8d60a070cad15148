import { existsSync, openAsBlob, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ConfigError, readConfig } from '../config.ts'
import { PlainError } from '../lib/plainError.ts'
import { listBackups } from './backup.ts'
import { HeldError, takeLock } from './lock.ts'
import { openEmbedded, schemaVersion } from './open.ts'
import { backupsDir, databaseDir, RESTORED } from './prepare.ts'

const say = (text: string) => process.stdout.write(`${text}\n`)

/** `npm run restore` lists the backups; with one's name, or `latest`, it takes the database's place. */
async function restore(wanted: string | undefined): Promise<void> {
  const { DATA_DIR, DATABASE_URL } = readConfig(process.env)
  if (DATABASE_URL)
    throw new ConfigError('DATABASE_URL is set: restore a PostgreSQL server with its own tools (pg_restore).')
  const backups = listBackups(backupsDir(DATA_DIR))
  if (wanted === undefined || backups.length === 0) {
    say(backups.length === 0 ? `There are no backups in ${backupsDir(DATA_DIR)}.` : 'Backups, newest first:')
    for (const b of backups) say(`  ${b.path}  (${Math.ceil(b.bytes / 1024)} kB)`)
    if (backups.length > 0) say('\nnpm run restore -- latest   or   npm run restore -- <file>')
    return
  }
  const file = wanted === 'latest' ? backups[0]?.path : wanted
  if (!file || !existsSync(file)) throw new ConfigError(`There is no file ${file}.`)
  const lock = takeLock(DATA_DIR, { address: 'restoring a backup' })
  const [dir, fresh] = [databaseDir(DATA_DIR), `${databaseDir(DATA_DIR)}.restoring`]
  rmSync(fresh, { recursive: true, force: true })
  if ((await versionIn(file, fresh)) === 0) {
    rmSync(fresh, { recursive: true, force: true })
    throw new ConfigError(`${file} is not a backup of Hearthside.`)
  }
  writeFileSync(join(fresh, RESTORED), '')
  // only a whole, opened copy takes the place; what was there before stays beside it
  const aside = `${dir}.before-restore-${new Date().toISOString().replaceAll(':', '-')}`
  if (existsSync(dir)) renameSync(dir, aside)
  renameSync(fresh, dir)
  lock.release()
  say(`Restored ${file}.`)
  if (existsSync(aside)) say(`What was there before is in ${aside}; delete it when all is well.`)
}

/** Unpacks a backup into `folder`; its schema version, 0 when it is none. */
async function versionIn(file: string, folder: string): Promise<number> {
  const opened = await openEmbedded(folder, await openAsBlob(file)).catch(() => undefined)
  const version = opened ? await schemaVersion(opened.db) : 0
  await opened?.close()
  return version
}

restore(process.argv[2]).catch((error) => {
  const plain = error instanceof PlainError || error instanceof HeldError
  process.stderr.write(
    `${error instanceof HeldError ? `Stop Hearthside first: its data is held by ${error.message}.` : plain ? error.message : error.stack}\n`,
  )
  process.exitCode = 1
})
