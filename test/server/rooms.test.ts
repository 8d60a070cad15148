import { createHmac } from 'node:crypto'
import { ConnectionState, dispose } from '@livekit/rtc-node'
import { AccessToken, RoomServiceClient } from 'livekit-server-sdk'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../server/lib/ids.ts'
import type { LivekitServer } from '../../server/rooms/livekitServer.ts'
import { admissionsOf, roomOf } from '../../server/rooms/store.ts'
import { createTestApp, type TestApp } from '../support/app.ts'
import {
  begin,
  beginFacilitator,
  enter,
  join,
  makeCircle,
  makeMeetup,
  type Named,
  rsvp,
} from '../support/community.ts'
import { startTestLivekit } from '../support/livekit.ts'
import { connect, disconnectAll, knock, lurk } from '../support/participant.ts'
import type { Answer, Person } from '../support/person.ts'
import { deliver, type Reports, receiveReports } from '../support/reports.ts'

let app: TestApp
let livekit: LivekitServer
let reports: Reports
let api: RoomServiceClient

beforeAll(async () => {
  reports = await receiveReports()
  livekit = await startTestLivekit({
    webhookUrl: reports.url,
    onRestart: () => void app.deps.live.sweep().catch(() => {}),
  })
  app = await createTestApp({ livekit: livekit.access })
  reports.forwardTo(app.url)
  const { url, key, secret } = livekit.access
  api = new RoomServiceClient(url, key, secret)
})
afterEach(disconnectAll)
afterAll(async () => {
  await app.close()
  await livekit.stop()
  await reports.close()
  await dispose()
})

const within = (ms: number) => ({ timeout: ms, interval: 25 })

type Meeting = { circleId: string; meetupId: string; facilitator: Named; member: Named }
let count = 0

/** A circle of two whose meetup begins in ten minutes: its room is open for arrival. */
async function makeMeeting(options: { inMinutes?: number } = {}): Promise<Meeting> {
  const n = ++count
  const facilitator = await beginFacilitator(app, `Tove ${n}`)
  const member = await begin(app, `Wren ${n}`)
  const circleId = await makeCircle(facilitator)
  await join(member, circleId)
  const meetupId = await makeMeetup(facilitator, circleId, {
    inMinutes: options.inMinutes ?? 10,
    from: app.deps.now(),
  })
  await rsvp(member, meetupId)
  return { circleId, meetupId, facilitator, member }
}

const nameOf = async (meetupId: string) => (await roomOf(app.deps.db, meetupId))?.livekitName ?? ''
/** Identities LiveKit has in the room. */
const present = async (meetupId: string) =>
  ((await app.deps.livekit.present(await nameOf(meetupId))) ?? []).map((p) => p.identity)
const grantOf = async (meetupId: string, identity: string) =>
  ((await app.deps.livekit.present(await nameOf(meetupId))) ?? []).find((p) => p.identity === identity)?.grant
const roomNames = async () => (await api.listRooms()).map((r) => r.name)

/** Comes in with a new tab and connects. */
async function comeIn(person: Person, meetupId: string, tab = newId()) {
  const { status, body } = await enter(person, meetupId, tab)
  expect([status, body.code]).toEqual([200, undefined])
  const call = await connect(app.url, body.token)
  const identity: string = body.room.you.identity
  await expect.poll(() => present(meetupId), within(3000)).toContain(identity)
  return { tab, token: body.token as string, identity, call }
}

/** Gives a command on the room as it is now; looks again when it has changed meanwhile, as the client does. */
async function command(by: Person, meetupId: string, what: object): Promise<Answer> {
  const { body: room } = await by.get(`/api/meetups/${meetupId}/room`)
  const answer = await by.post(`/api/meetups/${meetupId}/room/commands`, {
    version: room.version,
    command: what,
  })
  return answer.body.code === 'room_changed' ? command(by, meetupId, what) : answer
}

const decode = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString())
const claimsOf = (token: string) => decode(token.split('.')[1] ?? '')
const gatePath = (token: string) => `/livekit/rtc?access_token=${token}`

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
      expect(claims.iss).toBe(livekit.access.key)
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
      expect(body.url).toBe('/livekit')
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
    const outsider = await begin(app, `Otto ${++count}`)
    expect((await enter(outsider, meetupId)).body.code).toBe('not_found')
    expect((await enter(app.stranger(), meetupId)).body.code).toBe('sign_in_needed')
  })

  it('everyone, more than 15 minutes before the start', async () => {
    const { meetupId, member, facilitator } = await makeMeeting({ inMinutes: 16 })
    for (const person of [member, facilitator])
      expect((await enter(person, meetupId)).body).toMatchObject({ code: 'not_open_yet' })
    expect(await roomOf(app.deps.db, meetupId)).toBeUndefined()
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
    expect(await knock(app.url, gatePath(inside.token))).toBe(401)
  })
})

describe('somebody who was removed', () => {
  async function removed() {
    const meeting = await makeMeeting()
    const { member, facilitator, meetupId } = meeting
    await comeIn(facilitator, meetupId)
    const inside = await comeIn(member, meetupId)
    const sniffer = lurk(`${app.url}/livekit`, inside.token)
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
      expect(await knock(app.url, gatePath(old))).toBe(401)
      expect(await knock(app.url, '/livekit/rtc', { authorization: `Bearer ${old}` })).toBe(401)
      expect((await fetch(`${app.url}/livekit/rtc/validate?access_token=${old}`)).status).toBe(401)
      await expect(connect(app.url, old)).rejects.toThrow()
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
      const intruder = lurk(livekit.access.url, tokens[which])
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
    expect(await knock(app.url, gatePath(token))).toBe(401)
    expect((await enter(member, meetupId)).body.code).toBe('rsvp_needed')
    const { body } = await facilitator.get(`/api/meetups/${meetupId}/room`)
    expect(body.seats.map((s: { pseudonym: string }) => s.pseudonym)).toEqual([facilitator.name])
    await rsvp(member, meetupId)
    await comeIn(member, meetupId)
  })
})

describe('somebody who asks for the account to be deleted', () => {
  it('is out of the room within a second, and may come back after changing their mind', async () => {
    const { meetupId, facilitator, member } = await makeMeeting()
    await comeIn(facilitator, meetupId)
    const { identity, token, tab } = await comeIn(member, meetupId)
    expect((await member.post('/api/account/delete')).status).toBe(200)
    await expect.poll(() => present(meetupId), within(1000)).not.toContain(identity)
    expect(await knock(app.url, gatePath(token))).toBe(401)
    expect((await enter(member, meetupId, tab)).status).toBe(403)
    expect((await member.post('/api/account/keep')).status).toBe(200)
    await comeIn(member, meetupId, tab)
  })
})

describe('a facilitator who did not say so', () => {
  it('comes in and takes a seat, so that the ring never promises more seats than it has', async () => {
    const { circleId, meetupId, facilitator, member } = await makeMeeting()
    await rsvp(facilitator, meetupId, 'not_going')
    await comeIn(facilitator, meetupId)
    const { body } = await member.get(`/api/meetups/${meetupId}`)
    expect(body.seatsTaken).toBe(2)

    const full = await makeMeetup(facilitator, circleId, { inMinutes: 10, seats: 15, from: app.deps.now() })
    await rsvp(facilitator, full, 'not_going')
    await rsvp(member, full)
    for (let n = 0; n < 14; n++) {
      const other = await begin(app, `Other ${count} ${'abcdefghjkpqrs'[n]}`)
      await join(other, circleId)
      expect((await rsvp(other, full)).status).toBe(200)
    }
    expect((await enter(facilitator, full)).body.code).toBe('no_seat_left')
    await rsvp(member, full, 'not_going')
    expect((await enter(facilitator, full)).status).toBe(200)
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
    expect(await knock(app.url, gatePath(inside.token))).toBe(401)
    expect((await enter(member, meetupId)).body.code).toBe('not_found')
  })
})

const seats = async (person: Person, meetupId: string) =>
  (await person.get(`/api/meetups/${meetupId}/room`)).body.seats

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
    await expect
      .poll(() => seats(facilitator, meetupId), within(2000))
      .toMatchObject([{ present: true }, { present: false }])
    expect((await enter(member, meetupId)).body.room.you.role).toBe('member')
  })

  it('shows as present who is there, and nobody else', async () => {
    const { meetupId, facilitator, member } = await makeMeeting()
    const first = await comeIn(facilitator, meetupId)
    const tab = newId()
    await enter(member, meetupId, tab)
    await expect
      .poll(() => seats(facilitator, meetupId), within(2000))
      .toMatchObject([{ identity: first.identity, present: true }, { present: false }])
    const second = await comeIn(member, meetupId, tab)
    const there = async () =>
      (await seats(facilitator, meetupId))
        .filter((s: { present: boolean }) => s.present)
        .map((s: { identity: string }) => s.identity)
    await expect.poll(there, within(2000)).toEqual([first.identity, second.identity])
    await second.call.disconnect()
    await expect.poll(there, within(2000)).toEqual([first.identity])
  })
})

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
    await connect(app.url, inside.token)
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
  ] as const)('makes somebody an %s, and LiveKit lets them do just that', async (role, grant) => {
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
    for (const token of [one.token, two.token]) expect(await knock(app.url, gatePath(token))).toBe(401)
    // LiveKit still reports that they left: hearing it must not make the room again
    const left = () => reports.received.filter((r) => r.room === name && r.event === 'participant_left')
    await expect.poll(() => left().length, within(5000)).toBeGreaterThanOrEqual(2)
    await app.deps.live.sweep()
    expect(await roomNames()).not.toContain(name)
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
    await expect.poll(() => seats(member, meetupId), within(2000)).toMatchObject([{ present: true }])
    const elsewhere = newId()
    expect((await enter(member, meetupId, elsewhere)).body.code).toBe('open_in_another_tab')
    expect(await present(meetupId)).toEqual([first.identity])
    const { body } = await enter(member, meetupId, elsewhere, true)
    const { identity } = body.room.you
    await connect(app.url, body.token)
    await expect.poll(() => present(meetupId), within(2000)).toEqual([identity])
    await expect.poll(() => first.call.connectionState, within(2000)).toBe(ConnectionState.CONN_DISCONNECTED)
    expect(await knock(app.url, gatePath(first.token))).toBe(401)
    expect(body.room.seats).toHaveLength(1)
  })
})

describe('an end that was stored but never told to LiveKit', () => {
  it('is made true by the sweep', async () => {
    const { meetupId, member } = await makeMeeting()
    await comeIn(member, meetupId)
    // as when the server dies between the two
    await app.deps.db.transaction((tx) => app.deps.live.apply(tx, meetupId, { type: 'end' }))
    await expect.poll(() => present(meetupId), within(2000)).toEqual([])
  })
})

describe('the gate', () => {
  /** A JWT under any key and algorithm. */
  function forge(claims: object, { alg = 'HS256', secret = livekit.access.secret } = {}): string {
    const body = [{ alg, typ: 'JWT' }, claims]
      .map((p) => Buffer.from(JSON.stringify(p)).toString('base64url'))
      .join('.')
    const hash = { HS256: 'sha256', HS384: 'sha384', HS512: 'sha512' }[alg]
    return `${body}.${hash ? createHmac(hash, secret).update(body).digest('base64url') : ''}`
  }

  it('lets a right token through, and only a right one', async () => {
    const { meetupId, member } = await makeMeeting()
    const { body } = await enter(member, meetupId)
    const token: string = body.token
    expect(await knock(app.url, gatePath(token))).toBe(101)
    const [head = '', payload = '', signature = ''] = token.split('.')
    const claims = decode(payload)
    const other = await makeMeeting()
    const { body: theirs } = await enter(other.facilitator, other.meetupId)
    const wrong: Record<string, string> = {
      'no token': '',
      'not a token': 'x',
      'no signature': `${head}.${payload}.`,
      'other signature': `${head}.${payload}.${signature.split('').reverse().join('')}`,
      'edited payload': `${head}.${Buffer.from(JSON.stringify({ ...claims, video: { ...claims.video, roomAdmin: true } })).toString('base64url')}.${signature}`,
      'alg none': forge(claims, { alg: 'none' }),
      'alg None': forge(claims, { alg: 'None' }),
      'other secret': forge(claims, { secret: 'another secret of thirty-two characters' }),
      'empty secret': forge(claims, { secret: '' }),
      'no room': forge({ ...claims, video: { ...claims.video, room: undefined } }),
      'every room': forge({ ...claims, video: { ...claims.video, room: '*' } }),
      'somebody else’s room': forge({
        ...claims,
        video: { ...claims.video, room: claimsOf(theirs.token).video.room },
      }),
      'unknown identity': forge({ ...claims, sub: newId() }),
      'no identity': forge({ ...claims, sub: undefined }),
      'no right to join': forge({ ...claims, video: { ...claims.video, roomJoin: false } }),
      'eleven minutes too old': forge({ ...claims, nbf: claims.nbf - 1000, exp: claims.exp - 760 }),
      'not valid yet': forge({ ...claims, nbf: claims.nbf + 10_000, exp: claims.exp + 10_000 }),
    }
    for (const [what, bad] of Object.entries(wrong)) {
      expect([what, await knock(app.url, gatePath(bad))]).toEqual([what, 401])
      await expect(connect(app.url, bad), what).rejects.toThrow()
    }
    await expect.poll(() => present(meetupId), within(2000)).toEqual([])
  })

  it('refuses a signed token of another kind: a webhook’s, an administrator’s', async () => {
    const { key, secret } = livekit.access
    const admin = new AccessToken(key, secret, { identity: newId() })
    admin.addGrant({ roomAdmin: true, roomCreate: true, roomList: true, room: 'x' })
    expect(await knock(app.url, gatePath(await admin.toJwt()))).toBe(401)
    expect(await knock(app.url, gatePath(reports.received.at(-1)?.authorization ?? ''))).toBe(401)
  })

  it.each([
    '/livekit/twirp/livekit.RoomService/ListRooms',
    '/livekit/rtc/../twirp/livekit.RoomService/ListRooms',
    '/livekit/rtc/%2e%2e/twirp/livekit.RoomService/ListRooms',
    '/livekit/rtc%2f..%2ftwirp/livekit.RoomService/ListRooms',
    '/livekit//twirp/livekit.RoomService/ListRooms',
    '/livekit/rtcx/../twirp/livekit.RoomService/ListRooms',
    '//livekit/twirp/livekit.RoomService/ListRooms',
    '/LIVEKIT/twirp/livekit.RoomService/ListRooms',
    '/livekit/',
    '/livekit/debug/goroutine',
    '/livekit/metrics',
  ])('does not lead to LiveKit’s API: %s', async (path) => {
    const { meetupId, member } = await makeMeeting()
    const { body } = await enter(member, meetupId)
    const { key, secret } = livekit.access
    const admin = new AccessToken(key, secret, { identity: body.room.you.identity })
    admin.addGrant({ roomJoin: true, room: await nameOf(meetupId), roomList: true, roomAdmin: true })
    const authorization = `Bearer ${await admin.toJwt()}`
    for (const method of ['GET', 'POST'] as const) {
      const answer = await raw(method, path, authorization)
      // where it is no path of the gate's, it is the web client's page
      expect(answer.status === 200 ? answer.text.slice(0, 15) : '<!doctype html>').toBe('<!doctype html>')
      expect(answer.text).not.toContain(await nameOf(meetupId))
    }
    expect(await knock(app.url, path, { authorization })).not.toBe(101)
  })
})

/** A request whose path is sent as it is written. */
async function raw(method: string, path: string, authorization: string) {
  const { request } = await import('node:http')
  const { port } = new URL(app.url)
  return new Promise<{ status: number; text: string }>((resolve, reject) => {
    const headers = { authorization, 'content-type': 'application/json' }
    const asked = request({ host: '127.0.0.1', port, path, method, headers }, async (res) => {
      let text = ''
      for await (const part of res) text += part
      resolve({ status: res.statusCode ?? 0, text })
    })
    asked.on('error', reject)
    asked.end(method === 'POST' ? '{}' : undefined)
  })
}

describe('LiveKit’s reports', () => {
  /** The sweep sleeps and reports are kept here, so that only what a test delivers can change anything. */
  async function quietly(work: () => Promise<void>) {
    reports.forwardTo(undefined)
    await app.deps.live.stop()
    try {
      await work()
    } finally {
      app.deps.live.start()
      reports.forwardTo(app.url)
    }
  }
  const everything = async (meetupId: string) =>
    JSON.stringify([await roomOf(app.deps.db, meetupId), await admissionsOf(app.deps.db, meetupId)])
  const reportOf = async (identity: string, event: string) => {
    const found = () => reports.received.find((r) => r.identity === identity && r.event === event)
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
      const { key } = livekit.access
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
        expect(await deliver(app.url, body, authorization)).toBe(401)
      expect(await everything(meetupId)).toBe(afterMove)

      const moved = await connect(app.url, join.token)
      const second = await reportOf(join.room.you.identity, 'participant_joined')
      expect(await deliver(app.url, second.body, second.authorization)).toBe(200)
      const told = await everything(meetupId)
      expect(told).not.toBe(afterMove)

      // gone again, and nobody has told: a replay of the old report does not make the server look
      await moved.disconnect()
      await call.disconnect()
      const left = await reportOf(join.room.you.identity, 'participant_left')
      for (let i = 0; i < 3; i++) expect(await deliver(app.url, second.body, second.authorization)).toBe(200)
      expect(await everything(meetupId)).toBe(told)
      expect(await deliver(app.url, left.body, left.authorization)).toBe(200)
      expect(await everything(meetupId)).not.toBe(told)
    }))

  it('of more than 64 kB are refused', async () => {
    expect(await deliver(app.url, 'x'.repeat(1_000_000), 'Bearer x')).toBe(413)
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
    const before = livekit.child()?.pid
    process.kill(before ?? 0, 'SIGKILL')
    const back = async () => {
      const { body } = await enter(member, meetupId, inside.tab)
      if (!body.token) return body.code
      return connect(app.url, body.token).then(
        () => 'in',
        () => 'not yet',
      )
    }
    await expect.poll(back, within(25_000)).toBe('in')
    expect(livekit.child()?.pid).not.toBe(before)
    await expect
      .poll(() => grantOf(meetupId, inside.identity), within(2000))
      .toEqual({ subscribe: true, data: true, sources: ['camera'] })
    expect((await enter(facilitator, meetupId, first.tab)).body.room.you.role).toBe('facilitator')
  })

  it('a join meanwhile says that the service is being restarted', async () => {
    const { meetupId, member } = await makeMeeting()
    process.kill(livekit.child()?.pid ?? 0, 'SIGKILL')
    const { status, body } = await enter(member, meetupId)
    if (status !== 200) expect([status, body.code]).toEqual([503, 'room_unavailable'])
    await expect
      .poll(async () => (await enter(member, meetupId, newId(), true)).status, within(10_000))
      .toBe(200)
  })
})
