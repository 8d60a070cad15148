import { request } from 'node:http'
import { sql } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { createTestApp, type TestApp } from '../support/app.ts'
import { begin, beginFacilitator, join, makeCircle, makeMeetup, type Named } from '../support/community.ts'
import type { Person } from '../support/person.ts'

describe('a stream of changes', () => {
  let app: TestApp
  let facilitator: Named
  let circleId: string
  let meetupId: string
  const closing: (() => void)[] = []

  beforeAll(async () => {
    app = await createTestApp()
    facilitator = await beginFacilitator(app, 'Tove')
    circleId = await makeCircle(facilitator)
    meetupId = await makeMeetup(facilitator, circleId)
  })
  afterEach(() => {
    for (const close of closing.splice(0)) close()
    vi.restoreAllMocks()
  })
  afterAll(() => app.close())

  function listen(person: Person) {
    const { hostname, port } = new URL(app.url)
    const told = { status: 0, changes: 0, ended: false }
    const headers = { cookie: person.cookie() }
    const asked = request({ hostname, port, path: `/api/meetups/${meetupId}/events`, headers }, (res) => {
      told.status = res.statusCode ?? 0
      res.on('data', (text) => {
        told.changes += String(text).split('data: changed').length - 1
      })
      res.on('close', () => {
        told.ended = true
      })
    })
    asked.on('error', () => {})
    asked.end()
    const close = () => void asked.destroy()
    closing.push(close)
    return { told, close }
  }
  const change = async (title: string) =>
    expect((await facilitator.patch(`/api/meetups/${meetupId}`, { title })).status).toBe(200)

  async function member(name: string): Promise<Named> {
    const person = await begin(app, name)
    await join(person, circleId)
    return person
  }

  it('tells at once that it is there, and then of each change', async () => {
    const { told } = listen(await member('Wren'))
    await expect.poll(() => told.changes).toBe(1)
    await change('One')
    await expect.poll(() => told.changes).toBe(2)
  })

  it('ends with the membership, and tells nothing after it', async () => {
    const person = await member('Finch')
    const { told } = listen(person)
    await expect.poll(() => told.changes).toBe(1)
    const { body } = await facilitator.get(`/api/circles/${circleId}/members`)
    const { id } = body.members.find((m: { pseudonym: string }) => m.pseudonym === 'Finch')
    expect((await facilitator.delete(`/api/circles/${circleId}/members/${id}`)).status).toBe(204)
    await change('Two')
    await expect.poll(() => told.ended).toBe(true)
    expect(told.changes).toBe(1)
  })

  it('ends with the login session', async () => {
    const person = await member('Heron')
    const { told } = listen(person)
    await expect.poll(() => told.changes).toBe(1)
    await person.post('/api/account/sign-out')
    await change('Three')
    await expect.poll(() => told.ended).toBe(true)
    expect(told.changes).toBe(1)
  })

  it('leaves nothing behind when its browser goes, also while it is being asked who they are', async () => {
    const person = await member('Stork')
    const open = new Set<symbol>()
    const on = app.deps.changes.on
    vi.spyOn(app.deps.changes, 'on').mockImplementation((id, call) => {
      const [key, end] = [Symbol(), on(id, call)]
      open.add(key)
      return () => {
        open.delete(key)
        end()
      }
    })
    const stays = listen(person)
    await expect.poll(() => open.size).toBe(1)
    stays.close()
    await expect.poll(() => open.size).toBe(0)
    await app.deps.db.transaction(async (tx) => {
      await tx.execute(sql`lock table meetups in access exclusive mode`)
      listen(person).close()
    })
    // answered after what was asked before it
    for (let i = 0; i < 5; i++) await person.get(`/api/meetups/${meetupId}`)
    expect(open.size).toBe(0)
  })

  it('is one of twelve at most for one account', async () => {
    const person = await member('Crane')
    const all = Array.from({ length: 13 }, () => listen(person).told)
    await expect.poll(() => all.every((told) => told.status !== 0)).toBe(true)
    expect(all.map((told) => told.status).sort()).toEqual([...Array(12).fill(200), 429])
  })
})
