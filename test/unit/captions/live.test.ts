import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Token } from '../../../web/captions/worker/decoder.ts'
import { createLive, type LiveEvent } from '../../../web/captions/worker/live.ts'
import { FRAME, FRAMES_PER_SECOND } from '../../../web/captions/worker/phrases.ts'

type Text = Extract<LiveEvent, { type: 'text' }>

/** As Moonshine's for English. */
const mostTokens = (samples: number) => Math.ceil((samples / 16_000) * 6.5)
const FRAME_MS = 1000 / FRAMES_PER_SECOND
const seconds = (frames: number) => frames / FRAMES_PER_SECOND
/** A turn of the event loop: whatever waits for nothing else has run after it. */
const turn = () => new Promise((resolve) => setImmediate(resolve))

/**
 * A sound that the parts below can read: a frame holds the probability of speech in it, the number of the word that is
 * said, and its own number.
 */
type Sounds = readonly (number | 'pause')[]
const say = (word: number, time: number): Sounds => Array(Math.round(time * FRAMES_PER_SECOND)).fill(word)
const pause = (time: number): Sounds => Array(Math.round(time * FRAMES_PER_SECOND)).fill('pause')
/** A phrase of its own: different words of a third of a second each. */
const sentence = (words: readonly number[]) => [...words.flatMap((word) => say(word, 0.32)), ...pause(1.3)]

type Audio = {
  words: number[]
  /** how many frames of each word are in it */
  lengths: number[]
  frames: number
  first: number
  unbroken: boolean
  /** it ends in silence */
  last: boolean
}

/** What the parts below read in a piece of sound; it is unbroken when its frames follow each other. */
function readAudio(audio: Float32Array): Audio {
  const words: number[] = []
  const lengths: number[] = []
  const [, , first = 0] = audio
  let unbroken = true
  for (let at = 0; at < audio.length; at += FRAME) {
    const [probability = 0, word = 0, number] = audio.subarray(at, at + 3)
    if (probability >= 0.5 && words.at(-1) !== word) lengths[words.push(word) - 1] = 0
    if (probability >= 0.5) lengths[words.length - 1] = (lengths.at(-1) ?? 0) + 1
    if (number !== first + at / FRAME) unbroken = false
  }
  const last = (audio.at(-FRAME) ?? 0) < 0.5
  return { words, lengths, frames: audio.length / FRAME, first, unbroken, last }
}

type Options = {
  /** milliseconds that a decoding takes */
  cost?: (audio: Audio) => number
  /** the words that are heard in it, and how sure */
  hear?: (audio: Audio) => { words: readonly number[]; logprob?: number | ((word: number) => number) }
  speech?: (frame: Float32Array) => Promise<number>
  /** samples that cost as much as any fewer */
  hearsAtOnce?: number
}

/** A microphone, a decoder that takes its time, and a clock in the test's hands. */
function stage({ cost = () => 0, hear = ({ words }) => ({ words }), speech, hearsAtOnce }: Options = {}) {
  let clock = 0
  let frames = 0
  const told: (LiveEvent & { at: number })[] = []
  const decodings: (Audio & { at: number; took: number })[] = []
  const due: { at: number; go: () => void }[] = []

  function decode(sound: Float32Array): Promise<Token[]> {
    const audio = readAudio(sound)
    const took = cost(audio)
    const { words, logprob = -0.1 } = hear(audio)
    decodings.push({ ...audio, at: clock, took })
    return new Promise((resolve) => {
      const sure = (id: number) => (typeof logprob === 'number' ? logprob : logprob(id))
      const go = () => resolve(words.map((id) => ({ id, logprob: sure(id) })))
      if (took === 0) go()
      else due.push({ at: clock + took, go })
    })
  }

  const live = createLive({
    decoder: {
      mostTokens,
      text: (tokens) => tokens.map(({ id }) => `w${id}`).join(' '),
      ...(hearsAtOnce && { hearsAtOnce }),
    },
    speech: speech ?? (async (frame) => frame[0] ?? 0),
    decode,
    now: () => clock,
    tell: (event) => told.push({ ...event, at: clock }),
  })

  async function pass(): Promise<void> {
    clock += FRAME_MS
    while (due[0] && due[0].at <= clock) due.shift()?.go()
    await turn()
  }

  return {
    live,
    told,
    decodings,
    now: () => clock,
    /** Somebody says this, as fast as time goes. */
    async hears(sounds: Sounds): Promise<void> {
      for (const sound of sounds) {
        const frame = new Float32Array(FRAME)
        frame.set([sound === 'pause' ? 0.02 : 0.9, sound === 'pause' ? 0 : sound, frames++])
        void live.push(frame).catch(() => {})
        await pass()
      }
    },
    /** Time passes, and nothing is said. */
    async waits(time: number): Promise<void> {
      for (const end = clock + time * 1000; clock < end; ) await pass()
    },
    async stops(): Promise<void> {
      let stopped = false
      const ending = live.stop().finally(() => {
        stopped = true
      })
      while (!stopped) await pass()
      await ending
    },
    texts: () => told.filter((event): event is Text & { at: number } => event.type === 'text'),
    finals: () =>
      told.flatMap((event) => (event.type === 'text' && event.final && event.agreed ? [event.agreed] : [])),
    other: () =>
      told.flatMap((event) =>
        event.type === 'slow'
          ? [event.slow ? 'slow' : 'keeps up']
          : event.type === 'understood'
            ? [event.understood ? 'understood' : 'not understood']
            : [],
      ),
  }
}

const numbers = (from: number, count: number) => Array.from({ length: count }, (_, i) => from + i)
const spoken = (words: readonly number[]) => words.map((word) => `w${word}`).join(' ')

describe('speech', () => {
  it('is told while it grows, and once for all at its end', async () => {
    const { hears, texts, finals } = stage()
    await hears(sentence(numbers(1, 8)))
    expect(finals()).toEqual([spoken(numbers(1, 8))])
    const growing = texts().slice(0, -1)
    expect(growing.length).toBeGreaterThan(3)
    expect(growing.every(({ final }) => !final)).toBe(true)
    expect(growing.some(({ agreed }) => agreed.startsWith('w1 w2'))).toBe(true)
  })

  it('of several sentences is told one by one, none lost and none doubled', async () => {
    const { hears, stops, finals, texts } = stage()
    const sentences = [numbers(1, 4), numbers(10, 9), numbers(30, 2), numbers(40, 12)]
    for (const words of sentences) await hears(sentence(words))
    await stops()
    expect(finals()).toEqual(sentences.map(spoken))
    const phrases = [...Map.groupBy(texts(), ({ phrase }) => phrase).values()]
    for (const [i, events] of phrases.entries())
      for (const { agreed, tentative } of events)
        expect(spoken(sentences[i] ?? [])).toContain([agreed, tentative].filter(Boolean).join(' '))
  })

  it('without a pause is told in parts, none of its words lost', async () => {
    const { hears, stops, finals } = stage()
    await hears(numbers(1, 90).flatMap((word) => say(word, 0.32)))
    await stops()
    expect(finals().length).toBeGreaterThan(2)
    expect(finals().join(' ')).toBe(spoken(numbers(1, 90)))
  })

  it('that was cut is told whole also when what follows makes sense only without what was before', async () => {
    const short = new Set<number>()
    const { hears, stops, finals } = stage({
      // nothing is heard in what was heard before as a short piece and has become longer, and no word without its beginning
      hear({ words, lengths, first, frames }) {
        if (frames < 2.5 * FRAMES_PER_SECOND && !words.includes(1)) short.add(first)
        const whole = (lengths[0] ?? 0) < 10 ? words.slice(1) : words
        return { words: short.has(first) && frames > 3 * FRAMES_PER_SECOND ? [] : whole }
      },
    })
    await hears([...numbers(1, 40).flatMap((word) => say(word, 0.32)), ...pause(1)])
    await stops()
    expect(finals().join(' ')).toBe(spoken(numbers(1, 40)))
  })

  it('of any words with any pauses is told whole, wherever it is cut, each word once', async () => {
    const word = fc.record({
      name: fc.integer({ min: 1, max: 6 }),
      length: fc.integer({ min: 5, max: 30 }),
      pause: fc.oneof({ weight: 6, arbitrary: fc.nat(5) }, fc.nat(40)),
    })
    await fc.assert(
      fc.asyncProperty(
        fc.array(word, { maxLength: 120 }),
        fc.constantFrom(0, 0.1, 0.2),
        async (said, share) => {
          const { hears, stops, finals } = stage({
            cost: ({ frames }) => seconds(frames) * 1000 * share,
            // a word of which a part is missing is heard as another, but always as the same
            hear: ({ words, lengths }) => ({
              words: words.map((id, i) =>
                lengths[i] === said[Math.floor(id / 10) - 1]?.length ? id % 10 : 7 + (id % 3),
              ),
            }),
          })
          await hears(
            said.flatMap(({ name, length, pause }, i) => [
              ...Array(length).fill((i + 1) * 10 + name),
              ...Array(pause).fill('pause'),
            ]),
          )
          await stops()
          expect(finals().join(' ')).toBe(spoken(said.map(({ name }) => name)))
        },
      ),
      { numRuns: 60 },
    )
  })

  it('that takes more than three seconds to write down is not written down while it grows', async () => {
    const { hears, decodings } = stage({ cost: ({ frames }) => seconds(frames) * 600 })
    await hears(numbers(1, 30).flatMap((word) => say(word, 0.32)))
    const longest = Math.max(...decodings.map(({ took }) => took))
    expect(longest).toBeGreaterThan(1500)
    expect(longest).toBeLessThanOrEqual(3000)
  })

  it.each([
    ['that takes two seconds for any sound is written down while it grows, as long as it is', 2000, true],
    ['that takes four seconds for any sound is not, however short it is', 4000, false],
  ])('%s', async (_, took, grows) => {
    const { hears, decodings } = stage({ cost: () => took, hearsAtOnce: 30 * 16_000 })
    for (const words of [numbers(1, 28), numbers(30, 3), numbers(40, 28), numbers(70, 3)])
      await hears([...sentence(words), ...pause(4)])
    const growing = decodings.filter(({ last }) => !last)
    expect(growing.some(({ frames }) => seconds(frames) > 6)).toBe(grows)
    // what is tried first, as nothing is known then
    expect(growing.length > 1).toBe(grows)
  })

  it('comes in pieces of any size', async () => {
    const sound = Float32Array.from(
      sentence(numbers(1, 5)).flatMap((word) => [
        word === 'pause' ? 0.02 : 0.9,
        word === 'pause' ? 0 : word,
        ...Array(FRAME - 2).fill(0),
      ]),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 5000 })), async (sizes) => {
        const { live, stops, finals } = stage()
        let at = 0
        for (const size of [...sizes, sound.length]) {
          void live.push(sound.subarray(at, at + size))
          at += size
        }
        await stops()
        expect(finals()).toEqual([spoken(numbers(1, 5))])
      }),
      { numRuns: 20 },
    )
  })

  it('takes no more than half of the time to be written down while it grows', async () => {
    const { hears, decodings, now } = stage({ cost: () => 500 })
    await hears(say(1, 9))
    expect(decodings.length).toBeGreaterThan(5)
    expect(decodings.length * 500).toBeLessThanOrEqual(now() / 2 + 500)
  })

  it('is not written down more than three times a second, however fast the model', async () => {
    const { hears, decodings } = stage()
    await hears(say(1, 9))
    expect(decodings.length).toBeLessThanOrEqual(27)
    expect(decodings.length).toBeGreaterThan(18)
  })
})

describe('silence', () => {
  it('is never given to the decoder, and nothing is told of it', async () => {
    const { hears, stops, told, decodings } = stage()
    await hears(pause(60))
    await stops()
    expect(told).toEqual([])
    expect(decodings).toEqual([])
  })

  it('with clicks in it is silence too', async () => {
    const { hears, stops, told } = stage({ hear: () => ({ words: [] }) })
    for (let i = 0; i < 20; i++) await hears([...pause(1), ...say(i, 0.1)])
    await stops()
    expect(told).toEqual([])
  })
})

describe('stopping', () => {
  it('finishes what is being said, and tells nothing after', async () => {
    const { hears, stops, waits, finals, told } = stage({ cost: () => 200 })
    await hears(numbers(1, 5).flatMap((word) => say(word, 0.32)))
    await stops()
    expect(finals()).toEqual([spoken(numbers(1, 5))])
    const before = told.length
    await waits(10)
    expect(told).toHaveLength(before)
  })

  it('in the middle of a decoding waits for it', async () => {
    const { hears, stops, finals, decodings } = stage({ cost: () => 3000 })
    await hears(say(1, 1))
    expect(decodings).toHaveLength(1)
    await stops()
    expect(finals()).toEqual(['w1'])
  })

  it('while a phrase is finished and another grows goes straight to the end', async () => {
    const { hears, stops, finals, decodings } = stage({ cost: () => 1200 })
    await hears([...sentence([1, 2]), ...say(3, 0.6)])
    await stops()
    expect(finals()).toEqual(['w1 w2', 'w3'])
    expect(decodings.filter(({ words }) => words.includes(3))).toHaveLength(1)
  })

  it('begins a new stream, whose phrases have new numbers and nothing of the old', async () => {
    const { hears, stops, finals, texts } = stage({
      hear: ({ words }) => ({ words: words.length === 1 && words[0] === 1 ? [] : words }),
    })
    await hears(say(1, 1))
    await stops()
    await hears(sentence([2, 3]))
    expect(finals()).toEqual(['w2 w3'])
    const ids = texts().flatMap(({ final, phrase }) => (final ? [phrase] : []))
    expect(new Set(ids).size).toBe(ids.length)
  })
})

describe('any sound, at any speed of the decoder', () => {
  const sounds = fc.array(
    fc.oneof(
      fc
        .tuple(fc.integer({ min: 1, max: 9 }), fc.constantFrom(0.05, 0.1, 0.3, 1, 3, 12))
        .map(([word, time]) => say(word, time)),
      fc.constantFrom(0.1, 0.3, 0.8, 3).map(pause),
    ),
    { maxLength: 14 },
  )
  const options = fc.record({
    cost: fc.constantFrom(0, 0.1, 0.5, 1.5, 6).map(
      (times) =>
        ({ frames }: Audio) =>
          seconds(frames) * 1000 * times,
    ),
    hear: fc.constantFrom(
      ({ words }: Audio) => ({ words }),
      ({ words }: Audio) => ({ words: words.length % 2 ? words : [] }),
      ({ words, frames }: Audio) => ({ words, logprob: frames % 3 ? -0.1 : -2 }),
    ),
  })

  it('has every phrase told final once, and nothing more of it then', async () => {
    await fc.assert(
      fc.asyncProperty(sounds, options, async (parts, options) => {
        const { hears, stops, texts } = stage(options)
        await hears(parts.flat())
        await stops()
        for (const events of Map.groupBy(texts(), ({ phrase }) => phrase).values()) {
          expect(events.map(({ final }) => final)).toEqual([...Array(events.length - 1).fill(false), true])
        }
      }),
      { numRuns: 40 },
    )
  })

  it('has what is agreed grow only, until it is final', async () => {
    await fc.assert(
      fc.asyncProperty(sounds, options, async (parts, options) => {
        const { hears, stops, texts } = stage(options)
        await hears(parts.flat())
        await stops()
        const growing = texts().filter(({ final }) => !final)
        for (const events of Map.groupBy(growing, ({ phrase }) => phrase).values())
          for (const [i, { agreed }] of events.entries())
            expect(agreed.startsWith(events[i - 1]?.agreed ?? '')).toBe(true)
      }),
      { numRuns: 40 },
    )
  })

  it('is told as it was heard last, as a whole, when it is final', async () => {
    const { hears, stops, texts } = stage({
      // one word is heard as another until the phrase is over
      hear: ({ words, last }) => ({ words: last ? words : words.map((word) => (word === 2 ? 9 : word)) }),
    })
    await hears(sentence(numbers(1, 8)))
    await stops()
    expect(texts().some(({ agreed }) => agreed.startsWith('w1 w9'))).toBe(true)
    expect(texts().at(-1)?.agreed).toBe(spoken(numbers(1, 8)))
  })

  it('comes to the decoder whole, with the moment before it', async () => {
    await fc.assert(
      fc.asyncProperty(sounds, options, async (parts, options) => {
        const { hears, stops, decodings } = stage(options)
        await hears(parts.flat())
        await stops()
        for (const { unbroken } of decodings) expect(unbroken).toBe(true)
      }),
      { numRuns: 40 },
    )
  })

  it('never has the decoder do two things at once', async () => {
    await fc.assert(
      fc.asyncProperty(sounds, options, async (parts, options) => {
        const { hears, stops, decodings } = stage(options)
        await hears(parts.flat())
        await stops()
        for (const [i, { at }] of decodings.entries()) {
          const before = decodings[i - 1]
          if (before) expect(at).toBeGreaterThanOrEqual(before.at + before.took)
        }
      }),
      { numRuns: 40 },
    )
  })
})

describe('a slow decoder', () => {
  const slowly = (times: () => number) => stage({ cost: ({ frames }) => seconds(frames) * 1000 * times() })

  it('is said to be slow, only writes whole phrases down then, and recovers', async () => {
    let times = 2
    const { hears, stops, other, told, finals } = slowly(() => times)
    for (let i = 0; i < 6; i++) await hears(sentence(numbers(i * 10, 9)))
    expect(other()[0]).toBe('slow')
    times = 0.05
    for (let i = 6; i < 12; i++) await hears(sentence(numbers(i * 10, 9)))
    await stops()
    expect(other().at(-1)).toBe('keeps up')
    expect(finals().at(-1)).toBe(spoken(numbers(110, 9)))
    let slow = false
    for (const event of told) {
      if (event.type === 'slow') slow = event.slow
      if (event.type === 'text' && slow) expect(event.final).toBe(true)
    }
  })

  it('says each change once', async () => {
    let times = 3
    const { hears, stops, other } = slowly(() => times)
    for (let i = 0; i < 45; i++) {
      times = i % 15 < 4 ? 3 : 0
      await hears(sentence(numbers(i * 10, 6)))
    }
    await stops()
    expect(other()).toEqual(Array(3).fill(['slow', 'keeps up']).flat())
  })

  it.each([0.1, 0.2, 0.4, 0.7, 1, 1.3])(
    'that always takes %d times as long as speech does not flicker',
    async (times) => {
      const { hears, stops, other } = slowly(() => times)
      for (let i = 0; i < 40; i++) await hears(sentence(numbers(i * 30, (i * 7) % 29)))
      await stops()
      expect(other()).toEqual(times < 0.25 ? [] : other().length ? ['slow'] : [])
    },
  )

  it('is not called slow for one decoding that takes long', async () => {
    let times = 0.1
    const { hears, other } = slowly(() => times)
    await hears(sentence(numbers(1, 6)))
    times = 1
    await hears(sentence(numbers(10, 6)))
    times = 0.1
    await hears(sentence(numbers(20, 6)))
    expect(other()).toEqual([])
  })

  it.each([3, 10, 30])(
    'that takes %i times as long as speech is never far behind, however long somebody speaks',
    async (times) => {
      const { hears, decodings } = slowly(() => times)
      for (let i = 0; i < 60; i++) await hears(sentence(numbers(i * 30, 28)))
      expect(decodings.length).toBeGreaterThan(2)
      for (const { at, first, frames } of decodings) {
        const behind = at / 1000 - seconds(first + frames)
        // no farther than the longest phrase takes
        expect(behind).toBeLessThan(Math.max(21, 12 * times))
      }
    },
  )

  it('tells of what it left out that it will not come', async () => {
    const { hears, stops, texts, decodings } = slowly(() => 10)
    for (let i = 0; i < 40; i++) await hears(sentence(numbers(i * 30, 20)))
    await stops()
    const last = [...Map.groupBy(texts(), ({ phrase }) => phrase).values()].map((events) => events.at(-1))
    expect(last.every((event) => event?.final)).toBe(true)
    expect(last.length).toBeGreaterThan(decodings.length)
    expect(last.filter((event) => event?.agreed === '').length).toBeGreaterThan(3)
  })
})

describe('voice activity that is slower than sound', () => {
  /** Each frame takes as long as so many. */
  function slowEars(times: number) {
    const ready: (() => void)[] = []
    let due = 0
    const made = stage({
      speech: (frame) =>
        new Promise((resolve) => {
          ready.push(() => resolve(frame[0] ?? 0))
        }),
    })
    /** Says this, and lets voice activity do what it can in that time. */
    async function hears(sounds: Sounds): Promise<void> {
      for (const sound of sounds) {
        await made.hears([sound])
        for (due += 1 / times; due >= 1 && ready.length > 0; due--) {
          ready.shift()?.()
          await turn()
        }
      }
    }
    return { ...made, hears }
  }

  it('is never far behind, leaves the oldest out, and is said to be slow', async () => {
    const { hears, other, decodings } = slowEars(2)
    for (let i = 0; i < 60; i++) await hears(sentence(numbers(i * 10, 8)))
    for (const { at, first, frames } of decodings)
      expect(at / 1000 - seconds(first + frames)).toBeLessThan(26)
    expect(other()).toEqual(['slow'])
    expect(decodings.length).toBeGreaterThan(12)
    expect(decodings.every(({ unbroken }) => unbroken)).toBe(true)
  })

  it('still has whole phrases told while the sound goes on', async () => {
    const { hears, finals } = slowEars(1.1)
    for (let i = 0; i < 8; i++) await hears(sentence(numbers(i * 10, 8)))
    expect(finals().slice(0, 3)).toEqual([0, 1, 2].map((i) => spoken(numbers(i * 10, 8))))
  })
})

describe('a phrase that makes no sense alone', () => {
  /** Hears only what stands here, each written as its words. */
  const only =
    (...known: string[]) =>
    ({ words }: Audio) => ({ words: known.includes(words.join(' ')) ? words : [] })

  it('is tried with the next one', async () => {
    const { hears, stops, finals } = stage({ hear: only('1 2 3 4', '3 4') })
    await hears([...sentence([1, 2]), ...sentence([3, 4])])
    await stops()
    expect(finals()).toEqual(['w1 w2 w3 w4'])
  })

  it('is tried with the one before, whose words are not said again', async () => {
    const { hears, stops, finals } = stage({ hear: only('1 2', '1 2 3 4') })
    await hears([...sentence([1, 2]), ...sentence([3, 4])])
    await stops()
    expect(finals()).toEqual(['w1 w2', 'w3 w4'])
  })

  it('is not tried with the one before where that would take longer than a second and a half', async () => {
    const together = async (took: number) => {
      const { hears, stops, decodings } = stage({ cost: ({ frames }) => seconds(frames) * took })
      for (const words of [numbers(1, 9), numbers(10, 9), numbers(20, 9)]) await hears(sentence(words))
      await stops()
      return decodings.some(({ words }) => words.includes(9) && words.includes(18))
    }
    expect(await together(100)).toBe(true)
    expect(await together(250)).toBe(false)
  })

  it('is left out when it makes none with either', async () => {
    const { hears, stops, finals } = stage({ hear: only('1 2', '5 6') })
    await hears([...sentence([1, 2]), ...sentence([3, 4]), ...sentence([5, 6])])
    await stops()
    expect(finals()).toEqual(['w1 w2', 'w5 w6'])
  })

  it('is not tried with what was said long before', async () => {
    const { hears, stops, finals, decodings } = stage({ hear: only('1 2', '1 2 3 4') })
    await hears([...sentence([1, 2]), ...pause(2), ...sentence([3, 4])])
    await stops()
    expect(finals()).toEqual(['w1 w2'])
    expect(decodings.map(({ words }) => words.join(' '))).not.toContain('1 2 3 4')
  })

  it('is not tried with one that makes more than twenty seconds with it', async () => {
    const { hears, stops, decodings } = stage({ hear: () => ({ words: [] }) })
    for (let i = 0; i < 6; i++) await hears([...say(i, 10.5), ...pause(0.8)])
    await stops()
    for (const { frames } of decodings) expect(seconds(frames)).toBeLessThanOrEqual(20)
    expect(decodings.every(({ words }) => words.length === 1)).toBe(true)
  })
})

describe('another language', () => {
  const strange = () => {
    let sure = false
    const made = stage({ hear: ({ words }) => ({ words, logprob: sure ? -0.1 : -1.2 }) })
    return {
      ...made,
      becomes: (believed: boolean) => {
        sure = believed
      },
    }
  }
  const long = (i: number) => sentence(numbers(i * 10, 7))

  it('is said once when several long phrases made no sense, and taken back once by one that does', async () => {
    const { hears, other, becomes } = strange()
    await hears([...long(1), ...long(2)])
    expect(other()).toEqual([])
    await hears([...long(3), ...long(4), ...long(5), ...long(6)])
    expect(other()).toEqual(['not understood'])
    becomes(true)
    await hears([...long(7), ...long(8)])
    expect(other()).toEqual(['not understood', 'understood'])
  })

  it('is said also by a model that writes nothing of it', async () => {
    const { hears, other, texts } = stage({ hear: () => ({ words: [] }) })
    await hears([...long(1), ...long(2), ...long(3)])
    expect(other()).toEqual(['not understood'])
    expect(texts().map(({ agreed, tentative }) => agreed + tentative)).toEqual(['', '', ''])
  })

  it('is said after twelve seconds that made none, also when these were two phrases alone', async () => {
    const { hears, other } = strange()
    await hears([...numbers(1, 20).flatMap((word) => say(word, 0.32)), ...pause(1)])
    expect(other()).toEqual([])
    await hears([...numbers(30, 20).flatMap((word) => say(word, 0.32)), ...pause(1)])
    expect(other()).toEqual(['not understood'])
  })

  it('is not said for one believed among them', async () => {
    const { hears, other, becomes } = strange()
    for (let i = 0; i < 5; i++) {
      becomes(false)
      await hears([...long(i * 3), ...long(i * 3 + 1), ...pause(2)])
      becomes(true)
      await hears([...long(i * 3 + 2), ...pause(2)])
    }
    expect(other()).toEqual([])
  })

  it('is not said for short sounds, however many', async () => {
    const { hears, other } = strange()
    for (let i = 0; i < 12; i++) await hears([...say(i, 0.5), ...pause(2.5)])
    expect(other()).toEqual([])
  })

  it('shows no words that are only sure enough for a growing phrase, but for the first one', async () => {
    const { hears, stops, texts } = stage({ hear: ({ words }) => ({ words, logprob: -0.7 }) })
    await hears([...long(1), ...long(2), ...long(3)])
    await stops()
    const shown = texts().filter(({ agreed, tentative }) => agreed + tentative)
    expect(new Set(shown.map(({ phrase }) => phrase)).size).toBe(1)
  })

  it('is not believed for what was said before it, which a model is sure of', async () => {
    const { hears, stops, finals } = stage({
      hear: ({ words }) => ({ words, logprob: (word) => (word < 20 ? -0.05 : -1.2) }),
    })
    // together they are surer than what is doubted
    await hears([...sentence(numbers(1, 16)), ...sentence(numbers(20, 6)), ...sentence(numbers(1, 6))])
    await stops()
    expect(finals()).toEqual([spoken(numbers(1, 16)), spoken(numbers(1, 6))])
  })

  it('is not tried with what was said before by a model that writes nothing of it alone', async () => {
    const { hears, stops, finals } = stage({
      hear: ({ words }) => ({ words: words.every((word) => word >= 20) ? [] : words }),
    })
    await hears([...sentence(numbers(1, 6)), ...sentence(numbers(20, 6))])
    await stops()
    expect(finals()).toEqual([spoken(numbers(1, 6))])
  })

  it('shows none of the words that the model made up', async () => {
    const { hears, stops, texts } = strange()
    await hears([...long(1), ...long(2), ...long(3), ...long(4)])
    await stops()
    expect(
      texts()
        .map(({ agreed, tentative }) => agreed + tentative)
        .join(''),
    ).toBe('')
  })
})

describe('a model that fails', () => {
  const broken = () => Promise.reject(new Error('no memory'))

  it('fails what is pushed, so that it can be begun again', async () => {
    const live = createLive({
      decoder: { mostTokens, text: () => '' },
      speech: async () => 0.9,
      decode: broken,
      now: () => 0,
      tell: () => expect.unreachable(),
    })
    await expect(live.push(new Float32Array(FRAME * 40))).rejects.toThrow('no memory')
  })

  it('fails it too when it is the one for voice activity', async () => {
    const { live } = stage({ speech: broken })
    await expect(live.push(new Float32Array(FRAME))).rejects.toThrow('no memory')
  })

  it('fails the stop that waits for it', async () => {
    const live = createLive({
      decoder: { mostTokens, text: () => '' },
      speech: async () => 0.9,
      decode: broken,
      now: () => 0,
      tell: () => expect.unreachable(),
    })
    // too short to be looked at before the end
    await live.push(new Float32Array(FRAME * 6))
    await expect(live.stop()).rejects.toThrow('no memory')
  })
})
