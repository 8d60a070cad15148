import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldName, nameAllowed } from '../../server/circles/names.ts'
import { openCircles } from '../support/circles.ts'
import { circleInput, makeCircle, type Named } from '../support/community.ts'

const on = openCircles()
const { somebody, ask, idOf, members } = on

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

describe('a name in a circle', () => {
  it.each(Object.entries(LOOKALIKES))(
    '%s has one bearer: its look-alikes are refused',
    async (name, alike) => {
      const circleId = await makeCircle(on.facilitator)
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
      const circleId = await makeCircle(on.facilitator)
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
    const circleId = await makeCircle(on.facilitator)
    const { status, body } = await ask(await somebody(), circleId, name)
    expect([status, body.code]).toEqual([422, 'name_not_allowed'])
  })

  it('is refused to nobody who only asks to join, which would tell who is there; a yes numbers it', async () => {
    const circleId = await makeCircle(on.facilitator, { entry: 'ask' })
    const people = [await somebody(), await somebody(), await somebody()]
    const long = `${'W'.repeat(30)}👻`
    const asked = [on.facilitator.name, on.facilitator.name.toUpperCase(), long]
    for (const [i, person] of people.entries())
      expect((await ask(person, circleId, asked[i] ?? '')).body.me).toMatchObject({ state: 'asked' })
    const yes = async (person: Named) =>
      on.facilitator.put(`/api/circles/${circleId}/members/${await idOf(circleId, person)}/answer`, {
        answer: 'yes',
      })
    for (const person of people) expect((await yes(person)).status).toBe(204)
    const again = await somebody()
    await ask(again, circleId, long)
    await yes(again)
    const names = (await members(on.facilitator, circleId)).members.map(
      (m: { pseudonym: string }) => m.pseudonym,
    )
    const { name } = on.facilitator
    expect(names.sort()).toEqual(
      [name, `${name} 2`, `${name.toUpperCase()} 3`, long, `${'W'.repeat(29)} 2`].sort(),
    )
  })

  it('is held to the same when it is changed, and when a circle is made', async () => {
    const circleId = await makeCircle(on.facilitator)
    const person = await somebody()
    await ask(person, circleId, 'Sam')
    const change = (pseudonym: string) => person.patch(`/api/circles/${circleId}/me`, { pseudonym })
    expect((await change('Τоvе')).body.code).toBe('name_taken')
    expect((await change('Admin')).body.code).toBe('name_not_allowed')
    expect((await change('SAM')).status).toBe(200)
    const { body } = await on.facilitator.post('/api/circles', { ...circleInput, pseudonym: 'Facilitator' })
    expect(body.code).toBe('name_not_allowed')
  })

  it('is one’s own in each circle', async () => {
    const [one, other] = [await makeCircle(on.facilitator), await makeCircle(on.facilitator)]
    expect((await ask(await somebody(), one, 'Sam')).status).toBe(201)
    expect((await ask(await somebody(), other, 'Sam')).status).toBe(201)
  })

  it('two who ask for the same at one moment: one gets it', async () => {
    const circleId = await makeCircle(on.facilitator)
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
