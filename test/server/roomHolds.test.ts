import { AudioSource, LocalAudioTrack, TrackPublishOptions, TrackSource } from '@livekit/rtc-node'
import { eq } from 'drizzle-orm'
import { describe, expect, it, vi } from 'vitest'
import { makeLink } from '../../server/accounts/links.ts'
import { memberships } from '../../server/db/schema.ts'
import { newId } from '../../server/lib/ids.ts'
import { beginFacilitator, enter, join, rsvp, runJobs } from '../support/community.ts'
import { claimsOf, gatePath, openHouse, within } from '../support/house.ts'
import { connect, knock, lurk } from '../support/participant.ts'
import type { Person } from '../support/person.ts'

const house = openHouse()
const { makeMeeting, present, grantOf, seats, comeIn, command } = house
const CAMERA = { subscribe: true, data: true, sources: ['microphone', 'camera'] }

describe('somebody who was removed', () => {
  async function removed() {
    const meeting = await makeMeeting()
    const { member, facilitator, meetupId } = meeting
    await comeIn(facilitator, meetupId)
    const inside = await comeIn(member, meetupId)
    const sniffer = lurk(`${house.app.url}/livekit`, inside.token)
    // the second connection of one identity ends the first; it is told a refreshed token at once
    await expect.poll(() => sniffer.tokens(), within(5000)).not.toEqual([])
    const answer = await command(facilitator, meetupId, { type: 'remove', identity: inside.identity })
    expect([answer.status, answer.body.code]).toEqual([200, undefined])
    return { ...meeting, ...inside, refreshed: sniffer.tokens().at(-1) ?? '' }
  }

  it('is out of the room when the command is answered', async () => {
    const { meetupId, identity, facilitator } = await removed()
    expect(await present(meetupId)).not.toContain(identity)
    const { body } = await facilitator.get(`/api/meetups/${meetupId}/room`)
    expect(body.seats.map((s: { identity: string }) => s.identity)).not.toContain(identity)
  })

  it('does not come back: by the old token, the refreshed one, a new join, another tab, another browser', async () => {
    const { meetupId, member, identity, token, refreshed, tab } = await removed()
    expect(claimsOf(refreshed).sub).toBe(identity)
    for (const old of [token, refreshed]) {
      expect(await knock(house.app.url, gatePath(old))).toBe(401)
      expect(await knock(house.app.url, '/livekit/rtc', { authorization: `Bearer ${old}` })).toBe(401)
      expect((await fetch(`${house.app.url}/livekit/rtc/validate?access_token=${old}`)).status).toBe(401)
      await expect(connect(house.app.url, old)).rejects.toThrow()
    }
    for (const attempt of [
      await enter(member, meetupId, tab),
      await enter(member, meetupId, newId()),
      await enter(member, meetupId, newId(), true),
      await enter(member.copy(), meetupId),
    ])
      expect([attempt.status, attempt.body.code]).toEqual([403, 'removed_from_room'])
    expect((await member.get(`/api/meetups/${meetupId}/room`)).body.code).toBe('removed_from_room')
    expect(await present(meetupId)).not.toContain(identity)
  })

  it('does not come back by leaving the circle and joining it again', async () => {
    const { meetupId, circleId, member } = await removed()
    await member.post(`/api/circles/${circleId}/leave`)
    await member.post(`/api/circles/${circleId}/join`, { pseudonym: 'Somebody new' })
    await rsvp(member, meetupId)
    const { status, body } = await enter(member, meetupId)
    expect(body.token).toBeUndefined()
    expect(status).toBeGreaterThanOrEqual(400)
  })

  it('does not come back by giving the seat back and taking it again', async () => {
    const { meetupId, member } = await removed()
    await rsvp(member, meetupId, 'not_going')
    await rsvp(member, meetupId, 'going')
    expect((await enter(member, meetupId)).body.code).toBe('removed_from_room')
  })

  it.each(['token', 'refreshed'] as const)(
    'is put out within a second who goes to LiveKit’s own port with the %s, and learns no name',
    async (which) => {
      const { meetupId, identity, ...tokens } = await removed()
      const intruder = lurk(house.livekit.access.url, tokens[which])
      await expect.poll(intruder.opened, within(3000)).toBe(true)
      await expect.poll(intruder.state, within(1000)).toBe('closed')
      expect(await present(meetupId)).not.toContain(identity)
      expect(intruder.heard()).not.toMatch(/Tove|Wren/)
    },
  )
})

describe('somebody who gives the seat back', () => {
  it('is out of the room within a second, and may come in again with a new seat', async () => {
    const { meetupId, facilitator, member } = await makeMeeting()
    await comeIn(facilitator, meetupId)
    const { identity, token } = await comeIn(member, meetupId)
    expect((await rsvp(member, meetupId, 'not_going')).status).toBe(200)
    await expect.poll(() => present(meetupId), within(1000)).not.toContain(identity)
    expect(await knock(house.app.url, gatePath(token))).toBe(401)
    expect((await enter(member, meetupId)).body.code).toBe('rsvp_needed')
    const { body } = await facilitator.get(`/api/meetups/${meetupId}/room`)
    expect(body.seats.map((s: { pseudonym: string }) => s.pseudonym)).toEqual([facilitator.name])
    await rsvp(member, meetupId)
    await comeIn(member, meetupId)
  })
})

describe('signing out', () => {
  it('here puts this browser’s tab out of the room within a second, with its old token too', async () => {
    const { meetupId, member } = await makeMeeting()
    const { identity, token } = await comeIn(member, meetupId)
    expect((await member.copy().post('/api/account/sign-out')).status).toBe(204)
    await expect.poll(() => present(meetupId), within(1000)).not.toContain(identity)
    expect(await knock(house.app.url, gatePath(token))).toBe(401)
  })

  it('elsewhere puts the device that is there out, and leaves this one in', async () => {
    const { meetupId, facilitator, member } = await makeMeeting()
    const { identity: here } = await comeIn(facilitator, meetupId)
    const { identity } = await comeIn(member, meetupId)
    const { url } = await makeLink(house.app.deps, { purpose: 'sign_in', accountId: member.accountId })
    const phone = house.app.stranger()
    await phone.post('/api/account/links/open', { token: url.split('#')[1] })
    expect((await phone.post('/api/account/sign-out-elsewhere')).status).toBe(204)
    await expect.poll(() => present(meetupId), within(1000)).not.toContain(identity)
    await facilitator.post('/api/account/sign-out-elsewhere')
    await house.app.deps.live.sweep()
    expect(await present(meetupId)).toEqual([here])
    await comeIn(phone, meetupId)
  })
})

describe('somebody who asks for the account to be deleted', () => {
  it('is out of the room within a second, and may come back after changing their mind', async () => {
    const { meetupId, facilitator, member } = await makeMeeting()
    await comeIn(facilitator, meetupId)
    const { identity, token, tab } = await comeIn(member, meetupId)
    expect((await member.post('/api/account/delete')).status).toBe(200)
    await expect.poll(() => present(meetupId), within(1000)).not.toContain(identity)
    expect(await knock(house.app.url, gatePath(token))).toBe(401)
    expect((await enter(member, meetupId, tab)).status).toBe(403)
    expect((await member.post('/api/account/keep')).status).toBe(200)
    await comeIn(member, meetupId, tab)
  })
})

describe('somebody removed from the circle', () => {
  it('is put out of its room, leaves no seat behind, and cannot come back', async () => {
    const { circleId, meetupId, facilitator, member } = await makeMeeting()
    await comeIn(facilitator, meetupId)
    const inside = await comeIn(member, meetupId)
    const { body: people } = await facilitator.get(`/api/circles/${circleId}/members`)
    const { id } = people.members.find((m: { pseudonym: string }) => m.pseudonym === member.name)
    expect((await facilitator.delete(`/api/circles/${circleId}/members/${id}`)).status).toBe(204)
    await expect.poll(() => present(meetupId), within(1000)).not.toContain(inside.identity)
    await expect.poll(() => seats(facilitator, meetupId), within(2000)).toHaveLength(1)
    expect(await knock(house.app.url, gatePath(inside.token))).toBe(401)
    expect((await enter(member, meetupId)).body.code).toBe('not_found')
  })
})

describe('what a facilitator decided about somebody', () => {
  it('outlives a seat that is given back and taken again: muted stays muted', async () => {
    const { meetupId, facilitator, member } = await makeMeeting()
    await comeIn(facilitator, meetupId)
    const { identity } = await comeIn(member, meetupId)
    await command(facilitator, meetupId, { type: 'mute', identity })
    await rsvp(member, meetupId, 'not_going')
    await expect.poll(() => present(meetupId), within(2000)).not.toContain(identity)
    await rsvp(member, meetupId)
    const again = await comeIn(member, meetupId)
    expect(await grantOf(meetupId, again.identity)).toEqual({ ...CAMERA, sources: ['camera'] })
    expect((await seats(member, meetupId))[1]).toMatchObject({ muted: true })
  })

  it('cannot be undone by leaving the circle and joining it again while the room is open; afterwards that is nobody’s business', async () => {
    const { circleId, meetupId, facilitator, member } = await makeMeeting()
    await comeIn(facilitator, meetupId)
    const { identity } = await comeIn(member, meetupId)
    await command(facilitator, meetupId, { type: 'give_role', identity, role: 'observer' })
    expect((await member.post(`/api/circles/${circleId}/leave`)).status).toBe(204)
    const again = () => member.post(`/api/circles/${circleId}/join`, { pseudonym: 'Somebody new' })
    await runJobs(house.app)
    expect((await again()).status).toBe(403)
    await command(facilitator, meetupId, { type: 'end' })
    await runJobs(house.app)
    expect((await again()).status).toBe(201)
  })

  it('is not got around by a microphone that says it is a camera', async () => {
    const { meetupId, facilitator, member } = await makeMeeting()
    await comeIn(facilitator, meetupId)
    const { identity, call } = await comeIn(member, meetupId)
    await command(facilitator, meetupId, { type: 'mute', identity })
    const options = new TrackPublishOptions({ source: TrackSource.SOURCE_CAMERA })
    const track = LocalAudioTrack.createAudioTrack('x', new AudioSource(48_000, 1))
    // it may be put out before it is told that the track is published
    void call.localParticipant?.publishTrack(track, options).catch(() => {})
    await expect.poll(() => present(meetupId), within(3000)).not.toContain(identity)
  })
})

describe('somebody who is removed from the circle at the very moment', () => {
  /** Does something between the permission being read and what it permits being written. */
  async function meanwhile<T>(what: () => Promise<unknown>, act: () => Promise<T>): Promise<T> {
    const { db } = house.app.deps
    const transaction = db.transaction.bind(db)
    const spy = vi.spyOn(db, 'transaction').mockImplementationOnce(async (...args) => {
      await what()
      return transaction(...args)
    })
    return act().finally(() => spy.mockRestore())
  }
  const membershipOf = async (by: Person, circleId: string, name: string) =>
    (await by.get(`/api/circles/${circleId}/members`)).body.members.find(
      (m: { pseudonym: string }) => m.pseudonym === name,
    ).id

  it('of coming in, as a facilitator, does not come in', async () => {
    const { circleId, meetupId, facilitator } = await makeMeeting()
    const other = await beginFacilitator(house.app, `Brann ${meetupId}`.slice(0, 12))
    await join(other, circleId)
    const path = `/api/circles/${circleId}/members/${await membershipOf(facilitator, circleId, other.name)}`
    expect((await facilitator.put(`${path}/role`, { role: 'facilitator' })).status).toBe(200)
    const { body } = await meanwhile(
      () => facilitator.delete(path),
      () => enter(other, meetupId),
    )
    expect(body.code).toBe('not_found')
  })

  it('of taking a seat leaves no seat taken', async () => {
    const { circleId, meetupId, facilitator, member } = await makeMeeting()
    await rsvp(member, meetupId, 'not_going')
    const path = `/api/circles/${circleId}/members/${await membershipOf(facilitator, circleId, member.name)}`
    const { body } = await meanwhile(
      () => facilitator.delete(path),
      () => rsvp(member, meetupId),
    )
    expect(body.code).toBe('not_found')
    expect((await facilitator.get(`/api/meetups/${meetupId}`)).body.seatsTaken).toBe(1)
  })

  it('of leaving the circle is told that it is gone, not that something went wrong', async () => {
    const { circleId, meetupId, member } = await makeMeeting()
    const { status } = await meanwhile(
      () => member.copy().post(`/api/circles/${circleId}/leave`),
      () => rsvp(member, meetupId),
    )
    expect(status).toBe(404)
  })

  it('and whose rows were missed is put out by the sweep', async () => {
    const { meetupId, facilitator, member } = await makeMeeting()
    await comeIn(facilitator, meetupId)
    const { identity, token } = await comeIn(member, meetupId)
    await house.app.deps.db
      .update(memberships)
      .set({ state: 'removed' })
      .where(eq(memberships.accountId, member.accountId))
    await expect.poll(() => present(meetupId), within(1000)).not.toContain(identity)
    expect(await knock(house.app.url, gatePath(token))).toBe(401)
  })
})
