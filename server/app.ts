import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import compression from 'compression'
import { sql } from 'drizzle-orm'
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express'
import { createAuth } from './accounts/auth.ts'
import { passkeyRoutes } from './accounts/passkeys.ts'
import { accountRoutes } from './accounts/routes.ts'
import { captionRoutes, modelFiles } from './captions/routes.ts'
import { circleRoutes } from './circles/routes.ts'
import { contract } from './contract.ts'
import type { Deps, RequestDeps } from './deps.ts'
import { docsPage } from './lib/docsPage.ts'
import { AppError, problem } from './lib/errors.ts'
import { mountAll, toHeaders } from './lib/http.ts'
import { newId } from './lib/ids.ts'
import { createLimits, type Limits } from './lib/limits.ts'
import { errorForLog } from './lib/log.ts'
import { openapi } from './lib/openapi.ts'
import { outboxPage } from './lib/outbox.ts'
import { plainCss } from './lib/page.ts'
import { permissionsPolicy, sameSiteOnly, securityHeaders } from './lib/security.ts'
import { meetupRoutes } from './meetups/routes.ts'
import { createGate, SIGNALLING_PATH } from './rooms/gate.ts'
import { roomRoutes } from './rooms/routes.ts'
import { screenRoutes } from './rooms/screenRoutes.ts'
import { webhook } from './rooms/webhook.ts'
import { safetyRoutes } from './safety/routes.ts'
import { sceneRoutes } from './scenes/routes.ts'
import { tallyRoutes } from './tallies/routes.ts'

/** Every route of the API with its permission. A feature adds its own list here. */
export const routes = [
  ...accountRoutes,
  ...circleRoutes,
  ...meetupRoutes,
  ...roomRoutes,
  ...screenRoutes,
  ...safetyRoutes,
  ...captionRoutes,
  ...sceneRoutes,
  ...tallyRoutes,
]

const webDir = fileURLToPath(new URL('../web/dist', import.meta.url))

/** `url` is the address at which people reach this application, without a slash at the end. */
export type AppOptions = { deps: Deps; url: string; limits: Limits }

/** The whole HTTP application, without a socket. `gate` lets signalling through to LiveKit once a server listens. */
export function createApp({ deps: given, url, limits }: AppOptions): {
  app: Express
  gate: ReturnType<typeof createGate>
} {
  const { db, secret, now } = given
  const deps = { ...given, auth: createAuth({ db, url, secret: secret.toString('hex'), now }) }
  const app = express()
  const limit = createLimits(limits)
  const gate = createGate(deps, limit.socket)
  app.disable('x-powered-by')
  app.enable('case sensitive routing')
  app.enable('strict routing')
  app.set('query parser', 'simple')
  app.set('trust proxy', deps.config.TRUST_PROXY)

  app.use(beginRequest(deps), securityHeaders(url.startsWith('https:')), permissionsPolicy)
  app.get('/healthz', (_req, res) => void res.type('text').send('ok'))
  app.get('/readyz', async (_req, res) => {
    await deps.db
      .execute(sql`select 1`)
      .catch((cause) => Promise.reject(new AppError('storage_unavailable', { cause })))
    res.type('text').send('ready')
  })
  app.post('/api/livekit/webhook', webhook(deps))
  app.use(SIGNALLING_PATH, limit.perAddress, gate.http)

  const document = openapi(url, routes)
  const api = express.Router({ caseSensitive: true, strict: true })
  api.use(
    noStore,
    limit.perAddress,
    sameSiteOnly(url),
    express.json({ limit: '64kb', strict: true, reviver: storable }),
    findActor(deps),
    limit.perAccount,
  )
  api.get('/api/openapi.json', (_req, res) => void res.json(document))
  api.get('/api/docs', (_req, res) => void res.type('html').send(docsPage(document)))
  api.use('/api/auth', limit.strict, passkeyRoutes(deps))
  api.use(mountAll(contract, routes, deps, limit.strict))
  api.use('/api', () => {
    throw new AppError('not_found')
  })
  app.use((req, res, next) => (/^\/api(\/|$)/.test(req.path) ? api(req, res, next) : next()))

  app.get('/dev/outbox', outboxPage(deps))
  app.get('/plain.css', (_req, res) => void res.type('css').send(plainCss))
  app.use(modelFiles(deps.models))
  // files only: an answer of the API may hold a secret beside what somebody sent, and its size must not tell of it
  app.use(compression(), webFiles())
  app.use(answerError(deps))
  return { app, gate }
}

/** Text with a NUL or half a character cannot be stored as it is, and no person types it. */
function storable(_key: string, value: unknown): unknown {
  if (typeof value === 'string' && (value.includes('\0') || !value.isWellFormed()))
    throw new SyntaxError('text that cannot be stored')
  return value
}

const noStore: RequestHandler = (_req, res, next) => {
  res.setHeader('cache-control', 'no-store')
  next()
}

/** Gives the request its id, and logs it when done: method, route and time, never an address with its query. */
function beginRequest(deps: Deps): RequestHandler {
  return (req, res, next) => {
    req.id = newId()
    const started = process.hrtime.bigint()
    res.on('finish', () => {
      const seconds = Number(process.hrtime.bigint() - started) / 1e9
      const route = req.route?.path ? String(req.route.path) : 'other'
      deps.metrics.request(req.method, route, res.statusCode, seconds)
      deps.log.debug(
        {
          requestId: req.id,
          method: req.method,
          route,
          status: res.statusCode,
          ms: Math.round(seconds * 1000),
        },
        'request',
      )
    })
    next()
  }
}

function findActor(deps: RequestDeps): RequestHandler {
  return async (req, res, next) => {
    if (req.headers.cookie) {
      // what better-auth tells of a database that is away is only that it failed
      const { actor, cookies } = await deps.auth
        .actor(toHeaders(req))
        .catch((cause) => Promise.reject(new AppError('storage_unavailable', { cause })))
      for (const cookie of cookies) res.append('set-cookie', cookie)
      if (actor) req.actor = actor
    }
    next()
  }
}

/** The built web client: hashed files for a year, the page itself always fresh, every other path is the page. */
function webFiles(): RequestHandler[] {
  const page = join(webDir, 'index.html')
  const files = express.static(webDir, {
    index: false,
    // a folder's path is the page's, never a redirect that could be read as another host
    redirect: false,
    setHeaders: (res, path) => {
      const hashed = path.startsWith(join(webDir, 'assets'))
      res.setHeader('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
  const fallback: RequestHandler = (req, res, next) => {
    if (req.method !== 'GET' && req.method !== 'HEAD') return next(new AppError('not_found'))
    if (req.path.startsWith('/assets/') || !existsSync(page)) return next(new AppError('not_found'))
    res.setHeader('cache-control', 'no-cache')
    res.sendFile(page)
  }
  return [files, fallback]
}

/** What the operator has to know of. */
const OURS: readonly AppError['code'][] = ['internal', 'storage_unavailable', 'room_unavailable']

/** Turns whatever was thrown into problem details. What we did not expect is logged with its request's id. */
function answerError(deps: Deps): ErrorRequestHandler {
  return (error, req, res, next) => {
    if (res.headersSent) return next(error)
    const known = error instanceof AppError ? error : fromExpress(error)
    if (OURS.includes(known.code))
      deps.log.error({ requestId: req.id, err: errorForLog(error) }, 'request failed')
    const answer = problem(known, req.id)
    res.status(answer.status).type('application/problem+json').send(JSON.stringify(answer))
  }
}

type Thrown = { type?: string; status?: number; code?: unknown; message?: string; cause?: { code?: unknown } }

function fromExpress(error: Thrown): AppError {
  if (error.type === 'entity.too.large') return new AppError('too_large')
  if (error.status !== undefined && error.status >= 400 && error.status < 500)
    return new AppError('not_valid')
  return new AppError(isStorage(error) ? 'storage_unavailable' : 'internal', { cause: error })
}

/** Whether the database cannot be reached, is stopping, or has no room: SQLSTATE classes 08, 53, 57P, or the system's own. */
function isStorage(error: Thrown): boolean {
  const code = String(error.cause?.code ?? error.code ?? '')
  // of a connection that a transaction waits for in vain there is no code
  if (code === '')
    return /timeout exceeded when trying to connect|^Connection terminated/.test(error.message ?? '')
  return /^(08|53|57P|ECONN|ENOSPC|EPIPE|ETIMEDOUT|ENOTFOUND)/.test(code)
}
