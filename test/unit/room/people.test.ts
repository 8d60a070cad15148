import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RoomRole, RoomView } from '../../../server/rooms/contract.ts'
import { isNewer, type LiveFacts, peopleOf, versionIn } from '../../../web/room/people.ts'
import { powersOf } from '../../../web/room/powers.ts'

const here: LiveFacts = {
  speaking: false,
  mic: true,
  camera: true,
  screen: false,
  pictured: true,
  weak: false,
  lost: false,
  micTrack: undefined,
}

function viewOf(seats: Record<string, number>, change: Partial<RoomView> = {}): RoomView {
  return {
    version: 1,
    phase: 'open',
    seats: Object.entries(seats).map(([identity, seat]) => ({
      identity,
      seat,
      role: 'member',
      pseudonym: `name of ${identity}`,
      avatar: '',
      muted: false,
    })),
    screens: [],
    you: { identity: 'me', role: 'member' },
    ...change,
  }
}

describe('the people to show', () => {
  const identities = fc.uniqueArray(fc.stringMatching(/^[a-f]{1,3}$/), { maxLength: 15 })

  it('are never anybody whom the server does not list, and always in the order of their seats', () => {
    fc.assert(
      fc.property(identities, identities, identities, (listed, live, missing) => {
        const view = viewOf(Object.fromEntries([...listed, 'me'].map((id, i) => [id, (i * 7) % 16])))
        const people = peopleOf(view, new Map(live.map((id) => [id, here])), new Set(missing))
        for (const p of people) expect([...listed, 'me']).toContain(p.identity)
        const seats = people.map((p) => p.seat)
        expect(seats).toEqual([...seats].sort((a, b) => a - b))
        expect(people.filter((p) => p.you).map((p) => p.identity)).toEqual(['me'])
      }),
    )
  })

  it('keep somebody whose connection broke, as lost, until the server takes the seat away', () => {
    const view = viewOf({ me: 0, ann: 1 })
    const [, ann] = peopleOf(view, new Map(), new Set(['ann']))
    expect(ann).toMatchObject({ pseudonym: 'name of ann', lost: true, mic: false, camera: false })
    expect(peopleOf(viewOf({ me: 0 }), new Map(), new Set(['ann'])).map((p) => p.identity)).toEqual(['me'])
  })

  it('are not lost any more once they are back', () => {
    const [, ann] = peopleOf(viewOf({ me: 0, ann: 1 }), new Map([['ann', here]]), new Set(['ann']))
    expect(ann?.lost).toBe(false)
  })
})

describe('a view of the room', () => {
  it.each([
    ['the first one', viewOf({}), undefined, true],
    ['a newer one', viewOf({}, { version: 3 }), viewOf({}, { version: 2 }), true],
    ['the same again', viewOf({}, { version: 2 }), viewOf({}, { version: 2 }), true],
    ['an older one', viewOf({}, { version: 1 }), viewOf({}, { version: 2 }), false],
    [
      'an older one of another admission',
      viewOf({}, { version: 1, you: { identity: 'new', role: 'member' } }),
      viewOf({}, { version: 2 }),
      true,
    ],
  ])('that is %s is taken: %s', (_name, next, before, taken) => {
    expect(isNewer(next, before)).toBe(taken)
  })

  it.each([
    ['{"version":4,"phase":"open"}', 4],
    ['{"version":"4"}', undefined],
    ['[]', undefined],
    ['null', undefined],
    ['not JSON', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('announced as %s has the version %s', (metadata, version) => {
    expect(versionIn(metadata)).toBe(version)
  })
})

describe('what one may do', () => {
  const as = (role: RoomRole, muted = false): RoomView => {
    const view = viewOf({ me: 0 })
    return { ...view, seats: view.seats.map((s) => ({ ...s, role, muted })) }
  }
  it.each([
    ['facilitator', false, { microphone: 'free', camera: true, screen: true, facilitate: true }],
    ['member', false, { microphone: 'free', camera: true, screen: false, facilitate: false }],
    ['member', true, { microphone: 'held', camera: true, screen: false, facilitate: false }],
    ['interpreter', false, { microphone: 'free', camera: true, screen: false, facilitate: false }],
    ['observer', false, { microphone: 'none', camera: false, screen: false, facilitate: false }],
    ['observer', true, { microphone: 'none', camera: false, screen: false, facilitate: false }],
    ['captioner', false, { microphone: 'none', camera: false, screen: false, facilitate: false }],
  ] as const)('as %s, muted %s', (role, muted, powers) => {
    expect(powersOf(as(role, muted))).toEqual(powers)
  })

  it('is nothing without a seat', () => {
    const nothing = { microphone: 'none', camera: false, screen: false, facilitate: false }
    expect(powersOf(undefined)).toEqual(nothing)
    expect(powersOf(viewOf({ ann: 0 }))).toEqual(nothing)
  })
})
