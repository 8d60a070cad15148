import { AccessToken } from 'livekit-server-sdk'
import { describe, expect, it } from 'vitest'
import { newId } from '../../server/lib/ids.ts'
import { admissionsOf, roomOf } from '../../server/rooms/store.ts'
import { enter } from '../support/community.ts'
import { openHouse, within } from '../support/house.ts'
import { connect } from '../support/participant.ts'
import { deliver } from '../support/reports.ts'

const house = openHouse()
const { makeMeeting, grantOf, comeIn, command } = house

describe('LiveKit’s reports', () => {
  /** The sweep sleeps and reports are kept here, so that only what a test delivers can change anything. */
  async function quietly(work: () => Promise<void>) {
    house.reports.forwardTo(undefined)
    await house.app.deps.live.stop()
    try {
      await work()
    } finally {
      house.app.deps.live.start()
      house.reports.forwardTo(house.app.url)
    }
  }
  const everything = async (meetupId: string) =>
    JSON.stringify([
      await roomOf(house.app.deps.db, meetupId),
      await admissionsOf(house.app.deps.db, meetupId),
    ])
  const reportOf = async (identity: string, event: string) => {
    const found = () => house.reports.received.find((r) => r.identity === identity && r.event === event)
    await expect.poll(found, within(5000)).toBeDefined()
    return found() as NonNullable<ReturnType<typeof found>>
  }

  it('count when LiveKit signed them, and once', () =>
    quietly(async () => {
      const { meetupId, member } = await makeMeeting()
      const { identity, call } = await comeIn(member, meetupId)
      const joined = await reportOf(identity, 'participant_joined')
      const before = await everything(meetupId)
      const changed = joined.body.replace(/"id":\s*"\w/, (s) => `${s.slice(0, -1)}_`)
      expect(changed).not.toBe(joined.body)
      const { key } = house.livekit.access
      const forged = await new AccessToken(key, 'not the secret, but as long as one').toJwt()
      const { body: join } = await enter(member, meetupId, newId(), true)
      const afterMove = await everything(meetupId)
      expect(afterMove).not.toBe(before)
      for (const [body, authorization] of [
        [joined.body, undefined],
        [joined.body, ''],
        [joined.body, 'Bearer x'],
        [joined.body, forged],
        [joined.body, join.token],
        [changed, joined.authorization],
        [`${joined.body} `, joined.authorization],
        ['', joined.authorization],
      ] as const)
        expect(await deliver(house.app.url, body, authorization)).toBe(401)
      expect(await everything(meetupId)).toBe(afterMove)

      const moved = await connect(house.app.url, join.token)
      const second = await reportOf(join.room.you.identity, 'participant_joined')
      expect(await deliver(house.app.url, second.body, second.authorization)).toBe(200)
      const told = await everything(meetupId)
      expect(told).not.toBe(afterMove)

      // gone again, and nobody has told: a replay of the old report does not make the server look
      await moved.disconnect()
      await call.disconnect()
      const left = await reportOf(join.room.you.identity, 'participant_left')
      for (let i = 0; i < 3; i++)
        expect(await deliver(house.app.url, second.body, second.authorization)).toBe(200)
      expect(await everything(meetupId)).toBe(told)
      expect(await deliver(house.app.url, left.body, left.authorization)).toBe(200)
      expect(await everything(meetupId)).not.toBe(told)
    }))

  it('of more than 64 kB are refused', async () => {
    expect(await deliver(house.app.url, 'x'.repeat(1_000_000), 'Bearer x')).toBe(413)
  })
})

describe('when livekit-server dies', () => {
  it('it is started again, the room is made again, and people come back in their roles', {
    timeout: 60_000,
  }, async () => {
    const { meetupId, facilitator, member } = await makeMeeting()
    const first = await comeIn(facilitator, meetupId)
    const inside = await comeIn(member, meetupId)
    await command(facilitator, meetupId, { type: 'mute', identity: inside.identity })
    const before = house.livekit.child()?.pid
    process.kill(before ?? 0, 'SIGKILL')
    const back = async () => {
      const { body } = await enter(member, meetupId, inside.tab)
      if (!body.token) return body.code
      return connect(house.app.url, body.token).then(
        () => 'in',
        () => 'not yet',
      )
    }
    await expect.poll(back, within(25_000)).toBe('in')
    expect(house.livekit.child()?.pid).not.toBe(before)
    await expect
      .poll(() => grantOf(meetupId, inside.identity), within(2000))
      .toEqual({ subscribe: true, data: true, sources: ['camera'] })
    expect((await enter(facilitator, meetupId, first.tab)).body.room.you.role).toBe('facilitator')
  })

  it('a join meanwhile says that the service is being restarted', async () => {
    const { meetupId, member } = await makeMeeting()
    process.kill(house.livekit.child()?.pid ?? 0, 'SIGKILL')
    const { status, body } = await enter(member, meetupId)
    if (status !== 200) expect([status, body.code]).toEqual([503, 'room_unavailable'])
    await expect
      .poll(async () => (await enter(member, meetupId, newId(), true)).status, within(10_000))
      .toBe(200)
  })
})
