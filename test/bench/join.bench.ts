import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import autocannon from 'autocannon'
import express from 'express'
import { afterAll, beforeAll, describe, test } from 'vitest'
import { newId } from '../../server/lib/ids.ts'
import type { LivekitServer } from '../../server/rooms/livekitServer.ts'
import { createTestApp, type TestApp } from '../support/app.ts'
import {
  begin,
  beginFacilitator,
  join,
  makeCircle,
  makeMeetup,
  minutesLater,
  rsvp,
} from '../support/community.ts'
import { startTestLivekit } from '../support/livekit.ts'
import { inTurn, report } from './pairs.ts'

const ROUNDS = 8
const SECONDS = 3
const CONNECTIONS = 10
const PEOPLE = 7
const NO_LIMIT = { address: 1e9, account: 1e9, strictPer15Minutes: 1e9 }
const GRANT = { subscribe: true, sources: ['microphone', 'camera'] as const, data: true }

/** Requests per second that were answered with 200; throws when any was answered otherwise. */
async function rate(url: string, requests: autocannon.Request[]): Promise<number> {
  const options = { url, requests, connections: CONNECTIONS, duration: SECONDS, method: 'POST' as const }
  // a thread of its own makes the requests, so that the servers' thread does nothing but answer
  const result = await autocannon({ ...options, workers: 1 })
  if (result['2xx'] === 0 || result.non2xx + result.errors > 0)
    throw new Error(`${result['2xx']} answers were fine, ${result.non2xx + result.errors} were not`)
  return result['2xx'] / result.duration
}

/**
 * People who have a seat ask to come in, over and over, as they do after a break; the first time costs a few writes
 * more. Counted is the whole request: headers, login session, membership, seat, admission, token, the view of the room;
 * with the embedded database and a real livekit-server, and without rate limits. The two others are in the same process:
 * an Express route that parses the body and signs such a token, and one that parses the body.
 */
describe('join', () => {
  let app: TestApp
  let livekit: LivekitServer
  let bare: Server
  const joining: autocannon.Request[] = []
  const json = { 'content-type': 'application/json' }

  beforeAll(async () => {
    livekit = await startTestLivekit()
    app = await createTestApp({ livekit: livekit.access, limits: NO_LIMIT })
    const tove = await beginFacilitator(app, 'Tove')
    const circleId = await makeCircle(tove)
    const meetupId = await makeMeetup(tove, circleId)
    const names = Array.from({ length: PEOPLE }, (_, i) => `Guest ${String.fromCharCode(65 + i)}`)
    for (const name of names) {
      const person = await begin(app, name)
      await join(person, circleId)
      await rsvp(person, meetupId)
      joining.push({
        path: `/api/meetups/${meetupId}/join`,
        headers: { ...json, origin: app.url, cookie: person.cookie() },
        body: JSON.stringify({ tab: newId() }),
      })
    }
    app.setNow(minutesLater(50))

    const routes = express()
    routes.use(express.json())
    routes.post('/empty', (_req, res) => void res.json({}))
    routes.post(
      '/token',
      async (_req, res) => void res.json({ token: await app.deps.livekit.token('room', newId(), GRANT) }),
    )
    bare = routes.listen(0, '127.0.0.1')
    await new Promise((resolve) => bare.once('listening', resolve))
  })
  afterAll(async () => {
    bare?.close()
    await app?.close()
    await livekit?.stop()
  })

  test('join, a bare route that signs a token, an empty route', async () => {
    const bareUrl = `http://127.0.0.1:${(bare.address() as AddressInfo).port}`
    const post = (path: string) => [{ path, headers: json, body: '{}' }]
    const rows = await inTurn(ROUNDS, [
      { name: 'join', measure: () => rate(app.url, joining) },
      { name: 'Express route that signs a token', measure: () => rate(bareUrl, post('/token')) },
      { name: 'empty Express route', measure: () => rate(bareUrl, post('/empty')) },
    ])
    report('Join requests', 'requests/s, more is better', rows)
  })
})
