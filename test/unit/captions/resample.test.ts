import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createResampler } from '../../../web/captions/worker/resample.ts'

const TO = 16_000
/** A second and a half: its beginning and end, where the tone begins and is not over yet, are not measured. */
const tone = (hertz: number, rate: number) =>
  Float32Array.from({ length: 1.5 * rate }, (_, i) => 0.5 * Math.sin((2 * Math.PI * hertz * i) / rate))

/** Level of what is between 0.1 s and 1.1 s against the tone that went in, in decibels. */
function levelAfter(hertz: number, rate: number): number {
  const out = createResampler(rate, TO)
    .push(tone(hertz, rate))
    .subarray(0.1 * TO, 1.1 * TO)
  expect(out).toHaveLength(TO)
  const power = out.reduce((sum, sample) => sum + sample ** 2, 0) / out.length
  return 10 * Math.log10(power / 0.125 + 1e-20)
}

const rates = [8000, 22_050, 44_100, 48_000]
const passing = rates.flatMap((rate) =>
  [60, 300, 1000, 3000, 5000, 6900]
    .filter((hertz) => hertz < 0.4 * rate)
    .map((hertz) => [hertz, rate] as const),
)
const folding = rates.flatMap((rate) =>
  [9000, 10_000, 12_000, 15_900, 20_000]
    .filter((hertz) => hertz < rate / 2)
    .map((hertz) => [hertz, rate] as const),
)

describe('a tone', () => {
  it.each(passing)('of %i Hz keeps its level from %i Hz', (hertz, rate) => {
    expect(Math.abs(levelAfter(hertz, rate))).toBeLessThan(0.5)
  })

  it.each(folding)('of %i Hz is gone from %i Hz, as it cannot be kept', (hertz, rate) => {
    expect(levelAfter(hertz, rate)).toBeLessThan(-60)
  })

  it.each(rates)('stays where it is in time, from %i Hz', (rate) => {
    const out = createResampler(rate, TO).push(tone(440, rate))
    for (let i = 2000; i < 10_000; i += 7)
      expect(out[i]).toBeCloseTo(0.5 * Math.sin((2 * Math.PI * 440 * i) / TO), 2)
  })
})

describe('a stream', () => {
  it('in pieces of any size gives the very same samples as in one', () => {
    const rate = fc.constantFrom(8000, 11_025, 16_000, 22_050, 32_000, 44_100, 48_000, 96_000)
    const noise = Float32Array.from({ length: 6000 }, (_, i) => Math.sin(i * i))
    fc.assert(
      fc.property(rate, fc.array(fc.nat(300), { minLength: 5, maxLength: 30 }), (rate, sizes) => {
        const whole = createResampler(rate, TO).push(noise)
        const resampler = createResampler(rate, TO)
        const pieces: number[] = []
        let at = 0
        for (const size of [...sizes, noise.length]) {
          pieces.push(...resampler.push(noise.subarray(at, at + size)))
          at += size
        }
        expect(Float32Array.from(pieces)).toEqual(whole)
      }),
    )
  })

  it.each(rates)('of a second at %i Hz gives a second, but for the few milliseconds it waits for', (rate) => {
    const { length } = createResampler(rate, TO).push(new Float32Array(rate))
    expect(length).toBeLessThanOrEqual(TO)
    expect(length).toBeGreaterThan(TO * 0.995)
  })

  it('of silence is silence, and a constant stays constant', () => {
    expect(
      createResampler(48_000, TO)
        .push(new Float32Array(9600))
        .every((sample) => sample === 0),
    ).toBe(true)
    const constant = createResampler(44_100, TO).push(new Float32Array(44_100).fill(0.25))
    for (const sample of constant.subarray(200)) expect(sample).toBeCloseTo(0.25, 5)
  })
})
