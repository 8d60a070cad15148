import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { grantFor } from '../../server/rooms/grants.ts'
import { decideJoin, type JoinFacts } from '../../server/rooms/rules.ts'
import { emptyRoom, type RoomState, SEATS_IN_RING } from '../../server/rooms/state.ts'

const ROLES = ['facilitator', 'member', 'observer', 'captioner', 'interpreter'] as const

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
        state: fc.constantFrom('admitted' as const, 'given_back' as const, 'removed' as const),
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
    if (f.admission.state === 'given_back') return 'move'
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
        ...all<unknown>(['admitted', 'given_back', 'removed'], ['this', 'other'], [true, false]).map(
          ([state, tab, held]) => ({ state, tab, held }),
        ),
      ],
      [true, false],
    )
    expect(rows).toHaveLength(5 * 2 * 2 * 3 * 2 * 13 * 2)
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
