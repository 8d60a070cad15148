import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../server/lib/ids.ts'
import { endsAt, instantOf, opensAt, phaseOf } from '../../server/meetups/rules.ts'
import { createTestApp, START, type TestApp } from '../support/app.ts'
import {
  begin,
  beginFacilitator,
  join,
  makeCircle,
  makeMeetup,
  minutesLater,
  type Named,
  prove,
} from '../support/community.ts'
import type { Person } from '../support/person.ts'

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
afterEach(async () => {
  app.setNow(START)
  await prove(app, facilitator)
})
afterAll(() => app.close())

const input = {
  title: 'An evening',
  description: '',
  startsLocal: '2026-11-26T19:00',
  zone: 'Europe/Madrid',
  minutes: 60,
  seats: 8,
}
const schedule = (
  change: Partial<Record<keyof typeof input | 'id', unknown>> = {},
  by: Person = facilitator,
  circle = circleId,
) => by.post(`/api/circles/${circle}/meetups`, { ...input, ...change })

describe('wall clock and zone', () => {
  /** zone, wall clock, the instant meant; undefined where the clocks skip it. */
  const TABLE: [string, string, string | undefined][] = [
    ['Europe/Madrid', '2026-11-26T19:00', '2026-11-26T18:00:00.000Z'],
    ['Europe/Madrid', '2027-07-01T19:00', '2027-07-01T17:00:00.000Z'],
    // clocks go from 02:00 to 03:00
    ['Europe/Madrid', '2027-03-28T01:59', '2027-03-28T00:59:00.000Z'],
    ['Europe/Madrid', '2027-03-28T02:00', undefined],
    ['Europe/Madrid', '2027-03-28T02:30', undefined],
    ['Europe/Madrid', '2027-03-28T03:00', '2027-03-28T01:00:00.000Z'],
    // clocks go from 03:00 back to 02:00: the first 02:30 is meant
    ['Europe/Madrid', '2027-10-31T02:30', '2027-10-31T00:30:00.000Z'],
    ['Europe/Madrid', '2027-10-31T03:00', '2027-10-31T02:00:00.000Z'],
    ['America/New_York', '2027-03-14T02:30', undefined],
    ['America/New_York', '2027-11-07T01:30', '2027-11-07T05:30:00.000Z'],
    // half an hour only
    ['Australia/Lord_Howe', '2027-10-03T02:15', undefined],
    ['Australia/Lord_Howe', '2027-04-04T01:45', '2027-04-03T14:45:00.000Z'],
    ['Asia/Kathmandu', '2027-01-01T12:00', '2027-01-01T06:15:00.000Z'],
    ['UTC', '2027-01-01T12:00', '2027-01-01T12:00:00.000Z'],
    ['Mars/Olympus', '2027-01-01T12:00', undefined],
    ['2020-01-01T00:00[Europe/Madrid]', '2027-01-01T12:00', undefined],
    ['', '2027-01-01T12:00', undefined],
    ['UTC', '2027-02-29T12:00', undefined],
    ['UTC', '2027-13-01T12:00', undefined],
    ['UTC', '2027-01-01T24:30', undefined],
  ]
  it.each(TABLE)('%s %s is %s', async (zone, startsLocal, instant) => {
    expect(instantOf(startsLocal, zone)?.toISOString()).toBe(instant)
    const { status, body } = await schedule({ zone, startsLocal })
    if (instant === undefined) expect([status, body.code]).toEqual([422, 'time_not_possible'])
    else
      expect([status, body.startsAt, body.startsLocal, body.zone]).toEqual([201, instant, startsLocal, zone])
  })

  it('an instant read on the wall is meant by that wall clock again, but for the repeated hour', () => {
    const zones = [
      'Europe/Madrid',
      'America/New_York',
      'Asia/Kolkata',
      'Pacific/Auckland',
      'America/St_Johns',
    ]
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: START.getTime() / 60_000, max: START.getTime() / 60_000 + 500_000 }),
        (zone, minute) => {
          const at = new Date(minute * 60_000)
          const parts = Object.fromEntries(
            new Intl.DateTimeFormat('en-GB', {
              timeZone: zone,
              dateStyle: 'short',
              timeStyle: 'short',
              hourCycle: 'h23',
            })
              .formatToParts(at)
              .map((p) => [p.type, p.value]),
          )
          const wall = `${parts.year}-${parts.month}-${parts.day}T${parts.hour}:${parts.minute}`
          const read = instantOf(wall, zone)?.getTime() ?? 0
          expect([0, 3600_000]).toContain(at.getTime() - read)
        },
      ),
      { numRuns: 300 },
    )
  })
})

describe('scheduling', () => {
  it.each([
    ['now', '2026-11-19T17:15', 422],
    ['a minute ago', '2026-11-19T17:14', 422],
    ['in a minute', '2026-11-19T17:16', 201],
    ['in 400 days', '2027-12-24T17:15', 201],
    ['in 400 days and a minute', '2027-12-24T17:16', 422],
    ['in the year 9999', '9999-12-31T23:59', 422],
    ['in the year 0001', '0001-01-01T00:00', 422],
  ])('for %s', async (_, startsLocal, status) => {
    expect((await schedule({ zone: 'UTC', startsLocal })).status).toBe(status)
  })

  it.each([
    ['no title', { title: '' }],
    ['a title of 81 letters', { title: 'x'.repeat(81) }],
    ['14 minutes', { minutes: 14 }],
    ['181 minutes', { minutes: 181 }],
    ['half minutes', { minutes: 60.5 }],
    ['one seat', { seats: 1 }],
    ['16 seats', { seats: 16 }],
    ['seats as text', { seats: '8' }],
    ['a time with a zone', { startsLocal: '2026-11-26T19:00Z' }],
    ['a time with seconds', { startsLocal: '2026-11-26T19:00:00' }],
  ])('is refused with %s', async (_, change) => {
    const { status, body } = await schedule(change)
    expect([status, body.code]).toEqual([400, 'not_valid'])
    expect(Object.keys(body.fields)).toEqual(Object.keys(change))
  })

  it('takes a seat for whoever schedules it, and nobody else', async () => {
    const { body } = await schedule()
    expect(body).toMatchObject({ seatsTaken: 1, me: { rsvp: 'going', role: 'facilitator' } })
    expect((await member.get(`/api/meetups/${body.id}`)).body.me).toMatchObject({ rsvp: null })
  })

  it('once is one meetup, however often it is sent, and says what was sent last', async () => {
    const id = newId()
    const all = await Promise.all([1, 2, 3].map(() => schedule({ id })))
    expect(all.map((answer) => [answer.status, answer.body.id])).toEqual(Array(3).fill([201, id]))
    expect((await schedule({ id, title: 'Written again' })).body).toMatchObject({ id, seatsTaken: 1 })
    const { meetups } = (await facilitator.get(`/api/circles/${circleId}/meetups`)).body
    expect(meetups.filter((m: { id: string }) => m.id === id)).toMatchObject([{ title: 'Written again' }])
  })

  it('once is one meetup also where its room is open by now, or its time has come', async () => {
    const id = newId()
    const soon = { id, zone: 'UTC', startsLocal: '2026-11-19T17:16', title: 'In a minute' }
    expect((await schedule(soon)).status).toBe(201)
    const { status, body } = await schedule({ ...soon, title: 'Written again' })
    expect([status, body.id, body.title]).toEqual([201, id, 'In a minute'])
    app.setNow(minutesLater(2))
    expect((await schedule(soon)).body).toMatchObject({ id, phase: 'live' })
  })

  it('under the id of another circle’s meetup is refused, and changes nothing there', async () => {
    const { body } = await schedule()
    const other = await beginFacilitator(app, 'Ilse')
    const theirs = await makeCircle(other)
    const answer = await schedule({ id: body.id, title: 'Mine' }, other, theirs)
    expect([answer.status, answer.body.code]).toEqual([400, 'not_valid'])
    expect((await facilitator.get(`/api/meetups/${body.id}`)).body.title).toBe(body.title)
  })
})

describe('changing', () => {
  const patch = (id: string, change: object) => facilitator.patch(`/api/meetups/${id}`, change)

  it('keeps what is not said', async () => {
    const { body } = await schedule()
    const { body: changed } = await patch(body.id, { title: 'Another evening' })
    expect(changed).toEqual({ ...body, title: 'Another evening' })
  })

  it('works the instant out again when wall clock or zone move', async () => {
    const { body } = await schedule()
    expect((await patch(body.id, { zone: 'UTC' })).body.startsAt).toBe('2026-11-26T19:00:00.000Z')
    const { body: moved } = await patch(body.id, { startsLocal: '2026-11-27T08:00' })
    expect([moved.startsAt, moved.zone]).toEqual(['2026-11-27T08:00:00.000Z', 'UTC'])
    expect((await patch(body.id, { startsLocal: '2026-11-19T08:00' })).body.code).toBe('time_not_possible')
    expect((await member.get(`/api/meetups/${body.id}`)).body.startsAt).toBe('2026-11-27T08:00:00.000Z')
  })

  it('ends when the room opens', async () => {
    const id = await makeMeetup(facilitator, circleId)
    app.setNow(minutesLater(44))
    expect((await patch(id, { title: 'Another evening' })).status).toBe(200)
    app.setNow(minutesLater(45))
    expect((await patch(id, { title: 'Too late' })).body.code).toBe('meetup_over')
  })
})

describe('cancelling', () => {
  it('says why, once, to everyone in the circle', async () => {
    const id = await makeMeetup(facilitator, circleId)
    await facilitator.post(`/api/meetups/${id}/cancel`, { reason: 'I am ill.' })
    await facilitator.post(`/api/meetups/${id}/cancel`, { reason: 'Another reason.' })
    const { body } = await member.get(`/api/meetups/${id}`)
    expect([body.phase, body.cancelReason]).toEqual(['cancelled', 'I am ill.'])
  })

  it('is not possible after the end', async () => {
    const id = await makeMeetup(facilitator, circleId)
    app.setNow(minutesLater(60 + 60 + 30))
    expect((await facilitator.post(`/api/meetups/${id}/cancel`)).body.code).toBe('meetup_over')
  })

  it('takes it out of what begins next', async () => {
    const own = await makeCircle(facilitator)
    const id = await makeMeetup(facilitator, own)
    const next = async () => (await facilitator.get(`/api/circles/${own}`)).body.nextStarts
    expect(await next()).toEqual([minutesLater(60).toISOString()])
    await facilitator.post(`/api/meetups/${id}/cancel`)
    expect(await next()).toEqual([])
  })
})

describe('the phase follows from the clock', () => {
  it.each([
    [0, 'scheduled'],
    [44, 'scheduled'],
    [45, 'arrival'],
    [59, 'arrival'],
    [60, 'live'],
    [120, 'live'],
    [149, 'live'],
    [150, 'ended'],
  ])('%i minutes later it is %s', async (minutes, phase) => {
    const own = await makeCircle(facilitator)
    const id = await makeMeetup(facilitator, own)
    app.setNow(minutesLater(minutes))
    expect((await facilitator.get(`/api/meetups/${id}`)).body).toMatchObject({
      phase,
      now: minutesLater(minutes).toISOString(),
    })
    const { body } = await facilitator.get('/api/meetups')
    expect(body.meetups.some((m: { id: string }) => m.id === id)).toBe(phase !== 'ended')
  })

  it('and never goes back', () => {
    const order = ['scheduled', 'arrival', 'live', 'ended']
    fc.assert(
      fc.property(
        fc.integer({ min: 15, max: 180 }),
        fc.array(fc.integer({ min: -500, max: 500 }), { minLength: 2, maxLength: 10 }),
        (minutes, moments) => {
          const m = { startsAt: START, minutes, cancelledAt: null, endedAt: null }
          const phases = moments.sort((a, b) => a - b).map((t) => order.indexOf(phaseOf(m, minutesLater(t))))
          expect(phases).toEqual([...phases].sort())
          expect(opensAt(m) < m.startsAt && m.startsAt < endsAt(m)).toBe(true)
        },
      ),
    )
  })
})
