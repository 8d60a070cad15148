import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { describe, expect, it, vi } from 'vitest'
import { openEmbedded } from '../../server/db/open.ts'
import { databaseDir } from '../../server/db/prepare.ts'
import { freePort } from '../../server/rooms/livekitServer.ts'
import { circleInput } from '../support/community.ts'
import { mayMount, openDataDir, pseudonym, rename, start, steward, within } from '../support/ownServer.ts'
import { knock } from '../support/participant.ts'
import { createPerson } from '../support/person.ts'
import { isAlive, isFree, livekitPid, type startProgram, startServer } from '../support/process.ts'

// whole servers in processes of their own, and whatever else these two cores do meanwhile
vi.setConfig({ testTimeout: 90_000 })

const data = openDataDir()

describe('a second start with the same data folder', () => {
  it('is refused within a second and names the holder, which keeps working and had nothing to warn of', {
    timeout: 60_000,
  }, async () => {
    data.withDatabase()
    const first = startServer(data.dir)
    const url = await first.ready
    const person = createPerson(url)
    await start(person, 'Wren')
    const times = []
    for (let i = 0; i < 3; i++) {
      const second = startServer(data.dir)
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
    const again = await startServer(data.dir, { PORT: new URL(url).port }).ready
    expect([again, await pseudonym(person)]).toEqual([url, 'Wren 2'])
    expect(first.err()).toBe('')
  })
})

describe('SIGTERM', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)('(%s) ends everything within five seconds', async (signal) => {
    data.withDatabase()
    const server = startServer(data.dir)
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
    const child = livekitPid(data.dir)
    const asked = performance.now()
    server.child.kill(signal)
    expect(await server.ended).toMatchObject({ code: 0, signal: null })
    expect(performance.now() - asked).toBeLessThan(5000)
    expect(isAlive(child)).toBe(false)
    expect(await isFree(Number(new URL(url).port))).toBe(true)
    expect(existsSync(join(data.dir, 'livekit.pid'))).toBe(false)
    await events.body?.cancel().catch(() => {})
  })

  it('also ends a server that is only starting', async () => {
    const server = startServer(data.dir)
    await expect.poll(() => existsSync(join(data.dir, 'db.new')), within(20_000)).toBe(true)
    server.child.kill('SIGTERM')
    const { signal } = await server.ended
    expect(signal).toBeNull()
    if (existsSync(join(data.dir, 'livekit.pid'))) expect(isAlive(livekitPid(data.dir))).toBe(false)
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
        const server = startServer(data.dir, { PORT: String(port) })
        void server.ended.then(() => other.close())
        return server
      },
    ],
    [
      'an address this machine does not have',
      /does not have the address 192\.0\.2\.1/,
      async () => startServer(data.dir, { HOST: '192.0.2.1' }),
    ],
    [
      'wrong settings',
      /These settings need a change:\n {2}PORT: .*\n {2}LOG_LEVEL: /,
      async () => startServer(data.dir, { PORT: 'x', LOG_LEVEL: 'loud' }),
    ],
    ['an unknown option', /--wide: not a known option/, async () => startServer(data.dir, {}, ['--wide'])],
    [
      'no livekit-server',
      /No livekit-server was found/,
      async () => startServer(data.dir, { LIVEKIT_SERVER_BIN: '' }),
    ],
    [
      'a database that is not one',
      /The database in .* could not be opened .*npm run restore/,
      async () => {
        mkdirSync(databaseDir(data.dir), { recursive: true })
        writeFileSync(join(databaseDir(data.dir), 'PG_VERSION'), '9.1\n')
        return startServer(data.dir)
      },
    ],
    [
      'a PostgreSQL server that is not there',
      /The PostgreSQL server of DATABASE_URL could not be used/,
      async () =>
        startServer(data.dir, { DATABASE_URL: `postgres://u:hunter2@127.0.0.1:${await freePort()}/d` }),
    ],
    [
      'a database from a newer version',
      /made by a newer version of Hearthside/,
      async () => {
        data.withDatabase()
        const open = await openEmbedded(databaseDir(data.dir))
        await open.db.execute(
          sql`insert into drizzle.__drizzle_migrations (hash, created_at) select 'newer', 9999999999999 from generate_series(1, 9)`,
        )
        await open.close()
        return startServer(data.dir)
      },
    ],
    [
      'a certificate that cannot be read',
      /TLS_CERT or TLS_KEY cannot be used/,
      async () => startServer(data.dir, { TLS_CERT: '/nowhere/cert.pem', TLS_KEY: '/nowhere/key.pem' }),
    ],
    [
      'a data folder that is a file',
      /The folder .*file cannot be written to/,
      async () => {
        writeFileSync(join(data.dir, 'file'), '')
        return startServer(join(data.dir, 'file'))
      },
    ],
    [
      'a data folder that may not be written',
      /The folder .* cannot be written to/,
      async () => {
        // root may write everywhere but on a disk that nobody may write to
        if (mayMount) data.mountDisk('ro')
        else chmodSync(data.dir, 0o555)
        return startServer(data.dir)
      },
    ],
  ])('because of %s says so in plain words, and ends with 1', async (_, says, make) => {
    const server = await make()
    const { code } = await server.ended
    expect(server.err()).toMatch(says)
    expect(server.err()).not.toMatch(/\n\s+at |hunter2/)
    expect([code, server.out()]).toEqual([1, ''])
    expect(existsSync(join(data.dir, 'livekit.pid'))).toBe(false)
  })
})

describe('an outside LiveKit that does not answer', () => {
  it('is told of beside the address, and the rest works', async () => {
    data.withDatabase()
    const server = startServer(data.dir, {
      LIVEKIT_URL: `ws://127.0.0.1:${await freePort()}`,
      LIVEKIT_API_KEY: 'key',
      LIVEKIT_API_SECRET: 'a secret of thirty-two characters',
    })
    const url = await server.ready
    await expect.poll(server.out, within(10_000)).toMatch(/rooms cannot open: the LiveKit server at ws:/)
    await start(createPerson(url), 'Wren')
  })
})

describe('what listens', () => {
  it('is on this machine only', async () => {
    data.withDatabase()
    const METRICS_PORT = String(await freePort())
    const server = startServer(data.dir, { METRICS_PORT })
    const url = await server.ready
    const pids = [server.child.pid, livekitPid(data.dir)].map(String)
    const table = execFileSync('ss', ['-H', '-ltnup']).toString()
    const mine = table.split('\n').filter((l) => pids.some((pid) => l.includes(`pid=${pid},`)))
    expect(mine.length).toBeGreaterThanOrEqual(4)
    for (const line of mine) expect(line.split(/\s+/)[4]).toMatch(/^(127\.0\.0\.1|\[::1\]):\d+$/)
    expect((await fetch(`http://127.0.0.1:${METRICS_PORT}/metrics`)).status).toBe(200)
    expect(JSON.stringify((await createPerson(url).get('/metrics')).body)).not.toMatch(/process_cpu/)
    expect(await knock(url, '/livekit/rtc?access_token=x')).toBe(401)
  })
})
