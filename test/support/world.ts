import { vi } from 'vitest'
import type { ErrorCode } from '../../server/contract.ts'
import type { RoomView } from '../../server/rooms/contract.ts'
import { ApiError, type api as callApi } from '../../web/lib/api.ts'
import { BlurError } from '../../web/room/blur/camera.ts'
import type { BlurEnd } from '../../web/room/blur/way.ts'
import type { Connection, Reception, Told } from '../../web/room/connection.ts'
import type { LiveFacts } from '../../web/room/people.ts'
import { createRoom, type Room } from '../../web/room/room.ts'
import { asMember } from '../../web/room/way.ts'

export const FACTS: LiveFacts = {
  speaking: false,
  mic: false,
  camera: false,
  screen: false,
  pictured: false,
  weak: false,
  lost: false,
  micTrack: undefined,
}

export const seatOf = (identity: string, seat: number, muted = false) => ({
  identity,
  seat,
  role: 'member' as const,
  pseudonym: `name of ${identity}`,
  avatar: '',
  muted,
})
export const viewOf = (version: number, change: Partial<RoomView> = {}): RoomView => ({
  version,
  phase: 'open',
  seats: [seatOf('me', 0), seatOf('ann', 1)],
  screens: [],
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
export function createWorld(options: Options = {}) {
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
    if (key.endsWith('/commands') && (input.body as { version: number }).version !== world.view.version)
      throw new ApiError('room_changed', 409, '')
    return key.endsWith('/join') ? { token: 't', room: world.view } : world.view
  }
  const room = createRoom({
    way: asMember({
      meetupId: 'm',
      tab: () => 'tab',
      moveHere: options.moveHere ?? false,
      api: api as typeof callApi,
      goodbye: () => {
        world.goodbyes++
      },
    }),
    url: 'ws://here/livekit',
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
        sendBytes: () => {},
        playVoices: () => {},
        microphone: () => undefined,
        soundOf: () => undefined,
        send: async () => {},
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

export const settle = () => vi.advanceTimersByTimeAsync(0)
export const names = (room: Room) => room.state.getState().people.map((p) => p.identity)
export const status = (room: Room) => room.state.getState().status
