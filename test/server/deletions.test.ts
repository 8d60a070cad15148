import { execFileSync } from 'node:child_process'
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openAsBlob,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest'
import { readConfig } from '../../server/config.ts'
import { backUpWhenDue, listBackups } from '../../server/db/backup.ts'
import { openDeletions } from '../../server/db/deletions.ts'
import { openEmbedded } from '../../server/db/open.ts'
import { databaseDir, prepareDatabase, RESTORED } from '../../server/db/prepare.ts'
import { accounts } from '../../server/db/schema.ts'
import { START } from '../support/app.ts'
import { minutesLater } from '../support/community.ts'

const HOUR = 60
const DAY = 24 * HOUR
let dir: string
let now: Date
const file = () => join(dir, 'deletions.jsonl')
const open = () => openDeletions(file(), () => now)

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'hearthside-deletions-'))
  now = START
})
afterEach(() => rmSync(dir, { recursive: true }))

describe('the ledger of deletions', () => {
  it('is empty at first', () => {
    expect(open().recent()).toEqual({ deleted: [], due: new Map() })
  })

  it('holds a deletion for fifteen days, a day longer than backups are kept', () => {
    open().note(['a'])
    now = minutesLater(14 * DAY + HOUR)
    expect(open().recent().deleted).toEqual(['a'])
    now = minutesLater(15 * DAY)
    expect(open().recent().deleted).toEqual([])
    expect(readFileSync(file(), 'utf8')).toBe('')
  })

  it('holds the wish to be deleted until it is taken back', () => {
    const ledger = open()
    ledger.asked('a', minutesLater(DAY))
    ledger.asked('b', minutesLater(DAY))
    ledger.takenBack('a')
    expect(ledger.recent().due).toEqual(new Map([['b', minutesLater(DAY)]]))
    ledger.note(['b'])
    expect(open().recent()).toEqual({ deleted: ['b'], due: new Map() })
  })

  it('does not delete who changed their mind in the last moment', () => {
    const ledger = open()
    ledger.note(['a'])
    ledger.takenBack('a')
    expect(ledger.recent().deleted).toEqual([])
  })

  it('loses no other line to one that a crash cut short', () => {
    open().note(['a', 'b'])
    appendFileSync(file(), '{"id":"c","a')
    open().note(['d'])
    expect(open().recent().deleted).toEqual(['a', 'b', 'd'])
    expect(open().recent().deleted).toEqual(['a', 'b', 'd'])
  })

  it('gives a restored database the wish to be deleted again, and one that was not restored nothing', async () => {
    const config = readConfig({ DATA_DIR: dir })
    const dues = async () => {
      const again = await prepareDatabase(config, open(), () => now)
      const rows = await again.db.select().from(accounts).orderBy(accounts.id)
      await again.close()
      return rows.map((r) => r.deletionDue)
    }
    const first = await openEmbedded(databaseDir(dir), await openAsBlob(inject('emptyDatabase')))
    const row = { name: 'Wren', createdAt: now, updatedAt: now }
    await first.db
      .insert(accounts)
      .values(['a', 'b'].map((id) => ({ ...row, id, email: `${id}@account.invalid` })))
    await first.close()
    open().asked('a', minutesLater(DAY))
    expect(await dues()).toEqual([null, null])
    writeFileSync(join(databaseDir(dir), RESTORED), '')
    expect(await dues()).toEqual([minutesLater(DAY), null])
    expect(existsSync(join(databaseDir(dir), RESTORED))).toBe(false)
  })
})

describe('a folder where the database should be', () => {
  it('is never cleared for a new one: a copy of it may have been cut short', async () => {
    const rest = join(databaseDir(dir), 'base')
    mkdirSync(rest, { recursive: true })
    await expect(prepareDatabase(readConfig({ DATA_DIR: dir }), open(), () => now)).rejects.toThrow(
      /holds no whole database.*npm run restore/,
    )
    expect(existsSync(rest)).toBe(true)
  })
})

describe('a backup', () => {
  it('that could be written only in part is none, and the ones from before stay', () => {
    const write = (bytes: number) =>
      `import { backUp } from './server/db/backup.ts'
       await backUp('${dir}', async () => new Blob([Buffer.alloc(${bytes})]), new Date())`
    const run = (blocks: number, bytes: number) =>
      execFileSync(
        'bash',
        [
          '-c',
          `ulimit -f ${blocks} && exec "$0" --input-type=module -e "$1"`,
          process.execPath,
          write(bytes),
        ],
        {
          stdio: 'pipe',
        },
      )
    run(1000, 1000)
    expect(() => run(1000, 3_000_000)).toThrow(/EFBIG/)
    expect(readdirSync(dir)).toEqual([expect.stringMatching(/\.tar\.gz$/)])
  })

  it('is made again once a wrong clock is right again, and old ones outlast it', async () => {
    const back = (at: Date) => backUpWhenDue(dir, async () => new Blob(['x']), at, 6)
    const years = 5 * 365 * DAY
    await back(START)
    await back(minutesLater(years))
    expect(listBackups(dir).map((b) => b.at)).toEqual([minutesLater(years), START])
    await back(minutesLater(6 * HOUR))
    await back(minutesLater(12 * HOUR))
    expect(listBackups(dir).map((b) => b.at)).toEqual([12 * HOUR, 6 * HOUR, 0].map((m) => minutesLater(m)))
  })

  it('is not made again by a service that starts again and again', async () => {
    const back = (at: Date) => backUpWhenDue(dir, async () => new Blob(['x']), at, 6)
    const count = () => listBackups(dir).length
    await back(START)
    await back(minutesLater(5))
    await back(minutesLater(5 * HOUR))
    expect(count()).toBe(1)
    await back(minutesLater(6 * HOUR))
    expect(count()).toBe(2)
  })
})
