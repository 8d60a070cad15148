/** So long, and so many, texts of people wait whom our server has not told of. */
const UNKNOWN_MS = 5000
const MOST_UNKNOWN = 20

/**
 * What comes from people of whom our server has not told yet: they have only just come in, or have no seat here. `isHere`
 * says which identities it has told of, `now` milliseconds of a clock that never goes back.
 */
export function createStrangers(isHere: (identity: string) => boolean, now: () => number) {
  let waiting: { sender: string; take: () => void; at: number }[] = []
  return {
    /** Takes something now, or once its sender is known. */
    onceKnown(sender: string, take: () => void): void {
      if (isHere(sender)) take()
      else if (waiting.length < MOST_UNKNOWN) waiting.push({ sender, take, at: now() })
    },
    /** Those who sent something may be known by now; who still is not after a while has no seat here. */
    look(): void {
      const young = waiting.filter(({ at }) => now() - at < UNKNOWN_MS)
      waiting = young.filter(({ sender }) => !isHere(sender))
      for (const { sender, take } of young) if (isHere(sender)) take()
    },
    forget(): void {
      waiting = []
    },
  }
}
