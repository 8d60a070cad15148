import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { makeLink } from '../../server/accounts/links.ts'
import * as schema from '../../server/db/schema.ts'
import { newId } from '../../server/lib/ids.ts'
import { openAccounts } from '../support/accounts.ts'
import { beginFacilitator, makeCircle, minutesLater, type Named, prove } from '../support/community.ts'
import { createPasskey } from '../support/passkey.ts'
import type { Person } from '../support/person.ts'

const on = openAccounts()
const { somebody, account, open, tokenIn, tokenTo, addPasskey, addTotp } = on
let count = 0

/** The same account in another browser, in a weak login session. */
async function elsewhere(person: Named): Promise<Person> {
  const browser = on.app.stranger()
  const { url } = await makeLink(on.app.deps, { purpose: 'sign_in', accountId: person.accountId })
  expect((await open(browser, tokenIn(url))).status).toBe(200)
  return browser
}
/** The same, by a recovery code. */
async function recovered(codes: string[]): Promise<Person> {
  const browser = on.app.stranger()
  const { status, body } = await browser.post('/api/account/recover', { code: codes.pop() })
  expect([status, body.account.assurance]).toEqual([200, 'recovering'])
  return browser
}
const codesOf = async (person: Person) => (await person.post('/api/account/recovery-codes')).body.codes

const strongSessions = async (person: Named) =>
  (
    await on.app.deps.db
      .select({ until: schema.loginSessions.strongUntil })
      .from(schema.loginSessions)
      .where(eq(schema.loginSessions.userId, person.accountId))
  ).filter((s) => s.until !== null).length

describe('an e-mail address of an account with a strong key', () => {
  it('is asked for, and added, only in a strong login session; a link that waits for it is not used up', async () => {
    const person = await somebody()
    const weak = await elsewhere(person)
    await weak.post('/api/account/email', { email: 'before@example.org' })
    await addPasskey(person)
    const ask = (by: Person) => by.post('/api/account/email', { email: 'after@example.org' })
    expect((await ask(weak)).body.code).toBe('strong_sign_in_needed')
    expect(await tokenTo('after@example.org')).toBe('')
    const token = await tokenTo('before@example.org')
    expect((await open(weak, token)).body.code).toBe('strong_sign_in_needed')
    expect(await account(weak)).toMatchObject({ email: null })
    await prove(on.app, person)
    expect((await ask(person)).status).toBe(204)
    expect((await open(person, token)).body.account.email).toBe('before@example.org')
  })
})

describe('removing a strong key', () => {
  it('two at one moment leave the one that a facilitator must have', async () => {
    for (let i = 0; i < 5; i++) {
      const facilitator = await beginFacilitator(on.app, `Tove ${++count}`)
      await codesOf(facilitator)
      const ids = [await addPasskey(facilitator), await addPasskey(facilitator)]
      const answers = await Promise.all(ids.map((id) => facilitator.delete(`/api/account/passkeys/${id}`)))
      expect(answers.map((a) => a.status).sort()).toEqual([204, 409])
    }
  })

  it('a passkey and the authenticator app at one moment leave one of the two', async () => {
    for (let i = 0; i < 5; i++) {
      const facilitator = await beginFacilitator(on.app, `Tove ${++count}`)
      await codesOf(facilitator)
      const passkey = await addPasskey(facilitator)
      await addTotp(facilitator)
      const answers = await Promise.all(
        [`passkeys/${passkey}`, 'totp'].map((key) => facilitator.delete(`/api/account/${key}`)),
      )
      expect(answers.map((a) => a.status).sort()).toEqual([204, 409])
    }
  })

  it.each(['passkey', 'authenticator app'])(
    'a %s ends the strength of every other login session',
    async (key) => {
      const person = await somebody()
      await codesOf(person)
      const other = await elsewhere(person)
      const passkey = await addPasskey(person)
      await prove(on.app, person)
      await addTotp(person)
      await prove(on.app, person)
      const path = key === 'passkey' ? `passkeys/${passkey}` : 'totp'
      expect((await person.delete(`/api/account/${path}`)).status).toBe(204)
      expect(await account(other)).toMatchObject({ assurance: 'basic' })
      expect(await account(person)).toMatchObject({ assurance: 'strong' })
    },
  )

  it('that is not there changes nothing', async () => {
    const person = await somebody()
    await codesOf(person)
    await elsewhere(person)
    await addPasskey(person)
    await prove(on.app, person)
    expect((await person.delete(`/api/account/passkeys/${newId()}`)).body.code).toBe('not_found')
    expect(await strongSessions(person)).toBe(2)
  })
})

describe('a strong key that is lost', () => {
  it('is replaced by a member who signs in with a recovery code, for an hour', async () => {
    const person = await somebody()
    const codes = await codesOf(person)
    const lost = await addPasskey(person)
    const browser = await recovered(codes)
    expect((await browser.delete(`/api/account/passkeys/${lost}`)).status).toBe(204)
    await addPasskey(person)
    await addTotp(browser)
    expect(await account(browser)).toMatchObject({ assurance: 'strong' })
    const later = await recovered(codes)
    on.app.setNow(minutesLater(61))
    expect(await account(later)).toMatchObject({ assurance: 'basic' })
    expect((await later.delete('/api/account/totp')).body.code).toBe('strong_sign_in_needed')
  })

  it('is not replaced so by those with power over others', async () => {
    const facilitator = await beginFacilitator(on.app, `Tove ${++count}`)
    const codes = await codesOf(facilitator)
    const lost = await addPasskey(facilitator)
    const browser = await recovered(codes)
    expect((await browser.delete(`/api/account/passkeys/${lost}`)).body.code).toBe('strong_sign_in_needed')
    expect((await browser.post('/api/account/totp')).body.code).toBe('strong_sign_in_needed')
    expect((await browser.get('/api/auth/passkey/generate-register-options')).status).toBe(403)
  })
})

describe('signing out everywhere else', () => {
  it('ends every other login session of the account, and no other’s', async () => {
    const [person, stranger] = [await somebody(), await somebody()]
    const others = [await elsewhere(person), await elsewhere(person)]
    expect((await person.post('/api/account/sign-out-elsewhere')).status).toBe(204)
    for (const other of others) expect(await account(other)).toBeNull()
    expect(await account(person)).toMatchObject({ pseudonym: person.name })
    expect(await account(stranger)).toMatchObject({ pseudonym: stranger.name })
  })
})

describe('the export', () => {
  it('names addresses that wait for their link, invitations, codes and the authenticator app by their dates', async () => {
    const facilitator = await beginFacilitator(on.app, `Tove ${++count}`)
    const circleId = await makeCircle(facilitator, { name: `Circle ${count}` })
    const circle = `Circle ${count}`
    const person = await somebody()
    await person.post('/api/account/email', { email: 'waits@example.org' })
    await tokenTo('waits@example.org')
    const { url } = (await facilitator.post(`/api/circles/${circleId}/invitations`)).body
    await person.post('/api/invitations/open', { code: url.split('#')[1] })
    const codes = await codesOf(person)
    await recovered(codes)
    await addTotp(person)
    const { body } = await person.get('/api/account/export')
    const at = on.app.deps.now().toISOString()
    expect(body.links).toMatchObject([{ purpose: 'add_email', email: 'waits@example.org', createdAt: at }])
    expect(body.invitations).toMatchObject([{ circle, createdAt: at, usedAt: null }])
    expect(body.recoveryCodes).toHaveLength(10)
    expect(body.recoveryCodes.filter((c: { usedAt: string | null }) => c.usedAt === at)).toHaveLength(1)
    expect(body.authenticatorApp).toEqual({ confirmedAt: at })
    expect(JSON.stringify(body)).not.toMatch(/[0-9a-f]{64}|hash|secret|token|sealed/i)
  })
})

describe('a passkey', () => {
  it('is added, and signs in strongly, when the device has checked a finger, face or PIN', async () => {
    const person = await somebody()
    const passkey = createPasskey(on.app.url)
    expect((await passkey.register(person, true)).status).toBe(200)
    expect(await account(person)).toMatchObject({
      assurance: 'strong',
      keys: { passkeys: [{ name: 'Phone' }] },
    })
    const browser = on.app.stranger()
    expect((await passkey.signIn(browser, true)).status).toBe(200)
    expect(await account(browser)).toMatchObject({ pseudonym: person.name, assurance: 'strong' })
  })

  it('of a device that checked nobody is not added, and signs nobody in', async () => {
    const person = await somebody()
    const refused = await createPasskey(on.app.url).register(person, false)
    expect([refused.status, refused.body.code]).toEqual([403, 'device_check_needed'])
    expect(await account(person)).toMatchObject({ assurance: 'basic', keys: { passkeys: [] } })
    const passkey = createPasskey(on.app.url)
    await passkey.register(person, true)
    const browser = on.app.stranger()
    expect((await passkey.signIn(browser, false)).status).toBe(403)
    expect(await account(browser)).toBeNull()
  })

  it('is asked by both ceremonies to check it', async () => {
    const person = await somebody()
    const options = async (path: string) => (await person.get(`/api/auth/passkey/${path}`)).body
    expect((await options('generate-register-options')).authenticatorSelection).toMatchObject({
      userVerification: 'required',
    })
    expect(await options('generate-authenticate-options')).toMatchObject({ userVerification: 'required' })
  })
})
