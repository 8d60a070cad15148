import { describe, expect, it } from 'vitest'
import { createTestApp } from '../support/app.ts'
import { circleInput, makeMeetup } from '../support/community.ts'
import { openSite } from '../support/site.ts'

const on = openSite()
const { raw } = on

describe('a request from another site', () => {
  const from = (headers: Record<string, string>) =>
    on.member.request('PATCH', '/api/account', { attendanceConsent: true }, headers)
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
    const { body } = await on.member.request(
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
    const { headers } = await on.member.request('GET', '/api/account', undefined, {
      origin: 'https://evil.example',
    })
    expect([...headers.keys()].filter((h) => h.startsWith('access-control'))).toEqual([])
  })
})

describe('headers', () => {
  it.each(['/api/account', '/healthz', '/dev/outbox', '/nothing/here', '/api/nothing'])(
    'of %s are strict',
    async (path) => {
      const { headers } = await on.app.stranger().get(path)
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
    const stranger = on.app.stranger()
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
    const { headers } = await on.app.stranger().post('/api/account', { pseudonym: 'Heron', adult: true })
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
    const body =
      method === 'POST' ? JSON.stringify({ accountId: on.facilitator.accountId, strong: true }) : ''
    const { status, headers } = await raw(path, {
      method,
      body,
      headers: {
        cookie: on.member.cookie(),
        'content-type': 'application/json',
        'content-length': String(body.length),
      },
    })
    expect(status).toBe(404)
    expect(headers['set-cookie']).toBeUndefined()
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
      const meetupId = await makeMeetup(on.facilitator, on.circleId)
      const fields: [string, string, string, string, boolean][] = [
        ['PATCH', '/api/account', 'pseudonym', 'account.pseudonym', true],
        ['PATCH', `/api/circles/${on.circleId}/me`, 'pseudonym', 'me.pseudonym', true],
        ['PATCH', `/api/circles/${on.circleId}`, 'name', 'name', true],
        ['PATCH', `/api/circles/${on.circleId}`, 'description', 'description', false],
        ['PATCH', `/api/circles/${on.circleId}`, 'guidelines', 'guidelines', false],
        ['PATCH', `/api/meetups/${meetupId}`, 'title', 'title', true],
        ['PATCH', `/api/meetups/${meetupId}`, 'description', 'description', false],
        ['POST', `/api/meetups/${meetupId}/cancel`, 'reason', 'cancelReason', false],
      ]
      for (const [method, path, field, answer, oneLine] of fields) {
        const { status, body } = await on.facilitator.request(method, path, { [field]: text })
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
      const meetupId = await makeMeetup(on.facilitator, on.circleId)
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
        const { status } = await on.facilitator.request(method, path, body)
        expect([path, body, status >= 400 && status < 500]).toEqual([path, body, true])
      }
    })
  })
})
