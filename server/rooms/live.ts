import type { Logger } from 'pino'
import type { Database } from '../db/open.ts'
import { AppError } from '../lib/errors.ts'
import { errorForLog } from '../lib/log.ts'
import { phaseOf } from '../meetups/rules.ts'
import { closeTally } from '../tallies/store.ts'
import type { Grant } from './grants.ts'
import { grantFor, SCREEN_GRANT } from './grants.ts'
import type { Livekit } from './livekit.ts'
import { mayReadAlong } from './rules.ts'
import { type Facts, isUnseen } from './scene.ts'
import * as screens from './screens.ts'
import { type RoomEvent, reduce } from './state.ts'
import * as store from './store.ts'

/** The rooms that are open now. Owns all writes to their state and all that LiveKit must do because of them. */
export type Live = {
  /** Applies an event to a room that this transaction has locked, and stores what follows from it. */
  apply: (tx: Database, room: store.RoomRow, event: RoomEvent) => Promise<store.RoomRow>
  /**
   * Makes sure that LiveKit has the room, so that somebody can come in; where it had it a moment ago, that is believed, and
   * the gate and LiveKit say no if it is wrong. Throws `meetup_over` once it has ended, `room_unavailable`.
   */
  open: (meetupId: string) => Promise<void>
  /** Makes everyone in a room look at it again: what is beside its state has changed. */
  renew: (meetupId: string) => Promise<void>
  /** Makes LiveKit agree with the database, for one room, now. */
  settle: (meetupId: string) => Promise<void>
  /** Ends a room for everyone and closes it in LiveKit. */
  close: (meetupId: string) => Promise<void>
  /** Somebody joined or left, says LiveKit. */
  reported: (room: string) => Promise<void>
  /** Goes over every open room once. Runs by itself between `start` and `stop`. */
  sweep: () => Promise<void>
  start: () => void
  stop: () => Promise<void>
}

const SWEEP_MS = 300
const SETTLED_FOR_MS = 3000
/** A room that LiveKit had so short a time ago is not asked for again before somebody comes in. */
const THERE_FOR_MS = 1000
/** Longer than any token lives, also one that LiveKit refreshed: until then an ended room is kept closed. */
const ENDED_WATCHED_MS = 15 * 60_000

const sameGrant = (a: Grant, b: Grant): boolean =>
  a.subscribe === b.subscribe &&
  a.data === b.data &&
  a.sources.length === b.sources.length &&
  a.sources.every((s) => b.sources.includes(s))

type Options = {
  db: Database
  livekit: Livekit
  log: Logger
  now: () => Date
  /** the scenes that a circle can be in together */
  sceneOf: Facts['sceneOf']
}

export function createLive({ db, livekit, log, now, sceneOf }: Options): Live {
  const publicState = (room: Pick<store.RoomRow, 'version' | 'state'>) => ({
    version: room.version,
    phase: room.state.phase,
  })

  const facts = (): Facts => ({ now: now().getTime(), sceneOf })

  async function apply(tx: Database, room: store.RoomRow, event: RoomEvent): Promise<store.RoomRow> {
    const reduced = reduce(room.state, event, facts())
    if (!reduced.ok) throw new AppError(reduced.refusal)
    if (reduced.state === room.state) return room
    const { scene } = room.state
    if (reduced.state.seats === room.state.seats && isUnseen(scene, reduced.state.scene))
      return store.writeUnseen(tx, room, reduced.state)
    if (scene && reduced.state.scene?.opened !== scene.opened)
      await closeTally(tx, { meetupId: room.meetupId, opened: scene.opened }, scene.id)
    if (event.type === 'remove') await store.removeAdmission(tx, event.admission)
    if (event.type === 'end') {
      await store.endMeetup(tx, room.meetupId, now())
      await screens.endScreens(tx, room.meetupId, 'all')
    }
    return store.writeState(tx, room, reduced.state, now())
  }

  /** When LiveKit was last known to have a room, on a clock that only goes forward. */
  const there = new Map<string, number>()
  const isThere = (meetupId: string) =>
    performance.now() - (there.get(meetupId) ?? Number.NEGATIVE_INFINITY) < THERE_FOR_MS

  async function ensure({ meetupId, livekitName, ...room }: store.RoomRow): Promise<void> {
    await livekit.ensureRoom(livekitName, publicState(room))
    there.set(meetupId, performance.now())
  }

  async function closeInLivekit({ meetupId, livekitName }: store.RoomRow): Promise<void> {
    there.delete(meetupId)
    await livekit.closeRoom(livekitName)
  }

  const turns = new Map<string, Promise<unknown>>()

  /** One after the other for each room, so that what an older look decided never lands after what a newer one did. */
  function inTurn<T>(meetupId: string, work: (room: store.RoomRow) => Promise<T>): Promise<T | undefined> {
    const look = async () => {
      const room = await store.roomOf(db, meetupId)
      return room && work(room)
    }
    const turn = (turns.get(meetupId) ?? Promise.resolve()).then(look)
    const done = turn
      .catch(() => {})
      .then(() => {
        if (turns.get(meetupId) === done) turns.delete(meetupId)
      })
    turns.set(meetupId, done)
    return turn
  }

  /** Frees the seats of those who are gone for good. */
  const freeSeats = (meetupId: string, gone: readonly string[]) =>
    db.transaction(async (tx) => {
      const room = await store.lockRoom(tx, meetupId, now())
      const state = gone.reduce((before, admission) => {
        const reduced = reduce(before, { type: 'get_up', admission }, facts())
        return reduced.ok ? reduced.state : before
      }, room.state)
      return store.writeState(tx, room, state, now())
    })

  /** Identities of the second screens that may be in the room now. */
  const readingAlong = async (meetupId: string) =>
    (await screens.screensOf(db, meetupId))
      .filter(({ admission }) => mayReadAlong(admission, now()))
      .map(({ screen }) => screen.identity)

  /**
   * Puts out who has no admitted row, and screens whose person has not; corrects grants, keeps attendance true,
   * and lets time pass for a scene. Returns the room as it is then.
   */
  async function reconcile(room: store.RoomRow): Promise<store.RoomRow> {
    await screens.endScreens(db, room.meetupId, 'orphaned')
    const present = await livekit.present(room.livekitName)
    if (present) there.set(room.meetupId, performance.now())
    else await ensure(room)
    const rows = await store.admissionsOf(db, room.meetupId)
    const reading = await readingAlong(room.meetupId)
    const here = new Set<string>()
    for (const { identity, grant, disguised } of present ?? []) {
      const row = rows.find((r) => r.admission.identity === identity)?.admission
      const screen = reading.includes(identity)
      if ((row?.state !== 'admitted' && !screen) || disguised) {
        await livekit.remove(room.livekitName, identity)
        continue
      }
      const due = row ? grantFor(row.id, room.state) : SCREEN_GRANT
      if (!sameGrant(grant, due)) await livekit.permit(room.livekitName, identity, due)
      if (!row) continue
      here.add(row.id)
      if (row.connectedAt === null) await store.noteConnected(db, row, now())
    }
    for (const { admission } of rows)
      if (admission.connectedAt !== null && !here.has(admission.id))
        await store.noteLeft(db, admission.id, now())
    // who left the circle, was removed from it, or deleted the account
    const gone = room.state.seats
      .map((s) => s.admission)
      .filter((id) => !rows.some((r) => r.admission.id === id && r.admission.state === 'admitted'))
    const current = gone.length > 0 ? await freeSeats(room.meetupId, gone) : room
    return passTime(current, here)
  }

  /** Lets time pass for the circle's scene: it may end, or be without a facilitator for too long. */
  async function passTime(room: store.RoomRow, here: ReadonlySet<string>): Promise<store.RoomRow> {
    const facilitator = room.state.seats.some((s) => s.role === 'facilitator' && here.has(s.admission))
    const event = { type: 'time_passes', facilitator } as const
    const changes = ({ state }: store.RoomRow) => {
      const reduced = reduce(state, event, facts())
      return reduced.ok && reduced.state !== state
    }
    if (!changes(room)) return room
    return db.transaction(async (tx) => {
      const locked = await store.lockRoom(tx, room.meetupId, now())
      return changes(locked) ? apply(tx, locked, event) : locked
    })
  }

  const settle = async (meetupId: string) =>
    void (await inTurn(meetupId, async (room) => {
      if (room.state.phase === 'ended') return closeInLivekit(room)
      const current = await reconcile(room)
      await livekit.announce(room.livekitName, publicState(current))
    }))

  async function renew(meetupId: string): Promise<void> {
    await db.transaction(async (tx) => {
      const room = await store.lockRoom(tx, meetupId, now())
      await store.writeState(tx, room, room.state, now())
    })
    // it is stored; when LiveKit does not answer now, the sweep makes it true as soon as it does
    await settle(meetupId).catch(() => {})
  }

  async function close(meetupId: string): Promise<void> {
    if (!(await store.roomOf(db, meetupId))) return
    await db
      .transaction(async (tx) => apply(tx, await store.lockRoom(tx, meetupId, now()), { type: 'end' }))
      .catch((e) => (e instanceof AppError ? undefined : Promise.reject(e)))
    await settle(meetupId)
  }

  const settled = new Map<string, { version: number; at: number }>()

  /** Every pass checks who is there; metadata is sent again only when it changed, or now and then. */
  const sweepRoom = (meetupId: string) =>
    inTurn(meetupId, async (room) => {
      if (room.state.phase === 'ended') {
        settled.delete(meetupId)
        if (await livekit.present(room.livekitName)) await closeInLivekit(room)
        return
      }
      const before = settled.get(meetupId)
      const current = await reconcile(room)
      if (before?.version === current.version && now().getTime() - before.at <= SETTLED_FOR_MS) return
      await ensure(current)
      await livekit.announce(current.livekitName, publicState(current))
      settled.set(meetupId, { version: current.version, at: now().getTime() })
    })

  /** Rooms whose last pass failed: said when it begins and when it is over, not with every pass. */
  const failing = new Set<string>()
  /** Rooms that a pass is looking at. One that LiveKit does not answer for holds up nobody else's. */
  const busy = new Map<string, Promise<void>>()

  async function pass(over: boolean, meetup: string): Promise<void> {
    try {
      await (over ? close(meetup) : sweepRoom(meetup))
      if (failing.delete(meetup)) log.info({ meetup }, 'LiveKit and this room agree again')
    } catch (error) {
      if (!failing.has(meetup))
        log.warn({ meetup, err: errorForLog(error) }, 'LiveKit and this room do not agree')
      failing.add(meetup)
    }
  }

  async function beginPasses(): Promise<void> {
    const watched = await store.watchedRooms(db, new Date(now().getTime() - ENDED_WATCHED_MS))
    for (const { room, meetup } of watched) {
      if (busy.has(meetup.id)) continue
      const over = !room.endedAt && ['ended', 'cancelled'].includes(phaseOf(meetup, now()))
      busy.set(
        meetup.id,
        pass(over, meetup.id).finally(() => busy.delete(meetup.id)),
      )
    }
  }

  async function sweep(): Promise<void> {
    // what is under way may have looked before what it is asked for now
    await Promise.all(busy.values())
    await beginPasses()
    await Promise.all(busy.values())
  }

  let timer: NodeJS.Timeout | undefined
  let beginning: Promise<void> = Promise.resolve()
  const tick = () => {
    beginning = beginPasses()
      .catch((error) => log.warn({ err: errorForLog(error) }, 'sweep failed'))
      .finally(() => {
        if (timer) timer = setTimeout(tick, SWEEP_MS)
      })
  }

  return {
    apply,
    async open(meetupId) {
      if (isThere(meetupId)) return
      await inTurn(meetupId, async (room) => {
        if (room.state.phase === 'ended') throw new AppError('meetup_over')
        await ensure(room).catch((cause) => {
          throw new AppError('room_unavailable', { cause })
        })
      })
    },
    renew,
    settle,
    close,
    async reported(name) {
      const found = await store.roomByName(db, name)
      if (!found) return
      await inTurn(found.meetupId, async (room) => {
        if (room.state.phase === 'ended') return
        const current = await reconcile(room)
        if (current !== room) await livekit.announce(name, publicState(current))
      })
    },
    sweep,
    start: () => {
      timer ??= setTimeout(tick, 0)
    },
    async stop() {
      clearTimeout(timer)
      timer = undefined
      await beginning
      await Promise.all(busy.values())
    },
  }
}
