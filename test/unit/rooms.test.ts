import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { grantFor } from '../../server/rooms/grants.ts'
import { decideJoin, type JoinFacts } from '../../server/rooms/rules.ts'
import {
  emptyRoom,
  type RoomEvent,
  type RoomState,
  reduce,
  SEATS_IN_RING,
  toEvent,
} from '../../server/rooms/state.ts'

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

/** role → what may be published unmuted, and whether data may be sent; everyone may listen. */
const MAY = {
  facilitator: ['microphone camera screen_share screen_share_audio', true],
  member: ['microphone camera', true],
  observer: ['', false],
  captioner: ['', true],
  interpreter: ['microphone camera', true],
} as const

describe('what a person may do in LiveKit', () => {
  const cases = ROLES.flatMap((r) =>
    [false, true].flatMap((muted) =>
      (['arrival', 'open', 'ended'] as const).map((phase) => ({ role: r, muted, phase })),
    ),
  )
  it.each(cases)('as $role, muted $muted, in phase $phase', ({ role: r, muted, phase }) => {
    const state: RoomState = { phase, seats: [{ admission: 'me', seat: 3, role: r, muted }] }
    const [sources, data] = MAY[r]
    const due =
      phase === 'ended'
        ? { subscribe: false, sources: [], data: false }
        : {
            subscribe: true,
            sources: sources.split(' ').filter((s) => s !== '' && !(muted && s === 'microphone')),
            data,
          }
    expect(grantFor('me', state)).toEqual(due)
  })

  it('without a seat: nothing', () => {
    expect(grantFor('me', emptyRoom)).toEqual({ subscribe: false, sources: [], data: false })
  })
})

describe('whether a member may come in', () => {
  const facts = fc.record<JoinFacts>({
    phase: fc.constantFrom('scheduled', 'arrival', 'live', 'ended', 'cancelled'),
    role: fc.constantFrom('member', 'facilitator'),
    strong: fc.boolean(),
    rsvp: fc.constantFrom(null, 'going', 'not_going'),
    going: fc.nat(SEATS_IN_RING),
    admission: fc.option(
      fc.record({
        state: fc.constantFrom('admitted' as const, 'removed' as const),
        tab: fc.constantFrom('this', 'other'),
        held: fc.boolean(),
      }),
    ),
    tab: fc.constant('this'),
    moveHere: fc.boolean(),
  })

  /** The same rule told the other way round: first whether at all, then how. */
  function due(f: JoinFacts): string {
    const open = f.phase === 'arrival' || f.phase === 'live'
    if (!open) return f.phase === 'scheduled' ? 'not_open_yet' : 'meetup_over'
    if (f.admission?.state === 'removed') return 'removed_from_room'
    if (f.role === 'facilitator' ? !f.strong : f.rsvp !== 'going')
      return f.role === 'facilitator' ? 'strong_sign_in_needed' : 'rsvp_needed'
    if (f.rsvp !== 'going' && f.going === SEATS_IN_RING) return 'no_seat_left'
    if (f.admission === null) return 'first'
    if (f.admission.tab === f.tab) return 'keep'
    return f.admission.held && !f.moveHere ? 'open_in_another_tab' : 'move'
  }

  const all = <T>(...lists: readonly (readonly T[])[]): T[][] =>
    lists.reduce<T[][]>((rows, list) => rows.flatMap((row) => list.map((x) => [...row, x])), [[]])

  it('is decided for every combination of phase, role, strength, answer, seats, admission, tab and wish', () => {
    const rows = all<unknown>(
      ['scheduled', 'arrival', 'live', 'ended', 'cancelled'],
      ['member', 'facilitator'],
      [true, false],
      [null, 'going', 'not_going'],
      [1, SEATS_IN_RING],
      [
        null,
        ...all<unknown>(['admitted', 'removed'], ['this', 'other'], [true, false]).map(
          ([state, tab, held]) => ({ state, tab, held }),
        ),
      ],
      [true, false],
    )
    expect(rows).toHaveLength(5 * 2 * 2 * 3 * 2 * 9 * 2)
    for (const [phase, r, strong, rsvp, going, a, moveHere] of rows) {
      const f = { phase, role: r, strong, rsvp, going, admission: a, tab: 'this', moveHere } as JoinFacts
      const decided = decideJoin(f)
      expect(decided.ok ? decided.how : decided.refusal, JSON.stringify(f)).toBe(due(f))
    }
  })

  it('lets nobody in who was removed, is too early or too late, or has no seat', () => {
    fc.assert(
      fc.property(facts, (f) => {
        const { ok } = decideJoin(f)
        if (f.admission?.state === 'removed' || !['arrival', 'live'].includes(f.phase)) expect(ok).toBe(false)
        if (f.role === 'member' && f.rsvp !== 'going') expect(ok).toBe(false)
      }),
    )
  })

  // the rule once more, row by row, for people
  it.each<[string, Partial<JoinFacts>, string]>([
    ['with a seat, at arrival', {}, 'first'],
    ['the day before', { phase: 'scheduled' }, 'not_open_yet'],
    ['after the end', { phase: 'ended' }, 'meetup_over'],
    ['when it was cancelled', { phase: 'cancelled' }, 'meetup_over'],
    ['without a seat', { rsvp: null }, 'rsvp_needed'],
    ['after giving the seat back', { rsvp: 'not_going' }, 'rsvp_needed'],
    [
      'a facilitator without a second factor',
      { role: 'facilitator', strong: false },
      'strong_sign_in_needed',
    ],
    ['a facilitator without a seat of their own', { role: 'facilitator', rsvp: null }, 'first'],
    [
      'a facilitator, when others were promised every seat in the ring',
      { role: 'facilitator', rsvp: null, going: SEATS_IN_RING },
      'no_seat_left',
    ],
    ['a reload', { admission: { state: 'admitted', tab: 'this', held: true } }, 'keep'],
    ['a second tab', { admission: { state: 'admitted', tab: 'other', held: true } }, 'open_in_another_tab'],
    [
      'a second tab that takes over',
      { admission: { state: 'admitted', tab: 'other', held: true }, moveHere: true },
      'move',
    ],
    [
      'another device after the first went',
      { admission: { state: 'admitted', tab: 'other', held: false } },
      'move',
    ],
    ['after removal', { admission: { state: 'removed', tab: 'this', held: false } }, 'removed_from_room'],
  ])('%s', (_, change, answer) => {
    const usual: JoinFacts = {
      phase: 'arrival',
      role: 'member',
      strong: true,
      rsvp: 'going',
      going: 1,
      admission: null,
      tab: 'this',
      moveHere: false,
    }
    const decided = decideJoin({ ...usual, ...change })
    expect(decided.ok ? decided.how : decided.refusal).toBe(answer)
  })
})
