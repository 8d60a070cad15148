import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { foldName, nameAllowed } from '../../server/circles/names.ts'
import { memberships } from '../../server/db/schema.ts'
import { newId } from '../../server/lib/ids.ts'
import { createTestApp, START, type TestApp } from '../support/app.ts'
import {
  begin,
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
const idOf = async (circleId: string, person: Named): Promise<string> =>
  (await app.deps.db.select().from(memberships).where(eq(memberships.accountId, person.accountId))).find(
    (m) => m.circleId === circleId,
  )?.id ?? ''
const invite = async (circleId: string, by: Person = facilitator) => {
  const { status, body } = await by.post(`/api/circles/${circleId}/invitations`)
  expect(status).toBe(201)
  return { code: body.url.split('#')[1] as string, id: body.id as string, url: body.url as string }
}
const openInvitation = (person: Person, code: string) => person.post('/api/invitations/open', { code })
const accept = (person: Person, code: string, pseudonym: string) =>
  person.post('/api/invitations/accept', { code, pseudonym })

/** A name, and others that a reader could take for it. */
const LOOKALIKES: Record<string, string[]> = {
  Sam: ['sam', 'SAM', 'Sаm', 'Ѕам', 'Sám', 'S a m', 'S.a.m', 'Ｓａｍ', '𝐒𝐚𝐦', 'Ꮪam', 'Sam!', 'Sam.'],
  Alice: ['Аlice', 'A1ice', 'AIice', 'Alíce', 'Αlice', 'alicе', 'ALICE', '_Alice_'],
  Bill: ['B1ll', 'BiII', 'Bi11', 'Віll', 'bi||'],
  Modern: ['Modem', 'MODERN', 'Моdern'],
  Owen: ['0wen', 'Оwen', 'Ovven', 'Ówen'],
  Чара: ['чара', 'ЧАРА'],
  Ηλέκτρα: ['ηλεκτρα', 'ΗΛΕΚΤΡΑ', 'Ηλεκτρα'],
  'Ana María': ['ANA MARIA', 'Ana-Maria', 'AnaMaría'],
}

describe('a circle', () => {
  const create = (by: Person, change: object) =>
    by.post('/api/circles', { ...circleInput, pseudonym: 'Tove', ...change })

  it('is begun once, however often it is sent, and says what was sent last', async () => {
    const id = newId()
    const all = await Promise.all([1, 2, 3].map(() => create(facilitator, { id })))
    expect(all.map((answer) => [answer.status, answer.body.id])).toEqual(Array(3).fill([201, id]))
    const again = await create(facilitator, { id, name: 'Written again', pseudonym: 'T.' })
    expect(again.body).toMatchObject({ name: 'Written again', me: { pseudonym: 'T.' } })
    const { mine } = (await facilitator.get('/api/circles')).body
    expect(mine.filter((c: { id: string }) => c.id === id)).toMatchObject([{ name: 'Written again' }])
    expect(await members(facilitator, id)).toMatchObject({ members: [{ pseudonym: 'T.' }] })
  })

  it('is not begun, nor changed, under the id of somebody else’s', async () => {
    const id = await makeCircle(facilitator)
    const other = await beginFacilitator(app, `Ilse ${++count}`)
    await join(other, id)
    const { status, body } = await create(other, { id, name: 'Mine now' })
    expect([status, body.code]).toEqual([400, 'not_valid'])
    expect((await facilitator.get(`/api/circles/${id}`)).body.name).not.toBe('Mine now')
  })
})

describe('a name in a circle', () => {
  it.each(Object.entries(LOOKALIKES))(
    '%s has one bearer: its look-alikes are refused',
    async (name, alike) => {
      const circleId = await makeCircle(facilitator)
      expect((await ask(await somebody(), circleId, name)).status).toBe(201)
      for (const other of alike)
        expect([other, (await ask(await somebody(), circleId, other)).body.code]).toEqual([
          other,
          'name_taken',
        ])
    },
  )

  it.each(['Samuel', 'Sun', 'Pam', 'Самара', '小林', 'Ñandú'])(
    '%s is another name than Sam',
    async (name) => {
      const circleId = await makeCircle(facilitator)
      await ask(await somebody(), circleId, 'Sam')
      expect((await ask(await somebody(), circleId, name)).status).toBe(201)
    },
  )

  it.each([
    'Facilitator',
    'facilitator',
    'Fаcilitator',
    'F a c i l i t a t o r',
    'Facilitat0r',
    'FACILITADORA',
    'Admin',
    'Adm1n',
    'Αdmin',
    'Moderador',
    'Support',
    'Hearthside',
    'Hearth.side',
    'Policía',
    'Sуstem',
    '!!',
    '--- ',
    '👻👻',
  ])('%s is refused as one that lends authority, or is none', async (name) => {
    const circleId = await makeCircle(facilitator)
    const { status, body } = await ask(await somebody(), circleId, name)
    expect([status, body.code]).toEqual([422, 'name_not_allowed'])
  })

  it('is held to the same when it is changed, and when a circle is made', async () => {
    const circleId = await makeCircle(facilitator)
    const person = await somebody()
    await ask(person, circleId, 'Sam')
    const change = (pseudonym: string) => person.patch(`/api/circles/${circleId}/me`, { pseudonym })
    expect((await change('Τоvе')).body.code).toBe('name_taken')
    expect((await change('Admin')).body.code).toBe('name_not_allowed')
    expect((await change('SAM')).status).toBe(200)
    const { body } = await facilitator.post('/api/circles', { ...circleInput, pseudonym: 'Facilitator' })
    expect(body.code).toBe('name_not_allowed')
  })

  it('is one’s own in each circle', async () => {
    const [one, other] = [await makeCircle(facilitator), await makeCircle(facilitator)]
    expect((await ask(await somebody(), one, 'Sam')).status).toBe(201)
    expect((await ask(await somebody(), other, 'Sam')).status).toBe(201)
  })

  it('two who ask for the same at one moment: one gets it', async () => {
    const circleId = await makeCircle(facilitator)
    const people = await Promise.all(Array.from({ length: 5 }, () => somebody()))
    const answers = await Promise.all(people.map((p) => ask(p, circleId, 'Robin')))
    expect(answers.map((a) => a.status).sort()).toEqual([201, 409, 409, 409, 409])
  })

  it('folds to the same however often it is folded, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 32 }), (name) => {
        expect(foldName(foldName(name))).toBe(foldName(name))
        if (nameAllowed(name)) expect(foldName(name)).not.toBe('')
      }),
      { numRuns: 1000 },
    )
  })

  it('folds to the same in small letters and capitals', () => {
    const letters = [...'abcdefghijklmnopqrstuvwxyzáéíóúüñçåøæšžğ']
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...letters), { minLength: 2, maxLength: 12 }), (list) => {
        const name = list.join('')
        expect(foldName(name.toUpperCase())).toBe(foldName(name))
      }),
      { numRuns: 1000 },
    )
  })
})

describe('an invitation', () => {
  it('is used once, by the account that opened it first', async () => {
    const circleId = await makeCircle(facilitator, { entry: 'invitation' })
    const { code, url } = await invite(circleId)
    expect(url).toBe(`${app.url}/invitation#${code}`)
    const [first, second] = [await somebody(), await somebody()]
    const opened = await openInvitation(first, code)
    expect([opened.status, opened.body.circle?.id]).toEqual([200, circleId])
    for (const attempt of [await openInvitation(second, code), await accept(second, code, 'Thief')])
      expect([attempt.status, attempt.body.code]).toEqual([410, 'invitation_not_valid'])
    expect((await openInvitation(first, code)).status).toBe(200)
    expect((await accept(first, code, 'First')).status).toBe(201)
    for (const again of [await accept(first, code, 'First'), await openInvitation(first, code)])
      expect(again.body.code).toBe('invitation_not_valid')
  })

  it('opened by many at one moment is bound to one', async () => {
    const { code } = await invite(await makeCircle(facilitator))
    const people = await Promise.all(Array.from({ length: 8 }, () => somebody()))
    const answers = await Promise.all(people.map((p) => openInvitation(p, code)))
    expect(answers.filter((a) => a.status === 200)).toHaveLength(1)
  })

  it('that was not opened cannot be accepted', async () => {
    const { code } = await invite(await makeCircle(facilitator))
    expect((await accept(await somebody(), code, 'Hasty')).body.code).toBe('invitation_not_valid')
  })

  it('ends after seven days, and when it is taken back', async () => {
    const circleId = await makeCircle(facilitator)
    const [old, withdrawn] = [await invite(circleId), await invite(circleId)]
    const person = await somebody()
    await openInvitation(person, withdrawn.code)
    await facilitator.delete(`/api/circles/${circleId}/invitations/${withdrawn.id}`)
    expect((await accept(person, withdrawn.code, 'Late')).body.code).toBe('invitation_not_valid')
    app.setNow(minutesLater(7 * 24 * 60))
    expect((await openInvitation(person, old.code)).body.code).toBe('invitation_not_valid')
  })

  it('of one circle is not taken back through another', async () => {
    const [one, other] = [await makeCircle(facilitator), await makeCircle(facilitator)]
    const { id, code } = await invite(one)
    expect((await facilitator.delete(`/api/circles/${other}/invitations/${id}`)).status).toBe(404)
    expect((await openInvitation(await somebody(), code)).status).toBe(200)
  })

  it('is not used up by a name that is taken', async () => {
    const circleId = await makeCircle(facilitator)
    const { code } = await invite(circleId)
    const person = await somebody()
    await openInvitation(person, code)
    expect((await accept(person, code, 'Tove')).body.code).toBe('name_taken')
    expect((await accept(person, code, 'Heron')).status).toBe(201)
  })

  it('does not make a facilitator of anybody, nor a member of a facilitator', async () => {
    const circleId = await makeCircle(facilitator)
    const [a, b] = [await invite(circleId), await invite(circleId)]
    const person = await somebody()
    await openInvitation(person, a.code)
    expect((await accept(person, a.code, 'Heron')).body.me.role).toBe('member')
    await openInvitation(facilitator, b.code)
    expect((await accept(facilitator, b.code, 'Tove')).body.me.role).toBe('facilitator')
  })
})

describe('what others see', () => {
  it('listed circles show no member, and invite-only ones are not listed', async () => {
    const person = await somebody()
    const names = ['Open house', 'Knock first', 'Behind the door']
    for (const [i, entry] of ['open', 'ask', 'invitation'].entries()) {
      const circleId = await makeCircle(facilitator, { name: `${names[i]} ${count}`, entry })
      await makeMeetup(facilitator, circleId)
    }
    for (const who of [app.stranger(), person]) {
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
    const circleId = await makeCircle(facilitator, { entry: 'ask' })
    const [member, asking] = [await somebody(), await somebody()]
    await join(member, circleId)
    await facilitator.put(`/api/circles/${circleId}/members/${await idOf(circleId, member)}/answer`, {
      answer: 'yes',
    })
    await join(asking, circleId)
    expect((await members(facilitator, circleId)).asking).toMatchObject([{ pseudonym: asking.name }])
    const seen = await members(member, circleId)
    expect([seen.asking, JSON.stringify(seen).includes(asking.name)]).toEqual([[], false])
    expect((await members(asking, circleId)).code).toBe('not_found')
    // nor does a facilitator’s browser that anybody could have picked up since this morning
    app.setNow(minutesLater(13 * 60))
    const later = await members(facilitator, circleId)
    expect([later.asking, later.members.length]).toEqual([[], 2])
    expect((await asking.get(`/api/circles/${circleId}/meetups`)).body.code).toBe('not_found')
  })

  it('no answer to an outsider names a persona or an account of the circle', async () => {
    const circleId = await makeCircle(facilitator)
    const person = await somebody('Secretname')
    await join(person, circleId)
    const persona = await idOf(circleId, person)
    const meetupId = await makeMeetup(facilitator, circleId)
    await rsvp(person, meetupId)
    const outsider = await somebody('Otto')
    await join(outsider, await makeCircle(facilitator))
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
    for (const who of [app.stranger(), outsider])
      for (const path of paths) {
        const text = JSON.stringify((await who.get(path)).body)
        for (const hidden of [persona, person.accountId, person.name, facilitator.accountId])
          expect([path, text.includes(hidden)]).toEqual([path, false])
      }
    // nor does anyone inside see an account, or a persona of another circle
    for (const who of [facilitator, person])
      for (const path of paths.filter((p) => p !== '/api/account/export')) {
        const text = JSON.stringify((await who.get(path)).body)
        expect([path, text.includes(person.accountId)]).toEqual([path, false])
        expect([path, text.includes(facilitator.accountId)]).toEqual([path, false])
      }
  })

  it('the same person has another persona id and picture in each circle', async () => {
    const [one, other] = [await makeCircle(facilitator), await makeCircle(facilitator)]
    const person = await somebody()
    const [a, b] = [await ask(person, one, 'Sam'), await ask(person, other, 'Sam')]
    expect(a.body.me.id).not.toBe(b.body.me.id)
    expect(a.body.me.avatar).not.toBe(b.body.me.avatar)
  })

  it('what is not yours and what is not there answer the same', async () => {
    const circleId = await makeCircle(facilitator, { entry: 'invitation' })
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
    const circleId = await makeCircle(facilitator)
    const person = await somebody()
    await join(person, circleId)
    const path = `/api/circles/${circleId}/members/${await idOf(circleId, person)}`
    expect((await facilitator.delete(path)).status).toBe(204)
    expect((await ask(person, circleId, 'Another name')).body.code).toBe('not_allowed')
    expect((await person.post(`/api/circles/${circleId}/leave`)).body.code).toBe('not_found')
    expect((await ask(person, circleId, 'Another name')).body.code).toBe('not_allowed')
    expect((await person.get('/api/circles')).body.mine).toEqual([])
    const { code } = await invite(circleId)
    await openInvitation(person, code)
    expect((await accept(person, code, person.name)).status).toBe(201)
  })

  it('an invitation from before a removal, opened or not, does not let the removed person back', async () => {
    const circleId = await makeCircle(facilitator)
    const person = await somebody()
    const [opened, kept] = [await invite(circleId), await invite(circleId)]
    await openInvitation(person, opened.code)
    await join(person, circleId)
    app.setNow(minutesLater(1))
    const path = `/api/circles/${circleId}/members/${await idOf(circleId, person)}`
    expect((await facilitator.delete(path)).status).toBe(204)
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
      const circleId = await makeCircle(facilitator)
      const person = await somebody()
      const { code } = await invite(circleId)
      await openInvitation(person, code)
      await join(person, circleId)
      const path = `/api/circles/${circleId}/members/${await idOf(circleId, person)}`
      await Promise.all([facilitator.delete(path), accept(person, code, person.name)])
      expect((await person.get(`/api/circles/${circleId}/members`)).body.code).toBe('not_found')
    }
  })

  it('somebody whose asking was refused may ask again', async () => {
    const circleId = await makeCircle(facilitator, { entry: 'ask' })
    const person = await somebody()
    await join(person, circleId)
    const path = `/api/circles/${circleId}/members/${await idOf(circleId, person)}/answer`
    expect((await facilitator.put(path, { answer: 'no' })).status).toBe(204)
    expect((await ask(person, circleId, person.name)).body.me.state).toBe('asked')
  })

  it('deletes the persona and its seats', async () => {
    const circleId = await makeCircle(facilitator)
    const person = await somebody()
    await join(person, circleId)
    const meetupId = await makeMeetup(facilitator, circleId)
    await rsvp(person, meetupId)
    await person.post(`/api/circles/${circleId}/leave`)
    expect(await idOf(circleId, person)).toBe('')
    expect((await facilitator.get(`/api/meetups/${meetupId}`)).body.seatsTaken).toBe(1)
  })

  it('the last facilitator cannot leave, step down or be removed; with two, one can, also at one moment', async () => {
    const circleId = await makeCircle(facilitator)
    const second = await beginFacilitator(app, `Signe ${++count}`)
    await join(second, circleId)
    const path = async (who: Named) => `/api/circles/${circleId}/members/${await idOf(circleId, who)}`
    const [first, other] = [await path(facilitator), await path(second)]
    expect((await facilitator.post(`/api/circles/${circleId}/leave`)).body.code).toBe('last_facilitator')
    expect((await facilitator.delete(first)).body.code).toBe('last_facilitator')
    expect((await facilitator.put(`${first}/role`, { role: 'member' })).body.code).toBe('last_facilitator')
    expect((await facilitator.put(`${other}/role`, { role: 'facilitator' })).status).toBe(200)
    const answers = await Promise.all([
      facilitator.post(`/api/circles/${circleId}/leave`),
      second.post(`/api/circles/${circleId}/leave`),
    ])
    expect(answers.map((a) => a.status).sort()).toEqual([204, 409])
  })

  it('only an account that a steward trained can be made a facilitator', async () => {
    const circleId = await makeCircle(facilitator)
    const person = await somebody()
    await join(person, circleId)
    const path = `/api/circles/${circleId}/members/${await idOf(circleId, person)}/role`
    expect((await facilitator.put(path, { role: 'facilitator' })).body.code).toBe('not_trained')
  })
})
