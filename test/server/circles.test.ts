import { describe, expect, it } from 'vitest'
import { newId } from '../../server/lib/ids.ts'
import { openCircles } from '../support/circles.ts'
import {
  beginFacilitator,
  circleInput,
  join,
  makeCircle,
  makeMeetup,
  minutesLater,
  type Named,
  rsvp,
} from '../support/community.ts'
import type { Person } from '../support/person.ts'

const on = openCircles()
const { somebody, ask, members, idOf, invite, openInvitation, accept } = on
let count = 0

describe('a circle', () => {
  const create = (by: Person, change: object) =>
    by.post('/api/circles', { ...circleInput, pseudonym: 'Tove', ...change })

  it('is begun once, however often it is sent, and says what was sent last', async () => {
    const id = newId()
    const all = await Promise.all([1, 2, 3].map(() => create(on.facilitator, { id })))
    expect(all.map((answer) => [answer.status, answer.body.id])).toEqual(Array(3).fill([201, id]))
    const again = await create(on.facilitator, { id, name: 'Written again', pseudonym: 'T.' })
    expect(again.body).toMatchObject({ name: 'Written again', me: { pseudonym: 'T.' } })
    const { mine } = (await on.facilitator.get('/api/circles')).body
    expect(mine.filter((c: { id: string }) => c.id === id)).toMatchObject([{ name: 'Written again' }])
    expect(await members(on.facilitator, id)).toMatchObject({ members: [{ pseudonym: 'T.' }] })
  })

  it('is not begun, nor changed, under the id of somebody else’s', async () => {
    const id = await makeCircle(on.facilitator)
    const other = await beginFacilitator(on.app, `Ilse ${++count}`)
    await join(other, id)
    const { status, body } = await create(other, { id, name: 'Mine now' })
    expect([status, body.code]).toEqual([400, 'not_valid'])
    expect((await on.facilitator.get(`/api/circles/${id}`)).body.name).not.toBe('Mine now')
  })
})

describe('what others see', () => {
  it('listed circles show no member, and invite-only ones are not listed', async () => {
    const person = await somebody()
    const names = ['Open house', 'Knock first', 'Behind the door']
    for (const [i, entry] of ['open', 'ask', 'invitation'].entries()) {
      const circleId = await makeCircle(on.facilitator, { name: `${names[i]} ${count}`, entry })
      await makeMeetup(on.facilitator, circleId)
    }
    for (const who of [on.app.stranger(), person]) {
      const { body } = await who.get('/api/circles')
      const listed = body.listed.map((c: { name: string }) => c.name)
      expect(listed).toContain(`Open house ${count}`)
      expect(listed).toContain(`Knock first ${count}`)
      expect(listed).not.toContain(`Behind the door ${count}`)
      expect(body.mine).toEqual([])
      for (const circle of body.listed)
        expect(Object.keys(circle).sort()).toEqual(
          ['id', 'name', 'topic', 'language', 'description', 'guidelines', 'entry', 'nextStarts'].sort(),
        )
      expect(JSON.stringify(body)).not.toContain('Tove')
    }
  })

  it('who asks to join is seen by facilitators only, and sees nothing inside', async () => {
    const circleId = await makeCircle(on.facilitator, { entry: 'ask' })
    const [member, asking] = [await somebody(), await somebody()]
    await join(member, circleId)
    await on.facilitator.put(`/api/circles/${circleId}/members/${await idOf(circleId, member)}/answer`, {
      answer: 'yes',
    })
    await join(asking, circleId)
    expect((await members(on.facilitator, circleId)).asking).toMatchObject([{ pseudonym: asking.name }])
    const seen = await members(member, circleId)
    expect([seen.asking, JSON.stringify(seen).includes(asking.name)]).toEqual([[], false])
    expect((await members(asking, circleId)).code).toBe('not_found')
    // nor does a facilitator’s browser that anybody could have picked up since this morning
    on.app.setNow(minutesLater(13 * 60))
    const later = await members(on.facilitator, circleId)
    expect([later.asking, later.members.length]).toEqual([[], 2])
    expect((await asking.get(`/api/circles/${circleId}/meetups`)).body.code).toBe('not_found')
  })

  it('no answer to an outsider names a persona or an account of the circle', async () => {
    const circleId = await makeCircle(on.facilitator)
    const person = await somebody('Secretname')
    await join(person, circleId)
    const persona = await idOf(circleId, person)
    const meetupId = await makeMeetup(on.facilitator, circleId)
    await rsvp(person, meetupId)
    const outsider = await somebody('Otto')
    await join(outsider, await makeCircle(on.facilitator))
    const paths = [
      '/api/account',
      '/api/account/export',
      '/api/circles',
      `/api/circles/${circleId}`,
      `/api/circles/${circleId}/members`,
      `/api/circles/${circleId}/meetups`,
      `/api/circles/${circleId}/invitations`,
      '/api/meetups',
      `/api/meetups/${meetupId}`,
      `/api/meetups/${meetupId}/room`,
      '/api/steward/people',
    ]
    for (const who of [on.app.stranger(), outsider])
      for (const path of paths) {
        const text = JSON.stringify((await who.get(path)).body)
        for (const hidden of [persona, person.accountId, person.name, on.facilitator.accountId])
          expect([path, text.includes(hidden)]).toEqual([path, false])
      }
    // nor does anyone inside see an account, or a persona of another circle
    for (const who of [on.facilitator, person])
      for (const path of paths.filter((p) => p !== '/api/account/export')) {
        const text = JSON.stringify((await who.get(path)).body)
        expect([path, text.includes(person.accountId)]).toEqual([path, false])
        expect([path, text.includes(on.facilitator.accountId)]).toEqual([path, false])
      }
  })

  it('the same person has another persona id and picture in each circle', async () => {
    const [one, other] = [await makeCircle(on.facilitator), await makeCircle(on.facilitator)]
    const person = await somebody()
    const [a, b] = [await ask(person, one, 'Sam'), await ask(person, other, 'Sam')]
    expect(a.body.me.id).not.toBe(b.body.me.id)
    expect(a.body.me.avatar).not.toBe(b.body.me.avatar)
  })

  it('what is not yours and what is not there answer the same', async () => {
    const circleId = await makeCircle(on.facilitator, { entry: 'invitation' })
    const outsider = await somebody()
    const strip = ({ requestId, ...rest }: Record<string, unknown>) => rest
    const [there, nowhere] = [
      await outsider.get(`/api/circles/${circleId}`),
      await outsider.get(`/api/circles/${'A'.repeat(22)}`),
    ]
    expect([there.status, strip(there.body)]).toEqual([nowhere.status, strip(nowhere.body)])
  })
})

describe('leaving', () => {
  it('somebody removed cannot join again by themselves; a facilitator’s invitation lets them back', async () => {
    const circleId = await makeCircle(on.facilitator)
    const person = await somebody()
    await join(person, circleId)
    const path = `/api/circles/${circleId}/members/${await idOf(circleId, person)}`
    expect((await on.facilitator.delete(path)).status).toBe(204)
    expect((await ask(person, circleId, 'Another name')).body.code).toBe('not_allowed')
    expect((await person.post(`/api/circles/${circleId}/leave`)).body.code).toBe('not_found')
    expect((await ask(person, circleId, 'Another name')).body.code).toBe('not_allowed')
    expect((await person.get('/api/circles')).body.mine).toEqual([])
    const { code } = await invite(circleId)
    await openInvitation(person, code)
    expect((await accept(person, code, person.name)).status).toBe(201)
  })

  it('an invitation from before a removal, opened or not, does not let the removed person back', async () => {
    const circleId = await makeCircle(on.facilitator)
    const person = await somebody()
    const [opened, kept] = [await invite(circleId), await invite(circleId)]
    await openInvitation(person, opened.code)
    await join(person, circleId)
    on.app.setNow(minutesLater(1))
    const path = `/api/circles/${circleId}/members/${await idOf(circleId, person)}`
    expect((await on.facilitator.delete(path)).status).toBe(204)
    for (const attempt of [
      await accept(person, opened.code, person.name),
      await openInvitation(person, kept.code),
      await accept(person, kept.code, person.name),
    ])
      expect([attempt.status, attempt.body.code]).toEqual([410, 'invitation_not_valid'])
    // it still is what it was for everybody else
    expect((await openInvitation(await somebody(), kept.code)).status).toBe(200)
  })

  it('a removal and an invitation accepted at one moment leave the person outside', async () => {
    for (let i = 0; i < 5; i++) {
      const circleId = await makeCircle(on.facilitator)
      const person = await somebody()
      const { code } = await invite(circleId)
      await openInvitation(person, code)
      await join(person, circleId)
      const path = `/api/circles/${circleId}/members/${await idOf(circleId, person)}`
      await Promise.all([on.facilitator.delete(path), accept(person, code, person.name)])
      expect((await person.get(`/api/circles/${circleId}/members`)).body.code).toBe('not_found')
    }
  })

  it('somebody whose asking was refused may ask again', async () => {
    const circleId = await makeCircle(on.facilitator, { entry: 'ask' })
    const person = await somebody()
    await join(person, circleId)
    const path = `/api/circles/${circleId}/members/${await idOf(circleId, person)}/answer`
    expect((await on.facilitator.put(path, { answer: 'no' })).status).toBe(204)
    expect((await ask(person, circleId, person.name)).body.me.state).toBe('asked')
  })

  it('deletes the persona and its seats', async () => {
    const circleId = await makeCircle(on.facilitator)
    const person = await somebody()
    await join(person, circleId)
    const meetupId = await makeMeetup(on.facilitator, circleId)
    await rsvp(person, meetupId)
    await person.post(`/api/circles/${circleId}/leave`)
    expect(await idOf(circleId, person)).toBe('')
    expect((await on.facilitator.get(`/api/meetups/${meetupId}`)).body.seatsTaken).toBe(1)
  })

  it('the last facilitator cannot leave, step down or be removed; with two, one can, also at one moment', async () => {
    const circleId = await makeCircle(on.facilitator)
    const second = await beginFacilitator(on.app, `Signe ${++count}`)
    await join(second, circleId)
    const path = async (who: Named) => `/api/circles/${circleId}/members/${await idOf(circleId, who)}`
    const [first, other] = [await path(on.facilitator), await path(second)]
    expect((await on.facilitator.post(`/api/circles/${circleId}/leave`)).body.code).toBe('last_facilitator')
    expect((await on.facilitator.delete(first)).body.code).toBe('last_facilitator')
    expect((await on.facilitator.put(`${first}/role`, { role: 'member' })).body.code).toBe('last_facilitator')
    expect((await on.facilitator.put(`${other}/role`, { role: 'facilitator' })).status).toBe(200)
    const answers = await Promise.all([
      on.facilitator.post(`/api/circles/${circleId}/leave`),
      second.post(`/api/circles/${circleId}/leave`),
    ])
    expect(answers.map((a) => a.status).sort()).toEqual([204, 409])
  })

  it('only an account that a steward trained can be made a facilitator', async () => {
    const circleId = await makeCircle(on.facilitator)
    const person = await somebody()
    await join(person, circleId)
    const path = `/api/circles/${circleId}/members/${await idOf(circleId, person)}/role`
    expect((await on.facilitator.put(path, { role: 'facilitator' })).body.code).toBe('not_trained')
  })
})
