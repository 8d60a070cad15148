import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'

const KEPT_MS = 14 * 86_400_000

/**
 * Writes a backup as `<folder>/<time>.tar.gz`, whole or not at all and flushed to disk, and deletes those older than
 * 14 days: a deleted account is gone from backups after that. Returns its path.
 */
export async function backUp(folder: string, dump: () => Promise<Blob>, now: Date): Promise<string> {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  // also when this one fails: what is old goes, and a full disk is not kept full
  forgetOld(folder, now)
  const path = join(folder, `${now.toISOString().replaceAll(':', '-')}.tar.gz`)
  const bytes = Buffer.from(await (await dump()).arrayBuffer())
  const file = openSync(`${path}.part`, 'w', 0o600)
  try {
    // not `writeSync`, which may write a part and say so only in its answer
    writeFileSync(file, bytes)
    fsyncSync(file)
  } catch (error) {
    rmSync(`${path}.part`, { force: true })
    throw error
  } finally {
    closeSync(file)
  }
  renameSync(`${path}.part`, path)
  flush(folder)
  forgetOld(folder, now)
  return path
}

/** Backs up unless that was done less than `hours` ago: a service that starts again and again does not fill the disk. */
export async function backUpWhenDue(
  folder: string,
  dump: () => Promise<Blob>,
  now: Date,
  hours: number,
): Promise<void> {
  // one from a time to come was made when the clock was wrong
  const newest = listBackups(folder).find(({ at }) => at <= now)
  const since = newest ? now.getTime() - newest.at.getTime() : Number.POSITIVE_INFINITY
  // a minute sooner, since timers are not that exact
  if (since >= hours * 3600_000 - 60_000) await backUp(folder, dump, now)
}

/** Has the system write a folder's entries to disk. */
function flush(folder: string): void {
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/**
 * Deletes backups older than 14 days, and the halves of those that were never finished. The two next to `now` are kept
 * whatever their age: a clock that was wrong for a while must not take them all.
 */
function forgetOld(folder: string, now: Date): void {
  for (const name of readdirSync(folder)) if (name.endsWith('.part')) rmSync(join(folder, name))
  const age = ({ at }: { at: Date }) => Math.abs(now.getTime() - at.getTime())
  const [, , ...others] = listBackups(folder).sort((a, b) => age(a) - age(b))
  for (const backup of others) if (age(backup) > KEPT_MS) rmSync(backup.path)
}

/** Backups there are, newest first. Their time is in their name: a copy keeps it. */
export function listBackups(folder: string): { path: string; at: Date; bytes: number }[] {
  let names: string[] = []
  try {
    names = readdirSync(folder)
  } catch {
    return []
  }
  return names
    .flatMap((name) => {
      const time = /^(\d{4}-\d\d-\d\dT)(\d\d)-(\d\d)-(\d\d\.\d{3}Z)\.tar\.gz$/.exec(name)
      if (!time) return []
      const path = join(folder, name)
      return [
        { path, at: new Date(`${time[1]}${time[2]}:${time[3]}:${time[4]}`), bytes: statSync(path).size },
      ]
    })
    .sort((a, b) => b.at.getTime() - a.at.getTime())
}
