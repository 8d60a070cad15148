import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  createPhrases,
  FRAMES_PER_SECOND,
  type Phrase,
  type PhraseEvent,
  pauseFor,
} from '../../../web/captions/worker/phrases.ts'

/** Probability of speech and loudness of one frame, or a microphone that is muted. */
type Step = { probability: number; loudness: number } | 'stop'

const frames = (seconds: number) => Math.round(seconds * FRAMES_PER_SECOND)
const lasting = (seconds: number, probability: number, loudness = probability): Step[] =>
  Array.from({ length: frames(seconds) }, () => ({ probability, loudness }))
const speech = (seconds: number) => lasting(seconds, 0.9)
const silence = (seconds: number) => lasting(seconds, 0.05)

/** A stretch is what lies between two “began”; it became a phrase, or was nothing. */
type Stretch = Phrase & { nothing: boolean; goesOn: boolean }

/** All that is found in a stream that ends after these steps. */
function find(steps: readonly Step[]) {
  const phrases = createPhrases()
  const stretches: Stretch[] = []
  const probabilities: number[] = []
  let began: number | undefined

  function follow(events: readonly PhraseEvent[]): void {
    for (const [i, event] of events.entries()) {
      if (event.type === 'began') {
        expect(began).toBeUndefined()
        began = event.from
        continue
      }
      const from = began ?? Number.NaN
      began = undefined
      const next = events[i + 1]
      if (event.type === 'was nothing')
        stretches.push({
          from,
          to: next?.type === 'began' ? next.from : phrases.now(),
          nothing: true,
          goesOn: false,
        })
      else {
        expect(event.phrase.from).toBe(from)
        stretches.push({ ...event.phrase, nothing: false, goesOn: event.goesOn })
      }
    }
    expect(phrases.current()).toBe(began)
  }

  for (const step of [...steps, 'stop' as const])
    if (step === 'stop') follow(phrases.stop())
    else {
      probabilities.push(step.probability)
      follow(phrases.push(step.probability, step.loudness))
    }
  return { stretches, phrases: stretches.filter((stretch) => !stretch.nothing), probabilities }
}

const lengths = (steps: readonly Step[]) => find(steps).phrases.map(({ from, to }) => to - from)

/** Any sound: stretches that are alike, as voices are, with single frames of anything and muting between. */
const anySound = fc
  .array(
    fc.oneof(
      {
        weight: 5,
        arbitrary: fc
          .tuple(
            fc.oneof(
              fc.constantFrom(0, 0.2, 0.34, 0.35, 0.4, 0.49, 0.5, 0.9, 1),
              fc.double({ min: 0, max: 1, noNaN: true }),
            ),
            fc.double({ min: 0, max: 1, noNaN: true }),
            fc.oneof(fc.nat(8), fc.nat(60), fc.nat(700)),
          )
          .map(([probability, loudness, length]): Step[] =>
            Array.from({ length }, (_, i) => ({ probability, loudness: loudness * (1 + Math.sin(i / 5)) })),
          ),
      },
      {
        weight: 2,
        arbitrary: fc.array(
          fc.record({
            probability: fc.double({ min: 0, max: 1, noNaN: true }),
            loudness: fc.double({ min: 0, max: 1, noNaN: true }),
          }),
        ),
      },
      { weight: 1, arbitrary: fc.constant<Step[]>(['stop']) },
    ),
    { maxLength: 20 },
  )
  .map((parts) => parts.flat())

describe('phrases of any sound', () => {
  it('never overlap, come in order, lie within it, and last no longer than twelve seconds', () => {
    fc.assert(
      fc.property(anySound, (steps) => {
        const { phrases, probabilities } = find(steps)
        let free = 0
        for (const { from, to } of phrases) {
          expect(from).toBeGreaterThanOrEqual(free)
          expect(to).toBeGreaterThan(from)
          expect(to - from).toBeLessThanOrEqual(Math.ceil(12 * FRAMES_PER_SECOND))
          free = to
        }
        expect(free).toBeLessThanOrEqual(probabilities.length)
      }),
    )
  })

  it('hold every frame of speech, but those of a stretch with less speech than any word has', () => {
    fc.assert(
      fc.property(anySound, (steps) => {
        const { stretches, probabilities } = find(steps)
        const speaks = (at: number) => (probabilities[at] ?? 0) >= 0.5
        const held = new Set<number>()
        for (const { from, to, nothing } of stretches) {
          const said = Array.from({ length: to - from }, (_, i) => from + i).filter(speaks)
          for (const at of said) held.add(at)
          if (nothing) expect(said.length).toBeLessThan(0.13 * FRAMES_PER_SECOND)
        }
        for (const at of probabilities.keys()) expect(held.has(at)).toBe(speaks(at))
      }),
    )
  })

  it('go on exactly where they were cut, and what is left is never nothing', () => {
    fc.assert(
      fc.property(anySound, (steps) => {
        const { stretches } = find(steps)
        for (const [i, { to, goesOn }] of stretches.entries())
          if (goesOn) expect(stretches[i + 1]).toMatchObject({ from: to, nothing: false })
      }),
    )
  })

  it('hold every frame of somebody who never pauses', () => {
    const restless = fc.array(
      fc.record({
        probability: fc.double({ min: 0.5, max: 1, noNaN: true }),
        loudness: fc.double({ min: 0, max: 1, noNaN: true }),
      }),
      { minLength: 4, maxLength: 2500 },
    )
    fc.assert(
      fc.property(restless, (steps) => {
        const { stretches } = find(steps)
        expect(stretches[0]?.from).toBe(0)
        expect(stretches.at(-1)?.to).toBe(steps.length)
        for (const [i, { from }] of stretches.entries()) if (i > 0) expect(from).toBe(stretches[i - 1]?.to)
      }),
      { numRuns: 30 },
    )
  })
})

describe('a phrase', () => {
  it('begins a little before its first sound and ends a little after its last', () => {
    const { phrases } = find([...silence(2), ...speech(1), ...silence(2)])
    expect(phrases).toMatchObject([
      { from: frames(2) - frames(0.3), to: frames(2) + frames(1) + frames(0.2) },
    ])
  })

  it('begins with the stream when that begins with speech', () => {
    expect(find([...speech(1), ...silence(1)]).phrases).toMatchObject([{ from: 0 }])
  })

  it('goes on through a quiet sound, which alone would begin none', () => {
    const murmur = lasting(1, 0.4)
    expect(find([...speech(1), ...murmur, ...speech(1), ...silence(1)]).phrases).toHaveLength(1)
    expect(find([...silence(1), ...murmur, ...silence(1)]).stretches).toEqual([])
  })

  const pauses: [said: number, pause: number, phrases: number][] = [
    [1, 1, 1],
    [1, 1.2, 2],
    [3.9, 1, 1],
    [7, 0.5, 1],
    [7, 0.8, 2],
    [10.5, 0.12, 1],
    [10.5, 0.25, 2],
  ]
  it.each(pauses)('of %d s with a pause of %d s in the middle of more: %i', (said, pause, count) => {
    expect(find([...speech(said), ...silence(pause), ...speech(1), ...silence(1.2)]).phrases).toHaveLength(
      count,
    )
  })

  it('ends at a pause of 1.1 s at first, and the longer it is at a shorter one, down to 0.19 s', () => {
    expect(pauseFor(0)).toBe(frames(1.1))
    expect(pauseFor(frames(60))).toBe(frames(0.19))
    fc.assert(
      fc.property(fc.nat(1000), fc.nat(1000), (length, more) => {
        expect(pauseFor(length + more)).toBeLessThanOrEqual(pauseFor(length))
      }),
    )
  })

  it('without a pause is cut at its quietest place, not at its end', () => {
    const dip = lasting(0.1, 0.9, 0.05)
    const [first = 0] = lengths([...speech(7), ...dip, ...speech(8)])
    expect(first).toBeGreaterThanOrEqual(frames(7))
    expect(first).toBeLessThanOrEqual(frames(7.1))
  })

  it('that is cut again and again has parts between seven and twelve seconds', () => {
    const parts = lengths(speech(60))
    expect(parts.length).toBeGreaterThan(4)
    for (const part of parts.slice(0, -1)) expect(part).toBeGreaterThanOrEqual(frames(7))
  })
})

describe('a click', () => {
  it.each([0.04, 0.07, 0.1])('of %d s is nothing, however often it comes', (seconds) => {
    const { stretches } = find(
      Array.from({ length: 20 }, () => [...silence(0.8), ...lasting(seconds, 1)]).flat(),
    )
    expect(stretches).toHaveLength(20)
    expect(stretches.filter((stretch) => !stretch.nothing)).toEqual([])
  })

  it('is shorter than the shortest word', () => {
    expect(find([...silence(1), ...speech(0.14), ...silence(1)]).phrases).toHaveLength(1)
  })
})

describe('stopping', () => {
  it('ends what goes on, at the last frame', () => {
    const phrases = createPhrases()
    for (const step of speech(1)) if (step !== 'stop') phrases.push(step.probability, step.loudness)
    expect(phrases.stop()).toEqual([{ type: 'ended', phrase: { from: 0, to: frames(1) }, goesOn: false }])
    expect(phrases.current()).toBeUndefined()
    expect(phrases.stop()).toEqual([])
  })

  it('in silence ends nothing', () => {
    expect(createPhrases().stop()).toEqual([])
    expect(find([...silence(1), 'stop', ...silence(1)]).stretches).toEqual([])
  })

  it('after a click says that it was nothing', () => {
    expect(find(lasting(0.07, 1)).stretches).toMatchObject([{ nothing: true }])
  })
})
