import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { backUp, listBackups } from '../../server/db/backup.ts'
import { backupsDir } from '../../server/db/prepare.ts'
import { freePort } from '../../server/rooms/livekitServer.ts'
import { circleInput } from '../support/community.ts'
import { mayMount, openDataDir, pseudonym, rename, start, steward, within } from '../support/ownServer.ts'
import { createPerson, type Person } from '../support/person.ts'
import { isAlive, livekitPid, startProgram, startServer } from '../support/process.ts'

// whole servers in processes of their own, and whatever else these two cores do meanwhile
vi.setConfig({ testTimeout: 90_000 })

const data = openDataDir()

describe('kill -9', () => {
  it('loses no write that was answered', { timeout: 180_000 }, async () => {
    data.withDatabase()
    const PORT = String(await freePort())
    const first = startServer(data.dir, { PORT })
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
      server = startServer(data.dir, { PORT })
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
    data.withDatabase()
    const server = startServer(data.dir)
    await server.ready
    const orphan = livekitPid(data.dir)
    server.child.kill('SIGKILL')
    await server.ended
    expect(isAlive(orphan)).toBe(true)
    await startServer(data.dir).ready
    await expect.poll(() => isAlive(orphan), within(1000)).toBe(false)
    expect(isAlive(livekitPid(data.dir))).toBe(true)
  })

  it('at its very first start leaves a folder that opens', { timeout: 120_000 }, async () => {
    for (const exists of ['holder.json', 'db.new/PG_VERSION', 'db/PG_VERSION']) {
      const server = startServer(data.dir)
      await expect.poll(() => existsSync(join(data.dir, exists)), within(20_000)).toBe(true)
      server.child.kill('SIGKILL')
      await server.ended
    }
    const url = await startServer(data.dir).ready
    await start(createPerson(url), 'Wren')
  })
})

describe('a backup', () => {
  const restore = async (wanted: string[]) => {
    const run = startProgram('server/db/restore.ts', { DATA_DIR: data.dir }, { args: wanted })
    return { ...(await run.ended), out: run.out(), err: run.err() }
  }

  it('is written at a start without a recent one, and brings back what was in it', {
    timeout: 90_000,
  }, async () => {
    data.withDatabase()
    const PORT = String(await freePort())
    const backups = () => listBackups(backupsDir(data.dir))
    const first = startServer(data.dir, { PORT })
    const person = createPerson(await first.ready)
    await start(person, 'Wren')
    first.child.kill('SIGTERM')
    await first.ended
    for (const { path } of backups()) rmSync(path)
    const second = startServer(data.dir, { PORT })
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
    const junk = join(data.dir, 'junk.tar.gz')
    writeFileSync(junk, 'junk')
    const refused = await restore([junk])
    expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('is not a backup of Hearthside')])
    const done = await restore(['latest'])
    expect([done.code, done.err]).toEqual([0, ''])
    expect(done.out).toMatch(/What was there before is in .*before-restore-/)
    await startServer(data.dir, { PORT }).ready
    expect(await pseudonym(person)).toBe('Wren')
  })

  it('is whole or not there, for its owner only, and gone after fourteen days, also when it was never finished', async () => {
    const folder = join(data.dir, 'backups')
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
      data.mountDisk('size=160m')
      data.withDatabase()
      const PORT = String(await freePort())
      let server = startServer(data.dir, { PORT })
      const person = createPerson(await server.ready)
      await start(person, 'Wren')
      await expect.poll(() => listBackups(backupsDir(data.dir)).length, within(20_000)).toBe(1)
      const { bavail, bsize } = statfsSync(data.dir)
      writeFileSync(join(data.dir, 'filler'), Buffer.alloc(bavail * bsize))
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
      rmSync(join(data.dir, 'filler'))
      server.child.kill('SIGKILL')
      await server.ended
      server = startServer(data.dir, { PORT })
      await server.ready
      expect(await pseudonym(person)).toBe(kept)
      expect((await rename(person, 'Wren again')).status).toBe(200)
      server.child.kill('SIGTERM')
      await server.ended
    },
  )
})
