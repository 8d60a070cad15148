import { afterEach, describe, expect, it } from 'vitest'
import type { Letter } from '../../server/lib/mail.ts'
import { createTestApp, START, type TestApp } from '../support/app.ts'
import { begin, minutesLater } from '../support/community.ts'
import type { Person } from '../support/person.ts'

let app: TestApp
afterEach(() => app.close())

const add = (person: Person, email: string) => person.post('/api/account/email', { email })
const ask = (email: string) => app.stranger().post('/api/account/sign-in-link', { email })

async function lettersTo(to: string) {
  await app.deps.mail.idle()
  return (app.deps.mail.outbox?.() ?? []).filter((l) => l.to === to)
}

/** Somebody whose account has this address. */
async function keep(name: string, email: string) {
  const person = await begin(app, name)
  await add(person, email)
  const token = (await lettersTo(email))[0]?.text.match(/#([\w-]{43})/)?.[1]
  expect((await person.post('/api/account/links/open', { token })).status).toBe(200)
  return person
}

describe('asking for a letter', () => {
  it('is answered before any mail server is, whether the address is known or not', async () => {
    app = await createTestApp()
    await keep('Wren', 'known@example.org')
    const person = await begin(app, 'Fern')
    let answer = () => {}
    const mailServer = new Promise<void>((resolve) => {
      answer = resolve
    })
    app.deps.mail.send = () => mailServer
    for (const email of ['known@example.org', 'unknown@example.org']) {
      expect((await add(person, email)).status).toBe(204)
      expect((await ask(email)).status).toBe(204)
    }
    answer()
    await app.deps.mail.idle()
  })

  it('is answered the same when the mail server refuses; the log says so without the address', async () => {
    app = await createTestApp()
    await keep('Wren', 'known@example.org')
    const person = await begin(app, 'Fern')
    const lines: string[] = []
    app.deps.log.error = ((fields: unknown, message: string) => {
      lines.push(JSON.stringify(fields) + message)
    }) as typeof app.deps.log.error
    app.deps.mail.send = async ({ to }: Letter) => {
      throw Object.assign(new Error(`550 <${to}> unknown`), { code: 'EENVELOPE', responseCode: 550 })
    }
    for (const email of ['known@example.org', 'unknown@example.org'])
      expect((await add(person, email)).status).toBe(204)
    await app.deps.mail.idle()
    expect(lines).toHaveLength(2)
    expect(lines[0]).toBe(lines[1])
    expect(lines[0]).toContain('EENVELOPE')
    expect(lines.join()).not.toContain('example.org')
  })
})

describe('one address', () => {
  it('gets three letters in a quarter of an hour, whoever asks and for what; those who ask are told nothing', async () => {
    app = await createTestApp()
    await keep('Wren', 'wren@example.org')
    for (let i = 0; i < 3; i++) {
      expect((await ask('Wren@example.org')).status).toBe(204)
      expect((await add(await begin(app, `Fern ${i}`), 'wren@example.org')).status).toBe(204)
    }
    expect(await lettersTo('wren@example.org')).toHaveLength(3)
    expect((await ask('other@example.org')).status).toBe(204)
    app.setNow(minutesLater(15))
    await ask('wren@example.org')
    expect(await lettersTo('wren@example.org')).toHaveLength(4)
    app.setNow(START)
  })

  it('of a network does not get more tries by starting more accounts', async () => {
    app = await createTestApp({ limits: { strictPer15Minutes: 4, strictPerAddress: 6 } })
    const statuses: number[] = []
    for (let i = 0; i < 3; i++) {
      const person = app.stranger()
      statuses.push((await person.post('/api/account', { pseudonym: `Wren ${i}`, adult: true })).status)
      for (let k = 0; k < 3; k++) statuses.push((await add(person, `to${i}${k}@example.org`)).status)
    }
    expect(statuses.slice(0, 6)).toEqual([201, 204, 204, 204, 201, 204])
    expect(new Set(statuses.slice(6))).toEqual(new Set([429]))
  })

  it('is held to the account’s own number of tries as well', async () => {
    app = await createTestApp({ limits: { strictPer15Minutes: 2 } })
    const person = await begin(app, 'Wren')
    const tries = []
    for (let i = 0; i < 3; i++) tries.push((await add(person, `to${i}@example.org`)).status)
    expect(tries).toEqual([204, 204, 429])
  })
})

describe('joining', () => {
  it('a circle is on the strict limit, so that names are not tried by the hundred', async () => {
    app = await createTestApp({ limits: { strictPer15Minutes: 3 } })
    const person = await begin(app, 'Wren')
    const tries = []
    for (let i = 0; i < 4; i++)
      tries.push((await person.post(`/api/circles/${'A'.repeat(22)}/join`, { pseudonym: `W ${i}` })).status)
    expect(tries).toEqual([404, 404, 404, 429])
  })
})
