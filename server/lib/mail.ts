import nodemailer from 'nodemailer'

export type Letter = { to: string; subject: string; text: string }
export type Sent = Letter & { sentAt: Date }

/** Sends plain-text mail. `outbox` holds the last letters where there is no mail server; undefined otherwise. */
export type Mail = { send: (letter: Letter) => Promise<void>; outbox: (() => readonly Sent[]) | undefined }

const KEPT = 50

/** Without `smtpUrl` letters stay in memory, for the page at `/dev/outbox` that only this machine can see. */
export function createMail(options: { smtpUrl: string | undefined; from: string; now: () => Date }): Mail {
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
