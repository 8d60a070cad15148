import { createAgreement, wordsAfter, wordsOf } from './agreement.ts'
import type { Decoder, Token } from './decoder.ts'
import { doubtOf, lastTokens } from './doubt.ts'
import { loudness } from './gain.ts'
import { createPace } from './pace.ts'
import { BEFORE, createPhrases, FRAME, FRAMES_PER_SECOND, type Phrase } from './phrases.ts'

export type LiveEvent =
  /** what is heard of one phrase, each time in full; both empty and `final`: it was no speech after all */
  | { type: 'text'; phrase: number; agreed: string; tentative: string; final: boolean }
  /** this device cannot keep up: text comes late, or some of it is left out */
  | { type: 'slow'; slow: boolean }
  /** several phrases in a row made no sense to the model: most likely another language */
  | { type: 'understood'; understood: boolean }

type Options = {
  /** probability of speech in one frame, 0 … 1 */
  speech: (frame: Float32Array) => Promise<number>
  decode: (audio: Float32Array) => Promise<Token[]>
  /** what makes text of the tokens, and knows how many there may be, how sure they should be, and what they cost */
  decoder: Pick<Decoder, 'mostTokens' | 'text' | 'leastSure' | 'hearsAtOnce'>
  /** milliseconds of a clock that never goes back */
  now: () => number
  tell: (event: LiveEvent) => void
}

/** How often a growing phrase is decoded again: as often as this, and never more than half of the time. */
const EVERY_MS = 350
const REST = 1
/** A growing phrase is worth it again after so much more sound. */
const MORE = Math.round(0.22 * FRAMES_PER_SECOND)
/** So far behind, the oldest is left out. */
const TOO_SLOW = 20 * FRAMES_PER_SECOND
/** Phrases in a row that made no sense: so many, or two of so long together, and how long each must be to count. */
const STRANGE = { phrases: 3, frames: 12 * FRAMES_PER_SECOND }
const COUNTS = 1.5 * FRAMES_PER_SECOND
/** A phrase that makes no sense alone is tried together with a neighbour: so near, and together so long. */
const NEAR = 2 * FRAMES_PER_SECOND
const TOGETHER = 20 * FRAMES_PER_SECOND

/** The sound before a cut that is heard once more with what comes after it, from its quietest place on: some words. */
const SEAM = { least: Math.round(1.3 * FRAMES_PER_SECOND), most: Math.round(2.4 * FRAMES_PER_SECOND) }

/** A phrase that has waited so long is heard as quickly as can be. */
const HURRY = 1.5 * FRAMES_PER_SECOND
/** What the decoding of two phrases together may take, and of a growing one: meanwhile whole phrases would wait. */
const TOGETHER_MS = 1500
const GROWING_MS = 3000

/** `foreign`: the model itself wrote nothing of it while it grew */
type Waiting = Phrase & { id: number; goesOn: boolean; foreign: boolean }
/**
 * A phrase was cut, and maybe a word with it: its last word is `held` back. The next phrase is heard from `from` on,
 * where these words are `known`; it tells the others.
 */
type Seam = { from: number; known: readonly string[]; held: string }

/**
 * Turns a stream of 16 kHz mono samples into text, phrase by phrase, while it comes in. One thing at a time: decodings
 * wait for each other, and whole phrases come before growing ones.
 */
export function createLive({ speech, decode, decoder, now, tell }: Options) {
  const { mostTokens, text, leastSure, hearsAtOnce = 0 } = decoder
  let phrases = createPhrases()
  /** frames from `first` on, as far as anything still needs them */
  let frames: Float32Array[] = []
  let first = 0
  /** how many of them voice activity has seen */
  let seen = 0
  let partial = new Float32Array(0)
  let id = 0
  let agreement = createAgreement()
  let waiting: Waiting[] = []
  /** the growing phrase: what was last told of it, and up to where it was decoded */
  let decodedTo = 0
  let shown = false
  let foreign = false
  let restUntil = 0
  const pace = createPace()
  let slow = false
  let hurried = false
  /** milliseconds that the last decoding took, for each frame that it heard */
  let cost = 0
  /** milliseconds that decoding so many frames takes, as far as one knows */
  const costOf = (frames: number) => Math.max(frames, hearsAtOnce / FRAME) * cost
  /** how long the last ones were that made no sense */
  let strange: number[] = []
  let understood = true
  /** the last whole phrase, with its text; empty when it made no sense */
  let last: (Phrase & { said: string; seam: Seam | undefined }) | undefined
  let pumping: Promise<void> | undefined
  let ending = false

  const end = () => first + frames.length
  const sound = ({ from, to }: Phrase) => {
    const audio = new Float32Array((to - from) * FRAME)
    for (let i = from; i < to; i++) audio.set(frames[i - first] ?? [], (i - from) * FRAME)
    return audio
  }

  function forget(): void {
    const oldest = waiting[0]?.from ?? phrases.current() ?? seen - BEFORE
    const needed = last && oldest - last.to <= NEAR ? last.from : oldest
    const unused = Math.max(0, needed - first)
    frames = frames.slice(unused)
    first += unused
  }

  /** Looks for speech in what is there by now: where that is slower than sound comes, it would never be done. */
  async function look(): Promise<void> {
    const until = end()
    while (seen < until) {
      if (end() - seen > TOO_SLOW) leaveOut()
      const frame = frames[seen - first] as Float32Array
      const probability = await speech(frame)
      seen++
      follow(phrases.push(probability, loudness(frame)))
    }
  }

  /** One long hole in what is heard, which counts as silence: of many short ones no word would be left whole. */
  function leaveOut(): void {
    pace.leftOut()
    judge()
    for (; end() - seen > TOO_SLOW / 2; seen++) follow(phrases.push(0, 0))
  }

  function follow(events: ReturnType<typeof phrases.push>): void {
    for (const event of events) {
      if (event.type === 'began') {
        id++
        agreement = createAgreement()
        decodedTo = event.from
        shown = false
        foreign = false
      } else if (event.type === 'ended') waiting.push({ ...event.phrase, id, goesOn: event.goesOn, foreign })
      else if (shown) withdraw(id)
    }
  }

  const withdraw = (phrase: number) => tell({ type: 'text', phrase, agreed: '', tentative: '', final: true })

  /** What was held back of the phrase before, when this one is its rest. */
  const seamAt = (from: number) => (last?.to === from ? last.seam : undefined)

  /** A whole phrase: what is told now stays. */
  async function finish(phrase: Waiting): Promise<void> {
    const { from, to } = phrase
    const seam = seamAt(from)
    const heard = seam ? await restOf(seam, phrase) : wordsOf(await hear(phrase))
    const believed = heard.length > 0
    let said = seam && !believed ? [seam.held] : heard
    const next = phrase.goesOn && said.length > 1 ? await seamOf(phrase, said) : undefined
    if (next) said = said.slice(0, -1)
    last = { from, to, said: said.join(' '), seam: next }
    tell({ type: 'text', phrase: phrase.id, agreed: last.said, tentative: '', final: true })
    if (to - from < COUNTS) return
    strange = believed ? [] : [...strange, to - from].slice(-STRANGE.phrases)
    const together = strange.reduce((sum, length) => sum + length, 0)
    const foreign = strange.length === STRANGE.phrases || (strange.length > 1 && together >= STRANGE.frames)
    if (foreign === understood) {
      understood = !foreign
      tell({ type: 'understood', understood })
    }
  }

  /** The words after a cut, with the one that was held back. */
  async function restOf({ from, known, held }: Seam, phrase: Phrase): Promise<string[]> {
    const words = wordsAfter(known, wordsOf(await understand({ from, to: phrase.to })))
    if (words.length > 0) return words
    const rest = wordsOf(await understand(phrase))
    return rest.length > 0 ? [held, ...rest] : []
  }

  /**
   * The text of a phrase: as heard together with the one before, where that is near, since a model understands more so.
   * Where time is short it is heard alone, and where another language may begin.
   */
  async function hear({ from, to, foreign }: Waiting): Promise<string> {
    const fits = (frames: number) => frames <= TOGETHER && costOf(frames) <= TOGETHER_MS
    const mayBoth = !hurried && !(foreign && to - from >= COUNTS)
    const near = mayBoth && last && from - last.to <= NEAR && fits(to - last.from) ? last : undefined
    const said = near && (await secondOf(near, { from, to }))
    return said || understand({ from, to })
  }

  /** What the second of two phrases says, as heard with the first, which must not make it believed. */
  async function secondOf(first: Phrase & { said: string }, { from, to }: Phrase): Promise<string> {
    const both = await believed({ from: first.from, to })
    const words = wordsAfter(wordsOf(first.said), wordsOf(text(both)))
    const most = mostTokens((to - from) * FRAME)
    const doubt = doubtOf(lastTokens(both, words.length, text), { growing: false, most, leastSure })
    return doubt ? '' : words.join(' ')
  }

  function quietest(from: number, to: number): number {
    const around = (at: number) =>
      [at - 1, at, at + 1].reduce((sum, i) => sum + loudness(frames[i - first] as Float32Array), 0)
    let found = from
    for (let at = from + 1; at < to; at++) if (around(at) < around(found)) found = at
    return found
  }

  async function seamOf({ to }: Phrase, said: readonly string[]): Promise<Seam | undefined> {
    const from = quietest(to - SEAM.most, to - SEAM.least)
    const known = wordsOf(await understand({ from, to })).slice(0, -1)
    return known.length > 0 ? { from, known, held: said.at(-1) ?? '' } : undefined
  }

  async function decoded(audio: Float32Array): Promise<Token[]> {
    const began = now()
    const tokens = await decode(audio)
    cost = ((now() - began) * FRAME) / Math.max(audio.length, hearsAtOnce)
    return tokens
  }

  /** What is written of a piece of sound; nothing when it cannot be believed. */
  async function believed(piece: Phrase): Promise<Token[]> {
    const audio = sound(piece)
    const tokens = await decoded(audio)
    return doubtOf(tokens, { growing: false, most: mostTokens(audio.length), leastSure }) ? [] : tokens
  }
  const understand = async (piece: Phrase) => text(await believed(piece))

  async function grow(from: number): Promise<void> {
    const seam = seamAt(from)
    decodedTo = seen
    const began = now()
    const audio = sound({ from: seam?.from ?? from, to: seen })
    const tokens = await decoded(audio)
    const ended = now()
    restUntil = ended + Math.max(EVERY_MS - (ended - began), REST * (ended - began))
    // after a phrase that made no sense only what is as sure as a whole one
    const growing = strange.length === 0
    const doubt = doubtOf(tokens, { growing, most: mostTokens(audio.length), leastSure })
    foreign = doubt === 'nothing' && seen - from >= COUNTS
    if (doubt) return
    const heard = wordsAfter(seam?.known ?? [], wordsOf(text(tokens)))
    shown = true
    tell({ type: 'text', phrase: id, ...agreement.hear(heard.join(' ')), final: false })
  }

  /** Takes the next whole phrase; where we are too far behind, those before it are left out. */
  function takeWaiting(): Waiting | undefined {
    const lag = () => end() - (waiting[0]?.to ?? end())
    // a decoding may take as long as many phrases: leaving out one for each would never catch up
    while (lag() > TOO_SLOW && waiting.length > 1) {
      withdraw((waiting.shift() as Waiting).id)
      pace.leftOut()
    }
    return waiting.shift()
  }

  async function finishInTime(phrase: Waiting): Promise<void> {
    const waited = end() - phrase.to
    pace.begins(waited)
    judge()
    hurried = slow || waited > HURRY
    const began = now()
    await finish(phrase)
    const took = ((now() - began) / 1000) * FRAMES_PER_SECOND
    pace.done({ length: phrase.to - phrase.from, took })
  }

  function judge(): void {
    if (pace.slow() === slow) return
    slow = !slow
    tell({ type: 'slow', slow })
  }

  /** Whether a growing phrase is worth it to be decoded again. */
  const isDue = (from: number) =>
    !slow && !ending && seen - decodedTo >= MORE && now() >= restUntil && costOf(seen - from) <= GROWING_MS

  async function pump(): Promise<void> {
    for (;;) {
      await look()
      const next = takeWaiting()
      judge()
      const growing = phrases.current()
      if (next) await finishInTime(next)
      else if (growing !== undefined && isDue(growing)) await grow(growing)
      else if (seen === end()) break
      forget()
    }
    forget()
  }

  const run = () => {
    pumping ??= pump().finally(() => {
      pumping = undefined
    })
    return pumping
  }

  return {
    /** Takes the next samples. Rejects when the model failed. */
    push(samples: Float32Array): Promise<void> {
      const all = new Float32Array(partial.length + samples.length)
      all.set(partial)
      all.set(samples, partial.length)
      let at = 0
      for (; at + FRAME <= all.length; at += FRAME) frames.push(all.slice(at, at + FRAME))
      partial = all.slice(at)
      return run()
    },
    /** The sound ends here, as when the microphone is muted: what was said is finished, and nothing runs after it. */
    async stop(): Promise<void> {
      ending = true
      await pumping
      follow(phrases.stop())
      await run()
      phrases = createPhrases()
      frames = []
      first = seen = 0
      partial = new Float32Array(0)
      waiting = []
      last = undefined
      ending = false
    },
  }
}
