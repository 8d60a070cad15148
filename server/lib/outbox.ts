import type { Request, RequestHandler } from 'express'
import type { Deps } from '../deps.ts'
import { AppError } from './errors.ts'
import { escapeHtml, plainPage } from './page.ts'

/**
 * From this machine itself: the connection's own address, whatever a header claims, and under this machine's own name:
 * a page elsewhere can make its name point here, and would then read what is shown here.
 */
export function fromLoopback(req: Pick<Request, 'socket' | 'headers'>): boolean {
  const forwarded = req.headers['x-forwarded-for'] !== undefined || req.headers.forwarded !== undefined
  const own = /^(localhost|127(\.\d+){3}|\[::1\])(:\d+)?$/i.test(req.headers.host ?? '')
  return !forwarded && own && /^(127\.|::1$|::ffff:127\.)/.test(req.socket.remoteAddress ?? '')
}

/** Behind a proxy everybody may look like this machine: then the outbox is there only when it is asked for. */
const wanted = ({ OUTBOX, PUBLIC_URL, TRUST_PROXY }: Deps['config']) =>
  OUTBOX ?? (PUBLIC_URL === undefined && TRUST_PROXY === 0)

/** Sent mail where there is no mail server: a page that only this machine can see. To everyone else it does not exist. */
export function outboxPage(deps: Deps): RequestHandler {
  return async (req, res) => {
    if (!deps.mail.outbox || !wanted(deps.config) || !fromLoopback(req)) throw new AppError('not_found')
    await deps.mail.idle()
    const letters = deps.mail
      .outbox()
      .map(
        (l) =>
          `<section><h2>${escapeHtml(l.subject)}</h2><p>To ${escapeHtml(l.to)}, ${l.sentAt.toISOString()}</p><pre>${linked(l.text)}</pre></section>`,
      )
    res.setHeader('cache-control', 'no-store')
    res
      .type('html')
      .send(plainPage('Outbox', letters.join('') || '<p>No mail has been sent since the start.</p>'))
  }
}

const linked = (text: string) =>
  escapeHtml(text).replace(/https?:\/\/[^\s&<]+/g, (url) => `<a href="${url}">${url}</a>`)
