import { Secret, TOTP } from 'otpauth'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import * as schema from '../../server/db/schema.ts'
import { newId } from '../../server/lib/ids.ts'
import { createTestApp, START, type TestApp } from './app.ts'
import { begin, type Named, runJobs as runEveryJob } from './community.ts'
import type { Person } from './person.ts'

/** A server, and what people do there with their accounts, for the tests of one file. */
export function openAccounts() {
  let app: TestApp
  beforeAll(async () => {
    app = await createTestApp()
  })
  afterEach(() => app.setNow(START))
  afterAll(() => app.close())

  let count = 0
  const somebody = (name = 'Wren') => begin(app, `${name} ${++count}`)
  const account = async (person: Person) => (await person.get('/api/account')).body.account
  const letters = async (to: string) => {
    await app.deps.mail.idle()
    return (app.deps.mail.outbox?.() ?? []).filter((l) => l.to === to)
  }
  const tokenIn = (text: string) => text.match(/#([\w-]{43})/)?.[1] ?? ''
  const tokenTo = async (to: string) => tokenIn((await letters(to))[0]?.text ?? '')
  const open = (person: Person, token: string) => person.post('/api/account/links/open', { token })
  const runJobs = (own = app) => runEveryJob(own)

  async function addEmail(person: Person, email: string) {
    expect((await person.post('/api/account/email', { email })).status).toBe(204)
    const { status, body } = await open(person, await tokenTo(email.toLowerCase()))
    expect([status, body.code]).toEqual([200, undefined])
  }

  /** A passkey's row; the ceremony itself is tested in a real browser. */
  async function addPasskey(person: Named): Promise<string> {
    const id = newId()
    await app.deps.db.insert(schema.passkeys).values({
      id,
      name: 'Phone',
      publicKey: 'public-key-bytes',
      userId: person.accountId,
      credentialID: newId(),
      counter: 0,
      deviceType: 'multiDevice',
      backedUp: true,
      createdAt: app.deps.now(),
    })
    return id
  }

  const code = (secret: string, at = app.deps.now()) =>
    new TOTP({ issuer: 'Hearthside', secret: Secret.fromBase32(secret) }).generate({
      timestamp: at.getTime(),
    })

  /** Sets up an authenticator app; returns its secret. */
  async function addTotp(person: Person, own = app): Promise<string> {
    const { body } = await person.post('/api/account/totp')
    expect(
      (await person.post('/api/account/totp/confirm', { code: code(body.secret, own.deps.now()) })).status,
    ).toBe(200)
    return body.secret
  }

  /** Another browser, signed in by a letter: a weak login session. */
  async function byLetter(email: string): Promise<Person> {
    const browser = app.stranger()
    await browser.post('/api/account/sign-in-link', { email })
    expect((await open(browser, await tokenTo(email))).status).toBe(200)
    return browser
  }

  return {
    get app() {
      return app
    },
    somebody,
    account,
    letters,
    tokenIn,
    tokenTo,
    open,
    runJobs,
    addEmail,
    addPasskey,
    code,
    addTotp,
    byLetter,
  }
}
