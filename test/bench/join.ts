import { createServer, type Server } from 'node:http'
import autocannon from 'autocannon'
import express from 'express'
import { newId } from '../../server/lib/ids.ts'
import type { TestApp } from '../support/app.ts'
import {
  begin,
  beginFacilitator,
  join,
  makeCircle,
  makeMeetup,
  minutesLater,
  rsvp,
} from '../support/community.ts'
import { inTurn, report } from './pairs.ts'

const SECONDS = 3
const CONNECTIONS = 10

/** Requests per second that were answered with 200. */
async function rate(options: autocannon.Options): Promise<number> {
  const result = await autocannon({ connections: CONNECTIONS, duration: SECONDS, ...options })
  if (result['2xx'] === 0 || result.non2xx > 0)
    throw new Error(`${result['2xx']} answers were fine, ${result.non2xx} were not`)
  return result['2xx'] / result.duration
}

/** Join requests per second, against signing the same token in a bare route, and against an empty Express route. */
export async function benchJoin(app: TestApp, rounds: number): Promise<void> {
  const tove = await beginFacilitator(app, 'Tove')
  const circleId = await makeCircle(tove)
  const meetupId = await makeMeetup(tove, circleId)
  const cookies: string[] = []
  for (let i = 0; i < CONNECTIONS - 5; i++) {
    const person = await begin(app, `Guest ${String.fromCharCode(65 + i)}`)
    await join(person, circleId)
    await rsvp(person, meetupId)
    cookies.push(person.cookie())
  }
  app.setNow(minutesLater(50))
  const tabs = cookies.map(() => newId())
  let turn = 0
  const body = { method: 'POST' as const, headers: { 'content-type': 'application/json', origin: app.url } }

  const bare = express()
  bare.post('/empty', express.json(), (_req, res) => void res.json({}))
  const grant = { subscribe: true, sources: ['microphone', 'camera'] as const, data: true }
  bare.post(
    '/token',
    express.json(),
    async (_req, res) => void res.json({ token: await app.deps.livekit.token('room', newId(), grant) }),
  )
  const server: Server = createServer(bare)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const bareUrl = `http://127.0.0.1:${(server.address() as { port: number }).port}`

  const rows = await inTurn(rounds, [
    {
      name: 'join: account, membership, seat, token',
      measure: () =>
        rate({
          url: `${app.url}/api/meetups/${meetupId}/join`,
          ...body,
          setupClient: (client) => {
            const i = turn++ % cookies.length
            client.setHeaders({ ...body.headers, cookie: cookies[i] ?? '' })
            client.setBody(JSON.stringify({ tab: tabs[i] }))
          },
        }),
    },
    {
      name: 'bare Express route that signs a token',
      measure: () => rate({ url: `${bareUrl}/token`, ...body, body: '{}' }),
    },
    { name: 'empty Express route', measure: () => rate({ url: `${bareUrl}/empty`, ...body, body: '{}' }) },
  ])
  report('Join requests', 'requests/s, more is better', rows)
  server.close()
}
