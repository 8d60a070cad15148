import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import type { RequestHandler } from 'express'
import { createProxyServer } from 'httpxy'
import type { Deps } from '../deps.ts'
import { phaseOf } from '../meetups/rules.ts'
import { meetupById } from '../meetups/store.ts'
import { SIGNALLING_PATH } from './routes.ts'
import * as store from './store.ts'

/**
 * The way to LiveKit's signalling, on our own origin. Every connection, also each reconnection with a token that
 * LiveKit refreshed by itself, reads the admission row again; nobody reaches LiveKit without passing here.
 * Only `/rtc` paths are let through: LiveKit's API stays with the server.
 */
export function createGate(deps: Deps) {
  const proxy = createProxyServer({
    target: deps.livekit.access.url,
    changeOrigin: true,
    proxyTimeout: 20_000,
  })
  proxy.on('error', () => {})

  /** Whether this request's token belongs to somebody who is admitted at this moment. */
  async function admitted(path: string, authorization: string | undefined): Promise<boolean> {
    const token =
      authorization?.replace(/^Bearer /, '') ?? new URL(path, 'http://x').searchParams.get('access_token')
    const claim = token ? await deps.livekit.readToken(token) : undefined
    if (!claim) return false
    const admission = await store.admissionByIdentity(deps.db, claim.identity)
    if (admission?.state !== 'admitted') return false
    const [room, meetup] = await Promise.all([
      store.roomOf(deps.db, admission.meetupId),
      meetupById(deps.db, admission.meetupId),
    ])
    if (!room || !meetup || room.livekitName !== claim.room || room.state.phase === 'ended') return false
    return !['ended', 'cancelled', 'scheduled'].includes(phaseOf(meetup, deps.now()))
  }

  const open = new Set<Duplex>()
  // no dots: what stands behind LiveKit's address may read `/rtc/../twirp` as another path
  const allowed = /^\/livekit\/rtc(\/[\w/-]*)?(\?|$)/

  /** As LiveKit is to see it: its own path, and nothing that signs somebody in here. */
  function forward(req: IncomingMessage, path: string): void {
    req.url = path.slice(SIGNALLING_PATH.length)
    delete req.headers.cookie
  }

  /** Plain HTTP: the client asks `/rtc/validate` why a socket was refused. */
  const http: RequestHandler = async (req, res) => {
    if (req.method !== 'GET' || !allowed.test(req.originalUrl)) return void res.status(404).end()
    if (!(await admitted(req.originalUrl, req.headers.authorization))) return void res.status(401).end()
    forward(req, req.originalUrl)
    await proxy.web(req, res).catch(() => res.headersSent || res.status(502).end())
  }

  async function upgrade(req: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    const refuse = (status: string) => socket.end(`HTTP/1.1 ${status}\r\nconnection: close\r\n\r\n`)
    socket.on('error', () => socket.destroy())
    open.add(socket)
    socket.on('close', () => open.delete(socket))
    const path = req.url ?? ''
    if (!allowed.test(path)) return void refuse('404 Not Found')
    if (!(await admitted(path, req.headers.authorization).catch(() => false)))
      return void refuse('401 Unauthorized')
    forward(req, path)
    await proxy.ws(req, socket as never, { xfwd: false }, head).catch(() => socket.destroy())
  }

  /** Ends every socket: a server that closes waits for them, and does not count them among its connections. */
  const close = () => {
    for (const socket of open) socket.destroy()
  }

  return { http, attach: (server: Server) => void server.on('upgrade', upgrade), close }
}
