import type { RoomCommand, RoomPhase, RoomRole } from './contract.ts'
import {
  type Facts,
  isSceneEvent,
  notAlong,
  reduceScene,
  type SceneEvent,
  type SceneRefusal,
  type SceneState,
  without,
} from './scene.ts'

/** A place in the ring. `admission` is the admission's id, never a LiveKit identity: those change with the device. */
export type SeatState = { admission: string; seat: number; role: RoomRole; muted: boolean }

/**
 * The whole of a room's own state. The server is its only writer; later parts (piece, run sheet) join here.
 * `gone` holds the role and mute of those who got up: who sits down again has them again.
 */
export type RoomState = {
  phase: RoomPhase
  seats: readonly SeatState[]
  gone?: readonly Omit<SeatState, 'seat'>[]
  /** what the circle is in together, if anything */
  scene?: SceneState
}

/** A command whose people are named by admission, or what the server itself reports. */
export type RoomEvent =
  | { type: 'open_floor' }
  | { type: 'end' }
  | { type: 'mute' | 'unmute' | 'remove'; admission: string }
  | { type: 'give_role'; admission: string; role: RoomRole }
  | { type: 'sit'; admission: string; role: RoomRole }
  | { type: 'get_up' | 'leave'; admission: string }
  | SceneEvent

export type Refusal = 'not_in_room' | 'meetup_over' | 'no_seat_left' | SceneRefusal
export type Reduced = { ok: true; state: RoomState } | { ok: false; refusal: Refusal }

export const SEATS_IN_RING = 15

export const emptyRoom: RoomState = { phase: 'arrival', seats: [] }

const refuse = (refusal: Refusal): Reduced => ({ ok: false, refusal })
const become = (state: RoomState): Reduced => ({ ok: true, state })

/** The state with this as its scene. */
function withScene(state: RoomState, scene: SceneState | undefined): RoomState {
  if (scene === state.scene) return state
  const { scene: _, ...rest } = state
  return scene ? { ...rest, scene } : rest
}

/** The state in which somebody is in no scene until they come along, as their page is before it was asked. */
const askedAgain = (state: RoomState, admission: string): RoomState =>
  withScene(state, state.scene && notAlong(state.scene, admission))

/** The lowest seat number nobody has, so that people keep their place while others come and go. */
function freeSeat(seats: readonly SeatState[]): number | undefined {
  const taken = new Set(seats.map((s) => s.seat))
  for (let seat = 0; seat < SEATS_IN_RING; seat++) if (!taken.has(seat)) return seat
  return undefined
}

/** Decides what a room becomes. Pure: who may command is decided before (`rules.ts`), effects come after (`live.ts`). */
export function reduce(state: RoomState, event: RoomEvent, facts: Facts): Reduced {
  // whoever is not here any more, too, and when it has ended
  if (event.type === 'leave') return become(askedAgain(state, event.admission))
  if (state.phase === 'ended') return refuse('meetup_over')
  if (event.type === 'end') return become({ ...withScene(state, undefined), phase: 'ended' })
  if (isSceneEvent(event)) {
    if ('admission' in event && !state.seats.some((s) => s.admission === event.admission))
      return refuse('not_in_room')
    const reduced = reduceScene(state.scene, event, facts)
    return reduced.ok ? become(withScene(state, reduced.scene)) : refuse(reduced.refusal)
  }
  if (event.type === 'open_floor')
    return state.phase === 'arrival' ? become({ ...state, phase: 'open' }) : refuse('command_refused')
  const sitting = state.seats.find((s) => s.admission === event.admission)
  if (event.type === 'sit') {
    // loaded again, in another tab, or back after a break: who is in a scene there still, says so
    if (sitting) return become(askedAgain(state, event.admission))
    const seat = freeSeat(state.seats)
    if (seat === undefined) return refuse('no_seat_left')
    const before = state.gone?.find((g) => g.admission === event.admission)
    const joined = { admission: event.admission, role: event.role, muted: false, ...before, seat }
    return become({
      ...state,
      seats: [...state.seats, joined].sort((a, b) => a.seat - b.seat),
      ...(before && { gone: state.gone?.filter((g) => g !== before) }),
    })
  }
  if (!sitting) return refuse('not_in_room')
  const change = (next: Partial<SeatState>): Reduced =>
    become({ ...state, seats: state.seats.map((s) => (s === sitting ? { ...s, ...next } : s)) })
  const withoutThem = (): RoomState => ({
    ...withScene(state, state.scene && without(state.scene, sitting.admission)),
    seats: state.seats.filter((s) => s !== sitting),
  })
  switch (event.type) {
    case 'get_up': {
      const { seat: _, ...kept } = sitting
      return become({ ...withoutThem(), gone: [...(state.gone ?? []), kept] })
    }
    case 'remove':
      return sitting.role === 'facilitator' ? refuse('command_refused') : become(withoutThem())
    case 'mute':
      return sitting.role === 'facilitator' ? refuse('command_refused') : change({ muted: true })
    case 'unmute':
      return change({ muted: false })
    case 'give_role': {
      const last =
        sitting.role === 'facilitator' && state.seats.filter((s) => s.role === 'facilitator').length === 1
      if (last && event.role !== 'facilitator') return refuse('command_refused')
      return change({ role: event.role })
    }
  }
}

/** A command as a browser sent it, with its person named by admission; undefined when nobody has that identity. */
export function toEvent(
  command: RoomCommand,
  admissionOf: (identity: string) => string | undefined,
): RoomEvent | undefined {
  if (!('identity' in command)) return command
  const admission = admissionOf(command.identity)
  if (admission === undefined) return undefined
  return command.type === 'give_role'
    ? { type: command.type, admission, role: command.role }
    : { type: command.type, admission }
}
