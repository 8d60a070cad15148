/** Milliseconds of holding that lead out, and after which it is said what happens. */
export const HOLD = 1000
export const HINT = 350

/** Remembers who holds since when. */
export function createHolding() {
  const held: { source: unknown; since: number }[] = []
  return {
    start(source: unknown, now: number) {
      if (!held.some((one) => one.source === source)) held.push({ source, since: now })
    },
    end(source: unknown) {
      const index = held.findIndex((one) => one.source === source)
      if (index >= 0) held.splice(index, 1)
    },
    clear: () => void held.splice(0),
    /** milliseconds that the longest has been held at `now` */
    longest(now: number): number {
      let most = 0
      for (let i = 0; i < held.length; i++) most = Math.max(most, now - (held[i]?.since ?? now))
      return most
    },
  }
}
