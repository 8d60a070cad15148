import {
  AudioSource,
  LocalAudioTrack,
  type Room,
  RoomEvent,
  TrackPublishOptions,
  TrackSource,
} from '@livekit/rtc-node'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { makeLink } from '../../server/accounts/links.ts'
import { screens } from '../../server/db/schema.ts'
import { createTestApp, START } from '../support/app.ts'
import { begin, enter, join, minutesLater, type Named, rsvp, runJobs } from '../support/community.ts'
import { claimsOf, gatePath, type Meeting, openHouse, within } from '../support/house.ts'
import { connect, knock, lurk } from '../support/participant.ts'
import type { Person } from '../support/person.ts'
import { testScene } from '../support/scenes.ts'

const house = openHouse()
const { makeMeeting, nameOf, present, attending, grantOf, comeIn, command } = house
const TEXTS = 'lk.transcription'
const NOTHING = { subscribe: false, data: false, sources: [] }

afterEach(() => {
  house.app.setNow(START)
  vi.restoreAllMocks()
})

const rows = () => house.app.deps.db.select().from(screens)
const rowOf = async (identity: string) => (await rows()).find((row) => row.identity === identity)

const ask = (person: Person, meetupId: string) => person.post(`/api/meetups/${meetupId}/room/screens`)
const use = (code: string) => house.app.stranger().post('/api/screens', { code })
const enterScreen = (key: string) => house.app.stranger().post('/api/screens/join', { key })
const leaveScreen = (key: string) => house.app.stranger().post('/api/screens/leave', { key })
const end = (by: Person, meetupId: string, identity: string) =>
  by.delete(`/api/meetups/${meetupId}/room/screens/${identity}`)
const listed = async (by: Person, meetupId: string) =>
  (await by.get(`/api/meetups/${meetupId}/room`)).body.screens

async function newCode(person: Person, meetupId: string): Promise<string> {
  const { status, body } = await ask(person, meetupId)
  expect([status, body.code]).toEqual([201, expect.stringMatching(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/)])
  return body.code
}

/** Another login session of the account. */
async function signInElsewhere({ accountId }: Named): Promise<Person> {
  const { url } = await makeLink(house.app.deps, { purpose: 'sign_in', accountId })
  const phone = house.app.stranger()
  expect((await phone.post('/api/account/links/open', { token: url.split('#')[1] })).status).toBe(200)
  return phone
}

/** A device that has used a code of the person's: its key. */
async function pair(person: Person, meetupId: string): Promise<string> {
  const { status, body } = await use(await newCode(person, meetupId))
  expect([status, Object.keys(body)]).toEqual([201, ['key']])
  return body.key
}

/** A device that has used a code of the person's, and reads along. */
async function readAlong(person: Person, meetupId: string) {
  const key = await pair(person, meetupId)
  const { status, body } = await enterScreen(key)
  expect([status, body.code]).toEqual([200, undefined])
  const call = await connect(house.app.url, body.token)
  const identity: string = body.room.you.identity
  await expect.poll(() => present(meetupId), within(3000)).toContain(identity)
  return { key, token: body.token as string, identity, call }
}

/** A meeting with both inside, and a second screen of the member's. */
async function withScreen() {
  const meeting = await makeMeeting()
  const inside = await comeIn(meeting.member, meeting.meetupId)
  const host = await comeIn(meeting.facilitator, meeting.meetupId)
  return { ...meeting, inside, host, screen: await readAlong(meeting.member, meeting.meetupId) }
}

/** Texts that come in from now on, each with its sender. */
function hear(call: Room): string[] {
  const heard: string[] = []
  call.registerTextStreamHandler(TEXTS, async (reader, { identity }) => {
    heard.push(`${identity}: ${await reader.readAll()}`)
  })
  return heard
}
const say = (call: Room, text: string) => call.localParticipant?.sendText(text, { topic: TEXTS })

describe('a code', () => {
  it('opens one screen, and only one, also for two devices at the same moment', async () => {
    const { meetupId, member } = await makeMeeting()
    await enter(member, meetupId)
    const code = await newCode(member, meetupId)
    const answers = await Promise.all([use(code), use(code), use(code)])
    expect(answers.map((a) => a.status).sort()).toEqual([201, 422, 422])
    expect((await use(code)).body.code).toBe('screen_code_not_valid')
    expect(await listed(member, meetupId)).toHaveLength(1)
  })

  it('is understood as people type it: small letters, gaps, and what looks like it', async () => {
    const { meetupId, member } = await makeMeeting()
    await enter(member, meetupId)
    const code = await newCode(member, meetupId)
    const alike: Record<string, string> = { 0: 'o', 1: 'l', 2: 'z', 5: 's', 6: 'g', 8: 'b', V: 'u' }
    const typed = code.replace('-', ' ').replace(/[012568V]/g, (c) => alike[c] ?? c)
    expect((await use(` ${typed.toLowerCase()} `)).status).toBe(201)
  })

  it('is too old after five minutes, and then forgotten', async () => {
    const { meetupId, member } = await makeMeeting()
    await enter(member, meetupId)
    const { body } = await ask(member, meetupId)
    expect(body.expiresAt).toBe(minutesLater(5).toISOString())
    house.app.setNow(minutesLater(5))
    expect((await use(body.code)).body.code).toBe('screen_code_not_valid')
    await runJobs(house.app)
    expect((await rows()).filter((row) => row.keyHash === null)).toEqual([])
  })

  it('opens nothing once there is a newer one', async () => {
    const { meetupId, member } = await makeMeeting()
    await enter(member, meetupId)
    const [first, second] = [await newCode(member, meetupId), await newCode(member, meetupId)]
    expect((await use(first)).body.code).toBe('screen_code_not_valid')
    expect((await use(second)).status).toBe(201)
  })

  it('is answered in the same way when it is wrong, used, too old, or of somebody who was removed', async () => {
    const { meetupId, member, facilitator } = await makeMeeting()
    await comeIn(facilitator, meetupId)
    const { identity } = await comeIn(member, meetupId)
    const used = await newCode(member, meetupId)
    await use(used)
    const removed = await newCode(member, meetupId)
    await command(facilitator, meetupId, { type: 'remove', identity })
    const old = await newCode(facilitator, meetupId)
    house.app.setNow(minutesLater(5))
    const answers = await Promise.all(['AAAA-AAAA', '', used, removed, old].map(use))
    expect(
      new Set(answers.map(({ status, body }) => JSON.stringify([status, body.code, body.detail]))).size,
    ).toBe(1)
  })

  it('is not to be had for a fourth screen, until one of the three has ended', async () => {
    const { meetupId, member } = await makeMeeting()
    await enter(member, meetupId)
    const keys = [await pair(member, meetupId), await pair(member, meetupId), await pair(member, meetupId)]
    const { status, body } = await ask(member, meetupId)
    expect([status, body.code]).toEqual([409, 'too_many_screens'])
    await leaveScreen(keys[1] ?? '')
    expect((await ask(member, meetupId)).status).toBe(201)
  })

  it('is for those in the room: nobody outside, nobody before coming in, nobody who was removed, nobody after the end', async () => {
    const { meetupId, member, facilitator } = await makeMeeting()
    const outsider = await begin(house.app, 'Otto')
    const codes = async (...people: Person[]) =>
      Promise.all(people.map(async (p) => (await ask(p, meetupId)).body.code))
    expect(await codes(house.app.stranger(), outsider, member)).toEqual([
      'sign_in_needed',
      'not_found',
      'not_found',
    ])
    await comeIn(facilitator, meetupId)
    const { identity } = await comeIn(member, meetupId)
    await command(facilitator, meetupId, { type: 'remove', identity })
    expect(await codes(member)).toEqual(['removed_from_room'])
    await command(facilitator, meetupId, { type: 'end' })
    expect(await codes(facilitator)).toEqual(['meetup_over'])
  })

  it('is not given to another login session of the account, which would listen without coming in', async () => {
    const { meetupId, member } = await makeMeeting()
    await enter(member, meetupId)
    const phone = await signInElsewhere(member)
    expect((await ask(phone, meetupId)).body.code).toBe('open_in_another_tab')
    expect((await ask(member.copy(), meetupId)).status).toBe(201)
  })

  it('is guessed only so often', async () => {
    const own = await createTestApp({ limits: { strictPer15Minutes: 5 } })
    const guess = async (n: number) =>
      (await own.stranger().post('/api/screens', { code: `AAAA-AAA${n}` })).status
    const tries = []
    for (let n = 0; n < 7; n++) tries.push(await guess(n))
    expect(tries).toEqual([422, 422, 422, 422, 422, 429, 429])
    await own.close()
  })
})

describe('a second screen', () => {
  it('has a token for the room’s data only, which says nothing about the person', async () => {
    const { meetupId, screen, inside } = await withScreen()
    const { sub, video, exp, nbf, ...rest } = claimsOf(screen.token)
    expect([sub, Object.keys(rest)]).toEqual([screen.identity, ['iss']])
    expect(sub).not.toBe(inside.identity)
    expect(exp - nbf).toBeLessThanOrEqual(60)
    expect(video).toEqual({
      roomJoin: true,
      room: await nameOf(meetupId),
      canSubscribe: false,
      canPublish: false,
      canPublishSources: [],
      canPublishData: false,
      canUpdateOwnMetadata: false,
    })
    expect(await grantOf(meetupId, screen.identity)).toEqual(NOTHING)
  })

  it('receives captions, and can send none', async () => {
    const { screen, inside, host } = await withScreen()
    const [read, heard] = [hear(screen.call), hear(host.call)]
    await say(inside.call, 'I had a hard week.')
    await expect.poll(() => read, within(5000)).toEqual([`${inside.identity}: I had a hard week.`])
    void say(screen.call, 'Words of nobody.')?.catch(() => {})
    void screen.call.localParticipant?.publishData(new Uint8Array([1]), { reliable: true }).catch(() => {})
    // goes the same way afterwards
    await say(inside.call, 'And you?')
    await expect.poll(() => heard, within(5000)).toContain(`${inside.identity}: And you?`)
    expect(heard.filter((text) => !text.startsWith(inside.identity))).toEqual([])
  })

  it('knows whose microphone is on, and gets no sound of it, also when it asks; nor can it publish any', async () => {
    const { screen, inside, host } = await withScreen()
    const options = new TrackPublishOptions({ source: TrackSource.SOURCE_MICROPHONE })
    const publish = ({ call }: { call: Room }) => {
      const track = LocalAudioTrack.createAudioTrack('x', new AudioSource(48_000, 1))
      return call.localParticipant?.publishTrack(track, options)
    }
    const seenBy = ({ call }: { call: Room }, of: { identity: string }) => [
      ...(call.remoteParticipants.get(of.identity)?.trackPublications.values() ?? []),
    ]
    await publish(inside)
    for (const one of [screen, host]) {
      await expect.poll(() => seenBy(one, inside), within(5000)).toHaveLength(1)
      seenBy(one, inside)[0]?.setSubscribed(true)
    }
    // by the time that it has reached who may hear it
    await expect.poll(() => seenBy(host, inside)[0]?.track, within(5000)).toBeDefined()
    expect(seenBy(screen, inside)[0]?.track).toBeUndefined()
    const published: string[] = []
    inside.call.on(RoomEvent.TrackPublished, (_, { identity }) => void published.push(identity))
    void publish(screen)?.catch(() => {})
    await publish(host)
    await expect.poll(() => published, within(5000)).toEqual([host.identity])
  })

  it('has its grant put right by the sweep, whatever LiveKit was told', async () => {
    const { meetupId, screen } = await withScreen()
    const all = { subscribe: true, data: true, sources: ['microphone'] } as const
    await house.app.deps.livekit.permit(await nameOf(meetupId), screen.identity, all)
    await expect.poll(() => grantOf(meetupId, screen.identity), within(5000)).toEqual(NOTHING)
  })

  it('is listed under its member’s name for everyone, and is nobody: no seat, not attending', async () => {
    const { meetupId, screen, inside, host, member, facilitator } = await withScreen()
    for (const person of [member, facilitator])
      expect(await listed(person, meetupId)).toEqual([{ identity: screen.identity, owner: inside.identity }])
    // LiveKit takes its time to tell of who does not publish
    await expect.poll(() => host.call.remoteParticipants.has(screen.identity), within(6000)).toBe(true)
    const { room } = (await enterScreen(screen.key)).body
    expect(room.you).toEqual({ identity: screen.identity, role: 'observer' })
    expect(room.seats).toEqual((await facilitator.get(`/api/meetups/${meetupId}/room`)).body.seats)
    expect(room.seats.map((s: { identity: string }) => s.identity).sort()).toEqual(
      [inside.identity, host.identity].sort(),
    )
    expect((await member.get(`/api/meetups/${meetupId}`)).body.seatsTaken).toBe(2)
    await house.app.deps.live.sweep()
    expect((await attending(meetupId)).sort()).toEqual([inside.identity, host.identity].sort())
  })

  it('is told of to everyone in the room when it begins and when it ends', async () => {
    const { meetupId, facilitator, member } = await makeMeeting()
    await comeIn(member, meetupId)
    const { call } = await comeIn(facilitator, meetupId)
    const version = () => JSON.parse(call.metadata ?? '{"version":0}').version
    const now = async () => (await facilitator.get(`/api/meetups/${meetupId}/room`)).body.version
    const before = await now()
    const key = await pair(member, meetupId)
    const begun = await now()
    await expect.poll(version, within(5000)).toBe(begun)
    await leaveScreen(key)
    await expect.poll(version, within(5000)).toBe(await now())
    expect([begun > before, (await now()) > begun]).toEqual([true, true])
  })

  it('comes back with its key after a reload, and with the token that LiveKit refreshed', async () => {
    const { meetupId, screen } = await withScreen()
    const sniffer = lurk(`${house.app.url}/livekit`, screen.token)
    await expect.poll(() => sniffer.tokens(), within(5000)).not.toEqual([])
    expect(await knock(house.app.url, gatePath(sniffer.tokens().at(-1) ?? ''))).toBe(101)
    sniffer.close()
    const { body } = await enterScreen(screen.key)
    expect(body.room.you.identity).toBe(screen.identity)
    await connect(house.app.url, body.token)
    await expect.poll(() => present(meetupId), within(5000)).toContain(screen.identity)
  })

  it('needs its own key: no other, no code, no identity, and no token of another room', async () => {
    const { meetupId, member, screen } = await withScreen()
    const code = await newCode(member, meetupId)
    for (const key of ['', 'x', code, screen.identity, screen.token.slice(0, 64), `${screen.key}x`])
      expect([key, (await enterScreen(key)).body.code]).toEqual([key, 'screen_ended'])
    expect((await leaveScreen('x')).status).toBe(204)
    const { admissionId } = (await rowOf(screen.identity)) ?? {}
    const waiting = (await rows()).find((row) => row.keyHash === null && row.admissionId === admissionId)
    expect(waiting).toBeDefined()
    const token = await house.app.deps.livekit.token(await nameOf(meetupId), waiting?.identity ?? '', NOTHING)
    expect(await knock(house.app.url, gatePath(token))).toBe(401)
    const other = await makeMeeting()
    await enter(other.member, other.meetupId)
    const theirs = await house.app.deps.livekit.token(await nameOf(other.meetupId), screen.identity, NOTHING)
    expect(await knock(house.app.url, gatePath(theirs))).toBe(401)
  })
})

describe('a second screen goes on', () => {
  it('when its member reloads, loses the connection, or moves to another device, and stays listed under them', async () => {
    const { meetupId, member, screen, inside } = await withScreen()
    await inside.call.disconnect()
    await expect.poll(() => attending(meetupId), within(5000)).not.toContain(inside.identity)
    expect((await enterScreen(screen.key)).status).toBe(200)
    // a page that is loaded again says goodbye first
    await member.post(`/api/meetups/${meetupId}/room/leave`, { tab: inside.tab })
    house.app.setNow(new Date(START.getTime() + 59_000))
    await house.app.deps.live.sweep()
    expect(await present(meetupId)).toContain(screen.identity)
    const moved = await enter(member, meetupId, undefined, true)
    const owner = moved.body.room.you.identity
    expect(owner).not.toBe(inside.identity)
    expect(moved.body.room.screens).toEqual([{ identity: screen.identity, owner }])
    house.app.setNow(minutesLater(5))
    await house.app.deps.live.sweep()
    expect(await present(meetupId)).toContain(screen.identity)
  })

  it('waits outside a minute after its member has left, and needs no new code when they are back', async () => {
    const { meetupId, member, screen, inside } = await withScreen()
    await expect.poll(() => attending(meetupId), within(5000)).toContain(inside.identity)
    await member.post(`/api/meetups/${meetupId}/room/leave`, { tab: inside.tab })
    house.app.setNow(minutesLater(1))
    await expect.poll(() => present(meetupId), within(5000)).not.toContain(screen.identity)
    expect(await knock(house.app.url, gatePath(screen.token))).toBe(401)
    const { status, body } = await enterScreen(screen.key)
    expect([status, body.code, body.room]).toEqual([409, 'screen_waiting', undefined])
    await enter(member, meetupId, inside.tab)
    expect((await enterScreen(screen.key)).status).toBe(200)
  })

  it('waits no longer when the sweep looked into the room just before its member left', async () => {
    const { meetupId, member, screen, inside } = await withScreen()
    await expect.poll(() => attending(meetupId), within(5000)).toContain(inside.identity)
    const { livekit, live } = house.app.deps
    const look = livekit.present
    const looked = vi.spyOn(livekit, 'present').mockImplementationOnce(async (room) => {
      const seen = await look(room)
      await member.post(`/api/meetups/${meetupId}/room/leave`, { tab: inside.tab })
      house.app.setNow(new Date(START.getTime() + 50_000))
      return seen
    })
    await live.sweep()
    expect(looked).toHaveBeenCalled()
    await expect.poll(() => attending(meetupId), within(5000)).not.toContain(inside.identity)
    house.app.setNow(minutesLater(1))
    expect(await knock(house.app.url, gatePath(screen.token))).toBe(401)
  })
})

describe('a second screen ends', () => {
  type Made = Awaited<ReturnType<typeof withScreen>>
  const leaveCircle = ({ member, circleId }: Meeting) => member.post(`/api/circles/${circleId}/leave`)
  async function removeFromCircle({ facilitator, circleId, member }: Meeting) {
    const { body } = await facilitator.get(`/api/circles/${circleId}/members`)
    const { id } = body.members.find((m: { pseudonym: string }) => m.pseudonym === member.name)
    return facilitator.delete(`/api/circles/${circleId}/members/${id}`)
  }

  it.each<[string, (made: Made) => Promise<{ status: number }>]>([
    [
      'its member is removed from the room',
      (m) => command(m.facilitator, m.meetupId, { type: 'remove', identity: m.inside.identity }),
    ],
    ['its member gives the seat back', (m) => rsvp(m.member, m.meetupId, 'not_going')],
    ['its member signs out', (m) => m.member.copy().post('/api/account/sign-out')],
    ['its member leaves the circle', leaveCircle],
    ['its member is removed from the circle', removeFromCircle],
    ['its member asks for the account to be deleted', (m) => m.member.copy().post('/api/account/delete')],
    ['its member ends it', (m) => end(m.member, m.meetupId, m.screen.identity)],
    ['a facilitator ends it', (m) => end(m.facilitator, m.meetupId, m.screen.identity)],
    ['the room ends', (m) => command(m.facilitator, m.meetupId, { type: 'end' })],
    [
      'the meetup is cancelled',
      (m) => m.facilitator.post(`/api/meetups/${m.meetupId}/cancel`, { reason: '' }),
    ],
    ['it says so itself', (m) => leaveScreen(m.screen.key)],
  ])('for good, when %s', async (_, act) => {
    const made = await withScreen()
    const { meetupId, screen } = made
    const sniffer = lurk(`${house.app.url}/livekit`, screen.token)
    await expect.poll(() => sniffer.tokens(), within(5000)).not.toEqual([])
    const refreshed = sniffer.tokens().at(-1) ?? ''
    expect(claimsOf(refreshed).sub).toBe(screen.identity)
    expect(await present(meetupId)).toContain(screen.identity)
    expect((await act(made)).status).toBeLessThan(300)
    await expect.poll(() => present(meetupId), within(5000)).not.toContain(screen.identity)
    for (const token of [screen.token, refreshed]) {
      expect(await knock(house.app.url, gatePath(token))).toBe(401)
      await expect(connect(house.app.url, token)).rejects.toThrow()
    }
    expect((await enterScreen(screen.key)).body).toMatchObject({ status: 410, code: 'screen_ended' })
    await expect.poll(() => rowOf(screen.identity), within(5000)).toBeUndefined()
    // not past us either
    const intruder = lurk(house.livekit.access.url, refreshed)
    await expect.poll(intruder.state, within(3000)).toBe('closed')
    expect(await present(meetupId)).not.toContain(screen.identity)
    expect(sniffer.heard() + intruder.heard()).not.toMatch(/Tove|Wren/)
  })

  it('and does not come back with a seat that is taken again, nor with a deletion that is taken back', async () => {
    const { meetupId, member, screen } = await withScreen()
    await rsvp(member, meetupId, 'not_going')
    await rsvp(member, meetupId)
    await enter(member, meetupId)
    expect((await enterScreen(screen.key)).body.code).toBe('screen_ended')
    const again = await readAlong(member, meetupId)
    await member.post('/api/account/delete')
    await member.post('/api/account/keep')
    expect((await enterScreen(again.key)).body.code).toBe('screen_ended')
    await expect.poll(() => present(meetupId), within(5000)).not.toContain(again.identity)
  })

  it('with the login session that made it, also when its person is in the room with another one', async () => {
    const { meetupId, member } = await makeMeeting()
    const thief = await signInElsewhere(member)
    await enter(thief, meetupId)
    const { identity, key } = await readAlong(thief, meetupId)
    await enter(member, meetupId, undefined, true)
    expect((await enterScreen(key)).status).toBe(200)
    expect((await member.post('/api/account/sign-out-elsewhere')).status).toBe(204)
    await expect.poll(() => present(meetupId), within(5000)).not.toContain(identity)
    expect((await enterScreen(key)).body.code).toBe('screen_ended')
  })

  it('by nobody else: not by another member, nor by a facilitator of another room', async () => {
    const { meetupId, circleId, screen, member } = await withScreen()
    const other = await begin(house.app, `Ilse ${meetupId}`.slice(0, 12))
    await join(other, circleId)
    await rsvp(other, meetupId)
    const codes = async (...people: Named[]) =>
      Promise.all(people.map(async (p) => (await end(p, meetupId, screen.identity)).body.code))
    expect(await codes(other)).toEqual(['not_found'])
    await enter(other, meetupId)
    const elsewhere = await makeMeeting()
    await enter(elsewhere.facilitator, elsewhere.meetupId)
    expect(await codes(other, elsewhere.facilitator)).toEqual(['not_allowed', 'not_found'])
    expect((await end(elsewhere.facilitator, elsewhere.meetupId, screen.identity)).body.code).toBe(
      'not_found',
    )
    expect(await present(meetupId)).toContain(screen.identity)
    expect((await end(member, meetupId, screen.identity)).status).toBe(204)
  })
})

describe('what is kept and said of a second screen', () => {
  it('is no code, no key and no name: neither in the database nor in the log', async () => {
    const lines: unknown[] = []
    const { log } = house.app.deps
    for (const level of ['debug', 'info', 'warn', 'error'] as const)
      vi.spyOn(log, level).mockImplementation((...said: unknown[]) => void lines.push(said))
    const { meetupId, member, screen, facilitator } = await withScreen()
    const code = await newCode(member, meetupId)
    await use('AAAA-AAAA')
    await enterScreen('x')
    await end(facilitator, meetupId, screen.identity)
    const kept = await rows()
    const said = JSON.stringify(lines)
    expect(said).toContain('/api/screens/join')
    for (const secret of [code, code.replace('-', ''), 'AAAA', screen.key, screen.token, screen.identity])
      expect(said + JSON.stringify(kept)).not.toContain(secret)
    for (const name of [member.name, facilitator.name, member.accountId]) expect(said).not.toContain(name)
  })
})

describe('a second screen, while the circle is in a scene', () => {
  const outOn = async (key: string) => (await enterScreen(key)).body.room.scene.out
  const step = (person: Person, meetupId: string, out: boolean) =>
    person.put(`/api/meetups/${meetupId}/room/scene/me`, { out })

  it('counts its person as out until they come along, and again when they step out; nobody else sees that', async () => {
    const { meetupId, facilitator, member, inside, screen } = await withScreen()
    await command(facilitator, meetupId, { type: 'open_scene', scene: testScene.id })
    await command(facilitator, meetupId, { type: 'begin_scene' })
    expect(await outOn(screen.key)).toEqual([inside.identity])
    const sceneFor = async (person: Person) => (await person.get(`/api/meetups/${meetupId}/room`)).body.scene
    expect((await sceneFor(facilitator)).out).toEqual([])
    await step(member, meetupId, false)
    expect(await outOn(screen.key)).toEqual([])
    expect(await sceneFor(facilitator)).not.toHaveProperty('along')
    await step(member, meetupId, true)
    expect(await outOn(screen.key)).toEqual([inside.identity])
    await step(member, meetupId, false)
    expect(await outOn(screen.key)).toEqual([])
    await command(facilitator, meetupId, { type: 'end_scene' })
    await command(facilitator, meetupId, { type: 'end_scene' })
    await command(facilitator, meetupId, { type: 'open_scene', scene: testScene.id })
    expect(await outOn(screen.key)).toEqual([inside.identity])
  })

  it('writes it no more once its person’s page was loaded again, moved, or left, until they come along anew', async () => {
    const { meetupId, facilitator, member, inside, screen } = await withScreen()
    await command(facilitator, meetupId, { type: 'open_scene', scene: testScene.id })
    await command(facilitator, meetupId, { type: 'begin_scene' })
    const goAlong = async () => {
      expect((await step(member, meetupId, false)).status).toBe(200)
      expect(await outOn(screen.key)).toEqual([])
    }
    await expect.poll(() => attending(meetupId), within(5000)).toContain(inside.identity)
    await goAlong()
    const versionNow = async () => (await facilitator.get(`/api/meetups/${meetupId}/room`)).body.version
    const version = await versionNow()
    await member.post(`/api/meetups/${meetupId}/room/leave`, { tab: inside.tab })
    expect(await outOn(screen.key)).toEqual([inside.identity])
    // the screen has to look again
    expect(await versionNow()).toBeGreaterThan(version)
    await goAlong()
    expect((await enter(member, meetupId, inside.tab)).status).toBe(200)
    expect(await outOn(screen.key)).toEqual([inside.identity])
    await goAlong()
    const moved = await enter(member, meetupId, undefined, true)
    expect(await outOn(screen.key)).toEqual([moved.body.room.you.identity])
  })

  it('does not learn of anybody else who is out', async () => {
    const { meetupId, facilitator, member, host, screen } = await withScreen()
    await command(facilitator, meetupId, { type: 'open_scene', scene: testScene.id })
    await step(member, meetupId, false)
    await step(facilitator, meetupId, true)
    expect(await outOn(screen.key)).not.toContain(host.identity)
  })
})
