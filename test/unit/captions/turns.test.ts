import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Segment } from '../../../web/captions/segments.ts'
import { turnsOf } from '../../../web/captions/turns.ts'

let made = 0
const segment = (change: Partial<Segment> = {}): Segment => ({
  key: `key ${made++}`,
  sender: 'ada',
  speaker: 'ada',
  name: 'Ada',
  seat: 1,
  kind: 'voice',
  language: undefined,
  text: 'hello',
  agreed: 5,
  final: true,
  corrected: false,
  at: 0,
  ...change,
})

const anySegments = fc
  .array(
    fc.record({
      sender: fc.constantFrom('ada', 'ben'),
      speaker: fc.constantFrom('ada', 'ben'),
      kind: fc.constantFrom('voice', 'typed', 'captioner'),
      after: fc.constantFrom(0, 1000, 19_999, 20_000, 60_000),
    }),
  )
  .map((list) => {
    let at = 0
    return list.map(({ after, ...rest }) => {
      at += after
      return segment({ ...rest, at })
    })
  })

describe('turns', () => {
  it('hold every segment once, in order', () => {
    fc.assert(
      fc.property(anySegments, (segments) => {
        expect(turnsOf(segments).flatMap((turn) => turn.segments)).toEqual(segments)
      }),
    )
  })

  it('are one person’s, without a long pause, and not too long', () => {
    fc.assert(
      fc.property(anySegments, (segments) => {
        for (const turn of turnsOf(segments)) {
          const [first] = turn.segments
          expect(turn.key).toBe(first?.key)
          expect(turn.segments.length).toBeLessThanOrEqual(8)
          for (const [i, { sender, speaker, kind, at }] of turn.segments.entries()) {
            expect([sender, speaker, kind]).toEqual([first?.sender, first?.speaker, first?.kind])
            expect(at - (turn.segments[i - 1]?.at ?? at)).toBeLessThan(20_000)
          }
        }
      }),
    )
  })

  it('keep their names while more is said', () => {
    fc.assert(
      fc.property(anySegments, (segments) => {
        const before = turnsOf(segments.slice(0, -1)).map(({ key }) => key)
        expect(
          turnsOf(segments)
            .map(({ key }) => key)
            .slice(0, before.length),
        ).toEqual(before)
      }),
    )
  })

  const changes: [what: string, second: Partial<Segment>, turns: number][] = [
    ['goes on soon', { at: 3000 }, 1],
    ['goes on after a long pause', { at: 20_000 }, 2],
    ['is followed by somebody else', { sender: 'ben', speaker: 'ben' }, 2],
    ['goes on in writing', { kind: 'typed' }, 2],
    ['goes on by a captioner’s hand', { sender: 'cap', kind: 'captioner' }, 2],
  ]
  it.each(changes)('of somebody who %s: %#', (_what, second, count) => {
    expect(turnsOf([segment(), segment(second)])).toHaveLength(count)
  })

  it('carry the name and the place that the person had when they began', () => {
    const turns = turnsOf([segment({ name: 'Ada', seat: 3 }), segment({ name: 'Ada L.', seat: 3, at: 1 })])
    expect(turns).toMatchObject([{ name: 'Ada', seat: 3 }])
  })

  it('begin anew when they are long', () => {
    const turns = turnsOf(Array.from({ length: 20 }, (_, at) => segment({ at })))
    expect(turns.map(({ segments }) => segments.length)).toEqual([8, 8, 4])
  })

  it('of nobody are none', () => {
    expect(turnsOf([])).toEqual([])
  })
})
