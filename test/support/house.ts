import { RoomServiceClient } from 'livekit-server-sdk'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import { newId } from '../../server/lib/ids.ts'
import type { LivekitServer } from '../../server/rooms/livekitServer.ts'
import { admissionsOf, roomOf } from '../../server/rooms/store.ts'
import { createTestApp, type TestApp } from './app.ts'
import {
  begin,
  beginFacilitator,
  enter,
  join,
  makeCircle,
  makeMeetup,
  type Named,
  rsvp,
} from './community.ts'
import { startTestLivekit } from './livekit.ts'
import { connect, disconnectAll } from './participant.ts'
import type { Answer, Person } from './person.ts'
import { type Reports, receiveReports } from './reports.ts'

export type Meeting = { circleId: string; meetupId: string; facilitator: Named; member: Named }

export const within = (ms: number) => ({ timeout: ms, interval: 25 })
export const decode = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString())
export const claimsOf = (token: string) => decode(token.split('.')[1] ?? '')
export const gatePath = (token: string) => `/livekit/rtc?access_token=${token}`

/** A server and a real livekit-server that know each other, for the tests of one file. */
export function openHouse() {
  let app: TestApp
  let livekit: LivekitServer
  let reports: Reports
  let api: RoomServiceClient
  let count = 0
  const open = new Set<string>()

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
  afterEach(async () => {
    await disconnectAll()
    // an open room is looked after all the time
    for (const meetupId of open) await app.deps.live.close(meetupId)
    open.clear()
  })
  afterAll(async () => {
    await app.close()
    await livekit.stop()
    await reports.close()
  })

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
    open.add(meetupId)
    return { circleId, meetupId, facilitator, member }
  }

  /** LiveKit's name of the room */
  const nameOf = async (meetupId: string) => (await roomOf(app.deps.db, meetupId))?.livekitName ?? ''
  const participants = async (meetupId: string) =>
    (await app.deps.livekit.present(await nameOf(meetupId))) ?? []
  /** Identities LiveKit has in the room. */
  const present = async (meetupId: string) => (await participants(meetupId)).map((p) => p.identity)
  /** Identities of those whom our own attendance has in the room. */
  const attending = async (meetupId: string) =>
    (await admissionsOf(app.deps.db, meetupId))
      .filter(({ admission }) => admission.connectedAt)
      .map(({ admission }) => admission.identity)
  const grantOf = async (meetupId: string, identity: string) =>
    (await participants(meetupId)).find((p) => p.identity === identity)?.grant
  const roomNames = async () => (await api.listRooms()).map((r) => r.name)
  const seats = async (person: Person, meetupId: string) =>
    (await person.get(`/api/meetups/${meetupId}/room`)).body.seats

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

  return {
    get app() {
      return app
    },
    get livekit() {
      return livekit
    },
    get reports() {
      return reports
    },
    get api() {
      return api
    },
    makeMeeting,
    nameOf,
    present,
    attending,
    grantOf,
    roomNames,
    seats,
    comeIn,
    command,
  }
}
