import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  emptyRoom,
  type RoomEvent,
  type RoomState,
  reduce as reduceRoom,
  SEATS_IN_RING,
  toEvent,
} from '../../server/rooms/state.ts'

const reduce = (state: RoomState, event: RoomEvent) =>
  reduceRoom(state, event, { now: 0, sceneOf: () => undefined })

const ROLES = ['facilitator', 'member', 'observer', 'captioner', 'interpreter'] as const

const admission = fc.integer({ min: 0, max: 19 }).map((n) => `a${n}`)
const role = fc.constantFrom(...ROLES)
const event: fc.Arbitrary<RoomEvent> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ type: fc.constant('sit' as const), admission, role }) },
  { weight: 3, arbitrary: fc.record({ type: fc.constant('get_up' as const), admission }) },
  {
    weight: 3,
    arbitrary: fc.record({ type: fc.constantFrom('mute' as const, 'unmute', 'remove'), admission }),
  },
  { weight: 3, arbitrary: fc.record({ type: fc.constant('give_role' as const), admission, role }) },
  { weight: 1, arbitrary: fc.constant({ type: 'open_floor' as const }) },
)
const events = fc.array(event, { maxLength: 60 })

/** The states a room goes through, refusals left out. */
function run(list: readonly RoomEvent[], from: RoomState = emptyRoom): RoomState[] {
  const states = [from]
  for (const e of list) {
    const reduced = reduce(states.at(-1) as RoomState, e)
    if (reduced.ok) states.push(reduced.state)
  }
  return states
}
const outcome = (list: readonly RoomEvent[]): RoomState => run(list).at(-1) as RoomState
const facilitators = (state: RoomState) => state.seats.filter((s) => s.role === 'facilitator').length

describe('a room, whatever happens in it', () => {
  it('gives each person one seat, each seat to one person, and never more than fifteen', () => {
    fc.assert(
      fc.property(events, (list) => {
        for (const { seats } of run(list)) {
          expect(seats.length).toBeLessThanOrEqual(SEATS_IN_RING)
          expect(new Set(seats.map((s) => s.seat)).size).toBe(seats.length)
          expect(new Set(seats.map((s) => s.admission)).size).toBe(seats.length)
          for (const { seat } of seats) expect(seat >= 0 && seat < SEATS_IN_RING).toBe(true)
          expect(seats.map((s) => s.seat)).toEqual(seats.map((s) => s.seat).sort((a, b) => a - b))
        }
      }),
      { numRuns: 500 },
    )
  })

  it('keeps a person in their seat while others come and go', () => {
    fc.assert(
      fc.property(events, (list) => {
        const states = run(list)
        for (const [i, state] of states.entries())
          for (const seat of states[i + 1]?.seats ?? []) {
            const before = state.seats.find((s) => s.admission === seat.admission)
            if (before) expect(seat.seat).toBe(before.seat)
          }
      }),
      { numRuns: 500 },
    )
  })

  it('stays ended once it is', () => {
    fc.assert(
      fc.property(events, event, (list, next) => {
        const ended = outcome([...list, { type: 'end' }])
        expect(ended.phase).toBe('ended')
        expect(reduce(ended, next)).toEqual({ ok: false, refusal: 'meetup_over' })
        expect(reduce(ended, { type: 'end' })).toEqual({ ok: false, refusal: 'meetup_over' })
      }),
    )
  })

  it('never loses its last facilitator by a command', () => {
    fc.assert(
      fc.property(events, (list) => {
        const states = run(list)
        for (const state of states)
          for (const seat of state.seats)
            for (const next of [
              { type: 'remove' as const, admission: seat.admission },
              ...ROLES.map((r) => ({ type: 'give_role' as const, admission: seat.admission, role: r })),
            ]) {
              const reduced = reduce(state, next)
              if (facilitators(state) > 0 && reduced.ok)
                expect(facilitators(reduced.state)).toBeGreaterThan(0)
            }
      }),
      { numRuns: 100 },
    )
  })

  it('neither mutes nor removes a facilitator', () => {
    fc.assert(
      fc.property(events, (list) => {
        const state = outcome(list)
        for (const { admission: a, role: r } of state.seats)
          for (const type of ['mute', 'remove'] as const)
            if (r === 'facilitator')
              expect(reduce(state, { type, admission: a })).toEqual({ ok: false, refusal: 'command_refused' })
      }),
    )
  })

  it('is not changed in place, and changes nothing when it refuses', () => {
    fc.assert(
      fc.property(events, event, (list, next) => {
        const state = outcome(list)
        const copy = structuredClone(state)
        reduce(state, next)
        expect(state).toEqual(copy)
      }),
    )
  })

  it('gives a person who got up and sits down again the role and the mute they had', () => {
    fc.assert(
      fc.property(events, (list) => {
        const state = outcome(list)
        for (const { admission: a, role: r, muted } of state.seats) {
          const back = run(
            [
              { type: 'get_up', admission: a },
              { type: 'sit', admission: a, role: 'member' },
            ],
            state,
          ).at(-1)
          expect(back?.seats.find((s) => s.admission === a)).toMatchObject({ role: r, muted })
          expect(back?.gone?.some((g) => g.admission === a)).toBe(false)
        }
      }),
    )
  })

  it('opens its floor once', () => {
    const open = outcome([{ type: 'open_floor' }])
    expect(open.phase).toBe('open')
    expect(reduce(open, { type: 'open_floor' })).toEqual({ ok: false, refusal: 'command_refused' })
  })

  it('carries no version: only the store counts', () => {
    expect(outcome([{ type: 'sit', admission: 'a', role: 'member' }])).not.toHaveProperty('version')
  })

  it('refuses a command about somebody who is not there', () => {
    for (const type of ['mute', 'unmute', 'remove', 'get_up'] as const)
      expect(reduce(emptyRoom, { type, admission: 'nobody' })).toEqual({ ok: false, refusal: 'not_in_room' })
  })

  it('refuses the sixteenth person, and seats them when a place is free', () => {
    const full = outcome(
      Array.from({ length: 15 }, (_, i) => ({ type: 'sit', admission: `a${i}`, role: 'member' })),
    )
    const late = { type: 'sit', admission: 'late', role: 'member' } as const
    expect(reduce(full, late)).toEqual({ ok: false, refusal: 'no_seat_left' })
    const [, then] = run([{ type: 'get_up', admission: 'a7' }, late], full).slice(-2)
    expect(then?.seats.find((s) => s.admission === 'late')?.seat).toBe(7)
  })
})

describe('a command from a browser', () => {
  it('names people by identity, and means nobody when nobody has it', () => {
    const admissionOf = (identity: string) => (identity === 'here' ? 'a1' : undefined)
    expect(toEvent({ type: 'mute', identity: 'here' }, admissionOf)).toEqual({
      type: 'mute',
      admission: 'a1',
    })
    expect(toEvent({ type: 'give_role', identity: 'here', role: 'observer' }, admissionOf)).toEqual({
      type: 'give_role',
      admission: 'a1',
      role: 'observer',
    })
    expect(toEvent({ type: 'remove', identity: 'gone' }, admissionOf)).toBeUndefined()
    expect(toEvent({ type: 'end' }, admissionOf)).toEqual({ type: 'end' })
  })
})
