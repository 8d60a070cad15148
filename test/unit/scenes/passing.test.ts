import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Hit } from '../../../scenes/kit/types.ts'
import { hitsDue, type Passing } from '../../../web/empathy/passing.ts'

const hit = (id: string, beat: string, at: number): Hit => ({
  id,
  beat,
  at,
  gain: 1,
  make: () => new Float32Array(1),
})
const hits = [hit('cup', 'a', 0), hit('door', 'a', 4), hit('bell', 'a', 9.95), hit('step', 'b', 0)]
const where = (t: number) =>
  t < 10 ? { t, into: t, beat: { id: 'a' } } : { t, into: t - 10, beat: { id: 'b' } }

/** All sounds while the scene is looked at in these moments. */
function heard(times: readonly number[]): string[] {
  let passing: Passing | undefined
  return times.flatMap((t) => {
    const next = hitsDue(hits, passing, where(t), 0.15)
    passing = next.passing
    return next.due.map(({ hit: one }) => one.id)
  })
}

describe('sounds that happen once', () => {
  it('are heard once when their place is passed, whatever the steps', () => {
    const steps = fc.array(fc.double({ min: 0.01, max: 0.4, noNaN: true }), {
      minLength: 400,
      maxLength: 400,
    })
    fc.assert(
      fc.property(steps, (each) => {
        let t = 0
        const times = [0, ...each.map((one) => (t += one))].filter((one) => one < 19)
        if ((times.at(-1) ?? 0) < 11) return
        expect(heard(times)).toEqual(['cup', 'door', 'bell', 'step'])
      }),
      { numRuns: 50 },
    )
  })

  it('are not heard while nothing goes on', () => {
    expect(heard([3.9, 3.9, 3.9, 3.9])).toEqual(['door'])
  })

  it('are heard again when one goes back, and not when one leaps over them', () => {
    expect(heard([3.8, 3.95, 4.1, 3.8, 3.95])).toEqual(['door', 'door'])
    expect(heard([1, 6])).toEqual([])
  })

  it('come in so many seconds', () => {
    const { due } = hitsDue(hits, undefined, where(3.9), 0.15)
    expect(due[0]?.in).toBeCloseTo(0.1)
  })
})
