import type { Room as Call } from '@livekit/rtc-node'
import { expect } from 'vitest'
import { enter, join, type Named, rsvp } from './community.ts'
import type { Evening } from './evening.ts'
import { connect } from './participant.ts'
import { createPerson } from './person.ts'

/** Somebody who is in a meetup's room with a program of their own in the place of our client. */
export type Alone = { call: Call; identity: string; seats: { identity: string; pseudonym: string }[] }

/** Joins the circle, takes a seat and comes in. End it with `disconnectAll`. */
export async function comeAlone(
  { service, circleId }: Evening,
  meetupId: string,
  name: string,
): Promise<Alone> {
  const person: Named = { ...createPerson(service.url), name, accountId: '' }
  expect((await person.post('/api/account', { pseudonym: name, adult: true })).status).toBe(201)
  await join(person, circleId)
  expect((await rsvp(person, meetupId)).status).toBe(200)
  const { status, body } = await enter(person, meetupId)
  expect(status).toBe(200)
  const call = await connect(service.url, body.token)
  return { call, identity: body.room.you.identity, seats: body.room.seats }
}
