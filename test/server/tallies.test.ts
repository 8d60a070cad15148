import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as schema from '../../server/db/schema.ts'
import type { SharedAnswers } from '../../server/tallies/contract.ts'
import { createTestApp, START, type TestApp } from '../support/app.ts'
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
  runJobs,
} from '../support/community.ts'
import { testScene } from '../support/scenes.ts'

const rose: SharedAnswers = { closeness: { before: 2, after: 5 }, pity: { before: 6, after: 4 } }
const fell: SharedAnswers = { closeness: { before: 5, after: 4 }, pity: { before: 1, after: 1 } }

describe('what a circle shares of its answers', () => {
  let app: TestApp
  let count = 0
  beforeAll(async () => {
    app = await createTestApp()
  })
  afterAll(() => app.close())

  const room = (meetupId: string, path: string) => `/api/meetups/${meetupId}/room/${path}`

  /** Gives the facilitator's commands on the room as it is now. */
  async function command(by: Named, meetupId: string, ...types: string[]) {
    for (const type of types) {
      const { body } = await by.get(`/api/meetups/${meetupId}/room`)
      const { status } = await by.post(room(meetupId, 'commands'), {
        version: body.version,
        command: { type, ...(type === 'open_scene' && { scene: testScene.id }) },
      })
      expect([type, status]).toEqual([type, 200])
    }
  }

  /** A circle whose members are in the room together, and who have just come back from a scene. */
  async function afterScene(members: number) {
    app.setNow(START)
    const facilitator = await beginFacilitator(app, `Tove ${++count}`)
    const circleId = await makeCircle(facilitator)
    const meetupId = await makeMeetup(facilitator, circleId, { inMinutes: 10, seats: 15 })
    await enter(facilitator, meetupId)
    const people: Named[] = []
    for (let i = 0; i < members; i++) {
      const person = await begin(app, `Wren ${count}-${i}`)
      await join(person, circleId)
      await rsvp(person, meetupId)
      await enter(person, meetupId)
      people.push(person)
    }
    await command(facilitator, meetupId, 'open_scene', 'begin_scene', 'end_scene')
    return { circleId, meetupId, facilitator, people }
  }

  const slipOf = async (person: Named, meetupId: string): Promise<string> => {
    const { status, body } = await person.post(room(meetupId, 'scene/slip'))
    expect([status, body.code]).toEqual([201, undefined])
    return body.slip
  }
  const put = (person: Named, meetupId: string, slip: string, answers: SharedAnswers) =>
    person.put(room(meetupId, 'scene/answers'), { slip, answers })
  async function share(person: Named, meetupId: string, answers = rose): Promise<string> {
    const slip = await slipOf(person, meetupId)
    expect((await put(person, meetupId, slip, answers)).status).toBe(204)
    return slip
  }
  const talliesFor = async (person: Named, meetupId: string) =>
    (await person.get(`/api/meetups/${meetupId}/tallies`)).body.tallies
  const kept = async () => [
    ...(await app.deps.db.select().from(schema.tallyAnswers)),
    ...(await app.deps.db.select().from(schema.tallySeats)),
  ]

  it('is shown to all who were there when the scene is closed, if at least five have shared', async () => {
    const { meetupId, facilitator, people } = await afterScene(6)
    for (const [i, person] of people.slice(0, 5).entries()) await share(person, meetupId, i < 3 ? rose : fell)
    for (const person of [facilitator, ...people]) expect(await talliesFor(person, meetupId)).toEqual([])
    await command(facilitator, meetupId, 'end_scene')
    const { body } = await facilitator.get(`/api/meetups/${meetupId}/room`)
    for (const person of [facilitator, ...people])
      expect(await talliesFor(person, meetupId)).toEqual([
        {
          scene: testScene.id,
          opened: body.tallies[0],
          atLeast: 5,
          items: [
            { id: 'closeness', higher: 'most', same: 'few', lower: 'few', middle: 'much_higher' },
            { id: 'pity', higher: 'few', same: 'few', lower: 'most', middle: 'much_lower' },
          ],
        },
      ])
    expect(await kept()).toEqual([])
  })

  it('is nothing when four have shared, and what they shared is gone', async () => {
    const { meetupId, facilitator, people } = await afterScene(6)
    for (const person of people.slice(0, 4)) await share(person, meetupId)
    await command(facilitator, meetupId, 'end_scene')
    for (const person of [facilitator, ...people]) expect(await talliesFor(person, meetupId)).toEqual([])
    expect((await facilitator.get(`/api/meetups/${meetupId}/room`)).body).not.toHaveProperty('tallies')
    expect(await kept()).toEqual([])
  })

  it('does not change any more once it is shown: who comes late is told that it is closed', async () => {
    const { meetupId, facilitator, people } = await afterScene(7)
    const slips = await Promise.all(people.slice(0, 6).map((person) => slipOf(person, meetupId)))
    for (const [i, person] of people.slice(0, 5).entries()) await put(person, meetupId, slips[i] ?? '', rose)
    await command(facilitator, meetupId, 'end_scene')
    const before = await talliesFor(facilitator, meetupId)
    const [, , , , , late, later] = people as [Named, Named, Named, Named, Named, Named, Named]
    expect((await put(late, meetupId, slips[5] ?? '', fell)).body.code).toBe('sharing_closed')
    expect((await later.post(room(meetupId, 'scene/slip'))).body.code).toBe('sharing_closed')
    const withdraw = room(meetupId, 'scene/answers/withdraw')
    expect((await late.post(withdraw, { slip: slips[0] })).body.code).toBe('sharing_closed')
    // nor through another going-through of the same scene
    app.setNow(minutesLater(1))
    await command(facilitator, meetupId, 'open_scene', 'begin_scene', 'end_scene')
    expect((await put(late, meetupId, slips[5] ?? '', fell)).body.code).toBe('slip_not_valid')
    await share(late, meetupId, fell)
    await command(facilitator, meetupId, 'end_scene')
    expect(await talliesFor(facilitator, meetupId)).toEqual(before)
    expect(before).toHaveLength(1)
  })

  it('counts nobody twice: one slip a seat, also on another device, and one answer a slip', async () => {
    const { meetupId, facilitator, people } = await afterScene(5)
    const [first, ...others] = people as [Named, ...Named[]]
    const slip = await share(first, meetupId)
    for (const answers of [rose, fell, rose])
      expect((await put(first, meetupId, slip, answers)).status).toBe(204)
    expect((await first.post(room(meetupId, 'scene/slip'))).body.code).toBe('slip_taken')
    await enter(first, meetupId, undefined, true)
    expect((await first.post(room(meetupId, 'scene/slip'))).body.code).toBe('slip_taken')
    for (const forged of ['', 'x.y', `${slip}0`, slip.slice(1)])
      expect((await put(first, meetupId, forged, rose)).body.code).toBe('slip_not_valid')
    for (const person of others.slice(0, 3)) await share(person, meetupId)
    await command(facilitator, meetupId, 'end_scene')
    expect(await talliesFor(facilitator, meetupId)).toEqual([])
  })

  it('gives one slip to a seat that asks many times at once', async () => {
    const { meetupId, people } = await afterScene(1)
    const [person] = people as [Named]
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => person.post(room(meetupId, 'scene/slip'))),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array(7).fill(409)])
  })

  it('keeps all who share at once', async () => {
    const { meetupId, facilitator, people } = await afterScene(10)
    await Promise.all(people.map((person) => share(person, meetupId)))
    await command(facilitator, meetupId, 'end_scene')
    expect(await talliesFor(facilitator, meetupId)).toMatchObject([{ atLeast: 10 }])
  })

  it('can be taken back until then, and given again', async () => {
    const { meetupId, facilitator, people } = await afterScene(5)
    const slips: string[] = []
    for (const person of people) slips.push(await share(person, meetupId))
    const [first] = people as [Named]
    const slip = slips[0] ?? ''
    const withdraw = () => first.post(room(meetupId, 'scene/answers/withdraw'), { slip })
    expect((await withdraw()).status).toBe(204)
    expect((await withdraw()).status).toBe(204)
    expect((await put(first, meetupId, slip, fell)).status).toBe(204)
    expect((await withdraw()).status).toBe(204)
    await command(facilitator, meetupId, 'end_scene')
    expect(await talliesFor(facilitator, meetupId)).toEqual([])
  })

  it('begins when the scene is over, and is not there for one that is only opened', async () => {
    app.setNow(START)
    const { meetupId, facilitator, people } = await afterScene(1)
    const [person] = people as [Named]
    const slip = async () => (await person.post(room(meetupId, 'scene/slip'))).body.code
    await command(facilitator, meetupId, 'end_scene', 'open_scene')
    expect(await slip()).toBe('sharing_closed')
    await command(facilitator, meetupId, 'begin_scene')
    expect(await slip()).toBe('sharing_closed')
    await command(facilitator, meetupId, 'end_scene')
    expect(await slip()).toBeUndefined()
  })

  it('is made of members’ answers: whoever leads or listens there has no slip', async () => {
    const { meetupId, facilitator, people } = await afterScene(2)
    const [first, second] = people as [Named, Named]
    const slip = await share(first, meetupId)
    const { body } = await first.get(`/api/meetups/${meetupId}/room`)
    for (const [identity, role] of [
      [body.you.identity, 'observer'],
      [(await second.get(`/api/meetups/${meetupId}/room`)).body.you.identity, 'captioner'],
    ])
      await facilitator.post(room(meetupId, 'commands'), {
        version: (await facilitator.get(`/api/meetups/${meetupId}/room`)).body.version,
        command: { type: 'give_role', identity, role },
      })
    for (const person of [facilitator, first, second])
      expect((await person.post(room(meetupId, 'scene/slip'))).body.code).toBe('not_allowed')
    expect((await put(first, meetupId, slip, rose)).body.code).toBe('not_allowed')
    expect((await first.post(room(meetupId, 'scene/answers/withdraw'), { slip })).status).toBe(204)
  })

  it('is kept without anything that leads to a person, but that their seat has a slip', async () => {
    const { meetupId, circleId, people } = await afterScene(5)
    for (const person of people) await share(person, meetupId)
    const db = app.deps.db
    const here = ({ meetupId: of }: { meetupId: string }) => of === meetupId
    const [row] = (await db.select().from(schema.tallyAnswers)).filter(here)
    const { answers = {} } = row ?? {}
    const text = JSON.stringify(answers)
    const admissions = await db.select().from(schema.admissions)
    const memberships = await db.select().from(schema.memberships)
    for (const hidden of [
      circleId,
      ...people.flatMap(({ accountId, name }) => [accountId, name]),
      ...admissions.flatMap(({ id, identity, tab }) => [id, identity, tab]),
      ...memberships.map(({ id }) => id),
    ])
      expect(text).not.toContain(hidden)
    const keys = Object.keys(answers)
    // as the hashes are, and not as they came
    expect(keys).toEqual([...keys].sort())
    expect(keys).toHaveLength(5)
    for (const seat of await db.select().from(schema.tallySeats))
      expect(Object.keys(seat).sort()).toEqual(['admissionId', 'meetupId', 'opened'])
  })

  it('says that nobody has a slip any more once they deleted their account', async () => {
    const { meetupId, people } = await afterScene(2)
    const [first] = people as [Named]
    for (const person of people) await share(person, meetupId)
    await first.post('/api/account/delete')
    app.setNow(minutesLater(24 * 60))
    await runJobs(app)
    const admissions = await app.deps.db.select({ id: schema.admissions.id }).from(schema.admissions)
    const seats = await app.deps.db.select().from(schema.tallySeats)
    expect(seats.filter((seat) => !admissions.some(({ id }) => id === seat.admissionId))).toEqual([])
    expect(seats.filter((seat) => seat.meetupId === meetupId).length).toBeLessThan(2)
  })

  it('is made when the meetup ends with its scene still open, and deleted an hour after', async () => {
    const { meetupId, facilitator, people } = await afterScene(5)
    await prove(app, facilitator)
    for (const person of people) await share(person, meetupId)
    await command(facilitator, meetupId, 'end')
    expect(await talliesFor(people[0] as Named, meetupId)).toHaveLength(1)
    const left = async () =>
      (await app.deps.db.select().from(schema.tallies)).filter((one) => one.meetupId === meetupId).length
    app.setNow(minutesLater(59))
    await runJobs(app)
    expect(await left()).toBe(1)
    app.setNow(minutesLater(60))
    await runJobs(app)
    expect(await left()).toBe(0)
  })

  it('is not for who is in the circle and was not there, nor for who was put out', async () => {
    const { meetupId, circleId, facilitator, people } = await afterScene(5)
    const elsewhere = await begin(app, `Marlow ${count}`)
    await join(elsewhere, circleId)
    for (const person of people) await share(person, meetupId)
    const [first] = people as [Named]
    const { body } = await first.get(`/api/meetups/${meetupId}/room`)
    await facilitator.post(room(meetupId, 'commands'), {
      version: body.version,
      command: { type: 'remove', identity: body.you.identity },
    })
    await command(facilitator, meetupId, 'end_scene')
    expect(await talliesFor(facilitator, meetupId)).toHaveLength(1)
    expect((await elsewhere.get(`/api/meetups/${meetupId}/tallies`)).body.code).toBe('not_found')
    expect((await first.get(`/api/meetups/${meetupId}/tallies`)).body.code).toBe('removed_from_room')
  })
})
