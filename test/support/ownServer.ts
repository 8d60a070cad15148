import { execFileSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Secret, TOTP } from 'otpauth'
import { afterEach, beforeEach, expect, inject } from 'vitest'
import { databaseDir } from '../../server/db/prepare.ts'
import { createPerson, type Person } from './person.ts'
import { endAll, isAlive, livekitPid } from './process.ts'

// a disk of its own needs root on Linux
export const mayMount = process.getuid?.() === 0 && process.platform === 'linux'

/** A data folder of its own for each test of a file, and whole servers on it in processes of their own. */
export function openDataDir() {
  let dir: string
  let mounted = false
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'hearthside-durability-'))
  })
  afterEach(async () => {
    await endAll()
    if (mounted) execFileSync('umount', ['-l', dir])
    mounted = false
    chmodSync(dir, 0o755)
    // what a killed server left: its livekit-server, named by its own file
    if (existsSync(join(dir, 'livekit.pid')) && isAlive(livekitPid(dir)))
      process.kill(livekitPid(dir), 'SIGKILL')
    rmSync(dir, { recursive: true, force: true })
  })
  return {
    get dir() {
      return dir
    },
    /** An empty database is there already: for what does not ask how one is made, which takes seconds. */
    withDatabase(): void {
      fillWithEmptyDatabase(dir)
    },
    /** Puts a disk of its own, in memory, where the data goes, until the test ends. */
    mountDisk(options: string): void {
      execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', dir])
      mounted = true
    },
  }
}

/** Puts a copy of a migrated, empty embedded database where a data folder has its own. */
export const fillWithEmptyDatabase = (dataDir: string) =>
  cpSync(inject('emptyDatabaseDir'), databaseDir(dataDir), { recursive: true })

export const within = (ms: number) => ({ timeout: ms, interval: 50 })
export const start = async (person: Person, pseudonym: string) =>
  expect((await person.post('/api/account', { pseudonym, adult: true })).status).toBe(201)
export const pseudonym = async (person: Person) => (await person.get('/api/account')).body.account?.pseudonym
export const rename = (person: Person, name: string) => person.patch('/api/account', { pseudonym: name })

/** The first steward, by the printed link, with a second factor: may do everything. */
export async function steward(url: string, printed: string): Promise<Person> {
  const person = createPerson(url)
  await start(person, 'Sol')
  const token = /account\/link#([\w-]{43})/.exec(printed)?.[1]
  expect((await person.post('/api/account/links/open', { token })).status).toBe(200)
  const { body } = await person.post('/api/account/totp')
  const code = new TOTP({ secret: Secret.fromBase32(body.secret) }).generate()
  expect((await person.post('/api/account/totp/confirm', { code })).status).toBe(200)
  return person
}
