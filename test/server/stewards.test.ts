import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
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
  personaOf,
  prove,
  runJobs,
} from '../support/community.ts'
import type { Person } from '../support/person.ts'

let app: TestApp
let steward: Named
let count = 0
beforeAll(async () => {
  app = await createTestApp()
  steward = await beginFacilitator(app, 'Sol', 'steward')
})
afterEach(() => app.setNow(START))
afterAll(() => app.close())

const HOUR = 60
const DAY = 24 * HOUR
const facilitates = (name = 'Tove') => beginFacilitator(app, `${name} ${++count}`)
const account = async (person: Person) => (await person.get('/api/account')).body.account
const meetup = async (by: Person, id: string) => (await by.get(`/api/meetups/${id}`)).body
const lower = (by: Person, whom: Named, standing: string) =>
  by.put(`/api/steward/people/${whom.accountId}/standing`, { standing })
const left = async () => (await steward.get('/api/steward/circles')).body.circles
const name = (circleId: string, membershipId: string, by: Person = steward) =>
  by.put(`/api/steward/circles/${circleId}/facilitator`, { membershipId })
const invite = (circleId: string, by: Person = steward) =>
  by.post(`/api/steward/circles/${circleId}/invitations`)

/** A circle with a member in it and two facilitators, if `second` is there. */
async function circleOf(facilitator: Named, second?: Named) {
  const circleId = await makeCircle(facilitator, { name: `Circle ${++count}` })
  const member = await begin(app, `Wren ${count}`)
  await join(member, circleId)
  if (second) {
    await join(second, circleId)
    const path = `/api/circles/${circleId}/members/${await personaOf(app, circleId, second)}/role`
    expect((await facilitator.put(path, { role: 'facilitator' })).status).toBe(200)
  }
  return { circleId, member, name: `Circle ${count}` }
}

describe('a facilitator who deletes the account', () => {
  it('is not refused; the circle lists itself no more, and takes nobody new in', async () => {
    const facilitator = await facilitates()
    const { circleId, member } = await circleOf(facilitator)
    expect((await facilitator.post('/api/account/delete')).status).toBe(200)
    expect((await member.get(`/api/circles/${circleId}`)).body.entry).toBe('invitation')
    const stranger = await begin(app, `Otto ${++count}`)
    expect((await stranger.get('/api/circles')).body.listed.map((c: { id: string }) => c.id)).not.toContain(
      circleId,
    )
    expect((await stranger.post(`/api/circles/${circleId}/join`, { pseudonym: 'Otto' })).status).toBe(404)
    // and stays so, whether the account is kept after all or gone
    await facilitator.post('/api/account/keep')
    expect((await member.get(`/api/circles/${circleId}`)).body.entry).toBe('invitation')
  })

  it('has the meetups of the next day cancelled, with the reason; later ones a day before, unless somebody is named', async () => {
    const facilitator = await facilitates()
    const { circleId, member } = await circleOf(facilitator)
    const [soon, later] = [
      await makeMeetup(facilitator, circleId, { inMinutes: 3 * HOUR }),
      await makeMeetup(facilitator, circleId, { inMinutes: 3 * DAY }),
    ]
    await facilitator.post('/api/account/delete')
    expect(await meetup(member, soon)).toMatchObject({
      phase: 'cancelled',
      cancelReason: 'This circle has no facilitator right now, so this meetup cannot take place.',
    })
    app.setNow(minutesLater(DAY))
    await runJobs(app)
    expect((await meetup(member, later)).phase).toBe('scheduled')
    app.setNow(minutesLater(2 * DAY))
    await runJobs(app)
    expect((await meetup(member, later)).phase).toBe('cancelled')
  })

  it('leaves a circle that somebody else facilitates as it is', async () => {
    const [facilitator, second] = [await facilitates(), await facilitates('Signe')]
    const { circleId, member } = await circleOf(facilitator, second)
    const meetupId = await makeMeetup(facilitator, circleId)
    await facilitator.post('/api/account/delete')
    expect((await member.get(`/api/circles/${circleId}`)).body.entry).toBe('open')
    expect((await meetup(member, meetupId)).phase).toBe('scheduled')
  })

  it('does not count as the facilitator who would stay when another leaves, steps down or is removed', async () => {
    const [facilitator, second] = [await facilitates(), await facilitates('Signe')]
    const { circleId } = await circleOf(facilitator, second)
    await facilitator.post('/api/account/delete')
    const path = `/api/circles/${circleId}/members/${await personaOf(app, circleId, second)}`
    for (const refused of [
      await second.post(`/api/circles/${circleId}/leave`),
      await second.put(`${path}/role`, { role: 'member' }),
      await second.delete(path),
    ])
      expect(refused.body.code).toBe('last_facilitator')
    const gone = `/api/circles/${circleId}/members/${await personaOf(app, circleId, facilitator)}`
    expect((await second.delete(gone)).status).toBe(204)
  })
})

describe('a circle without a facilitator', () => {
  it('is shown to stewards, who name a trained member; its coming meetups then take place', async () => {
    const [facilitator, trained] = [await facilitates(), await facilitates('Signe')]
    const circle = await circleOf(facilitator)
    await join(trained, circle.circleId)
    const later = await makeMeetup(facilitator, circle.circleId, { inMinutes: 3 * DAY })
    const persona = await personaOf(app, circle.circleId, trained)
    expect((await name(circle.circleId, persona)).body.code).toBe('has_facilitator')
    await facilitator.post('/api/account/delete')
    expect((await left()).find((c: { id: string }) => c.id === circle.circleId)).toEqual({
      id: circle.circleId,
      name: circle.name,
      trained: [expect.objectContaining({ id: persona, pseudonym: trained.name })],
    })
    const untrained = await personaOf(app, circle.circleId, circle.member)
    expect((await name(circle.circleId, untrained)).body.code).toBe('not_trained')
    const goes = await personaOf(app, circle.circleId, facilitator)
    expect((await name(circle.circleId, goes)).body.code).toBe('not_found')
    expect((await name(circle.circleId, persona)).status).toBe(204)
    expect((await left()).map((c: { id: string }) => c.id)).not.toContain(circle.circleId)
    app.setNow(minutesLater(2 * DAY))
    await runJobs(app)
    expect(await meetup(trained, later)).toMatchObject({ phase: 'scheduled' })
    await prove(app, trained)
    expect((await trained.get(`/api/circles/${circle.circleId}/invitations`)).status).toBe(200)
  })

  it('is one that stewards can invite a trained person to, and only while it has none', async () => {
    const [facilitator, trained] = [await facilitates(), await facilitates('Signe')]
    const { circleId } = await circleOf(facilitator)
    expect((await invite(circleId)).body.code).toBe('has_facilitator')
    await facilitator.post('/api/account/delete')
    const { status, body } = await invite(circleId)
    expect(status).toBe(201)
    const code = body.url.split('#')[1]
    await trained.post('/api/invitations/open', { code })
    const accepted = await trained.post('/api/invitations/accept', { code, pseudonym: trained.name })
    expect(accepted.body.me.role).toBe('member')
    expect((await name(circleId, accepted.body.me.id)).status).toBe(204)
    expect((await invite(circleId)).body.code).toBe('has_facilitator')
  })
})

describe('lowering somebody’s standing', () => {
  it('takes a facilitator’s rights in every login session and circle at once', async () => {
    const facilitator = await facilitates()
    const { circleId, member } = await circleOf(facilitator)
    const meetupId = await makeMeetup(facilitator, circleId, { inMinutes: 3 * HOUR })
    expect((await lower(steward, facilitator, 'member')).status).toBe(204)
    expect(await account(facilitator)).toMatchObject({ standing: 'member', assurance: 'basic' })
    expect((await facilitator.get(`/api/circles/${circleId}`)).body.me.role).toBe('member')
    await prove(app, facilitator)
    expect((await facilitator.patch(`/api/circles/${circleId}`, {})).body.code).toBe('not_allowed')
    expect((await member.get(`/api/circles/${circleId}`)).body.entry).toBe('invitation')
    expect((await meetup(member, meetupId)).phase).toBe('cancelled')
    expect((await left()).map((c: { id: string }) => c.id)).toContain(circleId)
  })

  it('also ends what they may do in a room that is open, though their seat there is a facilitator’s', async () => {
    const [facilitator, second] = [await facilitates(), await facilitates('Signe')]
    const { circleId } = await circleOf(facilitator, second)
    const meetupId = await makeMeetup(facilitator, circleId, { inMinutes: 10 })
    await enter(facilitator, meetupId)
    await enter(second, meetupId)
    await lower(steward, facilitator, 'member')
    await prove(app, facilitator)
    const { version } = (await facilitator.get(`/api/meetups/${meetupId}/room`)).body
    const command = (by: Person) =>
      by.post(`/api/meetups/${meetupId}/room/commands`, { version, command: { type: 'open_floor' } })
    expect((await command(facilitator)).body.code).toBe('not_allowed')
    expect((await command(second)).status).toBe(200)
  })

  it('of a steward to facilitator keeps their circles, and ends the links they made', async () => {
    const other = await beginFacilitator(app, `Otto ${++count}`, 'steward')
    const { circleId } = await circleOf(other)
    const { url } = (await other.post('/api/steward/invitations', { standing: 'steward' })).body
    expect((await lower(steward, other, 'facilitator')).status).toBe(204)
    await prove(app, other)
    expect((await other.get('/api/steward/people')).body.code).toBe('not_allowed')
    expect((await other.patch(`/api/circles/${circleId}`, {})).status).toBe(200)
    const opened = await other.post('/api/account/links/open', { token: url.split('#')[1] })
    expect(opened.body.code).toBe('link_not_valid')
  })

  it('raises nobody, and finds only facilitators and stewards', async () => {
    const [facilitator, person] = [await facilitates(), await begin(app, `Wren ${++count}`)]
    expect((await lower(steward, facilitator, 'steward')).status).toBe(400)
    expect((await lower(steward, person, 'facilitator')).body.code).toBe('not_found')
    expect(await account(person)).toMatchObject({ standing: 'member' })
  })

  it('always leaves a steward: not the last, nor the last who is not being deleted, nor both at one moment', async () => {
    const own = await createTestApp()
    try {
      const [a, b] = [
        await beginFacilitator(own, 'Sol', 'steward'),
        await beginFacilitator(own, 'Otto', 'steward'),
      ]
      const answers = await Promise.all([lower(a, b, 'member'), lower(b, a, 'member')])
      expect(answers.filter((r) => r.status === 204)).toHaveLength(1)
      const stays = answers[0]?.status === 204 ? a : b
      await prove(own, stays)
      expect((await lower(stays, stays, 'member')).body.code).toBe('last_steward')
      const third = await beginFacilitator(own, 'Ash', 'steward')
      await third.post('/api/account/delete')
      expect((await lower(stays, stays, 'facilitator')).body.code).toBe('last_steward')
    } finally {
      await own.close()
    }
  })
})

describe('an open link that gives standing', () => {
  it('is withdrawn by a steward, and works no more', async () => {
    const made = (await steward.post('/api/steward/invitations', { standing: 'facilitator' })).body
    const [{ id }] = (await steward.get('/api/steward/people')).body.invitations
    expect((await steward.delete(`/api/steward/invitations/${id}`)).status).toBe(204)
    expect((await steward.delete(`/api/steward/invitations/${id}`)).body.code).toBe('not_found')
    const person = await begin(app, `Wren ${++count}`)
    const opened = await person.post('/api/account/links/open', { token: made.url.split('#')[1] })
    expect(opened.body.code).toBe('link_not_valid')
  })
})
