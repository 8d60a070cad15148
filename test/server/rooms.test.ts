import { ConnectionState } from '@livekit/rtc-node'
import { describe, expect, it } from 'vitest'
import { newId } from '../../server/lib/ids.ts'
import { roomOf } from '../../server/rooms/store.ts'
import { begin, enter, join, makeMeetup, rsvp } from '../support/community.ts'
import { claimsOf, gatePath, openHouse, within } from '../support/house.ts'
import { connect, knock } from '../support/participant.ts'

const house = openHouse()
const { makeMeeting, nameOf, present, attending, seats, comeIn, command } = house

describe('a token', () => {
  it.each(['facilitator', 'member'] as const)(
    'for a %s opens one room for a minute, and says nothing about the person',
    async (who) => {
      const { meetupId, ...people } = await makeMeeting()
      const { body } = await enter(people[who], meetupId)
      const claims = claimsOf(body.token)
      expect(Object.keys(claims).sort()).toEqual(['exp', 'iss', 'nbf', 'sub', 'video'])
      expect(claims.exp - claims.nbf).toBeLessThanOrEqual(60)
      expect(claims.sub).toBe(body.room.you.identity)
      expect(claims.iss).toBe(house.livekit.access.key)
      expect(claims.video).toEqual({
        roomJoin: true,
        room: await nameOf(meetupId),
        canSubscribe: true,
        canPublish: true,
        canPublishSources:
          who === 'facilitator'
            ? ['microphone', 'camera', 'screen_share', 'screen_share_audio']
            : ['microphone', 'camera'],
        canPublishData: true,
        canUpdateOwnMetadata: false,
      })
      expect(JSON.stringify(claims)).not.toMatch(/Tove|Wren/)
    },
  )

  it('has an identity of its own for every admission and every move', async () => {
    const seen = new Set<string>()
    for (let i = 0; i < 3; i++) {
      const { meetupId, member, facilitator } = await makeMeeting()
      for (const person of [member, facilitator, member]) {
        const { body } = await enter(person, meetupId, newId(), true)
        const { identity } = body.room.you
        expect(identity).toMatch(/^[\w-]{22}$/)
        expect(seen).not.toContain(identity)
        seen.add(identity)
      }
    }
  })

  it('keeps its identity over a reload of the same tab', async () => {
    const { meetupId, member } = await makeMeeting()
    const tab = newId()
    const first = await enter(member, meetupId, tab)
    const again = await enter(member, meetupId, tab)
    expect(again.body.room.you.identity).toBe(first.body.room.you.identity)
  })
})

describe('gets nothing:', () => {
  it('somebody who did not take a seat', async () => {
    const { meetupId, member } = await makeMeeting()
    await rsvp(member, meetupId, 'not_going')
    const { status, body } = await enter(member, meetupId)
    expect([status, body.code, body.token]).toEqual([403, 'rsvp_needed', undefined])
  })

  it('somebody from outside the circle, and a stranger', async () => {
    const { meetupId } = await makeMeeting()
    const outsider = await begin(house.app, 'Otto')
    expect((await enter(outsider, meetupId)).body.code).toBe('not_found')
    expect((await enter(house.app.stranger(), meetupId)).body.code).toBe('sign_in_needed')
  })

  it('everyone, more than 15 minutes before the start', async () => {
    const { meetupId, member, facilitator } = await makeMeeting({ inMinutes: 16 })
    for (const person of [member, facilitator])
      expect((await enter(person, meetupId)).body).toMatchObject({ code: 'not_open_yet' })
    expect(await roomOf(house.app.deps.db, meetupId)).toBeUndefined()
  })

  it('everyone, after the end', async () => {
    const { meetupId, member, facilitator } = await makeMeeting()
    await enter(facilitator, meetupId)
    expect((await command(facilitator, meetupId, { type: 'end' })).status).toBe(200)
    for (const person of [member, facilitator])
      expect((await enter(person, meetupId)).body).toMatchObject({ code: 'meetup_over' })
  })

  it('everyone, of a cancelled meetup', async () => {
    const { meetupId, member, facilitator } = await makeMeeting()
    const inside = await comeIn(member, meetupId)
    await facilitator.post(`/api/meetups/${meetupId}/cancel`, { reason: 'The heating is off.' })
    await expect.poll(() => present(meetupId), within(1000)).toEqual([])
    expect((await enter(member, meetupId)).body.code).toBe('meetup_over')
    expect(await knock(house.app.url, gatePath(inside.token))).toBe(401)
  })
})

describe('a member', () => {
  it.each([{ type: 'open_floor' }, { type: 'end' }, { type: 'mute' }, { type: 'remove' }])(
    'gives no command: %s',
    async (what) => {
      const { meetupId, facilitator, member } = await makeMeeting()
      const { identity } = await comeIn(facilitator, meetupId)
      await comeIn(member, meetupId)
      const { status, body } = await command(member, meetupId, { identity, ...what })
      expect([status, body.code]).toEqual([403, 'not_allowed'])
    },
  )

  it('in a second tab is asked first, and moves there when they say so', async () => {
    const { meetupId, member } = await makeMeeting()
    const first = await comeIn(member, meetupId)
    await expect.poll(() => attending(meetupId), within(2000)).toEqual([first.identity])
    const elsewhere = newId()
    expect((await enter(member, meetupId, elsewhere)).body.code).toBe('open_in_another_tab')
    expect(await present(meetupId)).toEqual([first.identity])
    const { body } = await enter(member, meetupId, elsewhere, true)
    const { identity } = body.room.you
    await connect(house.app.url, body.token)
    await expect.poll(() => present(meetupId), within(2000)).toEqual([identity])
    await expect.poll(() => first.call.connectionState, within(2000)).toBe(ConnectionState.CONN_DISCONNECTED)
    expect(await knock(house.app.url, gatePath(first.token))).toBe(401)
    expect(body.room.seats).toHaveLength(1)
  })
})

describe('a seat in the ring', () => {
  it('comes free when its person leaves the circle, as often as that happens', async () => {
    const { circleId, meetupId, facilitator, member } = await makeMeeting()
    await comeIn(facilitator, meetupId)
    for (let i = 0; i < 16; i++) {
      const { status, body } = await enter(member, meetupId)
      expect([i, status, body.code]).toEqual([i, 200, undefined])
      await member.post(`/api/circles/${circleId}/leave`)
      await join(member, circleId)
      await rsvp(member, meetupId)
    }
    await expect.poll(() => seats(facilitator, meetupId), within(2000)).toHaveLength(1)
  })

  it('stays with a person who only left the room', async () => {
    const { meetupId, facilitator, member } = await makeMeeting()
    await comeIn(facilitator, meetupId)
    const inside = await comeIn(member, meetupId)
    await member.post(`/api/meetups/${meetupId}/room/leave`, { tab: inside.tab })
    await expect.poll(() => present(meetupId), within(1000)).not.toContain(inside.identity)
    await expect.poll(() => attending(meetupId), within(2000)).not.toContain(inside.identity)
    expect(await seats(facilitator, meetupId)).toHaveLength(2)
    expect((await enter(member, meetupId)).body.room.you.role).toBe('member')
  })

  it('counts as attended by who is there, and nobody else', async () => {
    const { meetupId, facilitator, member } = await makeMeeting()
    const first = await comeIn(facilitator, meetupId)
    const tab = newId()
    await enter(member, meetupId, tab)
    await expect.poll(() => attending(meetupId), within(2000)).toEqual([first.identity])
    const second = await comeIn(member, meetupId, tab)
    const both = expect.arrayContaining([first.identity, second.identity])
    await expect.poll(() => attending(meetupId), within(2000)).toEqual(both)
    await second.call.disconnect()
    await expect.poll(() => attending(meetupId), within(2000)).toEqual([first.identity])
  })
})

describe('a facilitator who did not say so', () => {
  it('comes in and takes a seat, so that the ring never promises more seats than it has', async () => {
    const { circleId, meetupId, facilitator, member } = await makeMeeting()
    await rsvp(facilitator, meetupId, 'not_going')
    await comeIn(facilitator, meetupId)
    const { body } = await member.get(`/api/meetups/${meetupId}`)
    expect(body.seatsTaken).toBe(2)

    const full = await makeMeetup(facilitator, circleId, {
      inMinutes: 10,
      seats: 15,
      from: house.app.deps.now(),
    })
    await rsvp(facilitator, full, 'not_going')
    await rsvp(member, full)
    for (let n = 0; n < 14; n++) {
      const other = await begin(house.app, `Other ${'abcdefghjkpqrs'[n]}`)
      await join(other, circleId)
      expect((await rsvp(other, full)).status).toBe(200)
    }
    expect((await enter(facilitator, full)).body.code).toBe('no_seat_left')
    await rsvp(member, full, 'not_going')
    expect((await enter(facilitator, full)).status).toBe(200)
  })
})
