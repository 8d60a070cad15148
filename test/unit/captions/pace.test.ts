import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createPace } from '../../../web/captions/worker/pace.ts'
import { FRAMES_PER_SECOND } from '../../../web/captions/worker/phrases.ts'

const frames = (seconds: number) => seconds * FRAMES_PER_SECOND
type Went = { length: number; waited: number; took: number }
const went = (length: number, waited: number, took: number): Went => ({
  length: frames(length),
  waited: frames(waited),
  took: frames(took),
})
/** What it says after each of these. */
function judge(phrases: readonly Went[], pace = createPace()): boolean[] {
  return phrases.map((phrase) => {
    pace.begins(phrase.waited)
    pace.done(phrase)
    return pace.slow()
  })
}
const inTime = went(4, 0.3, 0.4)
const late = went(4, 3.5, 4)

describe('a device', () => {
  it('is slow after two late phrases in a row, not after one', () => {
    expect(judge([inTime, late, inTime, late, inTime])).not.toContain(true)
    expect(judge([inTime, late, late])).toEqual([false, false, true])
  })

  it('is slow at once when a phrase comes very late, or when sound was left out', () => {
    expect(judge([went(4, 7, 4)])).toEqual([true])
    const pace = createPace()
    pace.leftOut()
    expect(pace.slow()).toBe(true)
  })

  it('is fast again after ten seconds of speech in time, not before', () => {
    const said = judge([late, late, inTime, inTime, inTime])
    expect(said).toEqual([false, true, true, true, false])
    expect(judge([late, late, inTime, inTime, late, inTime, inTime]).at(-1)).toBe(true)
  })

  it('is not fast again while it needs the time that growing phrases would take', () => {
    expect(judge([late, late, ...Array(20).fill(went(4, 0.3, 1.5))]).at(-1)).toBe(true)
  })

  /**
   * Somebody who speaks without end, on a device that takes the same share of the time of everything: a whole phrase
   * waits for the decoding of the growing one, and a slow device does not decode these.
   */
  it('that is always equally fast changes once at most, whatever is said', () => {
    const speech = fc.array(
      fc.tuple(fc.double({ min: 0.5, max: 10, noNaN: true }), fc.double({ max: 1, min: 0, noNaN: true })),
      {
        maxLength: 200,
      },
    )
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), speech, (share, phrases) => {
        const pace = createPace()
        let changes = 0
        for (const [length, busy] of phrases) {
          const before = pace.slow()
          const waited = 0.3 + (before ? 0 : busy * share * length)
          judge([went(length, waited, share * length)], pace)
          if (pace.slow() !== before) changes++
        }
        expect(changes).toBeLessThanOrEqual(1)
      }),
    )
  })
})
