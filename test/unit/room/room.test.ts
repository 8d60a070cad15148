import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ErrorCode } from '../../../server/contract.ts'
import type { RoomView } from '../../../server/rooms/contract.ts'
import { ApiError, type api as callApi } from '../../../web/lib/api.ts'
import { BlurError } from '../../../web/room/blur/camera.ts'
import type { BlurEnd } from '../../../web/room/blur/way.ts'
import type { Connection, Reception, Told } from '../../../web/room/connection.ts'
import type { LiveFacts } from '../../../web/room/people.ts'
import { createRoom, type Room } from '../../../web/room/room.ts'

const FACTS: LiveFacts = {
  speaking: false,
  mic: false,
  camera: false,
  screen: false,
  pictured: false,
  weak: false,
  lost: false,
}

const seatOf = (identity: string, seat: number, muted = false) => ({
  identity,
  seat,
  role: 'member' as const,
  pseudonym: `name of ${identity}`,
  avatar: '',
  muted,
})
const viewOf = (version: number, change: Partial<RoomView> = {}): RoomView => ({
  version,
  phase: 'open',
  seats: [seatOf('me', 0), seatOf('ann', 1)],
  you: { identity: 'me', role: 'member' },
  ...change,
})

type Refusal = ErrorCode | 'offline'
type Options = {
  mic?: boolean
  camera?: boolean
  blur?: boolean
  moveHere?: boolean
  joinRefusal?: Refusal
  enter?: boolean
}

/** A server and a LiveKit that do what a test says, with the time in its hands. */
function createWorld(options: Options = {}) {
  const world = {
    view: viewOf(1),
    joinRefusal: options.joinRefusal,
    lookRefusal: undefined as Refusal | undefined,
    calls: [] as string[],
    bodies: [] as unknown[],
    told: undefined as Told | undefined,
    live: new Map<string, LiveFacts>([['ann', FACTS]]),
    cameras: [] as string[],
    blurFails: false,
    endBlur: (_why: BlurEnd) => {},
    rule: undefined as Reception | undefined,
    connections: 0,
    tokens: [] as string[],
    devices: {} as Record<string, string>,
    ready: Promise.resolve(),
    metadata: '{"version":1}',
    open: 0,
    goodbyes: 0,
    mine: { ...FACTS },
    pulse: undefined as { lost: () => void; back: () => void } | undefined,
    alive: true,
  }
  const api = async (key: string, input: { body?: unknown }) => {
    world.calls.push(key.split('/').at(-1) ?? '')
    world.bodies.push(input.body)
    const refusal = key.endsWith('/join') ? world.joinRefusal : world.lookRefusal
    if (refusal) throw new ApiError(refusal, 0, '')
    return key.endsWith('/join') ? { token: 't', room: world.view } : world.view
  }
  const room = createRoom({
    meetupId: 'm',
    tab: 'tab',
    moveHere: options.moveHere ?? false,
    api: api as typeof callApi,
    url: 'ws://here/livekit',
    sayGoodbye: () => {
      world.goodbyes++
    },
    pulse: (told) => {
      world.pulse = told
      return { alive: () => world.alive, stop: () => {} }
    },
    connect: async ({ token, leave, told }): Promise<Connection> => {
      await leave
      world.tokens.push(await token)
      world.connections++
      world.open++
      world.told = told
      world.mine = { ...FACTS }
      return {
        ready: world.ready,
        metadata: () => world.metadata,
        facts: () => new Map([[world.view.you.identity, world.mine], ...world.live]),
        trackOf: () => undefined,
        setMic: async (on) => {
          world.mine.mic = on
        },
        setCamera: async (on, blur) => {
          world.cameras.push(on ? (blur ? 'blurred' : 'open') : 'off')
          if (on && world.blurFails) throw new BlurError()
          world.mine.camera = on
          world.endBlur = (why) => {
            world.mine.camera = false
            blur?.(why)
          }
        },
        setScreen: async (on) => {
          world.mine.screen = on
        },
        receive: (rule) => {
          world.rule = rule
        },
        chooseDevice: async (kind, id) => {
          world.devices[kind] = id
        },
        startSound: async () => {},
        close: async () => {
          world.open--
        },
      }
    },
  })
  const { mic = false, camera = false, blur = false } = options
  if (options.enter !== false) room.enter({ mic, camera, blur, devices: {} })
  return { world, room }
}

const settle = () => vi.advanceTimersByTimeAsync(0)
const names = (room: Room) => room.state.getState().people.map((p) => p.identity)
const status = (room: Room) => room.state.getState().status

describe('one person’s way into the room', () => {
  beforeEach(() => {
    vi.useFakeTimers()
    vi.stubGlobal('isSecureContext', true)
  })
  afterEach(() => {
    vi.useRealTimers()
    vi.unstubAllGlobals()
  })

  it('leads in, with microphone and camera as they were chosen', async () => {
    const { world, room } = createWorld({ mic: true })
    await settle()
    expect(status(room)).toBe('connected')
    expect(world.mine).toMatchObject({ mic: true, camera: false })
    expect(names(room)).toEqual(['me', 'ann'])
  })

  it('opens its socket with the ticket that is in the request, and waits for a token where that failed', async () => {
    const { world } = createWorld()
    world.ready = Promise.reject(new Error('this server does not know the ticket'))
    await settle()
    world.ready = Promise.resolve()
    await vi.advanceTimersByTimeAsync(300)
    const tickets = world.bodies.flatMap((b) => (b ? [(b as { ticket?: string }).ticket] : []))
    expect(tickets).toEqual([expect.stringMatching(/^[\w-]{22}$/), undefined])
    expect(world.tokens).toEqual([tickets[0], 't'])
  })

  it('shows who is here while sound and pictures are still on their way', async () => {
    const { world, room } = createWorld({ mic: true })
    const { promise, resolve } = Promise.withResolvers<void>()
    world.ready = promise
    await settle()
    expect(room.state.getState()).toMatchObject({ status: 'joining', mic: true })
    expect(names(room)).toEqual(['me', 'ann'])
    expect(world.mine.mic).toBe(false)
    resolve()
    await settle()
    expect(status(room)).toBe('connected')
    expect(world.mine.mic).toBe(true)
  })

  it('is tried again when there was no way for sound and pictures', async () => {
    const { world, room } = createWorld()
    world.ready = Promise.reject(new Error('no way'))
    await settle()
    expect(room.state.getState()).toMatchObject({ status: 'joining', refusal: 'room_unavailable' })
    world.ready = Promise.resolve()
    await vi.advanceTimersByTimeAsync(300)
    expect(room.state.getState()).toMatchObject({ status: 'connected', refusal: undefined })
  })

  it('says why it is over, also when that is told while sound and pictures are on their way', async () => {
    const { world, room } = createWorld()
    const { promise, reject } = Promise.withResolvers<void>()
    world.ready = promise
    await settle()
    world.lookRefusal = 'meetup_over'
    world.told?.metadata('{"version":2}')
    await settle()
    reject(new Error('closed'))
    await settle()
    expect(room.state.getState()).toMatchObject({ status: 'over', refusal: 'meetup_over' })
  })

  it('is not said to be there because signalling came back before sound and pictures were', async () => {
    const { world, room } = createWorld()
    world.ready = new Promise(() => {})
    await settle()
    world.told?.away()
    world.told?.back()
    expect(status(room)).toBe('joining')
  })

  it('uses the device that was chosen on the way', async () => {
    const { world, room } = createWorld({ mic: true })
    const { promise, resolve } = Promise.withResolvers<void>()
    world.ready = promise
    await settle()
    await room.actions.chooseDevice('audioinput', 'the other one')
    expect(world.devices).toEqual({})
    resolve()
    await settle()
    expect(world.devices).toEqual({ audioinput: 'the other one' })
  })

  it('sends no goodbye for somebody who never entered', async () => {
    const { world, room } = createWorld({ enter: false })
    room.goodbye()
    await room.close()
    room.enter({ mic: true, camera: true, blur: false, devices: {} })
    await settle()
    expect(world).toMatchObject({ goodbyes: 0, calls: [] })
  })

  it('reads the room once more when it changed on the way in, and only then', async () => {
    const { world } = createWorld()
    await settle()
    expect(world.calls).toEqual(['join'])
    world.metadata = '{"version":2}'
    world.told?.gone('lost')
    await settle()
    expect(world.calls).toEqual(['join', 'room', 'join', 'room'])
  })

  it('is tried again by itself while the video service does not answer, and says so', async () => {
    const { world, room } = createWorld({ joinRefusal: 'room_unavailable' })
    await settle()
    expect(room.state.getState()).toMatchObject({ status: 'joining', refusal: 'room_unavailable' })
    world.joinRefusal = undefined
    await vi.advanceTimersByTimeAsync(300)
    expect(room.state.getState()).toMatchObject({ status: 'connected', refusal: undefined })
  })

  it.each([
    'not_open_yet',
    'rsvp_needed',
    'removed_from_room',
    'open_in_another_tab',
    'no_seat_left',
    'meetup_over',
  ] as const)('ends with %s without another try', async (refusal) => {
    const { world, room } = createWorld({ joinRefusal: refusal })
    await vi.advanceTimersByTimeAsync(60_000)
    expect(room.state.getState()).toMatchObject({ status: 'over', refusal })
    expect(world.calls).toEqual(['join'])
  })

  it('leads back when LiveKit is lost, by a fresh token, with what was on before', async () => {
    const { world, room } = createWorld({ mic: true, camera: true })
    await settle()
    world.told?.gone('lost')
    expect(room.state.getState()).toMatchObject({ status: 'reconnecting', mic: true, camera: true })
    await settle()
    expect(status(room)).toBe('connected')
    expect(world.connections).toBe(2)
    expect(world.mine).toMatchObject({ mic: true, camera: true })
  })

  it('does not wait out its pause when the network is back', async () => {
    const { world, room } = createWorld()
    await settle()
    world.lookRefusal = 'offline'
    world.told?.gone('lost')
    await vi.advanceTimersByTimeAsync(20_000)
    expect(status(room)).toBe('reconnecting')
    world.lookRefusal = undefined
    world.pulse?.back()
    await settle()
    expect(status(room)).toBe('connected')
  })

  it('ends here when it went on in another tab, and takes nothing back from there', async () => {
    const { world, room } = createWorld()
    await settle()
    world.view = viewOf(2, { you: { identity: 'me elsewhere', role: 'member' } })
    world.told?.gone('lost')
    await settle()
    expect(room.state.getState()).toMatchObject({ status: 'over', refusal: 'open_in_another_tab' })
    expect(world.calls.filter((c) => c === 'join')).toHaveLength(1)
  })

  it.each(['removed_from_room', 'meetup_over'] as const)('ends when the server says %s', async (refusal) => {
    const { world, room } = createWorld()
    await settle()
    world.lookRefusal = refusal
    world.told?.gone('lost')
    await settle()
    expect(room.state.getState()).toMatchObject({ status: 'over', refusal })
  })

  it('asks for the move until the server has heard it, and not after that', async () => {
    const { world } = createWorld({ moveHere: true, joinRefusal: 'offline' })
    await settle()
    world.joinRefusal = undefined
    await vi.advanceTimersByTimeAsync(300)
    world.told?.gone('lost')
    await settle()
    const moves = world.bodies.flatMap((b) => (b ? [(b as { moveHere: boolean }).moveHere] : []))
    expect(moves).toEqual([true, true, false])
  })

  it('says reconnecting as soon as the network is silent, and connected when it answers', async () => {
    const { world, room } = createWorld()
    await settle()
    world.pulse?.lost()
    expect(status(room)).toBe('reconnecting')
    world.pulse?.back()
    expect(status(room)).toBe('connected')
  })

  it('stays reconnecting while LiveKit is still mending, though our server answers', async () => {
    const { world, room } = createWorld()
    await settle()
    world.told?.away()
    world.pulse?.back()
    expect(status(room)).toBe('reconnecting')
    world.told?.back()
    expect(status(room)).toBe('connected')
  })

  it('ends with close: one goodbye, no connection left, and none made afterwards', async () => {
    const { world, room } = createWorld()
    await settle()
    await room.close()
    await room.close()
    world.told?.gone('lost')
    await vi.advanceTimersByTimeAsync(60_000)
    expect(world).toMatchObject({ goodbyes: 1, open: 0, connections: 1 })
  })

  it('closes a connection that came too late', async () => {
    const { world, room } = createWorld()
    await room.close()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(world.open).toBe(0)
  })
})

describe('being in the room', () => {
  beforeEach(() => {
    vi.useFakeTimers()
    vi.stubGlobal('isSecureContext', true)
  })
  afterEach(() => {
    vi.useRealTimers()
    vi.unstubAllGlobals()
  })

  it('shows nobody whom the server does not list, and asks once who it is', async () => {
    const { world, room } = createWorld()
    await settle()
    const before = world.calls.length
    world.live.set('stranger', FACTS)
    for (let i = 0; i < 5; i++) {
      world.told?.changed()
      await settle()
    }
    expect(names(room)).toEqual(['me', 'ann'])
    expect(world.calls.slice(before)).toEqual(['room'])
  })

  it('reads the view again for a newer version only, once at a time', async () => {
    const { world, room } = createWorld()
    await settle()
    const before = world.calls.length
    world.told?.metadata('{"version":1,"phase":"open"}')
    await settle()
    expect(world.calls).toHaveLength(before)
    world.view = viewOf(5, { phase: 'ended' })
    for (const version of [2, 3, 4, 5]) world.told?.metadata(JSON.stringify({ version, phase: 'open' }))
    await settle()
    expect(world.calls.slice(before).length).toBeLessThanOrEqual(2)
    expect(room.state.getState().view?.version).toBe(5)
  })

  it('keeps a place for somebody whose connection broke, and not for somebody who left', async () => {
    const { world, room } = createWorld()
    await settle()
    world.live.delete('ann')
    world.told?.left('ann', true)
    await settle()
    expect(room.state.getState().people[1]).toMatchObject({ identity: 'ann', lost: true })
    await vi.advanceTimersByTimeAsync(15_000)
    expect(names(room)).toEqual(['me'])
    world.live.set('ann', FACTS)
    world.told?.changed()
    await settle()
    world.live.delete('ann')
    world.told?.left('ann', false)
    await settle()
    expect(names(room)).toEqual(['me'])
  })

  it('keeps that place for its full time again when the connection breaks once more', async () => {
    const { world, room } = createWorld()
    await settle()
    const lose = () => {
      world.live.delete('ann')
      world.told?.left('ann', true)
    }
    lose()
    await vi.advanceTimersByTimeAsync(10_000)
    world.live.set('ann', FACTS)
    world.told?.changed()
    await settle()
    lose()
    await vi.advanceTimersByTimeAsync(10_000)
    expect(names(room)).toEqual(['me', 'ann'])
  })

  it('does not give the microphone to somebody whom a facilitator has muted, nor turn it on when they are free', async () => {
    const { world, room } = createWorld({ mic: true })
    await settle()
    world.view = viewOf(2, { seats: [seatOf('me', 0, true)] })
    world.told?.metadata('{"version":2}')
    await settle()
    world.mine.mic = false
    await room.actions.setMic(true)
    expect(world.mine.mic).toBe(false)
    world.view = viewOf(3)
    world.told?.gone('lost')
    await settle()
    expect(status(room)).toBe('connected')
    expect(world.mine.mic).toBe(false)
  })

  it('takes small pictures on a weak connection, and full ones after it was good for a while', async () => {
    const { world, room } = createWorld()
    await settle()
    world.mine.weak = true
    world.told?.changed()
    await settle()
    expect([world.rule, room.state.getState().weak]).toEqual(['small', true])
    world.mine.weak = false
    world.told?.changed()
    await settle()
    expect(world.rule).toBe('small')
    await vi.advanceTimersByTimeAsync(15_000)
    expect([world.rule, room.state.getState().weak]).toEqual(['all', false])
  })

  it('takes no pictures with only sound, also on the next connection', async () => {
    const { world, room } = createWorld()
    await settle()
    room.actions.setAudioOnly(true)
    expect(world.rule).toBe('none')
    world.rule = undefined
    world.told?.gone('lost')
    await settle()
    expect(world.rule).toBe('none')
  })

  it('reads the room again when a command was refused, and says why', async () => {
    const { world, room } = createWorld()
    await settle()
    world.lookRefusal = 'room_changed'
    await expect(room.actions.command({ type: 'open_floor' })).rejects.toMatchObject({ code: 'room_changed' })
    expect(world.calls.slice(-2)).toEqual(['commands', 'room'])
  })

  it('opens the camera only blurred for whoever wants that, also on the next connection', async () => {
    const { world } = createWorld({ camera: true, blur: true })
    await settle()
    world.told?.gone('lost')
    await settle()
    expect(world.cameras).toEqual(['blurred', 'blurred'])
  })

  it.each(['slow', 'broken'] as const)(
    'keeps the camera off when blur ends as %s, until the person says otherwise',
    async (why) => {
      const { world, room } = createWorld({ camera: true, blur: true })
      await settle()
      world.endBlur(why)
      await settle()
      expect(room.state.getState()).toMatchObject({ camera: false, blurEnded: why })
      world.told?.gone('lost')
      await settle()
      expect(world.cameras).toEqual(['blurred'])
      void room.actions.setBlur(false)
      await room.actions.setCamera(true)
      await settle()
      expect(world.cameras).toEqual(['blurred', 'open'])
      expect(room.state.getState()).toMatchObject({ camera: true, blurEnded: undefined })
    },
  )

  it('keeps the camera off when blur does not begin', async () => {
    const { world, room } = createWorld({ blur: true })
    await settle()
    world.blurFails = true
    await room.actions.setCamera(true)
    await settle()
    expect(room.state.getState()).toMatchObject({ camera: false, blurEnded: 'broken', troubles: {} })
    expect(world.cameras).toEqual(['blurred'])
  })

  it('takes the open picture away before it shows the blurred one', async () => {
    const { world, room } = createWorld({ camera: true })
    await settle()
    await room.actions.setBlur(true)
    expect(world.cameras).toEqual(['open', 'off', 'blurred'])
  })
})
