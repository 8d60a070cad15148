import type { RequestHandler } from 'express'
import helmet from 'helmet'
import { AppError } from './errors.ts'

/** Strict headers for every answer: nothing inline, no other host, cross-origin isolated. */
export function securityHeaders(https: boolean): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        // WebAssembly for background blur; JavaScript from text stays refused
        scriptSrc: ["'self'", "'wasm-unsafe-eval'"],
        baseUri: ["'none'"],
        objectSrc: ["'none'"],
        frameAncestors: ["'none'"],
        formAction: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        mediaSrc: ["'self'", 'blob:'],
        workerSrc: ["'self'", 'blob:'],
        ...(https ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginEmbedderPolicy: { policy: 'require-corp' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: https ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    xFrameOptions: { action: 'deny' },
  })
}

/** Asks browsers for nothing a circle does not need. */
export const permissionsPolicy: RequestHandler = (_req, res, next) => {
  res.setHeader(
    'permissions-policy',
    'camera=(self), microphone=(self), display-capture=(self), screen-wake-lock=(self), speaker-selection=(self), xr-spatial-tracking=(self), gyroscope=(self), accelerometer=(self), publickey-credentials-get=(self), publickey-credentials-create=(self), geolocation=(), payment=(), usb=(), browsing-topics=()',
  )
  next()
}

/**
 * Refuses state-changing requests that a browser sent from another site. `Sec-Fetch-Site` cannot be set by a page;
 * browsers without it send `Origin` with every such request. Programs that are no browser send neither, and have no
 * cookie of somebody else's to misuse. (As in Go's net/http CrossOriginProtection.)
 */
export function sameSiteOnly(ownOrigin: string): RequestHandler {
  return (req, _res, next) => {
    if (req.method === 'GET' || req.method === 'HEAD' || req.method === 'OPTIONS') return next()
    const site = req.headers['sec-fetch-site']
    const { origin } = req.headers
    const fine =
      origin === undefined
        ? site === undefined || site === 'same-origin'
        : origin === ownOrigin && (site === undefined || site === 'same-origin')
    next(fine ? undefined : new AppError('cross_site'))
  }
}
