import express, { type RequestHandler } from 'express'
import type { Deps } from '../deps.ts'
import { isNewEvent } from './store.ts'

/** LiveKit's reports, signed by it. Each id counts once; whatever they say, the sweep looks for itself. */
export function webhook(deps: Deps): RequestHandler[] {
  const handle: RequestHandler = async (req, res) => {
    const report = await deps.livekit
      .readWebhook(String(req.body), req.headers.authorization)
      .catch(() => undefined)
    if (!report) return void res.status(401).end()
    if (report.moved && (await isNewEvent(deps.db, report.id, deps.now())))
      await deps.live.reported(report.room)
    res.status(200).end()
  }
  return [express.text({ type: () => true, limit: '64kb' }), handle]
}
