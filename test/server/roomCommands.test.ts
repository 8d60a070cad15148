import { ConnectionState } from '@livekit/rtc-node'
import { describe, expect, it } from 'vitest'
import { lockRoom } from '../../server/rooms/store.ts'
import { enter } from '../support/community.ts'
import { claimsOf, gatePath, openHouse, within } from '../support/house.ts'
import { connect, knock } from '../support/participant.ts'

const house = openHouse()
const { makeMeeting, nameOf, present, grantOf, roomNames, seats, comeIn, command } = house

describe('a facilitator', () => {
  const camera = { subscribe: true, data: true, sources: ['camera'] }

  it('mutes somebody, and that holds over reload and reconnection', async () => {
    const { meetupId, facilitator, member } = await makeMeeting()
    await comeIn(facilitator, meetupId)
    const inside = await comeIn(member, meetupId)
    await command(facilitator, meetupId, { type: 'mute', identity: inside.identity })
    expect(await grantOf(meetupId, inside.identity)).toEqual(camera)
    await inside.call.disconnect()
    // the old token still says that the microphone is allowed
    expect(claimsOf(inside.token).video.canPublishSources).toContain('microphone')
    await connect(house.app.url, inside.token)
    await expect.poll(() => grantOf(meetupId, inside.identity), within(1000)).toEqual(camera)
    const again = await enter(member, meetupId, inside.tab)
    expect(claimsOf(again.body.token).video.canPublishSources).toEqual(['camera'])
    await command(facilitator, meetupId, { type: 'unmute', identity: inside.identity })
    expect((await grantOf(meetupId, inside.identity))?.sources).toContain('microphone')
  })

  it.each([
    ['observer', { subscribe: true, data: false, sources: [] }],
    ['captioner', { subscribe: true, data: true, sources: [] }],
    ['interpreter', { subscribe: true, data: true, sources: ['camera', 'microphone'] }],
  ] as const)('gives somebody the role of %s, and LiveKit lets them do just that', async (role, grant) => {
    const { meetupId, facilitator, member } = await makeMeeting()
    await comeIn(facilitator, meetupId)
    const { identity } = await comeIn(member, meetupId)
    const { status } = await command(facilitator, meetupId, { type: 'give_role', identity, role })
    expect(status).toBe(200)
    const now = await grantOf(meetupId, identity)
    expect({ ...now, sources: [...(now?.sources ?? [])].sort() }).toEqual(grant)
    expect((await seats(member, meetupId))[1]).toMatchObject({ identity, role })
  })

  it('is refused a command on a room that has changed since', async () => {
    const { meetupId, facilitator, member } = await makeMeeting()
    await comeIn(facilitator, meetupId)
    const { body: seen } = await facilitator.get(`/api/meetups/${meetupId}/room`)
    const { identity } = await comeIn(member, meetupId)
    const { status, body } = await facilitator.post(`/api/meetups/${meetupId}/room/commands`, {
      version: seen.version,
      command: { type: 'remove', identity },
    })
    expect([status, body.code]).toEqual([409, 'room_changed'])
    expect(await present(meetupId)).toContain(identity)
  })

  it('opens the floor for all, once', async () => {
    const { meetupId, facilitator, member } = await makeMeeting()
    await comeIn(facilitator, meetupId)
    const { call } = await comeIn(member, meetupId)
    expect((await command(facilitator, meetupId, { type: 'open_floor' })).body.phase).toBe('open')
    await expect.poll(() => call.metadata ?? '', within(2000)).toContain('"phase":"open"')
    expect(Object.keys(JSON.parse(call.metadata ?? '{}')).sort()).toEqual(['phase', 'version'])
    expect((await command(facilitator, meetupId, { type: 'open_floor' })).body.code).toBe('command_refused')
  })

  it('acts on nobody who is not in this room', async () => {
    const [one, other] = [await makeMeeting(), await makeMeeting()]
    await comeIn(one.facilitator, one.meetupId)
    const { identity } = await comeIn(other.member, other.meetupId)
    const { status, body } = await command(one.facilitator, one.meetupId, { type: 'remove', identity })
    expect([status, body.code]).toEqual([404, 'not_in_room'])
    expect(await present(other.meetupId)).toEqual([identity])
  })

  it('ends it for everyone; nobody can join, and the room stays gone in LiveKit', async () => {
    const { meetupId, facilitator, member } = await makeMeeting()
    const [one, two] = [await comeIn(facilitator, meetupId), await comeIn(member, meetupId)]
    const name = await nameOf(meetupId)
    expect((await command(facilitator, meetupId, { type: 'end' })).body.phase).toBe('ended')
    await expect.poll(() => two.call.connectionState, within(3000)).toBe(ConnectionState.CONN_DISCONNECTED)
    for (const token of [one.token, two.token]) expect(await knock(house.app.url, gatePath(token))).toBe(401)
    // LiveKit still reports that they left: hearing it must not make the room again
    const left = () => house.reports.received.filter((r) => r.room === name && r.event === 'participant_left')
    await expect.poll(() => left().length, within(5000)).toBeGreaterThanOrEqual(2)
    await house.app.deps.live.sweep()
    expect(await roomNames()).not.toContain(name)
  })
})

describe('an end that was stored but never told to LiveKit', () => {
  it('is made true by the sweep', async () => {
    const { meetupId, member } = await makeMeeting()
    await comeIn(member, meetupId)
    // as when the server dies between the two
    const { db, live, now } = house.app.deps
    await db.transaction(async (tx) => live.apply(tx, await lockRoom(tx, meetupId, now()), { type: 'end' }))
    await expect.poll(() => present(meetupId), within(2000)).toEqual([])
  })
})
