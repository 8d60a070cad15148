import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join as joinPath } from 'node:path'
import { eq, getTableColumns, getTableName, is, sql } from 'drizzle-orm'
import { PgTable } from 'drizzle-orm/pg-core'
import { describe, expect, it } from 'vitest'
import { readConfig } from '../../server/config.ts'
import { openDeletions } from '../../server/db/deletions.ts'
import { openEmbedded } from '../../server/db/open.ts'
import { databaseDir, prepareDatabase } from '../../server/db/prepare.ts'
import * as schema from '../../server/db/schema.ts'
import { newId } from '../../server/lib/ids.ts'
import { openAccounts } from '../support/accounts.ts'
import { createTestApp, type TestApp } from '../support/app.ts'
import {
  begin,
  beginFacilitator,
  enter,
  join,
  makeCircle,
  makeMeetup,
  minutesLater,
  rsvp,
} from '../support/community.ts'

const on = openAccounts()
const { somebody, account, runJobs, addEmail, addPasskey, addTotp, byLetter } = on
const HOUR = 60
const DAY = 24 * HOUR
let count = 0

/** Tables with a row of this account, by every column that refers to accounts or to one of its memberships. */
async function traces(on: TestApp, ids: readonly string[]): Promise<string[]> {
  const found: string[] = []
  for (const table of Object.values(schema).filter((t) => is(t, PgTable)))
    for (const column of Object.values(getTableColumns(table as PgTable))) {
      const rows = await on.deps.db.select({ text: sql<string>`${column}::text` }).from(table as PgTable)
      if (rows.some((r) => ids.some((id) => r.text?.includes(id))))
        found.push(`${getTableName(table as PgTable)}.${column.name}`)
    }
  return found
}

describe('deleting an account', () => {
  it('hides the person at once and ends their other login sessions; the rest waits a day', async () => {
    const facilitator = await beginFacilitator(on.app, `Tove ${++count}`)
    const circleId = await makeCircle(facilitator)
    const person = await somebody()
    await join(person, circleId)
    await addEmail(person, `gone${++count}@example.org`)
    const elsewhere = await byLetter(`gone${count}@example.org`)
    const { body } = await person.post('/api/account/delete')
    expect(body.deletionDue).toBe(minutesLater(DAY).toISOString())
    expect(await account(elsewhere)).toBeNull()
    const names = async () =>
      (await facilitator.get(`/api/circles/${circleId}/members`)).body.members.map(
        (m: { pseudonym: string }) => m.pseudonym,
      )
    expect(await names()).toEqual([facilitator.name])
    expect((await person.get(`/api/circles/${circleId}/members`)).body.code).toBe('not_allowed')
    on.app.setNow(minutesLater(DAY - 1))
    await runJobs()
    expect((await person.post('/api/account/keep')).body.account).toMatchObject({ deletionDue: null })
    expect((await names()).sort()).toEqual([facilitator.name, person.name].sort())
    on.app.setNow(minutesLater(2 * DAY))
    await runJobs()
    expect(await account(person)).not.toBeNull()
  })

  it('is not put off by asking again', async () => {
    const person = await somebody()
    await person.post('/api/account/delete')
    on.app.setNow(minutesLater(HOUR))
    expect((await person.post('/api/account/delete')).body.deletionDue).toBe(minutesLater(DAY).toISOString())
  })

  it('leaves no row of it in any table, and nothing of others is lost', async () => {
    const own = await createTestApp()
    const facilitator = await beginFacilitator(own, 'Tove')
    const circleId = await makeCircle(facilitator)
    const person = await begin(own, 'Wren')
    await join(person, circleId)
    const meetupId = await makeMeetup(facilitator, circleId, { inMinutes: 10 })
    await rsvp(person, meetupId)
    await enter(person, meetupId)
    await enter(facilitator, meetupId)
    expect((await person.post(`/api/meetups/${meetupId}/room/screens`)).status).toBe(201)
    await person.post('/api/account/recovery-codes')
    await addTotp(person, own)
    await person.post('/api/account/totp')
    await person.post('/api/account/email', { email: 'wren@example.org' })
    await person.get('/api/auth/passkey/generate-register-options')
    const { body } = await facilitator.post(`/api/circles/${circleId}/invitations`)
    await person.post('/api/invitations/open', { code: body.url.split('#')[1] })
    const { accountId } = person
    const [mine] = await own.deps.db
      .select()
      .from(schema.memberships)
      .where(eq(schema.memberships.accountId, accountId))
    const [admission] = await own.deps.db
      .select()
      .from(schema.admissions)
      .where(eq(schema.admissions.membershipId, mine?.id ?? ''))
    const ids = [accountId, mine?.id ?? '', admission?.id ?? '', admission?.identity ?? '']
    expect(ids).not.toContain('')
    const before = await traces(own, ids)
    for (const table of [
      'accounts',
      'login_sessions',
      'links',
      'recovery_codes',
      'totp_secrets',
      'memberships',
      'rsvps',
      'admissions',
      'screens',
      'invitations',
      'rooms',
    ])
      expect(before.join()).toContain(table)
    await person.post('/api/account/delete')
    own.setNow(minutesLater(DAY))
    await runJobs(own)
    // rooms let go of their seats in the sweep, and LiveKit’s absence must not keep them from it
    expect((await traces(own, ids)).filter((t) => !t.startsWith('rooms.'))).toEqual([])
    expect(await account(person)).toBeNull()
    const { body: left } = await facilitator.get('/api/circles')
    expect(left.mine).toHaveLength(1)
    expect(own.deps.deletions.recent().deleted).toEqual([accountId])
    await own.close()
  })

  it('is not undone by restoring a backup from before it', async () => {
    const dataDir = mkdtempSync(joinPath(tmpdir(), 'hearthside-restore-'))
    const config = readConfig({ DATA_DIR: dataDir })
    const deletions = openDeletions(joinPath(dataDir, 'deletions.jsonl'), on.app.deps.now)
    const [gone, stays] = [newId(), newId()]
    const first = await prepareDatabase(config, deletions, on.app.deps.now)
    for (const id of [gone, stays]) {
      const at = on.app.deps.now()
      await first.db
        .insert(schema.accounts)
        .values({ id, name: 'Wren', email: `${id}@account.invalid`, createdAt: at, updatedAt: at })
    }
    const backup = await first.dump?.()
    await first.db.delete(schema.accounts).where(eq(schema.accounts.id, gone))
    deletions.note([gone])
    await first.close()
    rmSync(databaseDir(dataDir), { recursive: true })
    await (await openEmbedded(databaseDir(dataDir), backup)).close()
    const again = await prepareDatabase(config, deletions, on.app.deps.now)
    const rows = await again.db.select({ id: schema.accounts.id }).from(schema.accounts)
    expect(rows.map((r) => r.id)).toEqual([stays])
    await again.close()
    rmSync(dataDir, { recursive: true })
  })
})

describe('the export', () => {
  it('has what is held about the account, and no secret, hash or other person', async () => {
    const facilitator = await beginFacilitator(on.app, `Tove ${++count}`)
    const circleId = await makeCircle(facilitator, { name: `Circle ${count}` })
    const person = await somebody()
    await join(person, circleId)
    const meetupId = await makeMeetup(facilitator, circleId)
    await rsvp(person, meetupId)
    await addEmail(person, `export${++count}@example.org`)
    const codes = (await person.post('/api/account/recovery-codes')).body.codes as string[]
    const secret = await addTotp(person)
    await addPasskey(person)
    const { status, body } = await person.get('/api/account/export')
    expect(status).toBe(200)
    expect(body).toMatchObject({
      account: { id: person.accountId, name: person.name, email: `export${count}@example.org` },
      passkeys: [{ name: 'Phone' }],
      memberships: [{ pseudonym: person.name, role: 'member', state: 'joined' }],
      rsvps: [{ meetup: 'An evening', answer: 'going' }],
    })
    expect(body.loginSessions).toHaveLength(1)
    const text = JSON.stringify(body)
    const sessions = await on.app.deps.db
      .select()
      .from(schema.loginSessions)
      .where(eq(schema.loginSessions.userId, person.accountId))
    const cookie = decodeURIComponent(person.cookie().split('=')[1] ?? '').split('.')[0] ?? 'missing'
    for (const hidden of [
      secret,
      ...codes,
      sessions[0]?.token ?? 'missing',
      cookie,
      'public-key-bytes',
      facilitator.name,
      facilitator.accountId,
    ])
      expect(text).not.toContain(hidden)
    expect(text).not.toMatch(/[0-9a-f]{64}|hash|secret|token|sealed/i)
  })
})

describe('attendance', () => {
  it.each([
    ['who agreed', true, 29 * DAY, 1],
    ['who agreed, after 30 days', true, 31 * DAY, 0],
    ['who said no', false, 0, 0],
    ['who was not asked', undefined, 0, 0],
  ])('of somebody %s', async (_, consent, minutes, kept) => {
    const facilitator = await beginFacilitator(on.app, `Tove ${++count}`)
    const circleId = await makeCircle(facilitator)
    const person = await somebody()
    await join(person, circleId)
    if (consent !== undefined) await person.patch('/api/account', { attendanceConsent: consent })
    const meetupId = await makeMeetup(facilitator, circleId, { inMinutes: 10 })
    await rsvp(person, meetupId)
    await enter(person, meetupId)
    const attended = async () => {
      const { body } = await person.get('/api/account/export')
      return [body.attendance.length, body.rsvps.length]
    }
    await runJobs()
    expect(await attended()).toEqual([1, 1])
    await on.app.deps.live.close(meetupId).catch(() => {})
    on.app.setNow(minutesLater(minutes + 1))
    await runJobs()
    expect(await attended()).toEqual([kept, kept])
  })
})
