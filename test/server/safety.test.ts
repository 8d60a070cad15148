import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import shipped from '../../server/safety/contacts.json' with { type: 'json' }
import { createTestApp, type TestApp } from '../support/app.ts'
import { beginFacilitator, minutesLater, type Named, prove } from '../support/community.ts'

const DAY = 24 * 60

describe('crisis contacts', () => {
  let app: TestApp
  let steward: Named

  beforeAll(async () => {
    app = await createTestApp()
    steward = await beginFacilitator(app, 'Sol', 'steward')
  })
  afterAll(() => app.close())

  const ofStewards = async (country: string) =>
    (await steward.get('/api/steward/contacts')).body.countries.find(
      (c: { country: string }) => c.country === country,
    )
  const line = { name: 'A line', shown: '020-12 34 56', hours: '24/7' }
  const put = (country: string, body: object) => steward.put(`/api/steward/contacts/${country}`, body)

  it('are the shipped ones until a steward has checked some', async () => {
    expect((await app.stranger().get('/api/safety/contacts')).body).toEqual({ countries: [] })
    const { body } = await steward.get('/api/steward/contacts')
    expect(body.countries).toHaveLength(shipped.countries.length)
    expect(body.countries.every((c: { ours: boolean }) => !c.ours)).toBe(true)
  })

  it('that a steward has checked are shown to everybody with the day, and without the steward’s name', async () => {
    expect((await put('SE', { emergency: '112', lines: [line] })).status).toBe(204)
    const { body } = await app.stranger().get('/api/safety/contacts')
    expect(body.countries).toEqual([
      { country: 'SE', emergency: '112', lines: [{ ...line, call: '020123456' }], checkedOn: '2026-11-19' },
    ])
    expect(await ofStewards('SE')).toMatchObject({ checkedBy: 'Sol', ours: true, outdated: false })
  })

  it('of a steward go before a shipped entry, which comes back when they are forgotten', async () => {
    await put('ES', { emergency: '112', lines: [{ ...line, shown: '024' }] })
    expect(await ofStewards('ES')).toMatchObject({ ours: true, lines: [{ call: '024', name: 'A line' }] })
    expect((await steward.delete('/api/steward/contacts/ES')).status).toBe(204)
    expect(await ofStewards('ES')).toMatchObject({
      ours: false,
      lines: shipped.countries.find((c) => c.country === 'ES')?.lines ?? [],
    })
  })

  it('need another look after half a year', async () => {
    app.setNow(minutesLater(181 * DAY))
    await prove(app, steward)
    expect((await ofStewards('SE')).outdated).toBe(true)
    await put('SE', { emergency: '112', lines: [line] })
    expect((await ofStewards('SE')).outdated).toBe(false)
  })

  it.each<[string, object]>([
    ['a number with letters', { emergency: '112', lines: [{ ...line, shown: 'CALL-US' }] }],
    ['a number that runs a code of the phone', { emergency: '112', lines: [{ ...line, shown: '*#06#' }] }],
    ['an emergency number of many digits', { emergency: '+4611414', lines: [] }],
    ['a page that is a script', { emergency: '112', lines: [{ ...line, page: 'javascript:alert(1)' }] }],
    ['a page without encryption', { emergency: '112', lines: [{ ...line, page: 'http://x.example' }] }],
    ['a line without a name', { emergency: '112', lines: [{ ...line, name: '' }] }],
    ['a name that turns text around', { emergency: null, lines: [{ ...line, name: 'A \u202eline' }] }],
    ['twenty lines', { emergency: null, lines: Array.from({ length: 20 }, () => line) }],
  ])('refuse %s', async (_, body) => {
    expect(await put('NO', body)).toMatchObject({ status: 400, body: { code: 'not_valid' } })
    expect(await ofStewards('NO')).toBeUndefined()
  })

  it('are kept when the steward who checked them is gone', async () => {
    const other = await beginFacilitator(app, 'Mira', 'steward')
    await other.put('/api/steward/contacts/DK', { emergency: '112', lines: [] })
    await app.deps.db.execute(`delete from accounts where id = '${other.accountId}'`)
    expect(await ofStewards('DK')).toMatchObject({ checkedBy: '', emergency: '112' })
  })
})
