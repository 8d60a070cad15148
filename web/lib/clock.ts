/** One question to the server: when it went out and came back on our clock, and what the server's said. Milliseconds. */
export type Try = { readonly sent: number; readonly received: number; readonly server: number }

/**
 * Milliseconds by which the server's clock is ahead of ours: of the quickest try, whose answer was under way for the
 * shortest time, so that it is wrong by half of that at most (as in NTP, RFC 5905). Undefined without a try.
 */
export function offsetOf(tries: readonly Try[]): number | undefined {
  const [quickest] = [...tries].sort((a, b) => a.received - a.sent - (b.received - b.sent))
  return quickest && quickest.server - (quickest.sent + quickest.received) / 2
}

export type ServerClock = {
  /** epoch milliseconds as the server counts them */
  now: () => number
  /** whether the server has told its time yet, and `now` is more than a guess */
  known: () => boolean
  /** Asks again. Without an answer it goes on as before. */
  look: () => Promise<void>
}

type Options = {
  /** asks the server for its time, in epoch milliseconds */
  ask: () => Promise<number>
  /** milliseconds of a clock that nobody sets, and that only goes on */
  mine: () => number
  /** what is known of the server's time before it was asked */
  guess: number
  tries?: number
}

const TRIES = 5

/** A clock that goes as the server's, however wrong this device's is. */
export function createServerClock({ ask, mine, guess, tries = TRIES }: Options): ServerClock {
  let offset = guess - mine()
  let known = false
  return {
    now: () => mine() + offset,
    known: () => known,
    async look() {
      const made: Try[] = []
      for (let i = 0; i < tries; i++) {
        const sent = mine()
        const server = await ask().catch(() => undefined)
        if (server !== undefined) made.push({ sent, received: mine(), server })
      }
      offset = offsetOf(made) ?? offset
      known ||= made.length > 0
    },
  }
}
