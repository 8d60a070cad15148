import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { PlainError } from '../lib/plainError.ts'

/** Another living process holds the data directory. */
export class HeldError extends Error {}

/**
 * Takes the data directory for this process alone, at once or not at all. The lock is SQLite's own exclusive file
 * lock: the kernel lets it go the moment its process is gone, however it went, and never before; so there is nothing
 * stale to judge. `holder.json` beside it is only there to name the holder.
 * Throws {@link HeldError} naming the holder, or a {@link PlainError} when the folder cannot be used.
 */
export function takeLock(
  dir: string,
  holder: { address: string },
): { update: (h: { address: string }) => void; release: () => void } {
  const about = join(dir, 'holder.json')
  const db = openLock(dir)
  try {
    db.exec('pragma journal_mode = delete')
    db.exec('begin exclusive')
  } catch (cause) {
    db.close()
    if (!/locked|busy/.test(String(cause))) throw cause
    throw new HeldError(describe(about))
  }
  const update = (h: { address: string }) =>
    writeFileSync(about, JSON.stringify({ pid: process.pid, since: new Date().toISOString(), ...h }), {
      mode: 0o600,
    })
  update(holder)
  return { update, release: () => db.close() }
}

function openLock(dir: string): DatabaseSync {
  try {
    mkdirSync(dir, { recursive: true, mode: 0o700 })
    return new DatabaseSync(join(dir, 'lock'), { timeout: 0 })
  } catch (cause) {
    const { message } = cause as Error
    throw new PlainError(
      /ENOSPC|full/.test(message)
        ? `The disk that holds ${dir} is full. Make room, then start again; nothing that was saved is lost.`
        : `The folder ${dir} cannot be written to (${message}). Give this user the right to, or set DATA_DIR to another folder.`,
      { cause },
    )
  }
}

function describe(file: string): string {
  try {
    const { pid, since, address } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>
    return `process ${pid}, running since ${since}${address ? ` at ${address}` : ''}`
  } catch {
    return 'another process that is just starting'
  }
}
