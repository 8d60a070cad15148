import { createServer } from 'node:http'

/** One webhook as LiveKit sent it: what a receiver needs to judge it, and what it says. */
export type RawReport = { body: string; authorization: string; event: string; room: string; identity: string }

export type Reports = {
  /** where LiveKit is to send them */
  url: string
  received: readonly RawReport[]
  /** hands every report on to this address from now on; undefined keeps them here */
  forwardTo: (url: string | undefined) => void
  close: () => Promise<void>
}

/** Stands between LiveKit and the server's webhook route: its address is known before the server's is. */
export async function receiveReports(): Promise<Reports> {
  const received: RawReport[] = []
  let target: string | undefined
  const server = createServer(async (req, res) => {
    let body = ''
    for await (const part of req) body += part
    const { event, room, participant } = JSON.parse(body)
    const authorization = req.headers.authorization ?? ''
    received.push({
      body,
      authorization,
      event,
      room: room?.name ?? '',
      identity: participant?.identity ?? '',
    })
    const status = target === undefined ? 200 : await deliver(target, body, authorization).catch(() => 502)
    res.writeHead(status).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  return {
    url: `http://127.0.0.1:${port}/`,
    received,
    forwardTo: (url) => {
      target = url
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

/** Sends a report to a server's webhook route; the status it answers with. */
export async function deliver(url: string, body: string, authorization?: string): Promise<number> {
  const headers = { 'content-type': 'application/webhook+json', ...(authorization && { authorization }) }
  const answer = await fetch(`${url}/api/livekit/webhook`, { method: 'POST', body, headers })
  await answer.text()
  return answer.status
}
