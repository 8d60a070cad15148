import { and, eq } from 'drizzle-orm'
import { expect } from 'vitest'
import { STRONG_MS } from '../../server/accounts/auth.ts'
import { giveStanding } from '../../server/accounts/keeping.ts'
import { accounts, loginSessions, memberships } from '../../server/db/schema.ts'
import { jobs } from '../../server/jobs.ts'
import { newId } from '../../server/lib/ids.ts'
import { START, type TestApp } from './app.ts'
import type { Person } from './person.ts'

export type Named = Person & { name: string; accountId: string }

/** Somebody who began with a pseudonym. */
export async function begin(app: TestApp, name: string): Promise<Named> {
  const person = app.stranger()
  const { status } = await person.post('/api/account', { pseudonym: name, adult: true })
  expect(status).toBe(201)
  const rows = await app.deps.db.select({ id: accounts.id }).from(accounts).where(eq(accounts.name, name))
  return { ...person, name, accountId: rows.at(-1)?.id ?? '' }
}

/** Marks the person's login sessions as proven by a passkey. Passkeys themselves are tested in a real browser. */
export const prove = (app: TestApp, person: Named) =>
  app.deps.db
    .update(loginSessions)
    .set({ strongUntil: new Date(app.deps.now().getTime() + STRONG_MS) })
    .where(eq(loginSessions.userId, person.accountId))

/** Whatever the server does by itself when its time has come, now. */
export async function runJobs(app: TestApp): Promise<void> {
  for (const job of jobs) await job.run(app.deps)
}

/** Id of the person's persona in the circle; empty when there is none. */
export async function personaOf(app: TestApp, circleId: string, person: Named): Promise<string> {
  const [found] = await app.deps.db
    .select({ id: memberships.id })
    .from(memberships)
    .where(and(eq(memberships.circleId, circleId), eq(memberships.accountId, person.accountId)))
  return found?.id ?? ''
}

/** Somebody a steward made a facilitator, in a strong login session. */
export async function beginFacilitator(
  app: TestApp,
  name: string,
  standing: 'facilitator' | 'steward' = 'facilitator',
): Promise<Named> {
  const person = await begin(app, name)
  await giveStanding(app.deps, person.accountId, standing)
  await prove(app, person)
  return person
}

export const circleInput = {
  name: 'Thursday circle',
  topic: 'chronic_illness',
  language: 'en',
  description: 'For people whose body keeps its own calendar.',
  guidelines: 'Speak for yourself.',
  entry: 'open',
} as const

export async function makeCircle(
  by: Named,
  change: Partial<Record<keyof typeof circleInput, string>> = {},
): Promise<string> {
  const { status, body } = await by.post('/api/circles', { ...circleInput, pseudonym: by.name, ...change })
  expect([status, body.code]).toEqual([201, undefined])
  return body.id
}

export async function join(person: Named, circleId: string): Promise<void> {
  const { status, body } = await person.post(`/api/circles/${circleId}/join`, { pseudonym: person.name })
  expect([status, body.code]).toEqual([201, undefined])
}

/** A meetup that starts `inMinutes` from the test's first moment (a quarter past the hour), one hour long. */
export async function makeMeetup(
  by: Named,
  circleId: string,
  options: { inMinutes?: number; seats?: number; from?: Date } = {},
): Promise<string> {
  const at = new Date((options.from ?? START).getTime() + (options.inMinutes ?? 60) * 60_000)
  const { status, body } = await by.post(`/api/circles/${circleId}/meetups`, {
    title: 'An evening',
    description: '',
    startsLocal: at.toISOString().slice(0, 16),
    zone: 'UTC',
    minutes: 60,
    seats: options.seats ?? 8,
  })
  expect([status, body.code]).toEqual([201, undefined])
  return body.id
}

export const rsvp = (person: Person, meetupId: string, answer: 'going' | 'not_going' = 'going') =>
  person.put(`/api/meetups/${meetupId}/rsvp`, { answer })

export const enter = (person: Person, meetupId: string, tab = newId(), moveHere = false) =>
  person.post(`/api/meetups/${meetupId}/join`, { tab, moveHere })

export const minutesLater = (minutes: number, from = START) => new Date(from.getTime() + minutes * 60_000)
