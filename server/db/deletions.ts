import { appendFileSync, readFileSync, writeFileSync } from 'node:fs'

const KEPT_MS = 15 * 86_400_000

/** Ids of accounts deleted in the last days, kept beside the database so that a restored backup does not bring them back. */
export type Deletions = { note: (ids: readonly string[]) => void; recent: () => readonly string[] }

export function openDeletions(file: string, now: () => Date): Deletions {
  const read = (): { id: string; at: number }[] => {
    try {
      const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean)
      return lines
        .map((l) => JSON.parse(l) as { id: string; at: number })
        .filter((d) => now().getTime() - d.at < KEPT_MS)
    } catch {
      return []
    }
  }
  const lines = (entries: readonly { id: string; at: number }[]) =>
    entries.map((e) => `${JSON.stringify(e)}\n`).join('')
  return {
    note: (ids) => {
      if (ids.length > 0)
        appendFileSync(file, lines(ids.map((id) => ({ id, at: now().getTime() }))), { mode: 0o600 })
    },
    recent: () => {
      const kept = read()
      writeFileSync(file, lines(kept), { mode: 0o600 })
      return kept.map((d) => d.id)
    },
  }
}
