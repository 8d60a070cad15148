import nodemailer from 'nodemailer'

export type Letter = { to: string; subject: string; text: string }
export type Sent = Letter & { sentAt: Date }

/** Sends plain-text mail. */
export type Mail = {
  send: (letter: Letter) => Promise<void>
  /** False once an address was asked for {@link LETTERS} letters in a quarter of an hour: nobody's inbox is flooded. */
  mayReceive: (to: string) => boolean
  /** Does work that no answer waits for: how long it takes and whether it fails then tells nobody about an address. */
  later: (work: () => Promise<unknown>) => void
  /** Resolves when nothing of that work is under way. */
  idle: () => Promise<void>
  /** holds the last letters where there is no mail server; undefined otherwise */
  outbox: (() => readonly Sent[]) | undefined
}

const KEPT = 50
export const LETTERS = 3
const LETTERS_MS = 15 * 60_000

/** Without `smtpUrl` letters stay in memory, for the page at `/dev/outbox` that only this machine can see. */
export function createMail(options: { smtpUrl: string | undefined; from: string; now: () => Date }): Mail {
  const { now } = options
  const underWay = new Set<Promise<unknown>>()
  return {
    ...transportOf(options),
    mayReceive: createAllowance(LETTERS, LETTERS_MS, now),
    later: (work) => {
      // not before the answer has had its turn
      const done = new Promise((resolve) => setImmediate(resolve))
        .then(work)
        .finally(() => underWay.delete(done))
      underWay.add(done)
    },
    idle: async () => {
      while (underWay.size > 0) await Promise.allSettled(underWay)
    },
  }
}

function transportOf(options: Parameters<typeof createMail>[0]): Pick<Mail, 'send' | 'outbox'> {
  const { smtpUrl, from, now } = options
  if (smtpUrl !== undefined) {
    const transport = nodemailer.createTransport(smtpUrl, { disableFileAccess: true, disableUrlAccess: true })
    return { send: async (letter) => void (await transport.sendMail({ ...letter, from })), outbox: undefined }
  }
  const letters: Sent[] = []
  return {
    send: async (letter) => {
      letters.unshift({ ...letter, sentAt: now() })
      letters.length = Math.min(letters.length, KEPT)
    },
    outbox: () => letters,
  }
}

/** Lets each key through `max` times in any `windowMs`. Kept in memory, as the limits of `limits.ts` are. */
function createAllowance(max: number, windowMs: number, now: () => Date): (key: string) => boolean {
  const taken = new Map<string, number[]>()
  return (key) => {
    const since = now().getTime() - windowMs
    for (const [other, times] of taken) if ((times.at(-1) ?? 0) <= since) taken.delete(other)
    const recent = (taken.get(key) ?? []).filter((at) => at > since)
    if (recent.length >= max) return false
    taken.set(key, [...recent, now().getTime()])
    return true
  }
}
