/** Who waits to hear that something changed, by its id. Fed by the database, so that every process hears of all. */
export type Changes = { on: (id: string, call: () => void) => () => void; emit: (id: string) => void }

export function createChanges(): Changes {
  const waiting = new Map<string, Set<() => void>>()
  return {
    on(id, call) {
      const calls = waiting.get(id) ?? new Set()
      waiting.set(id, calls.add(call))
      return () => {
        calls.delete(call)
        if (calls.size === 0) waiting.delete(id)
      }
    },
    emit(id) {
      for (const call of waiting.get(id) ?? []) call()
    },
  }
}
