import { describe, expect, it } from 'vitest'
import { ConfigError, readConfig, settings } from '../../server/config.ts'

const problems = (env: Record<string, string>, flags: string[] = []): string => {
  try {
    readConfig(env, flags)
  } catch (error) {
    if (error instanceof ConfigError) return error.message
    throw error
  }
  return ''
}

describe('the configuration', () => {
  it('needs nothing at all', () => {
    expect(readConfig({})).toMatchObject({
      PORT: 8080,
      HOST: '127.0.0.1',
      DATA_DIR: 'data',
      lan: false,
      demo: false,
      steward: false,
    })
  })

  it.each([
    ['https://Circle.Example/', 'https://circle.example'],
    ['https://circle.example:443', 'https://circle.example'],
    ['http://circle.example:80/', 'http://circle.example'],
    ['https://circle.example:8443', 'https://circle.example:8443'],
  ])('takes the address %s as browsers write it', (given, origin) => {
    expect(readConfig({ PUBLIC_URL: given }).PUBLIC_URL).toBe(origin)
  })

  it('refuses an address with a path: cookies and passkeys belong to a whole host', () => {
    expect(problems({ PUBLIC_URL: 'https://example.org/circles' })).toContain(
      'PUBLIC_URL: has to be without a path',
    )
  })

  it('tells everything that is wrong at once, one thing a line, each by its name', () => {
    const text = problems(
      {
        PORT: 'eighty',
        PUBLIC_URL: 'hearth.example',
        TRUST_PROXY: '-1',
        DATABASE_URL: 'mysql://x',
        BACKUP_HOURS: '0',
        LIVEKIT_URL: 'ftp://x',
        LIVEKIT_API_SECRET: 'short',
        LIVEKIT_MEDIA_ADDRESS: '::1',
        SMTP_URL: 'http://mail',
        SESSION_SECRET: 'short',
        LOG_LEVEL: 'loud',
        OUTBOX: 'maybe',
      },
      ['--wide', '--lan'],
    )
    const [title, ...lines] = text.split('\n')
    expect(title).toBe('These settings need a change:')
    expect(lines.map((l) => l.trim().split(':')[0])).toEqual([
      'PORT',
      'PUBLIC_URL',
      'TRUST_PROXY',
      'DATABASE_URL',
      'BACKUP_HOURS',
      'LIVEKIT_URL',
      'LIVEKIT_API_SECRET',
      'LIVEKIT_MEDIA_ADDRESS',
      'SMTP_URL',
      'SESSION_SECRET',
      'LOG_LEVEL',
      'OUTBOX',
      '--wide',
    ])
  })

  it('never repeats a secret it was given', () => {
    const text = problems({
      SESSION_SECRET: 'hunter2',
      LIVEKIT_API_SECRET: 'hunter3',
      DATABASE_URL: 'x:hunter4',
    })
    expect(text).not.toMatch(/hunter/)
  })

  it.each([
    [{ LIVEKIT_URL: 'wss://x.example' }, ['LIVEKIT_API_KEY', 'LIVEKIT_API_SECRET']],
    [{ LIVEKIT_API_KEY: 'key' }, ['LIVEKIT_URL', 'LIVEKIT_API_SECRET']],
    [{ TLS_CERT: 'cert.pem' }, ['TLS_KEY']],
    [{ TLS_KEY: 'key.pem' }, ['TLS_CERT']],
  ])('asks for what belongs together: %j', (env, missing) => {
    const text = problems(env)
    for (const name of missing) expect(text).toContain(`${name}: is needed together with`)
  })

  it.each([
    ['PORT', ['0', '1', '65535'], ['-1', '65536', '80.5', 'x']],
    ['TRUST_PROXY', ['0', '10'], ['11', '0.5', 'true']],
    ['BACKUP_HOURS', ['0.1', '168'], ['0', '169', 'often']],
    ['PUBLIC_URL', ['https://hearth.example', 'http://localhost:8080/'], ['ftp://x.example', 'x', '/']],
    ['DATABASE_URL', ['postgres://u:p@h/d', 'postgresql://h/d'], ['http://h/d', 'h']],
    ['SMTP_URL', ['smtp://localhost', 'smtps://u:p@mail.example'], ['mail.example', 'imap://x']],
    ['SESSION_SECRET', ['x'.repeat(32)], ['x'.repeat(31)]],
    ['LOG_LEVEL', ['silent', 'debug'], ['INFO', 'verbose']],
    ['OUTBOX', ['0', '1', 'true', 'false'], ['yes']],
  ])('%s takes %j and not %j', (name, right, wrong) => {
    for (const value of right) expect(problems({ [name]: value })).toBe('')
    for (const value of wrong)
      expect([value, problems({ [name]: value })]).toEqual([value, expect.stringContaining(`${name}: `)])
  })

  it('takes an empty setting for one that is not there', () => {
    expect(readConfig({ PORT: '', PUBLIC_URL: '', SMTP_URL: '' })).toMatchObject({ PORT: 8080 })
  })

  it('says what each setting is for', () => {
    for (const { name, about } of settings) expect([name, about.length > 10]).toEqual([name, true])
  })
})
