import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createFloodGate } from '../../../web/captions/flood.ts'

const BURST = 30
const PER_SECOND = 6

describe('the flood gate', () => {
  it('lets a burst and the rate through, of 500 messages in one second', () => {
    const gate = createFloodGate()
    const passed = Array.from({ length: 500 }, (_, i) => gate.allows('mallory', i * 2)).filter(Boolean)
    expect(passed.length).toBeGreaterThanOrEqual(BURST)
    expect(passed.length).toBeLessThanOrEqual(BURST + PER_SECOND)
  })

  it('is open for everybody else meanwhile', () => {
    const gate = createFloodGate()
    for (let i = 0; i < 500; i++) {
      gate.allows('mallory', i * 2)
      if (i % 100 === 0) expect(gate.allows('ada', i * 2)).toBe(true)
    }
  })

  it('never closes for the fastest speaker', () => {
    const gate = createFloodGate()
    for (let now = 0; now < 600_000; now += 200) expect(gate.allows('ada', now)).toBe(true)
  })

  it('opens again, for as much as before and no more', () => {
    const gate = createFloodGate()
    const burst = (now: number) =>
      Array.from({ length: 100 }, () => gate.allows('ada', now)).filter(Boolean).length
    expect(burst(0)).toBe(BURST)
    expect(burst(0)).toBe(0)
    expect(burst(1000)).toBe(PER_SECOND)
    expect(burst(3_600_000)).toBe(BURST)
  })

  it('lets no more than a burst and the rate through in any stretch of time', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(0, 1, 5, 50, 166, 167, 1000, 9000), { maxLength: 200 }),
        (gaps) => {
          const gate = createFloodGate()
          const passed: number[] = []
          let now = 0
          for (const gap of gaps) {
            now += gap
            if (gate.allows('ada', now)) passed.push(now)
          }
          for (const [i, from] of passed.entries())
            for (const [more, to] of passed.slice(i).entries())
              expect(more + 1).toBeLessThanOrEqual(BURST + ((to - from) / 1000) * PER_SECOND + 1e-6)
        },
      ),
      { numRuns: 30 },
    )
  })
})
