import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** Another living process holds the data directory. */
export class HeldError extends Error {}

/**
 * Takes the data directory for this process alone, at once or not at all. The lock is SQLite's own exclusive file
 * lock: the kernel lets it go the moment its process is gone, however it went, and never before; so there is nothing
 * stale to judge. `holder.json` beside it is only there to name the holder.
 * Throws {@link HeldError} naming the holder.
 */
export function takeLock(
  dir: string,
  holder: { address: string },
): { update: (h: { address: string }) => void; release: () => void } {
  mkdirSync(dir, { recursive: true, mode: 0o700 })
  const about = join(dir, 'holder.json')
  const db = new DatabaseSync(join(dir, 'lock'), { timeout: 0 })
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

function describe(file: string): string {
  try {
    const { pid, since, address } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>
    return `process ${pid}, running since ${since}${address ? ` at ${address}` : ''}`
  } catch {
    return 'another process that is just starting'
  }
}
