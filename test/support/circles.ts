import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import { createTestApp, START, type TestApp } from './app.ts'
import { begin, beginFacilitator, type Named, personaOf } from './community.ts'
import type { Person } from './person.ts'

/** A server with a facilitator, and what people do with circles, for the tests of one file. */
export function openCircles() {
  let app: TestApp
  let facilitator: Named
  let count = 0
  beforeAll(async () => {
    app = await createTestApp()
    facilitator = await beginFacilitator(app, 'Tove')
  })
  afterEach(() => app.setNow(START))
  afterAll(() => app.close())

  const somebody = (name = 'Wren') => begin(app, `${name} ${++count}`)
  const ask = (person: Person, circleId: string, pseudonym: string) =>
    person.post(`/api/circles/${circleId}/join`, { pseudonym })
  const members = async (by: Person, circleId: string) =>
    (await by.get(`/api/circles/${circleId}/members`)).body
  const idOf = (circleId: string, person: Named) => personaOf(app, circleId, person)
  const invite = async (circleId: string, by: Person = facilitator) => {
    const { status, body } = await by.post(`/api/circles/${circleId}/invitations`)
    expect(status).toBe(201)
    return { code: body.url.split('#')[1] as string, id: body.id as string, url: body.url as string }
  }
  const openInvitation = (person: Person, code: string) => person.post('/api/invitations/open', { code })
  const accept = (person: Person, code: string, pseudonym: string) =>
    person.post('/api/invitations/accept', { code, pseudonym })

  return {
    get app() {
      return app
    },
    get facilitator() {
      return facilitator
    },
    somebody,
    ask,
    members,
    idOf,
    invite,
    openInvitation,
    accept,
  }
}
