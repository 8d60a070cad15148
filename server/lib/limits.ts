import type { IncomingMessage } from 'node:http'
import type { Request, RequestHandler } from 'express'
import { ipKeyGenerator, MemoryStore, rateLimit } from 'express-rate-limit'
import { AppError } from './errors.ts'

/** How many requests a minute; a test may lower or lift them. */
export type Limits = {
  address: number
  account: number
  /** for each account; for each address where nobody is signed in */
  strictPer15Minutes: number
  /** for each address, whoever is signed in: enough for a circle that meets its first time from one house */
  strictPerAddress: number
}
export const usualLimits: Limits = {
  address: 600,
  account: 300,
  strictPer15Minutes: 20,
  strictPerAddress: 60,
}

// one home or phone has a whole IPv6 /64: counting single addresses would count nothing
const IPV6_PREFIX = 64
const address = (req: Request) => ipKeyGenerator(req.ip ?? '', IPV6_PREFIX)

/** The same for a request that express does not see, with so many reverse proxies in front. */
export function addressOf({ socket, headers }: IncomingMessage, proxies: number): string {
  const told = String(headers['x-forwarded-for'] ?? '').split(',')
  const hops = [socket.remoteAddress, ...told.map((ip) => ip.trim()).reverse()].filter(Boolean)
  return ipKeyGenerator(hops[Math.min(proxies, hops.length - 1)] ?? '', IPV6_PREFIX)
}

const limit = (
  windowMs: number,
  max: number,
  key: (req: Request) => string,
  skip?: (req: Request) => boolean,
): RequestHandler =>
  rateLimit({
    windowMs,
    limit: max,
    keyGenerator: key,
    skip: skip ?? (() => false),
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    handler: () => {
      throw new AppError('too_many')
    },
  })

/** Both must let it through, one after the other. */
const both =
  (first: RequestHandler, second: RequestHandler): RequestHandler =>
  (req, res, next) =>
    void first(req, res, (error) => (error ? next(error) : void second(req, res, next)))

/** Counts for each address, for each account, and more strictly where codes, mail and new accounts are concerned. */
export function createLimits(limits: Limits) {
  const quarter = 15 * 60_000
  const sockets = new MemoryStore()
  sockets.init({ windowMs: 60_000 } as Parameters<typeof sockets.init>[0])
  return {
    /** Counts a socket that is being opened; whether it may be. */
    socket: async (from: string) => (await sockets.increment(from)).totalHits <= limits.address,
    perAddress: limit(60_000, limits.address, address),
    perAccount: limit(
      60_000,
      limits.account,
      (req) => req.actor?.accountId ?? '',
      (req) => !req.actor,
    ),
    // accounts cost nothing, so what one address may try does not grow with them
    strict: both(
      limit(quarter, limits.strictPerAddress, address),
      limit(quarter, limits.strictPer15Minutes, (req) => req.actor?.accountId ?? address(req)),
    ),
  }
}
