import { request as httpRequest } from 'node:http'
import { afterAll, beforeAll } from 'vitest'
import { createTestApp, type TestApp } from './app.ts'
import { begin, beginFacilitator, join, makeCircle, type Named } from './community.ts'

/** A server with a circle of two, for the tests of one file that ask it in unusual ways. */
export function openSite() {
  let app: TestApp
  let facilitator: Named
  let member: Named
  let circleId: string
  beforeAll(async () => {
    app = await createTestApp()
    facilitator = await beginFacilitator(app, 'Tove')
    member = await begin(app, 'Wren')
    circleId = await makeCircle(facilitator)
    await join(member, circleId)
  })
  afterAll(() => app.close())

  /** A request whose path and headers are sent as they are written. */
  function raw(
    path: string,
    {
      method = 'GET',
      headers = {},
      body = '',
    }: { method?: string; headers?: Record<string, string>; body?: string } = {},
    url = app.url,
  ) {
    return new Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; text: string }>(
      (resolve, reject) => {
        const { port } = new URL(url)
        const asked = httpRequest({ host: '127.0.0.1', port, path, method, headers }, async (res) => {
          let text = ''
          for await (const part of res) text += part
          resolve({ status: res.statusCode ?? 0, headers: res.headers, text })
        })
        asked.on('error', reject)
        asked.end(body)
      },
    )
  }

  return {
    get app() {
      return app
    },
    get facilitator() {
      return facilitator
    },
    get member() {
      return member
    },
    get circleId() {
      return circleId
    },
    raw,
  }
}
