import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import * as schema from '../../server/db/schema.ts'
import { openAccounts } from '../support/accounts.ts'
import { beginFacilitator, join, makeCircle, minutesLater, prove } from '../support/community.ts'

const on = openAccounts()
const { somebody, account, letters, tokenTo, open, addEmail, addPasskey, byLetter } = on
const HOUR = 60
const DAY = 24 * HOUR
let count = 0

describe('starting', () => {
  it('takes a pseudonym and one “I am 18 or older”, and signs the browser in', async () => {
    const person = on.app.stranger()
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
    const person = on.app.stranger()
    const { status, body } = await person.post('/api/account', input)
    expect([status, body.code]).toEqual([400, 'not_valid'])
    expect(await account(person)).toBeNull()
  })

  it('ignores an account, standing or address that the body brings along', async () => {
    const victim = await somebody()
    const person = on.app.stranger()
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
    const facilitator = await beginFacilitator(on.app, `Tove ${++count}`)
    const circleId = await makeCircle(facilitator)
    const person = await somebody()
    await join(person, circleId)
    const passkey = await addPasskey(person)
    await prove(on.app, person)
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
    const rows = await on.app.deps.db
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
    expect((await open(on.app.stranger(), token)).body.code).toBe('sign_in_needed')
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
    on.app.setNow(minutesLater(minutes))
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
    const ask = (email: string) => on.app.stranger().post('/api/account/sign-in-link', { email })
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
    await on.app.stranger().post('/api/account/sign-in-link', { email: 'twice@example.org' })
    const token = await tokenTo('twice@example.org')
    const answers = await Promise.all([1, 2, 3, 4].map(() => open(on.app.stranger(), token)))
    expect(answers.map((a) => a.status).sort()).toEqual([200, 410, 410, 410])
  })

  it('is too old after a quarter of an hour', async () => {
    const person = await somebody()
    await addEmail(person, 'slow@example.org')
    await on.app.stranger().post('/api/account/sign-in-link', { email: 'slow@example.org' })
    on.app.setNow(minutesLater(15))
    expect((await open(on.app.stranger(), await tokenTo('slow@example.org'))).body.code).toBe(
      'link_not_valid',
    )
  })

  it('does not work by its hash, which is all that is stored', async () => {
    const rows = await on.app.deps.db.select().from(schema.links)
    for (const { tokenHash } of rows.slice(-3))
      expect((await open(on.app.stranger(), tokenHash)).body.code).toBe('link_not_valid')
  })
})

describe('recovery codes', () => {
  const recover = (typed: string, person = on.app.stranger()) =>
    person.post('/api/account/recover', { code: typed })

  it('alone sign in, each once, however they are typed', async () => {
    const person = await somebody()
    const { codes } = (await person.post('/api/account/recovery-codes')).body as { codes: string[] }
    expect(new Set(codes).size).toBe(10)
    const browser = on.app.stranger()
    const typed = ` ${codes[0]?.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')}`
    const { status, body } = await recover(typed, browser)
    expect([status, body.account?.pseudonym]).toEqual([200, person.name])
    expect(await account(browser)).toMatchObject({ assurance: 'recovering', keys: { recoveryCodesLeft: 9 } })
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
