/**
 * A browser may open its signalling socket while its request to come in is still being decided: it gives both the same
 * ticket, a random id of its own, and the gate holds the socket until the token is there. A ticket opens nothing that
 * its token would not open, and is forgotten when the token is too old.
 */
export type Tickets = {
  give: (ticket: string, token: string) => void
  tokenOf: (ticket: string) => string | undefined
  /** Waits for the token of a ticket; undefined when none is given within {@link WAIT_MS}. */
  wait: (ticket: string) => Promise<string | undefined>
}

const WAIT_MS = 4000
const VALID_MS = 60_000
/** Sockets that wait at one moment: who waits has not yet shown who they are. */
const MOST_WAITING = 200

export function createTickets(): Tickets {
  const tokens = new Map<string, string>()
  const waiting = new Map<string, (token: string | undefined) => void>()
  return {
    give(ticket, token) {
      tokens.set(ticket, token)
      setTimeout(() => tokens.delete(ticket), VALID_MS).unref()
      waiting.get(ticket)?.(token)
    },
    tokenOf: (ticket) => tokens.get(ticket),
    async wait(ticket) {
      const token = tokens.get(ticket)
      if (token || waiting.has(ticket) || waiting.size >= MOST_WAITING) return token
      const { promise, resolve } = Promise.withResolvers<string | undefined>()
      const timer = setTimeout(resolve, WAIT_MS, undefined)
      waiting.set(ticket, resolve)
      try {
        return await promise
      } finally {
        clearTimeout(timer)
        waiting.delete(ticket)
      }
    },
  }
}
