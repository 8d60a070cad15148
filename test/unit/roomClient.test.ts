import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pickDevice, troubleOf } from '../../web/room/devices.ts'
import { changesBetween, type LiveFacts, peopleOf } from '../../web/room/people.ts'
import { seatingFor } from '../../web/room/seating.ts'

describe('seats around the hearth', () => {
  const boxes = fc.record({
    n: fc.integer({ min: 1, max: 15 }),
    width: fc.integer({ min: 640, max: 2600 }),
    height: fc.integer({ min: 420, max: 1500 }),
  })

  it('lie inside the box and keep apart, with the middle free, from 1 to 15 people', () => {
    fc.assert(
      fc.property(boxes, ({ n, width, height }) => {
        const { edge, places } = seatingFor(n, width, height)
        expect(places).toHaveLength(n)
        for (const [i, p] of places.entries()) {
          expect(p.x - edge / 2).toBeGreaterThanOrEqual(0)
          expect(p.x + edge / 2).toBeLessThanOrEqual(width)
          expect(p.y - edge / 2).toBeGreaterThanOrEqual(-0.001)
          expect(p.y + edge / 2).toBeLessThanOrEqual(height)
          expect(Math.abs(p.x - width / 2) > edge / 2 || Math.abs(p.y - height / 2) > edge / 2).toBe(true)
          for (const q of places.slice(i + 1))
            expect(Math.max(Math.abs(p.x - q.x), Math.abs(p.y - q.y))).toBeGreaterThanOrEqual(edge)
        }
      }),
    )
  })

  it('are larger for few people than for many', () => {
    const edges = [2, 5, 9, 15].map((n) => seatingFor(n, 1400, 700).edge)
    expect(edges).toEqual([...edges].sort((a, b) => b - a))
    expect(edges.at(-1)).toBeGreaterThanOrEqual(96)
  })

  it('begin at the top and go on clockwise', () => {
    const [first, second] = seatingFor(8, 1000, 600).places
    expect(first?.x).toBeCloseTo(500)
    expect(first?.y).toBeLessThan(300)
    expect(second?.x).toBeGreaterThan(500)
  })
})

describe('people in the room', () => {
  const seat = (identity: string, n: number) => ({
    identity,
    seat: n,
    role: 'member' as const,
    pseudonym: identity,
    avatar: 'x',
    muted: false,
  })
  const view = {
    version: 1,
    phase: 'open' as const,
    seats: [seat('c', 2), seat('a', 0), seat('b', 1)],
    screens: [],
    you: { identity: 'b', role: 'member' as const },
  }
  const here: LiveFacts = {
    speaking: false,
    mic: true,
    camera: true,
    screen: false,
    weak: false,
    lost: false,
    micTrack: undefined,
    pictured: false,
  }

  it('are shown in the order of their seats, named by the server alone', () => {
    const people = peopleOf(
      view,
      new Map([
        ['stranger', here],
        ['c', here],
        ['a', here],
      ]),
    )
    expect(people.map((p) => p.identity)).toEqual(['a', 'b', 'c'])
  })

  it('are not shown when they are not there, but for oneself', () => {
    expect(peopleOf(view, new Map()).map((p) => [p.identity, p.you])).toEqual([['b', true]])
  })

  it('are said to have come and gone by name, never oneself', () => {
    const before = peopleOf(view, new Map([['a', here]]))
    const after = peopleOf(view, new Map([['c', here]]))
    expect(changesBetween(before, after)).toEqual({ joined: ['c'], left: ['a'] })
  })
})

describe('devices', () => {
  const there = [
    { kind: 'audioinput', deviceId: 'one' },
    { kind: 'audioinput', deviceId: 'two' },
    { kind: 'videoinput', deviceId: '' },
  ]
  it.each([
    ['audioinput', 'two', 'two'],
    ['audioinput', 'gone', 'one'],
    ['audioinput', undefined, 'one'],
    ['videoinput', undefined, undefined],
  ] as const)('of kind %s with %s wanted: %s', (kind, wanted, picked) => {
    expect(pickDevice(kind, there, wanted)).toBe(picked)
  })

  it.each([
    ['NotAllowedError', 'denied'],
    ['NotFoundError', 'none'],
    ['NotReadableError', 'busy'],
    ['OverconstrainedError', 'unfit'],
    ['Whatever', 'unknown'],
  ])('that fail with %s are explained as %s', (name, why) => {
    expect(troubleOf(new DOMException('', name), true)).toBe(why)
    expect(troubleOf(new DOMException('', name), false)).toBe('insecure')
  })
})
