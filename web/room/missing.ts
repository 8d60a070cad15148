/** How long somebody whose connection broke keeps a place in the ring. */
const MISSING_MS = 15_000

/** Those whose connection broke a moment ago, by LiveKit identity. `changed` is called when somebody's time is over. */
export function createMissing(changed: () => void) {
  const timers = new Map<string, ReturnType<typeof setTimeout>>()
  function found(identity: string): void {
    clearTimeout(timers.get(identity))
    timers.delete(identity)
  }
  return {
    all: (): ReadonlySet<string> => new Set(timers.keys()),
    found,
    /** The time begins anew for who was missed already. */
    miss(identity: string): void {
      found(identity)
      const giveUp = () => {
        found(identity)
        changed()
      }
      timers.set(identity, setTimeout(giveUp, MISSING_MS))
    },
    stop(): void {
      for (const identity of [...timers.keys()]) found(identity)
    },
  }
}
