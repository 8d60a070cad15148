import { TOKEN_SECONDS } from './livekit.ts'

/**
 * A browser may open its signalling socket while its request to come in is still being decided: it gives both the same
 * ticket, a random id of its own, and the gate holds the socket until the token is there. A ticket opens nothing that
 * its token would not open, and is forgotten when the token is too old.
 */
export type Tickets = {
  give: (ticket: string, token: string) => void
  tokenOf: (ticket: string) => string | undefined
  /** Waits for the token of a ticket; undefined when none is given within {@link WAIT_MS}, or before `gone`. */
  wait: (ticket: string, address: string, gone: AbortSignal) => Promise<string | undefined>
}

const WAIT_MS = 4000
/** Sockets that wait at one moment: who waits has not yet shown who they are. */
const MOST_WAITING = 200
/** From one address: more than a circle that meets its first time from one house. */
const MOST_EACH = 20

export function createTickets(): Tickets {
  const tokens = new Map<string, string>()
  const waiting = new Map<string, { address: string; resolve: (token: string | undefined) => void }>()
  const isFull = (address: string) =>
    waiting.size >= MOST_WAITING ||
    [...waiting.values()].filter((w) => w.address === address).length >= MOST_EACH
  return {
    give(ticket, token) {
      tokens.set(ticket, token)
      const forget = () => tokens.get(ticket) === token && tokens.delete(ticket)
      setTimeout(forget, TOKEN_SECONDS * 1000).unref()
      waiting.get(ticket)?.resolve(token)
    },
    tokenOf: (ticket) => tokens.get(ticket),
    async wait(ticket, address, gone) {
      const token = tokens.get(ticket)
      if (token || gone.aborted || waiting.has(ticket) || isFull(address)) return token
      const { promise, resolve } = Promise.withResolvers<string | undefined>()
      const timer = setTimeout(resolve, WAIT_MS, undefined)
      gone.addEventListener('abort', () => resolve(undefined))
      waiting.set(ticket, { address, resolve })
      try {
        return await promise
      } finally {
        clearTimeout(timer)
        waiting.delete(ticket)
      }
    },
  }
}
