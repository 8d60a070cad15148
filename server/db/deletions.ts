import { appendFileSync, readFileSync, renameSync, writeFileSync } from 'node:fs'

/** A day longer than backups are kept. */
const KEPT_MS = 15 * 86_400_000

/**
 * What was decided about deleting accounts in the last days, kept beside the database: a backup from before does not
 * know of it, and restoring one must neither bring deleted people back nor forget that somebody asked to go.
 */
export type Deletions = {
  /** to be called before the rows are deleted */
  note: (ids: readonly string[]) => void
  asked: (id: string, due: Date) => void
  takenBack: (id: string) => void
  recent: () => { deleted: readonly string[]; due: ReadonlyMap<string, Date> }
}

/** No `due`: deleted. A number: to be deleted then. null: not any more. The last one of an account counts. */
type Entry = { id: string; at: number; due?: number | null }

export function openDeletions(file: string, now: () => Date): Deletions {
  const isRecent = ({ at }: Entry) => now().getTime() - at < KEPT_MS
  const write = (entries: readonly Entry[]) => entries.map((e) => `${JSON.stringify(e)}\n`).join('')
  const add = (entries: readonly Omit<Entry, 'at'>[]) => {
    if (entries.length === 0) return
    // on a line of its own, also after one that a crash cut short
    const lines = write(entries.map((e) => ({ ...e, at: now().getTime() })))
    appendFileSync(file, `\n${lines}`, { mode: 0o600 })
  }
  return {
    note: (ids) => add(ids.map((id) => ({ id }))),
    asked: (id, due) => add([{ id, due: due.getTime() }]),
    takenBack: (id) => add([{ id, due: null }]),
    recent() {
      const entries = read(file).filter(isRecent)
      writeFileSync(`${file}.part`, write(entries), { mode: 0o600 })
      renameSync(`${file}.part`, file)
      const [deleted, due] = [new Set<string>(), new Map<string, Date>()]
      for (const entry of entries) {
        deleted.delete(entry.id)
        due.delete(entry.id)
        if (entry.due === undefined) deleted.add(entry.id)
        else if (entry.due !== null) due.set(entry.id, new Date(entry.due))
      }
      return { deleted: [...deleted], due }
    },
  }
}

/** All lines that can be read: one that cannot must not take the others with it. Throws when the file cannot be read. */
function read(file: string): Entry[] {
  try {
    return readFileSync(file, 'utf8').split('\n').flatMap(entryOf)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}

function entryOf(line: string): Entry[] {
  try {
    const entry = JSON.parse(line)
    return typeof entry?.id === 'string' && typeof entry.at === 'number' ? [entry] : []
  } catch {
    return []
  }
}
