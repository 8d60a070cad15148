import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createGain, loudness, raise } from '../../../web/captions/worker/gain.ts'
import { FRAME } from '../../../web/captions/worker/phrases.ts'

/** A tone so many decibels below the loudest there can be. */
const tone = (decibels: number, frames = 1) =>
  Float32Array.from(
    { length: FRAME * frames },
    (_, i) => Math.SQRT2 * 10 ** (decibels / 20) * Math.sin((2 * Math.PI * 8 * i) / FRAME),
  )
const numbers = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i)
const decibels = (sound: Float32Array) => 20 * Math.log10(loudness(sound))

describe('a frame', () => {
  it.each([-3, -12, -25])('that is as loud as speech, %d dB, is left as it is', (level) => {
    const gain = createGain()
    const frame = tone(level)
    for (let i = 0; i < 100; i++) expect(gain(frame)).toBe(frame)
  })

  it.each([-40, -50])('of a quiet microphone, %d dB, is raised to it within a while', (level) => {
    const gain = createGain()
    let raised: Float32Array = tone(level)
    for (let i = 0; i < 31 * 20; i++) raised = gain(tone(level))
    expect(decibels(raised)).toBeCloseTo(-25, 0)
  })

  it('of near silence is raised by 30 dB at most', () => {
    const gain = createGain()
    let raised: Float32Array = tone(-80)
    for (let i = 0; i < 31 * 60; i++) raised = gain(tone(-80))
    expect(decibels(raised)).toBeCloseTo(-50, 0)
    expect(gain(new Float32Array(FRAME))).toEqual(new Float32Array(FRAME))
  })

  it('after loud speech is not raised at once: a short pause stays one', () => {
    const gain = createGain()
    gain(tone(-20))
    let pause: Float32Array = tone(-60)
    for (let i = 0; i < 31; i++) pause = gain(tone(-60))
    expect(decibels(pause)).toBeLessThan(-58)
  })

  it('of anything is never beyond what a sample can be, nor changed in its place', () => {
    const samples = fc.array(fc.float({ min: -1, max: 1, noNaN: true }), {
      minLength: FRAME,
      maxLength: FRAME,
    })
    fc.assert(
      fc.property(fc.array(samples, { maxLength: 4 }), (list) => {
        const gain = createGain()
        for (const samples of list) {
          const frame = Float32Array.from(samples)
          const raised = gain(frame)
          expect([...frame]).toEqual([...Float32Array.from(samples)])
          expect(raised.every((sample) => Math.abs(sample) <= 1)).toBe(true)
        }
      }),
      { numRuns: 20 },
    )
  })
})

describe('a phrase', () => {
  it('is raised as a whole: its quiet parts stay as much quieter', () => {
    const sound = new Float32Array(FRAME * 4)
    sound.set(tone(-45, 2))
    sound.set(tone(-55, 2), FRAME * 2)
    const raised = raise(sound)
    const loud = decibels(raised.subarray(0, FRAME))
    expect(decibels(raised.subarray(FRAME * 3))).toBeCloseTo(loud - 10, 1)
  })

  it.each(numbers(-54, -26))(
    'of a quiet microphone, %d dB, is raised as far as speech should be, or a little more',
    (level) => {
      const raised = decibels(raise(tone(level, 4)))
      expect(raised).toBeGreaterThan(-25.1)
      expect(raised).toBeLessThan(-18.9)
    },
  )

  it('that grows louder is raised otherwise now and then only: what was heard of it stays', () => {
    const sound = new Float32Array(FRAME * 60)
    for (let i = 0; i < 60; i++) sound.set(tone(-50 + i / 6), FRAME * i)
    const firsts = Array.from({ length: 60 }, (_, i) => raise(sound.subarray(0, FRAME * (i + 1)))[1])
    expect(new Set(firsts).size).toBeLessThanOrEqual(3)
  })

  it('that is loud enough, or silent, is left as it is', () => {
    for (const sound of [tone(-20, 3), new Float32Array(FRAME * 3), new Float32Array(0)])
      expect(raise(sound)).toBe(sound)
  })
})
