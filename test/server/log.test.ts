import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { createTestApp, type TestApp } from '../support/app.ts'
import { begin, type Named } from '../support/community.ts'
import type { Answer } from '../support/person.ts'

describe('the log of what went wrong', () => {
  let app: TestApp
  let person: Named
  const lines: string[] = []

  beforeAll(async () => {
    app = await createTestApp()
    person = await begin(app, 'Wren')
    vi.spyOn(app.deps.log, 'error').mockImplementation((...said: unknown[]) => {
      lines.push(JSON.stringify(said))
    })
    vi.spyOn(process.stderr, 'write').mockImplementation((text) => lines.push(String(text)) > 0)
    vi.spyOn(console, 'error').mockImplementation((...said) => void lines.push(said.map(String).join()))
  })
  afterAll(async () => {
    vi.restoreAllMocks()
    await app.close()
  })

  /** Asks for something while a table is not where it should be, so that the query fails with all it holds. */
  async function without(table: string, ask: () => Promise<Answer>): Promise<Answer> {
    await app.deps.db.execute(sql.raw(`alter table ${table} rename to gone`))
    const answer = await ask()
    await app.deps.db.execute(sql.raw(`alter table gone rename to ${table}`))
    return answer
  }

  it.each<[string, string, () => Promise<Answer>]>([
    [
      'a name',
      'accounts',
      () => app.stranger().post('/api/account', { pseudonym: 'Petra Surname', adult: true }),
    ],
    ['a code', 'recovery_codes', () => app.stranger().post('/api/account/recover', { code: 'SECRET-CODE' })],
    [
      'a code for a second screen',
      'screens',
      () => app.stranger().post('/api/screens', { code: 'SECRET-CODE' }),
    ],
    [
      'the key of a second screen',
      'screens',
      () => app.stranger().post('/api/screens/join', { key: 'SECRET-KEY' }),
    ],
    ['a login session', 'login_sessions', () => person.get('/api/account')],
    ['a passkey ceremony', 'verifications', () => person.get('/api/auth/passkey/generate-register-options')],
  ])('has the place and the kind of the failure, and not %s', async (_, table, ask) => {
    lines.length = 0
    const { status, body } = await without(table, ask)
    const known = table === 'login_sessions' ? [503, 'storage_unavailable'] : [500, 'internal']
    expect([status, body.code]).toEqual(known)
    const said = lines.join('\n')
    // better-auth puts words of its own in place of the database's
    expect(said).toMatch(table === 'login_sessions' ? /Failed to get session/ : /a query failed.*42P01.* at /)
    const session = decodeURIComponent(person.cookie().split('=')[1] ?? '').split('.')[0] || 'missing'
    for (const secret of ['Surname', 'SECRET', session, person.accountId, 'params'])
      expect(said).not.toContain(secret)
  })
})
