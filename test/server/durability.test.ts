import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { Secret, TOTP } from 'otpauth'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { backUp, listBackups } from '../../server/db/backup.ts'
import { openEmbedded } from '../../server/db/open.ts'
import { backupsDir, databaseDir } from '../../server/db/prepare.ts'
import { freePort } from '../../server/rooms/livekitServer.ts'
import { circleInput } from '../support/community.ts'
import { knock } from '../support/participant.ts'
import { createPerson, type Person } from '../support/person.ts'
import { endAll, isAlive, isFree, livekitPid, startProgram, startServer } from '../support/process.ts'

// whole servers in processes of their own, and whatever else these two cores do meanwhile
vi.setConfig({ testTimeout: 90_000 })

let dataDir: string

// a disk of its own needs root on Linux
const mayMount = process.getuid?.() === 0 && process.platform === 'linux'
let mounted = false
/** Puts a disk of its own, in memory, where the data goes, until the test ends. */
function mountDisk(options: string): void {
  execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', dataDir])
  mounted = true
}

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'hearthside-durability-'))
})
afterEach(async () => {
  await endAll()
  if (mounted) execFileSync('umount', ['-l', dataDir])
  mounted = false
  chmodSync(dataDir, 0o755)
  // what a killed server left: its livekit-server, named by its own file
  if (existsSync(join(dataDir, 'livekit.pid')) && isAlive(livekitPid(dataDir)))
    process.kill(livekitPid(dataDir), 'SIGKILL')
  rmSync(dataDir, { recursive: true, force: true })
})

const within = (ms: number) => ({ timeout: ms, interval: 50 })
const start = async (person: Person, pseudonym: string) =>
  expect((await person.post('/api/account', { pseudonym, adult: true })).status).toBe(201)
const pseudonym = async (person: Person) => (await person.get('/api/account')).body.account?.pseudonym
const rename = (person: Person, name: string) => person.patch('/api/account', { pseudonym: name })

/** The first steward, by the printed link, with a second factor: may do everything. */
async function steward(url: string, printed: string): Promise<Person> {
  const person = createPerson(url)
  await start(person, 'Sol')
  const token = /account\/link#([\w-]{43})/.exec(printed)?.[1]
  expect((await person.post('/api/account/links/open', { token })).status).toBe(200)
  const { body } = await person.post('/api/account/totp')
  const code = new TOTP({ secret: Secret.fromBase32(body.secret) }).generate()
  expect((await person.post('/api/account/totp/confirm', { code })).status).toBe(200)
  return person
}

describe('kill -9', () => {
  it('loses no write that was answered', { timeout: 180_000 }, async () => {
    const PORT = String(await freePort())
    const first = startServer(dataDir, { PORT })
    const url = await first.ready
    const facilitator = await steward(url, first.out())
    const { body: circle } = await facilitator.post('/api/circles', { ...circleInput, pseudonym: 'Sol' })
    const { body: meetup } = await facilitator.post(`/api/circles/${circle.id}/meetups`, {
      title: 'An evening',
      description: '',
      startsLocal: new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 16),
      zone: 'UTC',
      minutes: 60,
      seats: 8,
    })
    const members = await Promise.all(
      ['Wren', 'Heron', 'Finch'].map(async (name) => {
        const person = createPerson(url)
        await start(person, name)
        expect((await person.post(`/api/circles/${circle.id}/join`, { pseudonym: name })).status).toBe(201)
        return person
      }),
    )
    const rsvpOf = async (p: Person) => (await p.get(`/api/meetups/${meetup.id}`)).body.me.rsvp
    /** Writers, each with what it writes as its n-th and what of it is to be read afterwards. */
    const writers = [
      {
        write: (n: number) => facilitator.patch(`/api/circles/${circle.id}`, { description: `${n}` }),
        read: async () => (await facilitator.get(`/api/circles/${circle.id}`)).body.description,
        value: (n: number) => `${n}`,
      },
      {
        write: (n: number) => facilitator.patch(`/api/meetups/${meetup.id}`, { title: `Evening ${n}` }),
        read: async () => (await facilitator.get(`/api/meetups/${meetup.id}`)).body.title,
        value: (n: number) => `Evening ${n}`,
      },
      ...members.map((p) => ({
        write: (n: number) =>
          p.put(`/api/meetups/${meetup.id}/rsvp`, { answer: n % 2 ? 'going' : 'not_going' }),
        read: () => rsvpOf(p),
        value: (n: number) => (n % 2 ? 'going' : 'not_going'),
      })),
      ...members.map((p) => ({
        write: (n: number) => rename(p, `Bird ${n}`),
        read: () => pseudonym(p),
        value: (n: number) => `Bird ${n}`,
      })),
    ].map((w) => ({ ...w, sent: 0, answered: 0 }))

    let server = first
    let answered = 0
    for (const goal of [25, 60, 110, 40]) {
      const before = answered
      const writing = writers.map(async (w) => {
        for (;;) {
          const n = w.sent + 1
          w.sent = n
          const answer = await w.write(n).catch(() => undefined)
          if (!answer) return
          expect([answer.status, answer.body.code]).toEqual([200, undefined])
          w.answered = n
          answered++
          if (answered - before === goal) server.child.kill('SIGKILL')
        }
      })
      await Promise.all(writing)
      expect((await server.ended).signal).toBe('SIGKILL')
      server = startServer(dataDir, { PORT })
      expect(await server.ready).toBe(url)
      for (const w of writers) {
        const kept = await w.read()
        // the one that was under way may have been written or not
        expect([w.value(w.answered), w.value(w.sent)]).toContain(kept)
      }
    }
    expect(answered).toBeGreaterThanOrEqual(235)
  })

  it('leaves no livekit-server behind once it is started again', { timeout: 60_000 }, async () => {
    const server = startServer(dataDir)
    await server.ready
    const orphan = livekitPid(dataDir)
    server.child.kill('SIGKILL')
    await server.ended
    expect(isAlive(orphan)).toBe(true)
    await startServer(dataDir).ready
    await expect.poll(() => isAlive(orphan), within(1000)).toBe(false)
    expect(isAlive(livekitPid(dataDir))).toBe(true)
  })

  it('at its very first start leaves a folder that opens', { timeout: 120_000 }, async () => {
    for (const exists of ['holder.json', 'db/PG_VERSION', 'db/pg_wal']) {
      const server = startServer(dataDir)
      await expect.poll(() => existsSync(join(dataDir, exists)), within(20_000)).toBe(true)
      server.child.kill('SIGKILL')
      await server.ended
    }
    const url = await startServer(dataDir).ready
    await start(createPerson(url), 'Wren')
  })
})

describe('a second start with the same data folder', () => {
  it('is refused within a second and names the holder, which keeps working', {
    timeout: 60_000,
  }, async () => {
    const first = startServer(dataDir)
    const url = await first.ready
    const person = createPerson(url)
    await start(person, 'Wren')
    const times = []
    for (let i = 0; i < 3; i++) {
      const second = startServer(dataDir)
      const { code, ms } = await second.ended
      times.push(ms)
      expect(code).toBe(1)
      expect(second.err()).toContain(`process ${first.child.pid}`)
      expect(second.err()).toContain(url)
      expect(second.err()).not.toMatch(/\n\s+at /)
      expect((await rename(person, `Wren ${i}`)).status).toBe(200)
    }
    expect(Math.min(...times)).toBeLessThan(1000)
    first.child.kill('SIGTERM')
    await first.ended
    const again = await startServer(dataDir, { PORT: new URL(url).port }).ready
    expect([again, await pseudonym(person)]).toEqual([url, 'Wren 2'])
  })
})

describe('SIGTERM', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)('(%s) ends everything within five seconds', async (signal) => {
    const server = startServer(dataDir)
    const url = await server.ready
    const facilitator = await steward(url, server.out())
    const { body: circle } = await facilitator.post('/api/circles', { ...circleInput, pseudonym: 'Sol' })
    const { body: meetup } = await facilitator.post(`/api/circles/${circle.id}/meetups`, {
      title: 'An evening',
      description: '',
      startsLocal: new Date(Date.now() + 5 * 60_000).toISOString().slice(0, 16),
      zone: 'UTC',
      minutes: 60,
      seats: 8,
    })
    const { body: inside } = await facilitator.post(`/api/meetups/${meetup.id}/join`, { tab: 'A'.repeat(22) })
    // open while it ends: a stream of events, a signalling socket
    const events = await fetch(`${url}/api/meetups/${meetup.id}/events`, {
      headers: { cookie: facilitator.cookie() },
    })
    expect(events.status).toBe(200)
    const socket = new WebSocket(
      `${url.replace('http', 'ws')}/livekit/rtc?access_token=${inside.token}&protocol=15`,
    )
    await expect.poll(() => socket.readyState, within(5000)).toBe(WebSocket.OPEN)
    const child = livekitPid(dataDir)
    const asked = performance.now()
    server.child.kill(signal)
    expect(await server.ended).toMatchObject({ code: 0, signal: null })
    expect(performance.now() - asked).toBeLessThan(5000)
    expect(isAlive(child)).toBe(false)
    expect(await isFree(Number(new URL(url).port))).toBe(true)
    expect(existsSync(join(dataDir, 'livekit.pid'))).toBe(false)
    await events.body?.cancel().catch(() => {})
  })

  it('also ends a server that is only starting', async () => {
    const server = startServer(dataDir)
    await expect.poll(() => existsSync(join(dataDir, 'db')), within(20_000)).toBe(true)
    server.child.kill('SIGTERM')
    const { signal } = await server.ended
    expect(signal).toBeNull()
    if (existsSync(join(dataDir, 'livekit.pid'))) expect(isAlive(livekitPid(dataDir))).toBe(false)
  })
})

describe('a start that cannot be', () => {
  type Case = [what: string, says: RegExp, make: () => Promise<ReturnType<typeof startProgram>>]
  it.each<Case>([
    [
      'a port that is taken',
      /Port \d+ is taken by another program\. Stop it, or choose another/,
      async () => {
        const other = createServer()
        await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
        const { port } = other.address() as { port: number }
        const server = startServer(dataDir, { PORT: String(port) })
        void server.ended.then(() => other.close())
        return server
      },
    ],
    [
      'an address this machine does not have',
      /does not have the address 192\.0\.2\.1/,
      async () => startServer(dataDir, { HOST: '192.0.2.1' }),
    ],
    [
      'wrong settings',
      /These settings need a change:\n {2}PORT: .*\n {2}LOG_LEVEL: /,
      async () => startServer(dataDir, { PORT: 'x', LOG_LEVEL: 'loud' }),
    ],
    ['an unknown option', /--wide: not a known option/, async () => startServer(dataDir, {}, ['--wide'])],
    [
      'no livekit-server',
      /No livekit-server was found/,
      async () => startServer(dataDir, { LIVEKIT_SERVER_BIN: '' }),
    ],
    [
      'a database that is not one',
      /The database in .* could not be opened .*npm run restore/,
      async () => {
        mkdirSync(databaseDir(dataDir), { recursive: true })
        writeFileSync(join(databaseDir(dataDir), 'PG_VERSION'), '9.1\n')
        return startServer(dataDir)
      },
    ],
    [
      'a PostgreSQL server that is not there',
      /The PostgreSQL server of DATABASE_URL could not be used/,
      async () =>
        startServer(dataDir, { DATABASE_URL: `postgres://u:hunter2@127.0.0.1:${await freePort()}/d` }),
    ],
    [
      'a database from a newer version',
      /made by a newer version of Hearthside/,
      async () => {
        const open = await openEmbedded(databaseDir(dataDir))
        await open.migrate()
        await open.db.execute(
          sql`insert into drizzle.__drizzle_migrations (hash, created_at) select 'newer', 9999999999999 from generate_series(1, 9)`,
        )
        await open.close()
        return startServer(dataDir)
      },
    ],
    [
      'a certificate that cannot be read',
      /TLS_CERT or TLS_KEY cannot be used/,
      async () => startServer(dataDir, { TLS_CERT: '/nowhere/cert.pem', TLS_KEY: '/nowhere/key.pem' }),
    ],
    [
      'a data folder that is a file',
      /The folder .*file cannot be written to/,
      async () => {
        writeFileSync(join(dataDir, 'file'), '')
        return startServer(join(dataDir, 'file'))
      },
    ],
    [
      'a data folder that may not be written',
      /The folder .* cannot be written to/,
      async () => {
        // root may write everywhere but on a disk that nobody may write to
        if (mayMount) mountDisk('ro')
        else chmodSync(dataDir, 0o555)
        return startServer(dataDir)
      },
    ],
  ])('because of %s says so in plain words, and ends with 1', async (_, says, make) => {
    const server = await make()
    const { code } = await server.ended
    expect(server.err()).toMatch(says)
    expect(server.err()).not.toMatch(/\n\s+at |hunter2/)
    expect([code, server.out()]).toEqual([1, ''])
    expect(existsSync(join(dataDir, 'livekit.pid'))).toBe(false)
  })
})

describe('a backup', () => {
  const restore = async (wanted: string[]) => {
    const run = startProgram('server/db/restore.ts', { DATA_DIR: dataDir }, { args: wanted })
    return { ...(await run.ended), out: run.out(), err: run.err() }
  }

  it('is written at a start without a recent one, and brings back what was in it', {
    timeout: 90_000,
  }, async () => {
    const PORT = String(await freePort())
    const backups = () => listBackups(backupsDir(dataDir))
    const first = startServer(dataDir, { PORT })
    const person = createPerson(await first.ready)
    await start(person, 'Wren')
    first.child.kill('SIGTERM')
    await first.ended
    for (const { path } of backups()) rmSync(path)
    const second = startServer(dataDir, { PORT })
    await second.ready
    await expect.poll(() => backups().length, within(20_000)).toBe(1)
    await rename(person, 'Somebody else')
    expect((await restore(['latest'])).err).toMatch(/Stop Hearthside first: its data is held by process \d+/)
    second.child.kill('SIGTERM')
    await second.ended

    expect((await restore([])).out).toContain(backups()[0]?.path)
    expect(await restore(['/nowhere'])).toMatchObject({
      code: 1,
      err: expect.stringContaining('There is no file'),
    })
    const junk = join(dataDir, 'junk.tar.gz')
    writeFileSync(junk, 'junk')
    const refused = await restore([junk])
    expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('is not a backup of Hearthside')])
    const done = await restore(['latest'])
    expect([done.code, done.err]).toEqual([0, ''])
    expect(done.out).toMatch(/What was there before is in .*before-restore-/)
    await startServer(dataDir, { PORT }).ready
    expect(await pseudonym(person)).toBe('Wren')
  })

  it('is whole or not there, for its owner only, and gone after fourteen days, also when it was never finished', async () => {
    const folder = join(dataDir, 'backups')
    const day = (n: number) => new Date(Date.UTC(2026, 0, n))
    const write = (now: Date) => backUp(folder, async () => new Blob(['whole']), now)
    const path = await write(day(1))
    expect(execFileSync('stat', ['-c', '%a', path]).toString().trim()).toBe('600')
    writeFileSync(`${folder}/2025-12-31T00-00-00.000Z.tar.gz.part`, 'half')
    await expect(backUp(folder, () => Promise.reject(new Error('no')), day(2))).rejects.toThrow('no')
    await write(day(15))
    expect(listBackups(folder)).toHaveLength(2)
    await write(day(16))
    expect(listBackups(folder).map((b) => b.at)).toEqual([day(16), day(15)])
    expect(execFileSync('ls', [folder]).toString()).not.toContain('.part')
    expect(readFileSync(listBackups(folder)[0]?.path ?? '', 'utf8')).toBe('whole')
  })
})

describe('a disk that is full', () => {
  // elsewhere there is nothing to fill without harm
  it.runIf(mayMount)(
    'refuses what it cannot keep, loses nothing it said it kept, and goes on with space',
    { timeout: 120_000 },
    async () => {
      mountDisk('size=160m')
      const PORT = String(await freePort())
      let server = startServer(dataDir, { PORT })
      const person = createPerson(await server.ready)
      await start(person, 'Wren')
      await expect.poll(() => listBackups(backupsDir(dataDir)).length, within(20_000)).toBe(1)
      const { bavail, bsize } = statfsSync(dataDir)
      writeFileSync(join(dataDir, 'filler'), Buffer.alloc(bavail * bsize))
      let kept = 'Wren'
      let refused = 0
      for (let n = 0; n < 250 && refused < 5; n++) {
        const { status, body } = await rename(person, `Wren ${n}`)
        if (status === 200) kept = `Wren ${n}`
        else {
          expect([500, 503]).toContain(status)
          expect(['internal', 'storage_unavailable']).toContain(body.code)
          refused++
        }
      }
      rmSync(join(dataDir, 'filler'))
      server.child.kill('SIGKILL')
      await server.ended
      server = startServer(dataDir, { PORT })
      await server.ready
      expect(await pseudonym(person)).toBe(kept)
      expect((await rename(person, 'Wren again')).status).toBe(200)
      server.child.kill('SIGTERM')
      await server.ended
    },
  )
})

describe('what listens', () => {
  it('is on this machine only', async () => {
    const METRICS_PORT = String(await freePort())
    const server = startServer(dataDir, { METRICS_PORT })
    const url = await server.ready
    const pids = [server.child.pid, livekitPid(dataDir)].map(String)
    const table = execFileSync('ss', ['-H', '-ltnup']).toString()
    const mine = table.split('\n').filter((l) => pids.some((pid) => l.includes(`pid=${pid},`)))
    expect(mine.length).toBeGreaterThanOrEqual(4)
    for (const line of mine) expect(line.split(/\s+/)[4]).toMatch(/^(127\.0\.0\.1|\[::1\]):\d+$/)
    expect((await fetch(`http://127.0.0.1:${METRICS_PORT}/metrics`)).status).toBe(200)
    expect(JSON.stringify((await createPerson(url).get('/metrics')).body)).not.toMatch(/process_cpu/)
    expect(await knock(url, '/livekit/rtc?access_token=x')).toBe(401)
  })
})
