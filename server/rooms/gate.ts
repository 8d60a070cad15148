import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import type { RequestHandler } from 'express'
import { createProxyServer } from 'httpxy'
import type { Deps } from '../deps.ts'
import { Id } from '../lib/contract.ts'
import { addressOf } from '../lib/limits.ts'
import { isOpen, mayReadAlong } from './rules.ts'
import { screenByIdentity } from './screens.ts'
import * as store from './store.ts'

export const SIGNALLING_PATH = '/livekit'

/** A token has dots. */
const isTicket = (given: string) => Id.safeParse(given).success

/**
 * The way to LiveKit's signalling, on our own origin. Every connection, also each reconnection with a token that
 * LiveKit refreshed by itself, reads the admission row again; nobody reaches LiveKit without passing here.
 * Only `/rtc` paths are let through: LiveKit's API stays with the server.
 */
export function createGate(deps: Deps, mayOpen: (address: string) => Promise<boolean>) {
  const proxy = createProxyServer({
    target: deps.livekit.access.url,
    changeOrigin: true,
    proxyTimeout: 20_000,
  })
  proxy.on('error', () => {})

  /** Whether a token belongs to somebody who is admitted at this moment, or to a second screen of theirs. */
  async function admitted(token: string): Promise<boolean> {
    const claim = await deps.livekit.readToken(token)
    if (!claim) return false
    const [person, now] = [await store.admissionByIdentity(deps.db, claim.identity), deps.now()]
    const found = person ?? (await screenByIdentity(deps.db, claim.identity))
    if (found?.room.livekitName !== claim.room || !isOpen(found.room, found.meetup, now)) return false
    return person ? person.admission.state === 'admitted' : mayReadAlong(found.admission, now)
  }

  const open = new Set<Duplex>()
  // no dots: what stands behind LiveKit's address may read `/rtc/../twirp` as another path
  const allowed = /^\/livekit\/rtc(\/[\w/-]*)?(\?|$)/

  /** Whether a request may pass; if so, makes it as LiveKit is to see it: with its own path, and nothing that signs in here. */
  async function passes(
    req: IncomingMessage,
    path: string,
    tokenFor: (ticket: string) => string | undefined | Promise<string | undefined>,
  ): Promise<boolean> {
    const { authorization } = req.headers
    const given =
      authorization?.replace(/^Bearer /, '') ?? new URL(path, 'http://x').searchParams.get('access_token')
    const token = given && isTicket(given) ? await tokenFor(given) : given
    if (!given || !token || !(await admitted(token))) return false
    req.url = path.slice(SIGNALLING_PATH.length)
    if (authorization) req.headers.authorization = `Bearer ${token}`
    else req.url = req.url.replace(`access_token=${given}`, `access_token=${token}`)
    delete req.headers.cookie
    return true
  }

  /** Plain HTTP: the client asks `/rtc/validate` why a socket was refused. */
  const http: RequestHandler = async (req, res) => {
    if (req.method !== 'GET' || !allowed.test(req.originalUrl)) return void res.status(404).end()
    if (!(await passes(req, req.originalUrl, deps.tickets.tokenOf))) return void res.status(401).end()
    await proxy.web(req, res).catch(() => res.headersSent || res.status(502).end())
  }

  async function upgrade(req: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    const refuse = (status: string) => socket.end(`HTTP/1.1 ${status}\r\nconnection: close\r\n\r\n`)
    socket.on('error', () => socket.destroy())
    open.add(socket)
    socket.on('close', () => open.delete(socket))
    const path = req.url ?? ''
    if (!allowed.test(path)) return void refuse('404 Not Found')
    const gone = new AbortController()
    const go = () => {
      gone.abort()
      socket.destroy()
    }
    // a browser that is gone is not announced to LiveKit
    socket.once('end', go).once('close', go)
    const address = addressOf(req, deps.config.TRUST_PROXY)
    if (!(await mayOpen(address))) return void refuse('429 Too Many Requests')
    const tokenFor = (ticket: string) => deps.tickets.wait(ticket, address, gone.signal)
    const passed = await passes(req, path, tokenFor).catch(() => false)
    if (socket.destroyed) return
    socket.off('end', go).off('close', go)
    if (!passed) return void refuse('401 Unauthorized')
    await proxy.ws(req, socket as never, { xfwd: false }, head).catch(() => socket.destroy())
  }

  /** Ends every socket: a server that closes waits for them, and does not count them among its connections. */
  const close = () => {
    for (const socket of open) socket.destroy()
  }

  return { http, attach: (server: Server) => void server.on('upgrade', upgrade), close }
}
