import { and, count, eq } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { insertMembership } from '../../server/circles/store.ts'
import { rsvps } from '../../server/db/schema.ts'
import { createTestApp, type TestApp } from '../support/app.ts'
import {
  begin,
  beginFacilitator,
  enter,
  join,
  makeCircle,
  makeMeetup,
  minutesLater,
  type Named,
  prove,
  rsvp,
} from '../support/community.ts'

const PEOPLE = 10
let app: TestApp
let facilitator: Named
let members: Named[]
let circleId: string

beforeAll(async () => {
  app = await createTestApp()
  facilitator = await beginFacilitator(app, 'Tove')
  circleId = await makeCircle(facilitator)
  members = []
  for (let i = 0; i < PEOPLE; i++) {
    const member = await begin(app, `Member ${'abcdefghij'[i]}`)
    await join(member, circleId)
    members.push(member)
  }
})
afterAll(() => app.close())

const taken = async (meetupId: string) =>
  (
    await app.deps.db
      .select({ n: count() })
      .from(rsvps)
      .where(and(eq(rsvps.meetupId, meetupId), eq(rsvps.answer, 'going')))
  )[0]?.n ?? 0

describe('seats of a meetup', { timeout: 120_000 }, () => {
  it('are never sold twice, however many ask at once', async () => {
    for (let round = 0; round < 20; round++) {
      const seats = 2 + (round % 5)
      const meetupId = await makeMeetup(facilitator, circleId, { seats })
      const answers = await Promise.all(members.map((m) => rsvp(m, meetupId)))
      const [got, refused] = [
        answers.filter((a) => a.status === 200),
        answers.filter((a) => a.status !== 200),
      ]
      // the facilitator who scheduled it has the first
      expect(got).toHaveLength(seats - 1)
      for (const { status, body } of refused) expect([status, body.code]).toEqual([409, 'no_seat_left'])
      expect(await taken(meetupId)).toBe(seats)
    }
  })

  it('are never more than there are, whatever is taken, given back and changed at the same time', async () => {
    const step = fc.oneof(
      { weight: 6, arbitrary: fc.record({ who: fc.nat(PEOPLE - 1), going: fc.boolean() }) },
      { weight: 1, arbitrary: fc.record({ seats: fc.integer({ min: 2, max: 8 }) }) },
    )
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
        const meetupId = await makeMeetup(facilitator, circleId, { seats: 4 })
        const answers = await Promise.all(
          steps.map((s) =>
            'seats' in s
              ? facilitator.patch(`/api/meetups/${meetupId}`, { seats: s.seats })
              : rsvp(members[s.who] as Named, meetupId, s.going ? 'going' : 'not_going'),
          ),
        )
        for (const { status, body } of answers) {
          expect([200, 409]).toContain(status)
          if (status === 409) expect(['no_seat_left', 'seats_in_use']).toContain(body.code)
          if (status === 200) expect(body.seatsTaken).toBeLessThanOrEqual(body.seats)
        }
        const { body: meetup } = await facilitator.get(`/api/meetups/${meetupId}`)
        expect(meetup.seatsTaken).toBe(await taken(meetupId))
        expect(meetup.seatsTaken).toBeLessThanOrEqual(meetup.seats)
      }),
      { numRuns: 25 },
    )
  })

  it('come free when somebody gives theirs back, leaves the circle, or is removed from it', async () => {
    const meetupId = await makeMeetup(facilitator, circleId, { seats: 2 })
    const [first, second, ...rest] = await Promise.all(
      ['Sparrow', 'Wren', 'Heron'].map(async (name) => {
        const person = await begin(app, name)
        await join(person, circleId)
        return person
      }),
    )
    if (!first || !second || !rest[0]) throw new Error('three people')
    const third = rest[0]
    expect((await rsvp(first, meetupId)).status).toBe(200)
    expect((await rsvp(second, meetupId)).body.code).toBe('no_seat_left')
    await rsvp(first, meetupId, 'not_going')
    expect((await rsvp(second, meetupId)).status).toBe(200)
    await second.post(`/api/circles/${circleId}/leave`)
    expect((await rsvp(first, meetupId)).status).toBe(200)
    const { body } = await facilitator.get(`/api/circles/${circleId}/members`)
    const { id } = body.members.find((m: { pseudonym: string }) => m.pseudonym === 'Sparrow')
    await facilitator.delete(`/api/circles/${circleId}/members/${id}`)
    expect((await rsvp(third, meetupId)).status).toBe(200)
  })

  it('cannot become fewer than are taken', async () => {
    const meetupId = await makeMeetup(facilitator, circleId, { seats: 4 })
    for (const member of members.slice(0, 3)) await rsvp(member, meetupId)
    const { status, body } = await facilitator.patch(`/api/meetups/${meetupId}`, { seats: 3 })
    expect([status, body.code]).toEqual([409, 'seats_in_use'])
    expect((await facilitator.patch(`/api/meetups/${meetupId}`, { seats: 4 })).status).toBe(200)
  })

  it.each([
    ['a cancelled meetup', async (id: string) => facilitator.post(`/api/meetups/${id}/cancel`)],
    ['one that is over', async () => app.setNow(minutesLater(60 + 60 + 30))],
  ])('of %s cannot be taken', async (_, end) => {
    const meetupId = await makeMeetup(facilitator, circleId)
    await end(meetupId)
    const { status, body } = await rsvp(members[0] as Named, meetupId)
    app.setNow(minutesLater(0))
    expect([status, body.code]).toEqual([409, 'meetup_over'])
  })
})

describe('a double click', () => {
  const [eight, same] = [Array.from({ length: 8 }), (list: { status: number }[]) => list.map((a) => a.status)]
  const member = () => members[0] as Named

  it('on “I am coming” takes one seat', async () => {
    const meetupId = await makeMeetup(facilitator, circleId, { seats: 3 })
    expect(same(await Promise.all(eight.map(() => rsvp(member(), meetupId))))).toEqual(eight.map(() => 200))
    expect(await taken(meetupId)).toBe(2)
  })

  it('on “join the circle” makes one persona, and says so each time', async () => {
    for (const pseudonym of ['Finch', 'Stork', 'Crane', 'Swift', 'Robin']) {
      const person = await begin(app, pseudonym)
      // each click on a connection of its own, all ready before the first
      await Promise.all(eight.map(() => person.get('/api/account')))
      const answers = await Promise.all(
        eight.map(() => person.post(`/api/circles/${circleId}/join`, { pseudonym })),
      )
      expect(same(answers)).toEqual(eight.map(() => 201))
      expect(new Set(answers.map((a) => a.body.me.id)).size).toBe(1)
    }
  })

  it('that the database sees before the first is done makes one persona as well', async () => {
    const person = await begin(app, 'Dunlin')
    const values = { circleId, accountId: person.accountId, role: 'member', state: 'joined' } as const
    const insert = () => insertMembership(app.deps.db, { ...values, pseudonym: 'Dunlin' }, app.deps.now())
    const [first, second] = await Promise.all([insert(), insert()])
    expect(second.id).toBe(first.id)
  })

  it('on “accept the invitation” makes one persona', async () => {
    const person = await begin(app, 'Plover')
    const { body } = await facilitator.post(`/api/circles/${circleId}/invitations`)
    const code = body.url.split('#')[1]
    await person.post('/api/invitations/open', { code })
    const answers = await Promise.all(
      eight.map(() => person.post('/api/invitations/accept', { code, pseudonym: 'Plover' })),
    )
    expect(same(answers).sort()).toEqual([201, ...eight.slice(1).map(() => 410)])
  })

  it('on “come in” makes one admission', async () => {
    const meetupId = await makeMeetup(facilitator, circleId)
    await rsvp(member(), meetupId)
    app.setNow(minutesLater(50))
    await prove(app, facilitator)
    // no LiveKit runs here: the admission is made, the token is not
    const answers = await Promise.all(eight.map(() => enter(member(), meetupId, 'A'.repeat(22))))
    for (const { status } of answers) expect(status).toBe(503)
    const { body } = await facilitator.get(`/api/meetups/${meetupId}`)
    expect(body.seatsTaken).toBe(2)
    expect((await member().get(`/api/meetups/${meetupId}/room`)).body.seats).toHaveLength(1)
    app.setNow(minutesLater(0))
  })

  it('on “cancel” cancels once, and keeps the first reason', async () => {
    const meetupId = await makeMeetup(facilitator, circleId)
    const answers = await Promise.all(
      eight.map((_, i) => facilitator.post(`/api/meetups/${meetupId}/cancel`, { reason: `Reason ${i}` })),
    )
    expect(same(answers)).toEqual(eight.map(() => 200))
    expect(new Set(answers.map((a) => a.body.cancelReason)).size).toBe(1)
  })
})
