import { describe, expect, it } from 'vitest'
import { firstStewardLink } from '../../server/accounts/firstSteward.ts'
import * as schema from '../../server/db/schema.ts'
import { openAccounts } from '../support/accounts.ts'
import { createTestApp } from '../support/app.ts'
import {
  begin,
  beginFacilitator,
  circleInput,
  makeCircle,
  makeMeetup,
  minutesLater,
  prove,
} from '../support/community.ts'
import type { Person } from '../support/person.ts'

const on = openAccounts()
const { somebody, account, tokenIn, open, addEmail, addPasskey, code, addTotp, byLetter } = on
const HOUR = 60
let count = 0

describe('the second factor', () => {
  it('is not skipped by a letter: a facilitator has no rights until the code is given', async () => {
    const facilitator = await beginFacilitator(on.app, `Tove ${++count}`)
    const circleId = await makeCircle(facilitator)
    const meetupId = await makeMeetup(facilitator, circleId)
    await addEmail(facilitator, 'tove@example.org')
    const secret = await addTotp(facilitator)
    on.app.setNow(minutesLater(2))
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
    on.app.setNow(minutesLater(2))
    const [one, other] = [await byLetter('two@example.org'), await byLetter('two@example.org')]
    await one.post('/api/account/totp/verify', { code: code(secret) })
    expect(await account(other)).toMatchObject({ assurance: 'basic' })
  })

  it('takes a code once, in its half minute or next to it, and for its own account only', async () => {
    const [person, other] = [await somebody(), await somebody()]
    const secret = await addTotp(person)
    await addTotp(other)
    on.app.setNow(minutesLater(2))
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
    on.app.setNow(minutesLater(12 * HOUR - 1))
    expect(await account(person)).toMatchObject({ assurance: 'strong' })
    on.app.setNow(minutesLater(12 * HOUR))
    expect(await account(person)).toMatchObject({ assurance: 'basic' })
  })

  it('that is being replaced goes on working until the new one is confirmed', async () => {
    const person = await somebody()
    await addEmail(person, 'replace@example.org')
    const secret = await addTotp(person)
    await person.post('/api/account/totp')
    on.app.setNow(minutesLater(2))
    // an abandoned set-up must not let somebody who only reads the mail set up a factor of their own
    const weak = await byLetter('replace@example.org')
    expect((await weak.post('/api/account/totp')).body.code).toBe('strong_sign_in_needed')
    expect((await weak.post('/api/account/totp/verify', { code: code(secret) })).status).toBe(200)
  })

  it('is stored sealed', async () => {
    const person = await somebody()
    const secret = await addTotp(person)
    const rows = await on.app.deps.db.select().from(schema.totpSecrets)
    expect(JSON.stringify(rows)).not.toContain(secret)
  })
})

describe('keys', () => {
  it('the last way back in cannot be removed', async () => {
    const person = await somebody()
    const [first, second] = [await addPasskey(person), await addPasskey(person)]
    await prove(on.app, person)
    expect((await person.delete(`/api/account/passkeys/${first}`)).status).toBe(204)
    expect((await person.delete(`/api/account/passkeys/${second}`)).body.code).toBe('last_key')
    await person.post('/api/account/recovery-codes')
    expect((await person.delete(`/api/account/passkeys/${second}`)).status).toBe(204)
  })

  it('a facilitator keeps a strong one', async () => {
    const facilitator = await beginFacilitator(on.app, `Tove ${++count}`)
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
    await prove(on.app, person)
    await addEmail(person, `bola${++count}@example.org`)
    expect((await person.delete(`/api/account/passkeys/${theirs}`)).body.code).toBe('not_found')
    expect(await account(other)).toMatchObject({ keys: { passkeys: [{ id: theirs }] } })
  })

  it('one that the account does not have is not found, whatever else it has', async () => {
    const facilitator = await beginFacilitator(on.app, `Tove ${++count}`)
    expect((await facilitator.delete('/api/account/passkeys/none')).body.code).toBe('not_found')
    expect((await facilitator.delete('/api/account/totp')).body.code).toBe('not_found')
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
    expect(await firstStewardLink(own.deps, true)).toMatch(/#[\w-]{43}$/)
    await own.close()
  })

  it('invites others, each by a link that works once; standing is never lowered by one', async () => {
    const steward = await beginFacilitator(on.app, `Sol ${++count}`, 'steward')
    const invite = async () =>
      tokenIn((await steward.post('/api/steward/invitations', { standing: 'facilitator' })).body.url)
    const token = await invite()
    const person = await somebody()
    expect((await open(person, token)).body.account.standing).toBe('facilitator')
    expect((await open(await somebody(), token)).body.code).toBe('link_not_valid')
    expect((await open(steward, await invite())).body.account.standing).toBe('steward')
  })
})
