import type { RequestHandler } from 'express'
import { anyone } from '../accounts/permissions.ts'
import { AppError } from '../lib/errors.ts'
import { routesOf } from '../lib/http.ts'
import { captionsContract } from './contract.ts'
import { addressOf, type InstalledModel, offer } from './installed.ts'

const route = routesOf(captionsContract)

export const captionRoutes = [
  route('GET /api/captions/models', anyone, async ({ deps }) => offer(deps.models)),
]

/** The models’ files, for everybody like the rest of the web client: these and nothing else of their folders. */
export function modelFiles(models: readonly InstalledModel[]): RequestHandler {
  const files = new Map(
    models.flatMap((model) =>
      Object.values(model.files).map((file) => [
        addressOf(model, file),
        { root: model.folder, path: file.path },
      ]),
    ),
  )
  return (req, res, next) => {
    if (!req.path.startsWith('/models/')) return next()
    const file = files.get(req.path)
    if (!file || (req.method !== 'GET' && req.method !== 'HEAD')) return next(new AppError('not_found'))
    const headers = { 'content-type': 'application/octet-stream' }
    res.sendFile(file.path, { root: file.root, headers, maxAge: '1y', immutable: true })
  }
}
