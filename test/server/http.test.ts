import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contract, errors } from '../../server/contract.ts'
import { createTestApp } from '../support/app.ts'
import { begin } from '../support/community.ts'
import { knock } from '../support/participant.ts'
import { openSite } from '../support/site.ts'

const on = openSite()
const { raw } = on

describe('a refusal', () => {
  it.each([
    ['not_valid', () => on.member.post(`/api/circles/${on.circleId}/join`, { pseudonym: 5 })],
    ['sign_in_needed', () => on.app.stranger().get('/api/meetups')],
    ['strong_sign_in_needed', () => on.member.delete('/api/account/totp')],
    ['not_allowed', () => on.member.patch(`/api/circles/${on.circleId}`, {})],
    ['not_found', () => on.member.get(`/api/meetups/${'A'.repeat(22)}`)],
    [
      'cross_site',
      () => on.member.request('POST', '/api/account/sign-out', {}, { origin: 'https://evil.example' }),
    ],
    ['too_large', () => on.member.post('/api/account/recover', { code: 'x'.repeat(65 * 1024) })],
    ['code_not_valid', () => on.member.post('/api/account/recover', { code: 'x' })],
    ['link_not_valid', () => on.member.post('/api/account/links/open', { token: 'x' })],
  ] as const)('%s is problem details with a stable code', async (code, ask) => {
    const { status, body, headers } = await ask()
    expect(headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
    expect(headers.get('cache-control')).toBe('no-store')
    const [due, detail] = errors[code]
    expect(status).toBe(due)
    expect(body).toMatchObject({
      type: `urn:hearthside:error:${code}`,
      title: code.replaceAll('_', ' '),
      status: due,
      detail,
      code,
    })
    expect(body.requestId).toMatch(/^[\w-]{22}$/)
    expect(Object.keys(body)).toEqual(
      expect.arrayContaining(['type', 'title', 'status', 'detail', 'code', 'requestId']),
    )
  })

  it('of a wrong field names it and what is wrong with it, and says nothing else of the inside', async () => {
    const { body } = await on.app.stranger().post('/api/account', { pseudonym: 'x', adult: true })
    expect(body.fields).toEqual({ pseudonym: 'too_short' })
    const turned = { pseudonym: 'Mar\u202ewol', adult: true }
    const { fields } = (await on.app.stranger().post('/api/account', turned)).body
    expect(fields).toEqual({ pseudonym: 'hidden_characters' })
    expect(JSON.stringify(body)).not.toMatch(/\bat \/|node_modules|\.ts:/)
  })
})

describe('a body', () => {
  const deep = (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`
  it.each([
    ['broken', '{"pseudonym":'],
    ['an array', '[]'],
    ['an array of the right thing', '[{"pseudonym":"Wren","adult":true}]'],
    ['text', '"Wren"'],
    ['null', 'null'],
    ['nothing', ''],
    ['deeply nested', deep(5000)],
    ['a prototype', '{"__proto__":{"pseudonym":"Wren","adult":true}}'],
    ['a constructor', '{"constructor":{"prototype":{"adult":true}},"pseudonym":"Wren"}'],
    ['arrays for values', '{"pseudonym":["Wren"],"adult":[true]}'],
    ['objects for values', '{"pseudonym":{"$ne":""},"adult":{"$gt":""}}'],
  ])('that is %s is not valid', async (_, body) => {
    const { status, body: answer } = await on.app.stranger().post('/api/account', body)
    expect([status, answer.code]).toEqual([400, 'not_valid'])
    expect(({} as Record<string, unknown>).adult).toBeUndefined()
  })

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/jsonx',
  ])('of type %s is not read', async (type) => {
    const { status } = await on.app
      .stranger()
      .request('POST', '/api/account', '{"pseudonym":"Wren","adult":true}', { 'content-type': type })
    expect(status).toBe(400)
  })

  it.each([
    ['an unknown character set', { 'content-type': 'application/json; charset=klingon' }],
    ['an unknown encoding', { 'content-encoding': 'klingon' }],
    ['a wrong gzip', { 'content-encoding': 'gzip' }],
  ])('with %s is refused', async (_, headers) => {
    const { status } = await on.app.stranger().request('POST', '/api/account', '{}', headers)
    expect(status).toBe(400)
  })

  it('of 64 kB is read, and more is too large', async () => {
    const size = (n: number) =>
      on.app.stranger().post('/api/account/recover', `{"code":"${'x'.repeat(n - 11)}"}`)
    expect((await size(64 * 1024)).status).toBe(400)
    expect((await size(64 * 1024 + 1)).status).toBe(413)
  })

  it('of any shape is never an error of ours', async () => {
    const keys = Object.keys(contract).filter((k) => !k.startsWith('GET') && !/delete|sign-out|leave/.test(k))
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...keys), fc.jsonValue({ maxDepth: 3 }), async (key, body) => {
        const [method = '', path = ''] = key.split(' ')
        const url = path.replace(':circleId', on.circleId).replace(/:\w+/g, 'A'.repeat(22))
        const { status } = await on.facilitator.request(method, url, JSON.stringify(body))
        expect(status).toBeLessThan(500)
      }),
      { numRuns: 200 },
    )
  })
})

describe('limits', () => {
  it('count signalling sockets for each address, behind a proxy too', async () => {
    const own = await createTestApp({ limits: { address: 3 }, env: { TRUST_PROXY: '1' } })
    const from = (address: string) =>
      knock(own.url, '/livekit/rtc?access_token=x', { 'x-forwarded-for': `10.0.0.1, ${address}` })
    const tries = async (address: string) => [await from(address), await from(address)]
    expect([...(await tries('192.0.2.1')), ...(await tries('192.0.2.1'))]).toEqual([401, 401, 401, 429])
    expect(await tries('192.0.2.2')).toEqual([401, 401])
    expect([...(await tries('2001:db8::1')), ...(await tries('2001:db8::2'))]).toEqual([401, 401, 401, 429])
    await own.close()
  })

  it('per address count a whole IPv6 /64, and one proxy’s word at most', async () => {
    const own = await createTestApp({ limits: { address: 5 }, env: { TRUST_PROXY: '1' } })
    const from = async (address: string) =>
      (await own.stranger().request('GET', '/api/account', undefined, { 'x-forwarded-for': address })).status
    const statuses = []
    for (let i = 1; i <= 7; i++) statuses.push(await from(`2001:db8:1:2::${i}`))
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429, 429])
    expect(await from('2001:db8:1:2:ffff::1')).toBe(429)
    expect(await from('2001:0db8:0001:0002:0:0:0:1')).toBe(429)
    expect(await from('2001:db8:1:3::1')).toBe(200)
    expect(await from('192.0.2.1')).toBe(200)
    // what the client put before its own proxy's word does not count
    for (let i = 0; i < 6; i++) await from(`10.0.0.${i}, 198.51.100.7`)
    expect(await from('10.0.0.9, 198.51.100.7')).toBe(429)
    await own.close()
  })

  it('per address do not believe a header when no proxy is set', async () => {
    const own = await createTestApp({ limits: { address: 5 } })
    let last = 0
    for (let i = 0; i < 6; i++)
      last = (
        await own.stranger().request('GET', '/api/account', undefined, { 'x-forwarded-for': `192.0.2.${i}` })
      ).status
    expect(last).toBe(429)
    await own.close()
  })

  it('per account hold in every browser of it', async () => {
    const own = await createTestApp({ limits: { account: 5 } })
    const person = await begin(own, 'Wren')
    const other = await begin(own, 'Heron')
    const statuses = []
    for (let i = 0; i < 7; i++) statuses.push((await person.copy().get('/api/account')).status)
    expect(statuses.slice(-1)).toEqual([429])
    expect((await other.get('/api/account')).status).toBe(200)
    await own.close()
  })

  it('are strict for guesses, and not skipped by another way to write the path', async () => {
    const own = await createTestApp({ limits: { strictPer15Minutes: 5 } })
    const guess = (path = '/api/account/recover') => own.stranger().post(path, { code: 'x' })
    for (let i = 0; i < 5; i++) expect((await guess()).status).toBe(422)
    const { status, body, headers } = await guess()
    expect([status, body.code]).toEqual([429, 'too_many'])
    expect(headers.get('retry-after')).toMatch(/^\d+$/)
    for (const path of ['/api/account/recover?x=1', '/api/account/recover#x'])
      expect((await guess(path)).status).toBe(429)
    await own.close()
  })
})

describe('another way to write a path', () => {
  it.each([
    '//api/account/recover',
    '/api//account/recover',
    '/api/account//recover',
    '/API/account/recover',
    '/api/Account/recover',
    '/api/account/recover/',
    '/api/account/./recover',
    '/api/x/../account/recover',
    '/api/account%2frecover',
    '/api/%61ccount%2Frecover',
    '/api/account/recover%00',
    '/api/account/recover;x',
    '/api\\account\\recover',
  ])('%s leads nowhere', async (path) => {
    const body = '{"code":"x"}'
    const headers = { 'content-type': 'application/json', 'content-length': String(body.length) }
    const { status } = await raw(path, { method: 'POST', headers, body })
    expect([400, 404]).toContain(status)
  })

  it('and a letter written as its code is the same letter, under the same rules', async () => {
    const body = '{"code":"x"}'
    const headers = { 'content-type': 'application/json', 'content-length': String(body.length) }
    const { status } = await raw('/api/%61ccount/recover', { method: 'POST', headers, body })
    expect([404, 422]).toContain(status)
  })

  it.each(['//example.org/%2e%2e', '/\\example.org', '//example.org//', '/%2f%2fexample.org/..'])(
    '%s sends nobody to another host',
    async (path) => {
      const { status, headers } = await raw(path)
      expect(status >= 300 && status < 400 ? headers.location : undefined).toBeUndefined()
    },
  )

  it.each(['%', '%E0%A4%A', '%00', '%ff', '..%2f..%2fetc%2fpasswd', '__proto__', 'constructor'])(
    'as an id, %s is nothing',
    async (id) => {
      for (const path of [
        `/api/circles/${id}`,
        `/api/meetups/${id}`,
        `/api/circles/${on.circleId}/members/${id}/role`,
        `/api/account/passkeys/${id}`,
      ])
        for (const method of ['GET', 'PUT', 'DELETE'])
          expect([400, 403, 404]).toContain(
            (await raw(path, { method, headers: { cookie: on.facilitator.cookie() } })).status,
          )
    },
  )

  it.each([
    'hearthside.session_token=%E0%A4%A',
    'hearthside.session_token=x.y',
    'hearthside.session_token=',
    'x',
    '=;=;',
    'hearthside.session_token=a; hearthside.session_token=b',
  ])('as a cookie, %s is nobody', async (cookie) => {
    const { status, text } = await raw('/api/account', { headers: { cookie } })
    expect([status, text]).toEqual([200, '{"account":null}'])
  })
})
