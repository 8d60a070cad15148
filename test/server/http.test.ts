import { request as httpRequest } from 'node:http'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contract, errors } from '../../server/contract.ts'
import { fromLoopback } from '../../server/lib/outbox.ts'
import { createTestApp, type TestApp } from '../support/app.ts'
import {
  begin,
  beginFacilitator,
  circleInput,
  join,
  makeCircle,
  makeMeetup,
  type Named,
} from '../support/community.ts'

let app: TestApp
let facilitator: Named
let member: Named
let circleId: string
beforeAll(async () => {
  app = await createTestApp()
  facilitator = await beginFacilitator(app, 'Tove')
  member = await begin(app, 'Wren')
  circleId = await makeCircle(facilitator)
  await join(member, circleId)
})
afterAll(() => app.close())

/** A request whose path and headers are sent as they are written. */
function raw(
  path: string,
  {
    method = 'GET',
    headers = {},
    body = '',
  }: { method?: string; headers?: Record<string, string>; body?: string } = {},
  url = app.url,
) {
  return new Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; text: string }>(
    (resolve, reject) => {
      const { port } = new URL(url)
      const asked = httpRequest({ host: '127.0.0.1', port, path, method, headers }, async (res) => {
        let text = ''
        for await (const part of res) text += part
        resolve({ status: res.statusCode ?? 0, headers: res.headers, text })
      })
      asked.on('error', reject)
      asked.end(body)
    },
  )
}

describe('a refusal', () => {
  it.each([
    ['not_valid', () => member.post(`/api/circles/${circleId}/join`, { pseudonym: 5 })],
    ['sign_in_needed', () => app.stranger().get('/api/meetups')],
    ['strong_sign_in_needed', () => member.delete('/api/account/totp')],
    ['not_allowed', () => member.patch(`/api/circles/${circleId}`, {})],
    ['not_found', () => member.get(`/api/meetups/${'A'.repeat(22)}`)],
    [
      'cross_site',
      () => member.request('POST', '/api/account/sign-out', {}, { origin: 'https://evil.example' }),
    ],
    ['too_large', () => member.post('/api/account/recover', { code: 'x'.repeat(65 * 1024) })],
    ['code_not_valid', () => member.post('/api/account/recover', { code: 'x' })],
    ['link_not_valid', () => member.post('/api/account/links/open', { token: 'x' })],
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
    const { body } = await app.stranger().post('/api/account', { pseudonym: 'x', adult: true })
    expect(body.fields).toEqual({ pseudonym: 'too_short' })
    const turned = { pseudonym: 'Mar\u202ewol', adult: true }
    const { fields } = (await app.stranger().post('/api/account', turned)).body
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
    const { status, body: answer } = await app.stranger().post('/api/account', body)
    expect([status, answer.code]).toEqual([400, 'not_valid'])
    expect(({} as Record<string, unknown>).adult).toBeUndefined()
  })

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/jsonx',
  ])('of type %s is not read', async (type) => {
    const { status } = await app
      .stranger()
      .request('POST', '/api/account', '{"pseudonym":"Wren","adult":true}', { 'content-type': type })
    expect(status).toBe(400)
  })

  it.each([
    ['an unknown character set', { 'content-type': 'application/json; charset=klingon' }],
    ['an unknown encoding', { 'content-encoding': 'klingon' }],
    ['a wrong gzip', { 'content-encoding': 'gzip' }],
  ])('with %s is refused', async (_, headers) => {
    const { status } = await app.stranger().request('POST', '/api/account', '{}', headers)
    expect(status).toBe(400)
  })

  it('of 64 kB is read, and more is too large', async () => {
    const size = (n: number) =>
      app.stranger().post('/api/account/recover', `{"code":"${'x'.repeat(n - 11)}"}`)
    expect((await size(64 * 1024)).status).toBe(400)
    expect((await size(64 * 1024 + 1)).status).toBe(413)
  })

  it('of any shape is never an error of ours', async () => {
    const keys = Object.keys(contract).filter((k) => !k.startsWith('GET') && !/delete|sign-out|leave/.test(k))
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...keys), fc.jsonValue({ maxDepth: 3 }), async (key, body) => {
        const [method = '', path = ''] = key.split(' ')
        const url = path.replace(':circleId', circleId).replace(/:\w+/g, 'A'.repeat(22))
        const { status } = await facilitator.request(method, url, JSON.stringify(body))
        expect(status).toBeLessThan(500)
      }),
      { numRuns: 200 },
    )
  })
})

describe('a request from another site', () => {
  const from = (headers: Record<string, string>) =>
    member.request('PATCH', '/api/account', { attendanceConsent: true }, headers)
  it.each([
    [{ origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }, 403],
    [{ origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' }, 403],
    [{ 'sec-fetch-site': 'cross-site' }, 403],
    [{ 'sec-fetch-site': 'same-site' }, 403],
    [{ 'sec-fetch-site': 'none' }, 403],
    [{ origin: 'null' }, 403],
    [{ origin: 'http://localhost' }, 403],
    [{ origin: 'http://localhost.evil.example' }, 403],
    [{}, 200],
  ])('%j is answered %i', async (headers, status) => {
    expect((await from(headers)).status).toBe(status)
  })

  it('on the passkey paths is refused as well', async () => {
    const { body } = await member.request(
      'POST',
      '/api/auth/passkey/verify-authentication',
      {},
      {
        origin: 'https://evil.example',
      },
    )
    expect(body.code).toBe('cross_site')
  })

  it('is not answered with permission to read', async () => {
    const { headers } = await member.request('GET', '/api/account', undefined, {
      origin: 'https://evil.example',
    })
    expect([...headers.keys()].filter((h) => h.startsWith('access-control'))).toEqual([])
  })
})

describe('headers', () => {
  it.each(['/api/account', '/healthz', '/dev/outbox', '/nothing/here', '/api/nothing'])(
    'of %s are strict',
    async (path) => {
      const { headers } = await app.stranger().get(path)
      expect(headers.get('content-security-policy')).toBe(
        "default-src 'self';script-src 'self' 'wasm-unsafe-eval';base-uri 'none';object-src 'none';frame-ancestors 'none';form-action 'self';img-src 'self' data: blob:;media-src 'self' blob:;worker-src 'self' blob:",
      )
      expect(Object.fromEntries(headers)).toMatchObject({
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-embedder-policy': 'require-corp',
        'cross-origin-resource-policy': 'same-origin',
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
      })
      expect(headers.get('permissions-policy')).toContain('geolocation=()')
      expect(headers.get('x-powered-by')).toBeNull()
    },
  )

  it('of the client’s scripts: compressed, and kept for a year; answers of the API are neither', async () => {
    const stranger = app.stranger()
    const { body: page } = await stranger.get('/')
    const script = /src="(\/assets\/[^"]+\.js)"/.exec(page)?.[1] ?? 'none'
    const { headers } = await stranger.get(script)
    expect(headers.get('content-encoding')).toMatch(/^(br|gzip)$/)
    expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    const api = await stranger.get('/api/openapi.json')
    expect(api.headers.get('content-encoding')).toBeNull()
    expect(api.headers.get('cache-control')).toBe('no-store')
  })

  it('of the cookie: HttpOnly, Lax, for this site only', async () => {
    const { headers } = await app.stranger().post('/api/account', { pseudonym: 'Heron', adult: true })
    const cookies = headers.getSetCookie()
    expect(cookies.length).toBeGreaterThan(0)
    for (const cookie of cookies) {
      expect(cookie).toMatch(/; HttpOnly/i)
      expect(cookie).toMatch(/; SameSite=Lax/i)
      expect(cookie).toMatch(/; Path=\//)
      expect(cookie).not.toMatch(/domain=/i)
    }
  })

  it('under https: the cookie is bound to this host, and the browser keeps to https', async () => {
    const own = await createTestApp({ publicUrl: 'https://hearth.example' })
    const { status, headers } = await own
      .stranger()
      .request(
        'POST',
        '/api/account',
        { pseudonym: 'Heron', adult: true },
        { origin: 'https://hearth.example' },
      )
    expect(status).toBe(201)
    for (const cookie of headers.getSetCookie()) {
      expect(cookie).toMatch(/^__Host-hearthside/)
      expect(cookie).toMatch(/; Secure/i)
      expect(cookie).toMatch(/; Path=\/(;|$)/)
      expect(cookie).not.toMatch(/domain=/i)
    }
    expect(headers.get('strict-transport-security')).toBe('max-age=31536000')
    expect(headers.get('content-security-policy')).toContain('upgrade-insecure-requests')
    await own.close()
  })
})

describe('limits', () => {
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
        `/api/circles/${circleId}/members/${id}/role`,
        `/api/account/passkeys/${id}`,
      ])
        for (const method of ['GET', 'PUT', 'DELETE'])
          expect([400, 403, 404]).toContain(
            (await raw(path, { method, headers: { cookie: facilitator.cookie() } })).status,
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

describe('better-auth', () => {
  it.each([
    'POST /api/auth/sign-up/email',
    'POST /api/auth/sign-in/email',
    'POST //api/auth/sign-in/email',
    'GET /api/auth/get-session',
    'POST /api/auth/sign-out',
    'POST /api/auth/update-user',
    'POST /api/auth/delete-user',
    'POST /api/auth/change-email',
    'GET /api/auth/list-sessions',
    'POST /api/auth/revoke-sessions',
    'GET /api/auth/verify-email?token=x&callbackURL=https://evil.example',
    'POST /api/auth/hearthside/sign-in-as',
    'GET /api/auth/passkey/list-user-passkeys',
    'POST /api/auth/passkey/delete-passkey',
    'POST /api/auth/passkey/update-passkey',
    'GET /api/auth/error',
    'GET /api/auth/ok',
    'GET /api/auth/',
    'GET /api/auth',
  ])('%s does not exist', async (key) => {
    const [method = '', path = ''] = key.split(' ')
    const body = method === 'POST' ? JSON.stringify({ accountId: facilitator.accountId, strong: true }) : ''
    const { status, headers } = await raw(path, {
      method,
      body,
      headers: {
        cookie: member.cookie(),
        'content-type': 'application/json',
        'content-length': String(body.length),
      },
    })
    expect(status).toBe(404)
    expect(headers['set-cookie']).toBeUndefined()
  })
})

describe('the OpenAPI document', () => {
  it('is 3.1 and has every route with its parameters, answers and who it is for', async () => {
    const { status, body } = await app.stranger().get('/api/openapi.json')
    expect(status).toBe(200)
    expect(body.openapi).toBe('3.1.0')
    const ids = new Set<string>()
    const found: string[] = []
    for (const [path, item] of Object.entries<Record<string, Operation>>(body.paths))
      for (const [method, operation] of Object.entries(item)) {
        found.push(`${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`)
        expect(ids).not.toContain(operation.operationId)
        ids.add(operation.operationId)
        expect(operation.description).toMatch(/^For: .+\./)
        const inPath = [...path.matchAll(/\{(\w+)\}/g)].map((m) => m[1])
        const named = (operation.parameters ?? []).filter((p) => p.in === 'path')
        expect(named.map((p) => p.name).sort()).toEqual(inPath.sort())
        for (const p of named) expect([p.required, typeof p.schema]).toEqual([true, 'object'])
        const statuses = Object.keys(operation.responses)
        expect(statuses).toContain('default')
        expect(statuses.some((s) => /^20[014]$/.test(s))).toBe(true)
        for (const answer of Object.values(operation.responses)) expect(answer.description).toBeTruthy()
      }
    expect(found.sort()).toEqual(Object.keys(contract).sort())
    // every reference leads somewhere
    for (const [, ref = ''] of JSON.stringify(body).matchAll(/"\$ref":"#\/([^"]+)"/g))
      expect(ref.split('/').reduce((node, key) => node?.[key], body)).toBeDefined()
  })

  it('has a page to read', async () => {
    const { status, body, headers } = await app.stranger().get('/api/docs')
    expect([status, headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
    expect(body).not.toMatch(/<script/)
  })
})
type Operation = {
  operationId: string
  description: string
  parameters?: { in: string; name: string; required: boolean; schema: unknown }[]
  responses: Record<string, { description: string }>
}

describe('the outbox', () => {
  it.each([
    ['127.0.0.1', {}, true],
    ['::1', {}, true],
    ['::ffff:127.0.0.1', {}, true],
    ['192.168.1.5', {}, false],
    ['::ffff:192.168.1.5', {}, false],
    ['127.0.0.1', { 'x-forwarded-for': '127.0.0.1' }, false],
    ['127.0.0.1', { forwarded: 'for=127.0.0.1' }, false],
    // a page elsewhere whose name was made to point at this machine
    ['127.0.0.1', { host: 'evil.example' }, false],
    ['127.0.0.1', { host: 'localhost.evil.example' }, false],
    ['127.0.0.1', { host: 'localhost:8080' }, true],
    ['127.0.0.1', { host: '127.0.0.1:8080' }, true],
    ['127.0.0.1', { host: '[::1]:8080' }, true],
  ])('seen from %s with %j: %s', (remoteAddress, headers, seen) => {
    const req = { socket: { remoteAddress }, headers: { host: 'localhost', ...headers } }
    expect(fromLoopback(req as unknown as Parameters<typeof fromLoopback>[0])).toBe(seen)
  })

  it('shows letters as text', async () => {
    await app.deps.mail.send({
      to: 'a@b.c',
      subject: '<img onerror=1>',
      text: 'https://x.example/"><script>',
    })
    const { body } = await app.stranger().get('/dev/outbox')
    expect(body).toContain('&lt;img onerror=1&gt;')
    expect(body).not.toContain('<script')
  })

  it('is not there when it is turned off', async () => {
    const own = await createTestApp({ env: { OUTBOX: '0' } })
    expect((await own.stranger().get('/dev/outbox')).status).toBe(404)
    await own.close()
  })
})

describe('hostile text', () => {
  const HOSTILE: [string, string][] = [
    ['an image', '<img src=x onerror=alert(1)>'],
    ['a script', '"><script>alert(1)</script>'],
    ['a link', 'javascript:alert(1)'],
    ['a template', '\x24{7*7}{{7*7}}<%= 7*7 %>'],
    ['SQL', "'; drop table accounts; --"],
    ['right to left', 'abc\u202etxt.exe'],
    ['zero width', 'Sa\u200bm'],
    ['a byte order mark', '\ufeffSam'],
    ['NUL', 'Sam\u0000'],
    ['an escape', '\u001b[31mred'],
    ['half a character', 'Sam\ud800'],
    ['the other half', 'Sam\udc00'],
    ['10 kB', 'x'.repeat(10_000)],
    ['10 kB of marks', `a${'\u0301'.repeat(10_000)}`],
    ['calendar lines', 'Evening\r\nBEGIN:VALARM'],
    ['a spreadsheet formula', '=cmd|calc!A1'],
    ['percent', '%00%0d%0a%s%n'],
    ['a family', '👨‍👩‍👧‍👦 family'],
    ['Arabic', 'مرحبا بكم'],
    ['a backslash', 'a\\u0000b\\'],
  ]
  /** As stored: one form of Unicode, trimmed; in one line also single spaces. */
  const kept = (text: string, oneLine: boolean) => {
    const nfc = text.normalize('NFC')
    return oneLine ? nfc.trim().replace(/\s+/gu, ' ') : nfc.replace(/\r\n?/g, '\n').trim()
  }

  describe.each(HOSTILE)('%s', (_, text) => {
    it('is refused, or comes back as it was', async () => {
      const meetupId = await makeMeetup(facilitator, circleId)
      const fields: [string, string, string, string, boolean][] = [
        ['PATCH', '/api/account', 'pseudonym', 'account.pseudonym', true],
        ['PATCH', `/api/circles/${circleId}/me`, 'pseudonym', 'me.pseudonym', true],
        ['PATCH', `/api/circles/${circleId}`, 'name', 'name', true],
        ['PATCH', `/api/circles/${circleId}`, 'description', 'description', false],
        ['PATCH', `/api/circles/${circleId}`, 'guidelines', 'guidelines', false],
        ['PATCH', `/api/meetups/${meetupId}`, 'title', 'title', true],
        ['PATCH', `/api/meetups/${meetupId}`, 'description', 'description', false],
        ['POST', `/api/meetups/${meetupId}/cancel`, 'reason', 'cancelReason', false],
      ]
      for (const [method, path, field, answer, oneLine] of fields) {
        const { status, body } = await facilitator.request(method, path, { [field]: text })
        if (status === 200) {
          const value = answer.split('.').reduce((node, key) => node[key], body)
          expect([path, field, value]).toEqual([path, field, kept(text, oneLine)])
        } else {
          expect([path, field, status < 500]).toEqual([path, field, true])
          expect(['not_valid', 'name_not_allowed', 'name_taken']).toContain(body.code)
        }
      }
    })

    it('in every other field is refused', async () => {
      const meetupId = await makeMeetup(facilitator, circleId)
      const tries: [string, string, unknown][] = [
        ['POST', '/api/account/email', { email: text }],
        ['POST', '/api/account/sign-in-link', { email: `${text}@example.org` }],
        ['POST', '/api/account/links/open', { token: text }],
        ['POST', '/api/account/recover', { code: text }],
        ['POST', '/api/account/totp/verify', { code: text }],
        ['POST', '/api/invitations/open', { code: text }],
        ['POST', '/api/circles', { ...circleInput, pseudonym: 'Heron', topic: text }],
        ['PATCH', `/api/meetups/${meetupId}`, { zone: text }],
        ['PATCH', `/api/meetups/${meetupId}`, { startsLocal: text }],
        ['POST', `/api/meetups/${meetupId}/join`, { tab: text }],
      ]
      for (const [method, path, body] of tries) {
        const { status } = await facilitator.request(method, path, body)
        expect([path, body, status >= 400 && status < 500]).toEqual([path, body, true])
      }
    })
  })
})
