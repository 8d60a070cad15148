import { afterEach, describe, expect, it } from 'vitest'
import { handovers } from '../../server/db/schema.ts'
import { createTestApp, START } from '../support/app.ts'
import { begin, minutesLater, runJobs } from '../support/community.ts'
import type { Person } from '../support/person.ts'
import { openSite } from '../support/site.ts'

const on = openSite()
afterEach(() => on.app.setNow(START))

const place = {
  scene: 'a-test-kitchen',
  t: 61.25,
  made: { window: 'open' },
  intensity: 2,
  settings: { mode: 'phone', mono: true, height: 0.25, language: 'es' },
} as const

const make = (by: Person = on.app.stranger(), body: unknown = place) => by.post('/api/handover', body)
const use = (code: string, by = on.app.stranger()) => by.post('/api/handover/use', { code })
const refused = { status: 422, code: 'handover_code_not_valid' }

describe('a code for another device', () => {
  it('gives just the place in the scene, without an account, however it is typed', async () => {
    const { status, body } = await make()
    expect([status, body]).toEqual([
      201,
      {
        code: expect.stringMatching(/^[0-9A-Z]{6}$/),
        expiresAt: minutesLater(5).toISOString(),
        seconds: 300,
      },
    ])
    const typed = ` ${body.code.slice(0, 3).toLowerCase()} - ${body.code.slice(3).replaceAll('0', 'o')}`
    const used = await use(typed)
    expect([used.status, used.body]).toEqual([200, place])
  })

  it('works once, also for two who use it at the same moment', async () => {
    const { body } = await make()
    const tries = await Promise.all(Array.from({ length: 6 }, () => use(body.code)))
    expect(tries.map((t) => t.status).sort()).toEqual([200, 422, 422, 422, 422, 422])
    expect((await use(body.code)).body).toMatchObject(refused)
  })

  it('is over after five minutes, and nothing of it is left', async () => {
    const { body } = await make()
    on.app.setNow(minutesLater(5))
    expect((await use(body.code)).body).toMatchObject(refused)
    await runJobs(on.app)
    expect(await on.app.deps.db.select().from(handovers)).toEqual([])
  })

  it('is kept only as a keyed hash, and says nothing of who made it', async () => {
    const person = await begin(on.app, 'Wren')
    const { body } = await make(person)
    const rows = await on.app.deps.db.select().from(handovers)
    const row = rows.at(-1)
    expect(Object.keys(row ?? {}).sort()).toEqual(['codeHash', 'expiresAt', 'state'])
    expect(row?.state).toEqual(place)
    expect(JSON.stringify(rows)).not.toContain(body.code)
    expect(JSON.stringify(rows)).not.toContain(person.accountId)
  })

  it('signs nobody in', async () => {
    const person = await begin(on.app, 'Ash')
    const headset = on.app.stranger()
    const { status, headers } = await use((await make(person)).body.code, headset)
    expect([status, headers.get('set-cookie')]).toEqual([200, null])
    expect((await headset.get('/api/meetups')).status).toBe(401)
  })

  it.each<[string, object]>([
    ['an unknown part', { ...place, name: 'Wren' }],
    ['a sentence as a setting', { ...place, settings: { note: 'call me, Wren' } }],
    ['a sentence as a choice', { ...place, made: { window: 'I would open it' } }],
    [
      'too many settings',
      { ...place, settings: Object.fromEntries([...Array(25).keys()].map((n) => [`s${n}`, true])) },
    ],
    [
      'too many choices',
      { ...place, made: Object.fromEntries([...Array(13).keys()].map((n) => [`c${n}`, 'x'])) },
    ],
    ['a path as a scene', { ...place, scene: '../../etc' }],
    ['a time before the beginning', { ...place, t: -1 }],
    ['an intensity there is not', { ...place, intensity: 4 }],
  ])('takes nothing else along: %s', async (_, body) => {
    const { status, body: answer } = await make(undefined, body)
    expect([status, answer.code]).toEqual([400, 'not_valid'])
  })

  it('cannot be guessed: trying is limited', async () => {
    const app = await createTestApp({ limits: { strictPer15Minutes: 5 } })
    try {
      const guesser = app.stranger()
      const answers = []
      for (let i = 0; i < 7; i++)
        answers.push((await guesser.post('/api/handover/use', { code: `AAAA0${i}` })).status)
      expect(answers).toEqual([422, 422, 422, 422, 422, 429, 429])
      expect((await guesser.post('/api/handover', place)).status).toBe(429)
    } finally {
      await app.close()
    }
  })
})
