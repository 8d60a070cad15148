import express, { type Router } from 'express'
import type { RequestDeps } from '../deps.ts'
import { AppError } from '../lib/errors.ts'
import { toHeaders } from '../lib/http.ts'
import { PASSKEY_PATHS } from './auth.ts'
import { requireKeyHolder, requireSignedIn } from './permissions.ts'
import { accountById, keysOf } from './store.ts'

/**
 * The passkey ceremonies of better-auth, and nothing else of it: the four paths are listed, all others do not exist.
 * An account that has a strong key adds another only where {@link requireKeyHolder} lets it; the first may be added at
 * any age of the login session.
 */
export function passkeyRoutes(deps: RequestDeps): Router {
  const router = express.Router({ caseSensitive: true, strict: true })
  for (const entry of PASSKEY_PATHS) {
    const [method, path] = entry.split(' ') as ['GET' | 'POST', string]
    router[method.toLowerCase() as 'get'](path, async (req, res) => {
      if (path.endsWith('register-options') || path.endsWith('verify-registration')) {
        const actor = requireSignedIn({ actor: req.actor ?? null, params: undefined })
        const row = await accountById(deps.db, actor.accountId)
        if (row) requireKeyHolder(actor, await keysOf(deps.db, row))
      }
      const answer = await deps.auth.passkey(path, {
        method,
        headers: toHeaders(req),
        ...(method === 'POST' ? { body: JSON.stringify(req.body ?? {}) } : {}),
      })
      if (answer.status >= 500) throw new AppError('internal')
      for (const cookie of answer.headers.getSetCookie()) res.append('set-cookie', cookie)
      res
        .status(answer.status)
        .type('json')
        .send(await answer.text())
    })
  }
  return router
}
