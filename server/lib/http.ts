import type { Request, RequestHandler, Response, Router } from 'express'
import express from 'express'
import type { z } from 'zod'
import type { Actor } from '../accounts/auth.ts'
import type { RequestDeps } from '../deps.ts'
import { type Contract, type Endpoint, problemOf } from './contract.ts'
import { AppError } from './errors.ts'

type Parsed<E extends Endpoint, Part extends 'params' | 'query' | 'body'> = E[Part] extends z.ZodType
  ? z.output<E[Part]>
  : void
type Answer<E extends Endpoint> = E['response'] extends z.ZodType
  ? z.input<E['response']>
  : E['response'] extends 'events'
    ? Subscribe
    : void

/** Begins to call `send` for each event, and returns what ends it. */
export type Subscribe = (send: () => void) => () => void

/** What a permission looks at: who asks, and the parsed parameters of the path. */
export type Asked = { actor: Actor | null; params: Record<string, string> | undefined }

/**
 * Who may call a route. `check` throws {@link AppError} or returns what it found on the way (the actor, the circle,
 * the membership), so that a handler cannot reach these without the permission having been asked.
 */
export type Permission<Found> = { name: string; check: (asked: Asked, deps: RequestDeps) => Promise<Found> }

type Call<E extends Endpoint, Found> = Found & {
  params: Parsed<E, 'params'>
  query: Parsed<E, 'query'>
  body: Parsed<E, 'body'>
  deps: RequestDeps
  now: Date
  headers: Headers
  setCookies: (cookies: readonly string[]) => void
}

/** One route as the server mounts it; tests list these to prove that each has its row in the permission table. */
export type Route = {
  key: string
  permission: string
  limit: Limit
  mount: (router: Router, deps: RequestDeps, strict: RequestHandler) => void
}

/** strict: guessing codes, sending mail, making accounts. */
export type Limit = 'usual' | 'strict'

/** Makes the `route` function of one feature: `route('POST /api/circles', permission, handler)`. */
export function routesOf<const C extends Contract>(contract: C) {
  return function route<K extends keyof C & string, Found extends object>(
    key: K,
    permission: Permission<Found>,
    handle: (call: Call<C[K] & Endpoint, Found>) => Promise<Answer<C[K] & Endpoint>>,
    limit: Limit = 'usual',
  ): Route {
    const endpoint = contract[key] as Endpoint
    const [method, path] = key.split(' ') as [string, string]
    const pass: RequestHandler = (_req, _res, next) => next()
    const mount = (router: Router, deps: RequestDeps, strict: RequestHandler) =>
      router[method.toLowerCase() as 'get'](
        path,
        limit === 'strict' ? strict : pass,
        async (req: Request, res: Response) => {
          const params = parse(endpoint.params, req.params, 'not_found')
          const found = await permission.check(
            { actor: req.actor ?? null, params: params as Asked['params'] },
            deps,
          )
          const call = {
            ...found,
            params,
            query: parse(endpoint.query, req.query, 'not_valid'),
            body: parse(endpoint.body, req.body ?? {}, 'not_valid'),
            deps,
            now: deps.now(),
            headers: toHeaders(req),
            setCookies: (cookies: readonly string[]) =>
              cookies.forEach((c) => void res.append('set-cookie', c)),
          }
          const answer = await handle(call as Call<C[K] & Endpoint, Found>)
          if (endpoint.response === 'events') {
            const allowed = async () => {
              const { actor } = await deps.auth.actor(toHeaders(req))
              await permission.check({ actor, params: params as Asked['params'] }, deps)
            }
            return stream(req, res, answer as Subscribe, allowed)
          }
          if (endpoint.response === null) res.status(204).end()
          else res.status(endpoint.status ?? 200).json(endpoint.response.parse(answer))
        },
      )
    return { key, permission: permission.name, limit, mount }
  }
}

const HEARTBEAT_MS = 20_000

const STREAMS_EACH = 12
/** Open streams of each account. */
const open = new Map<string, number>()

/**
 * Sends server-sent events until the browser goes or the person may not know of them any more: `allowed` is asked
 * before each. One event comes at once, so that nothing is missed before it.
 */
function stream(req: Request, res: Response, subscribe: Subscribe, allowed: () => Promise<void>): void {
  // the browser may have gone while the permission was read: then `close` has been
  if (res.closed || req.destroyed) return
  const who = req.actor?.accountId ?? ''
  const count = open.get(who) ?? 0
  if (count >= STREAMS_EACH) throw new AppError('too_many')
  open.set(who, count + 1)
  res.writeHead(200, { 'content-type': 'text/event-stream', 'x-accel-buffering': 'no' })
  const tell = (line: string) =>
    void allowed().then(
      () => void (res.writableEnded || res.write(line)),
      () => res.end(),
    )
  const send = () => tell('data: changed\n\n')
  const end = subscribe(send)
  // proxies close what is silent for a minute
  const heartbeat = setInterval(() => tell(': still here\n\n'), HEARTBEAT_MS)
  res.on('error', () => {})
  res.on('close', () => {
    clearInterval(heartbeat)
    end()
    const left = (open.get(who) ?? 1) - 1
    if (left > 0) open.set(who, left)
    else open.delete(who)
  })
  send()
}

/** Body and query come after permission in time, so that a stranger learns nothing from validation. */
function parse(schema: z.ZodType | undefined, value: unknown, code: 'not_valid' | 'not_found'): unknown {
  if (!schema) return undefined
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  throw new AppError(code, {
    fields: Object.fromEntries(parsed.error.issues.map((i) => [i.path.join('.') || 'body', problemOf(i)])),
  })
}

/** Node's header object as the standard one. */
export function toHeaders(req: Pick<Request, 'headers'>): Headers {
  const headers = new Headers()
  for (const [name, value] of Object.entries(req.headers))
    if (value !== undefined) headers.set(name, String(value))
  return headers
}

/** Mounts routes in a router of their own, refusing to start when one of the contract's is missing or twice there. */
export function mountAll(
  contract: Contract,
  routes: readonly Route[],
  deps: RequestDeps,
  strict: RequestHandler,
): Router {
  const keys = routes.map((r) => r.key)
  const missing = Object.keys(contract).filter((key) => !keys.includes(key))
  const doubled = keys.filter((key, i) => keys.indexOf(key) !== i)
  if (missing.length + doubled.length > 0) throw new Error(`routes missing: ${missing}; twice: ${doubled}`)
  const router = express.Router({ caseSensitive: true, strict: true })
  for (const route of routes) route.mount(router, deps, strict)
  return router
}
