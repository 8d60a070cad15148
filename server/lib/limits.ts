import type { Request, RequestHandler } from 'express'
import { ipKeyGenerator, rateLimit } from 'express-rate-limit'
import { AppError } from './errors.ts'

/** How many requests a minute; a test may lower or lift them. */
export type Limits = { address: number; account: number; strictPer15Minutes: number }
export const usualLimits: Limits = { address: 600, account: 300, strictPer15Minutes: 20 }

// one home or phone has a whole IPv6 /64: counting single addresses would count nothing
const address = (req: Request) => ipKeyGenerator(req.ip ?? '', 64)

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

/** Counts for each address, for each account, and more strictly where codes, mail and new accounts are concerned. */
export function createLimits(limits: Limits) {
  return {
    perAddress: limit(60_000, limits.address, address),
    perAccount: limit(
      60_000,
      limits.account,
      (req) => req.actor?.accountId ?? '',
      (req) => !req.actor,
    ),
    strict: limit(15 * 60_000, limits.strictPer15Minutes, (req) => req.actor?.accountId ?? address(req)),
  }
}
