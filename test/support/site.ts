import { afterAll, beforeAll } from 'vitest'
import { createTestApp, type TestApp } from './app.ts'
import { begin, beginFacilitator, join, makeCircle, type Named } from './community.ts'
import { raw } from './raw.ts'

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
    raw: (path: string, asked?: Parameters<typeof raw>[2]) => raw(app.url, path, asked),
  }
}
