import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join as joinPath } from 'node:path'
import { eq, getTableColumns, getTableName, is, sql } from 'drizzle-orm'
import { PgTable } from 'drizzle-orm/pg-core'
import { Secret, TOTP } from 'otpauth'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { firstStewardLink } from '../../server/accounts/firstSteward.ts'
import { readConfig } from '../../server/config.ts'
import { openDeletions } from '../../server/db/deletions.ts'
import { openEmbedded } from '../../server/db/open.ts'
import { databaseDir, prepareDatabase } from '../../server/db/prepare.ts'
import * as schema from '../../server/db/schema.ts'
import { jobs } from '../../server/jobs.ts'
import { newId } from '../../server/lib/ids.ts'
import { createTestApp, START, type TestApp } from '../support/app.ts'
import {
  begin,
  beginFacilitator,
  circleInput,
  enter,
  join,
  makeCircle,
  makeMeetup,
  minutesLater,
  type Named,
  rsvp,
} from '../support/community.ts'
import type { Person } from '../support/person.ts'

let app: TestApp
beforeAll(async () => {
  app = await createTestApp()
})
afterEach(() => app.setNow(START))
afterAll(() => app.close())

const HOUR = 60
const DAY = 24 * HOUR
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
const runJobs = async (on = app) => {
  for (const job of jobs) await job.run(on.deps)
}

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
  new TOTP({ issuer: 'Hearthside', secret: Secret.fromBase32(secret) }).generate({ timestamp: at.getTime() })

/** Sets up an authenticator app; returns its secret. */
async function addTotp(person: Person): Promise<string> {
  const { body } = await person.post('/api/account/totp')
  expect((await person.post('/api/account/totp/confirm', { code: code(body.secret) })).status).toBe(200)
  return body.secret
}

/** Another browser, signed in by a letter: a weak login session. */
async function byLetter(email: string): Promise<Person> {
  const browser = app.stranger()
  await browser.post('/api/account/sign-in-link', { email })
  expect((await open(browser, await tokenTo(email))).status).toBe(200)
  return browser
}

describe('starting', () => {
  it('takes a pseudonym and one “I am 18 or older”, and signs the browser in', async () => {
    const person = app.stranger()
    expect(await account(person)).toBeNull()
    const { status, body } = await person.post('/api/account', { pseudonym: 'Wren', adult: true })
    expect(status).toBe(201)
    expect(body.account).toMatchObject({ pseudonym: 'Wren', email: null, standing: 'member' })
    expect(await account(person)).toEqual(body.account)
  })

  it.each([
    ['no age', { pseudonym: 'Wren' }],
    ['“not 18”', { pseudonym: 'Wren', adult: false }],
    ['an age as text', { pseudonym: 'Wren', adult: 'true' }],
    ['no pseudonym', { adult: true }],
    ['one letter', { pseudonym: 'W', adult: true }],
    ['33 letters', { pseudonym: 'w'.repeat(33), adult: true }],
  ])('is refused with %s', async (_, input) => {
    const person = app.stranger()
    const { status, body } = await person.post('/api/account', input)
    expect([status, body.code]).toEqual([400, 'not_valid'])
    expect(await account(person)).toBeNull()
  })

  it('ignores an account, standing or address that the body brings along', async () => {
    const victim = await somebody()
    const person = app.stranger()
    await person.post('/api/account', {
      pseudonym: 'Wren',
      adult: true,
      id: victim.accountId,
      userId: victim.accountId,
      standing: 'steward',
      email: 'x@example.org',
      emailVerified: true,
    })
    expect(await account(person)).toMatchObject({ standing: 'member', email: null })
  })

  it('twice in one browser is refused', async () => {
    const person = await somebody()
    const { status, body } = await person.post('/api/account', { pseudonym: 'Wren', adult: true })
    expect([status, body.code]).toEqual([409, 'already_signed_in'])
  })

  it('signing out ends the login session itself, not only the cookie', async () => {
    const person = await somebody()
    const copy = person.copy()
    await person.post('/api/account/sign-out')
    expect(await account(person)).toBeNull()
    expect(await account(copy)).toBeNull()
  })
})

describe('an e-mail address', () => {
  it('is added by the mailed link; account, memberships and passkeys stay as they are', async () => {
    const facilitator = await beginFacilitator(app, `Tove ${++count}`)
    const circleId = await makeCircle(facilitator)
    const person = await somebody()
    await join(person, circleId)
    const passkey = await addPasskey(person)
    await makeStrong(person)
    const before = (await person.get('/api/circles')).body.mine
    await addEmail(person, 'Stay@Example.org')
    expect(await account(person)).toMatchObject({
      pseudonym: person.name,
      email: 'stay@example.org',
      keys: { passkeys: [{ id: passkey }] },
    })
    expect((await person.get('/api/circles')).body.mine).toEqual(before)
    const again = await byLetter('stay@example.org')
    expect((await again.get('/api/circles')).body.mine).toEqual(before)
    const rows = await app.deps.db
      .select()
      .from(schema.accounts)
      .where(eq(schema.accounts.email, 'stay@example.org'))
    expect(rows.map((r) => r.id)).toEqual([person.accountId])
  })

  it('is added once by a link', async () => {
    const person = await somebody()
    await addEmail(person, 'once@example.org')
    expect((await open(person, await tokenTo('once@example.org'))).body.code).toBe('link_not_valid')
  })

  it('is added only in the account that asked for it, and the link still works there afterwards', async () => {
    const [person, other] = [await somebody(), await somebody()]
    await person.post('/api/account/email', { email: 'mine@example.org' })
    const token = await tokenTo('mine@example.org')
    expect((await open(other, token)).body.code).toBe('other_browser')
    expect((await open(app.stranger(), token)).body.code).toBe('sign_in_needed')
    expect(await account(other)).toMatchObject({ email: null })
    expect((await open(person, token)).status).toBe(200)
  })

  it.each([
    ['just before 24 hours', DAY - 1, 200],
    ['after 24 hours', DAY, 410],
  ])('is added %s: %s', async (_, minutes, status) => {
    const person = await somebody()
    const email = `late${++count}@example.org`
    await person.post('/api/account/email', { email })
    app.setNow(minutesLater(minutes))
    expect((await open(person, await tokenTo(email))).status).toBe(status)
  })

  it('of somebody else is answered the same, and only its owner is written to', async () => {
    const owner = await somebody()
    await addEmail(owner, 'owner@example.org')
    const other = await somebody()
    expect((await other.post('/api/account/email', { email: 'OWNER@example.org' })).status).toBe(204)
    const { body } = await open(other, await tokenTo('owner@example.org'))
    // the letter signs its reader in to the account that has the address; it adds nothing to the other
    expect(body).toMatchObject({ purpose: 'sign_in', account: { pseudonym: owner.name } })
  })

  it('that two accounts confirm belongs to the first; the second is told', async () => {
    const people = [await somebody(), await somebody()]
    const tokens: string[] = []
    for (const person of people) {
      await person.post('/api/account/email', { email: 'race@example.org' })
      tokens.push(await tokenTo('race@example.org'))
    }
    const answers = await Promise.all(people.map((person, i) => open(person, tokens[i] ?? '')))
    expect(answers.map((a) => a.status).sort()).toEqual([200, 409])
    expect(answers.find((a) => a.status === 409)?.body.code).toBe('email_in_use')
  })
})

describe('a sign-in link', () => {
  it('is answered the same for an unknown address, to which nothing is sent', async () => {
    const person = await somebody()
    await addEmail(person, 'known@example.org')
    const ask = (email: string) => app.stranger().post('/api/account/sign-in-link', { email })
    const [known, unknown] = [await ask('known@example.org'), await ask('unknown@example.org')]
    expect([known.status, known.body]).toEqual([unknown.status, unknown.body])
    const names = (headers: Headers) => [...headers.keys()].sort()
    expect(names(known.headers)).toEqual(names(unknown.headers))
    expect(await letters('unknown@example.org')).toEqual([])
  })

  it('is in the fragment of a neutral letter', async () => {
    const person = await somebody()
    await addEmail(person, 'neutral@example.org')
    await byLetter('neutral@example.org')
    const [letter] = await letters('neutral@example.org')
    expect(letter?.subject).toBe('Your link')
    expect(letter?.text).not.toMatch(/circle|support|grief|illness|hearthside/i)
    expect(letter?.text).toMatch(/\/account\/link#[\w-]{43}\n/)
    expect(letter?.text).not.toContain(person.name)
  })

  it('works once, also when it is opened twice at the same moment', async () => {
    const person = await somebody()
    await addEmail(person, 'twice@example.org')
    await app.stranger().post('/api/account/sign-in-link', { email: 'twice@example.org' })
    const token = await tokenTo('twice@example.org')
    const answers = await Promise.all([1, 2, 3, 4].map(() => open(app.stranger(), token)))
    expect(answers.map((a) => a.status).sort()).toEqual([200, 410, 410, 410])
  })

  it('is too old after a quarter of an hour', async () => {
    const person = await somebody()
    await addEmail(person, 'slow@example.org')
    await app.stranger().post('/api/account/sign-in-link', { email: 'slow@example.org' })
    app.setNow(minutesLater(15))
    expect((await open(app.stranger(), await tokenTo('slow@example.org'))).body.code).toBe('link_not_valid')
  })

  it('does not work by its hash, which is all that is stored', async () => {
    const rows = await app.deps.db.select().from(schema.links)
    for (const { tokenHash } of rows.slice(-3))
      expect((await open(app.stranger(), tokenHash)).body.code).toBe('link_not_valid')
  })
})

describe('recovery codes', () => {
  const recover = (typed: string, person = app.stranger()) =>
    person.post('/api/account/recover', { code: typed })

  it('alone sign in, each once, however they are typed', async () => {
    const person = await somebody()
    const { codes } = (await person.post('/api/account/recovery-codes')).body as { codes: string[] }
    expect(new Set(codes).size).toBe(10)
    const browser = app.stranger()
    const typed = ` ${codes[0]?.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')}`
    const { status, body } = await recover(typed, browser)
    expect([status, body.account?.pseudonym]).toEqual([200, person.name])
    expect(await account(browser)).toMatchObject({ assurance: 'basic', keys: { recoveryCodesLeft: 9 } })
    expect((await recover(codes[0] ?? '')).body.code).toBe('code_not_valid')
    const race = await Promise.all([1, 2, 3].map(() => recover(codes[1] ?? '')))
    expect(race.map((a) => a.status).sort()).toEqual([200, 422, 422])
  })

  it('that are new end the earlier ones', async () => {
    const person = await somebody()
    const first = (await person.post('/api/account/recovery-codes')).body.codes as string[]
    const second = (await person.post('/api/account/recovery-codes')).body.codes as string[]
    expect((await recover(first[3] ?? '')).body.code).toBe('code_not_valid')
    expect((await recover(second[3] ?? '')).status).toBe(200)
  })

  it.each(['', 'x', '00000-00000-00000-00000-000000', "' or 1=1 --", '\u0000'])(
    'are not guessed by %j',
    async (typed) => {
      const { status } = await recover(typed)
      expect([400, 422]).toContain(status)
    },
  )

  it('of an account with a passkey are made only after proving it', async () => {
    const person = await somebody()
    await addPasskey(person)
    expect((await person.post('/api/account/recovery-codes')).body.code).toBe('strong_sign_in_needed')
  })
})

describe('the second factor', () => {
  it('is not skipped by a letter: a facilitator has no rights until the code is given', async () => {
    const facilitator = await beginFacilitator(app, `Tove ${++count}`)
    const circleId = await makeCircle(facilitator)
    const meetupId = await makeMeetup(facilitator, circleId)
    await addEmail(facilitator, 'tove@example.org')
    const secret = await addTotp(facilitator)
    app.setNow(minutesLater(2))
    const weak = await byLetter('tove@example.org')
    expect(await account(weak)).toMatchObject({ assurance: 'basic', standing: 'facilitator' })
    const powers: [string, string, unknown?][] = [
      ['POST', '/api/circles', { ...circleInput, pseudonym: 'Tove' }],
      ['PATCH', `/api/circles/${circleId}`, {}],
      ['POST', `/api/circles/${circleId}/meetups`, {}],
      ['GET', `/api/circles/${circleId}/invitations`],
      ['PATCH', `/api/meetups/${meetupId}`, {}],
      ['POST', `/api/meetups/${meetupId}/cancel`, {}],
      ['POST', '/api/account/totp'],
      ['POST', '/api/account/recovery-codes'],
      ['DELETE', '/api/account/totp'],
      ['GET', '/api/auth/passkey/generate-register-options'],
    ]
    for (const [method, path, body] of powers)
      expect([path, (await weak.request(method, path, body)).body.code]).toEqual([
        path,
        'strong_sign_in_needed',
      ])
    expect((await weak.post('/api/account/totp/verify', { code: code(secret) })).status).toBe(200)
    expect(await account(weak)).toMatchObject({ assurance: 'strong' })
    for (const [method, path, body] of powers.slice(0, 5))
      expect((await weak.request(method, path, body)).body.code).not.toBe('strong_sign_in_needed')
  })

  it('counts for one login session only', async () => {
    const person = await somebody()
    await addEmail(person, 'two@example.org')
    const secret = await addTotp(person)
    app.setNow(minutesLater(2))
    const [one, other] = [await byLetter('two@example.org'), await byLetter('two@example.org')]
    await one.post('/api/account/totp/verify', { code: code(secret) })
    expect(await account(other)).toMatchObject({ assurance: 'basic' })
  })

  it('takes a code once, in its half minute or next to it, and for its own account only', async () => {
    const [person, other] = [await somebody(), await somebody()]
    const secret = await addTotp(person)
    await addTotp(other)
    app.setNow(minutesLater(2))
    const verify = (by: Person, at: Date) => by.post('/api/account/totp/verify', { code: code(secret, at) })
    expect((await verify(other, minutesLater(2))).body.code).toBe('code_not_valid')
    const race = await Promise.all([1, 2, 3].map(() => verify(person, minutesLater(2))))
    expect(race.map((a) => a.status).sort()).toEqual([200, 422, 422])
    expect((await verify(person, minutesLater(1.5))).body.code).toBe('code_not_valid')
    expect((await verify(person, minutesLater(3))).body.code).toBe('code_not_valid')
    expect((await verify(person, minutesLater(2.5))).status).toBe(200)
  })

  it.each(['', '000000', '12345', '1234567', 'abcdef', '１２３４５６'])('refuses %j', async (typed) => {
    const person = await somebody()
    const { body } = await person.post('/api/account/totp')
    if (typed === code(body.secret)) return
    expect((await person.post('/api/account/totp/confirm', { code: typed })).body.code).toBe('code_not_valid')
  })

  it('lapses twelve hours after it was proven', async () => {
    const person = await somebody()
    await addTotp(person)
    app.setNow(minutesLater(12 * HOUR - 1))
    expect(await account(person)).toMatchObject({ assurance: 'strong' })
    app.setNow(minutesLater(12 * HOUR))
    expect(await account(person)).toMatchObject({ assurance: 'basic' })
  })

  it('that is being replaced goes on working until the new one is confirmed', async () => {
    const person = await somebody()
    await addEmail(person, 'replace@example.org')
    const secret = await addTotp(person)
    await person.post('/api/account/totp')
    app.setNow(minutesLater(2))
    // an abandoned set-up must not let somebody who only reads the mail set up a factor of their own
    const weak = await byLetter('replace@example.org')
    expect((await weak.post('/api/account/totp')).body.code).toBe('strong_sign_in_needed')
    expect((await weak.post('/api/account/totp/verify', { code: code(secret) })).status).toBe(200)
  })

  it('is stored sealed', async () => {
    const person = await somebody()
    const secret = await addTotp(person)
    const rows = await app.deps.db.select().from(schema.totpSecrets)
    expect(JSON.stringify(rows)).not.toContain(secret)
  })
})

describe('keys', () => {
  it('the last way back in cannot be removed', async () => {
    const person = await somebody()
    const [first, second] = [await addPasskey(person), await addPasskey(person)]
    await makeStrong(person)
    expect((await person.delete(`/api/account/passkeys/${first}`)).status).toBe(204)
    expect((await person.delete(`/api/account/passkeys/${second}`)).body.code).toBe('last_key')
    await person.post('/api/account/recovery-codes')
    expect((await person.delete(`/api/account/passkeys/${second}`)).status).toBe(204)
  })

  it('a facilitator keeps a strong one', async () => {
    const facilitator = await beginFacilitator(app, `Tove ${++count}`)
    await addEmail(facilitator, `keep${count}@example.org`)
    const passkey = await addPasskey(facilitator)
    expect((await facilitator.delete(`/api/account/passkeys/${passkey}`)).body.code).toBe('last_strong_key')
    await addTotp(facilitator)
    expect((await facilitator.delete(`/api/account/passkeys/${passkey}`)).status).toBe(204)
    expect((await facilitator.delete('/api/account/totp')).body.code).toBe('last_strong_key')
  })

  it('of somebody else cannot be removed', async () => {
    const [person, other] = [await somebody(), await somebody()]
    const [, theirs] = [await addPasskey(person), await addPasskey(other)]
    await makeStrong(person)
    await addEmail(person, `bola${++count}@example.org`)
    expect((await person.delete(`/api/account/passkeys/${theirs}`)).body.code).toBe('not_found')
    expect(await account(other)).toMatchObject({ keys: { passkeys: [{ id: theirs }] } })
  })

  it('a passkey ceremony that was never begun is refused, whatever is sent', async () => {
    for (const body of [{}, { response: {} }, { response: null }, { response: { id: '\u0000' } }, []])
      for (const path of ['verify-authentication', 'verify-registration']) {
        const person = await somebody()
        await person.get('/api/auth/passkey/generate-authenticate-options')
        const { status } = await person.post(`/api/auth/passkey/${path}`, body)
        expect([path, body, status >= 400 && status < 500]).toEqual([path, body, true])
      }
  })
})

const makeStrong = (person: Named) =>
  app.deps.db
    .update(schema.loginSessions)
    .set({ strongUntil: minutesLater(12 * HOUR) })
    .where(eq(schema.loginSessions.userId, person.accountId))

describe('the first steward', () => {
  it('is made by a link that works once, and that a new start ends', async () => {
    const own = await createTestApp()
    const link = async () => tokenIn((await firstStewardLink(own.deps)) ?? '')
    const [earlier, later] = [await link(), await link()]
    const person = await begin(own, 'Sol')
    expect((await open(own.stranger(), later)).body.code).toBe('sign_in_needed')
    expect((await open(person, earlier)).body.code).toBe('link_not_valid')
    expect((await open(person, later)).body).toMatchObject({ account: { standing: 'steward' } })
    expect((await open(await begin(own, 'Otto'), later)).body.code).toBe('link_not_valid')
    expect(await firstStewardLink(own.deps)).toBeUndefined()
    await own.close()
  })

  it('invites others, each by a link that works once; standing is never lowered by one', async () => {
    const steward = await beginFacilitator(app, `Sol ${++count}`, 'steward')
    const invite = async () =>
      tokenIn((await steward.post('/api/steward/invitations', { standing: 'facilitator' })).body.url)
    const token = await invite()
    const person = await somebody()
    expect((await open(person, token)).body.account.standing).toBe('facilitator')
    expect((await open(await somebody(), token)).body.code).toBe('link_not_valid')
    expect((await open(steward, await invite())).body.account.standing).toBe('steward')
  })
})

/** Tables with a row of this account, by every column that refers to accounts or to one of its memberships. */
async function traces(on: TestApp, ids: readonly string[]): Promise<string[]> {
  const found: string[] = []
  for (const table of Object.values(schema).filter((t) => is(t, PgTable)))
    for (const column of Object.values(getTableColumns(table as PgTable))) {
      const rows = await on.deps.db.select({ text: sql<string>`${column}::text` }).from(table as PgTable)
      if (rows.some((r) => ids.some((id) => r.text?.includes(id))))
        found.push(`${getTableName(table as PgTable)}.${column.name}`)
    }
  return found
}

describe('deleting an account', () => {
  it('hides the person at once and ends their other login sessions; the rest waits a day', async () => {
    const facilitator = await beginFacilitator(app, `Tove ${++count}`)
    const circleId = await makeCircle(facilitator)
    const person = await somebody()
    await join(person, circleId)
    await addEmail(person, `gone${++count}@example.org`)
    const elsewhere = await byLetter(`gone${count}@example.org`)
    const { body } = await person.post('/api/account/delete')
    expect(body.deletionDue).toBe(minutesLater(DAY).toISOString())
    expect(await account(elsewhere)).toBeNull()
    const names = async () =>
      (await facilitator.get(`/api/circles/${circleId}/members`)).body.members.map(
        (m: { pseudonym: string }) => m.pseudonym,
      )
    expect(await names()).toEqual([facilitator.name])
    expect((await person.get(`/api/circles/${circleId}/members`)).body.code).toBe('not_allowed')
    app.setNow(minutesLater(DAY - 1))
    await runJobs()
    expect((await person.post('/api/account/keep')).body.account).toMatchObject({ deletionDue: null })
    expect(await names()).toEqual([facilitator.name, person.name])
    app.setNow(minutesLater(2 * DAY))
    await runJobs()
    expect(await account(person)).not.toBeNull()
  })

  it('is not put off by asking again', async () => {
    const person = await somebody()
    await person.post('/api/account/delete')
    app.setNow(minutesLater(HOUR))
    expect((await person.post('/api/account/delete')).body.deletionDue).toBe(minutesLater(DAY).toISOString())
  })

  it('leaves no row of it in any table, and nothing of others is lost', async () => {
    const own = await createTestApp()
    const facilitator = await beginFacilitator(own, 'Tove')
    const circleId = await makeCircle(facilitator)
    const person = await begin(own, 'Wren')
    await join(person, circleId)
    const meetupId = await makeMeetup(facilitator, circleId, { inMinutes: 10 })
    await rsvp(person, meetupId)
    await enter(person, meetupId)
    await enter(facilitator, meetupId)
    await person.post('/api/account/recovery-codes')
    await addTotp(person)
    await person.post('/api/account/totp')
    await person.post('/api/account/email', { email: 'wren@example.org' })
    await person.get('/api/auth/passkey/generate-register-options')
    const { body } = await facilitator.post(`/api/circles/${circleId}/invitations`)
    await person.post('/api/invitations/open', { code: body.url.split('#')[1] })
    const { accountId } = person
    const [mine] = await own.deps.db
      .select()
      .from(schema.memberships)
      .where(eq(schema.memberships.accountId, accountId))
    const [admission] = await own.deps.db
      .select()
      .from(schema.admissions)
      .where(eq(schema.admissions.membershipId, mine?.id ?? ''))
    const ids = [accountId, mine?.id ?? '', admission?.id ?? '', admission?.identity ?? '']
    expect(ids).not.toContain('')
    const before = await traces(own, ids)
    for (const table of [
      'accounts',
      'login_sessions',
      'links',
      'recovery_codes',
      'totp_secrets',
      'memberships',
      'rsvps',
      'admissions',
      'invitations',
      'rooms',
    ])
      expect(before.join()).toContain(table)
    await person.post('/api/account/delete')
    own.setNow(minutesLater(DAY))
    await runJobs(own)
    // rooms let go of their seats in the sweep, and LiveKit’s absence must not keep them from it
    expect((await traces(own, ids)).filter((t) => !t.startsWith('rooms.'))).toEqual([])
    expect(await account(person)).toBeNull()
    const { body: left } = await facilitator.get('/api/circles')
    expect(left.mine).toHaveLength(1)
    expect(own.deps.deletions.recent().deleted).toEqual([accountId])
    await own.close()
  })

  it('is not undone by restoring a backup from before it', async () => {
    const dataDir = mkdtempSync(joinPath(tmpdir(), 'hearthside-restore-'))
    const config = readConfig({ DATA_DIR: dataDir })
    const deletions = openDeletions(joinPath(dataDir, 'deletions.jsonl'), app.deps.now)
    const [gone, stays] = [newId(), newId()]
    const first = await prepareDatabase(config, deletions, app.deps.now)
    for (const id of [gone, stays]) {
      const at = app.deps.now()
      await first.db
        .insert(schema.accounts)
        .values({ id, name: 'Wren', email: `${id}@account.invalid`, createdAt: at, updatedAt: at })
    }
    const backup = await first.dump?.()
    await first.db.delete(schema.accounts).where(eq(schema.accounts.id, gone))
    deletions.note([gone])
    await first.close()
    rmSync(databaseDir(dataDir), { recursive: true })
    await (await openEmbedded(databaseDir(dataDir), backup)).close()
    const again = await prepareDatabase(config, deletions, app.deps.now)
    const rows = await again.db.select({ id: schema.accounts.id }).from(schema.accounts)
    expect(rows.map((r) => r.id)).toEqual([stays])
    await again.close()
    rmSync(dataDir, { recursive: true })
  })
})

describe('the export', () => {
  it('has what is held about the account, and no secret, hash or other person', async () => {
    const facilitator = await beginFacilitator(app, `Tove ${++count}`)
    const circleId = await makeCircle(facilitator, { name: `Circle ${count}` })
    const person = await somebody()
    await join(person, circleId)
    const meetupId = await makeMeetup(facilitator, circleId)
    await rsvp(person, meetupId)
    await addEmail(person, `export${++count}@example.org`)
    const codes = (await person.post('/api/account/recovery-codes')).body.codes as string[]
    const secret = await addTotp(person)
    await addPasskey(person)
    const { status, body } = await person.get('/api/account/export')
    expect(status).toBe(200)
    expect(body).toMatchObject({
      account: { id: person.accountId, name: person.name, email: `export${count}@example.org` },
      passkeys: [{ name: 'Phone' }],
      memberships: [{ pseudonym: person.name, role: 'member', state: 'joined' }],
      rsvps: [{ meetup: 'An evening', answer: 'going' }],
    })
    expect(body.loginSessions).toHaveLength(1)
    const text = JSON.stringify(body)
    const sessions = await app.deps.db
      .select()
      .from(schema.loginSessions)
      .where(eq(schema.loginSessions.userId, person.accountId))
    const cookie = decodeURIComponent(person.cookie().split('=')[1] ?? '').split('.')[0] ?? 'missing'
    for (const hidden of [
      secret,
      ...codes,
      sessions[0]?.token ?? 'missing',
      cookie,
      'public-key-bytes',
      facilitator.name,
      facilitator.accountId,
    ])
      expect(text).not.toContain(hidden)
    expect(text).not.toMatch(/[0-9a-f]{64}|hash|secret|token|sealed/i)
  })
})

describe('attendance', () => {
  it.each([
    ['who agreed', true, 29 * DAY, 1],
    ['who agreed, after 30 days', true, 31 * DAY, 0],
    ['who said no', false, 0, 0],
    ['who was not asked', undefined, 0, 0],
  ])('of somebody %s', async (_, consent, minutes, kept) => {
    const facilitator = await beginFacilitator(app, `Tove ${++count}`)
    const circleId = await makeCircle(facilitator)
    const person = await somebody()
    await join(person, circleId)
    if (consent !== undefined) await person.patch('/api/account', { attendanceConsent: consent })
    const meetupId = await makeMeetup(facilitator, circleId, { inMinutes: 10 })
    await rsvp(person, meetupId)
    await enter(person, meetupId)
    const attended = async () => {
      const { body } = await person.get('/api/account/export')
      return [body.attendance.length, body.rsvps.length]
    }
    await runJobs()
    expect(await attended()).toEqual([1, 1])
    await app.deps.live.close(meetupId).catch(() => {})
    app.setNow(minutesLater(minutes + 1))
    await runJobs()
    expect(await attended()).toEqual([kept, kept])
  })
})
