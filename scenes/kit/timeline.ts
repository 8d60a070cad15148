import type { Beat, Line, Made, Manifest, Moment, Script, Words } from './types.ts'
import { LANGUAGES } from './types.ts'

/** A clock that is never added up: where the scene was at one moment, and whether it runs since. Times in milliseconds. */
export type Clock = { readonly at: number; readonly t: number; readonly running: boolean }

/** How long these beats last together. Asked in every frame: makes nothing new. */
export function secondsOf(beats: readonly Beat[]): number {
  let sum = 0
  for (let i = 0; i < beats.length; i++) sum += beats[i]?.seconds ?? 0
  return sum
}

/** Seconds since the scene began, at `now` (milliseconds on the clock's own time). */
export const tAt = ({ at, t, running }: Clock, now: number, beats: readonly Beat[]): number =>
  Math.min(Math.max(t + (running ? (now - at) / 1000 : 0), 0), secondsOf(beats))

/** Seconds at which a beat begins. Throws when there is no such beat. */
export function beginOf(beats: readonly Beat[], id: string): number {
  const index = beats.findIndex((beat) => beat.id === id)
  if (index < 0) throw new Error(`no beat “${id}”; there are: ${beats.map((beat) => beat.id).join(', ')}`)
  return secondsOf(beats.slice(0, index))
}

/** The beat at `t` and how far into it one is; the last beat goes on at its end. */
export function beatAt(beats: readonly Beat[], t: number): { beat: Beat; index: number; into: number } {
  let begin = 0
  for (const [index, beat] of beats.entries()) {
    if (t < begin + beat.seconds || index === beats.length - 1)
      return { beat, index, into: Math.min(Math.max(t - begin, 0), beat.seconds) }
    begin += beat.seconds
  }
  throw new Error('a scene without beats')
}

export const isOver = (beats: readonly Beat[], t: number): boolean => t >= secondsOf(beats)

/** Writes where one is at `t` into `moment`, without making anything new: for every frame. */
export function moveTo(moment: Moment, beats: readonly Beat[], t: number): void {
  moment.t = t
  moment.into = t
  for (let i = 0; i < beats.length; i++) {
    const beat = beats[i] as Beat
    moment.beat = beat
    if (moment.into < beat.seconds) return
    moment.into -= beat.seconds
  }
  moment.into = moment.beat.seconds
}

export const stopped = (clock: Clock, now: number, beats: readonly Beat[]): Clock => ({
  at: now,
  t: tAt(clock, now, beats),
  running: false,
})

export const started = (clock: Clock, now: number, beats: readonly Beat[]): Clock => ({
  at: now,
  t: tAt(clock, now, beats),
  running: true,
})

export const soughtTo = (clock: Clock, t: number, now: number): Clock => ({ ...clock, at: now, t })

/** On to the beginning of the next beat, or to the end. */
export function movedOn(clock: Clock, now: number, beats: readonly Beat[]): Clock {
  const { index } = beatAt(beats, tAt(clock, now, beats))
  return soughtTo(clock, secondsOf(beats.slice(0, index + 1)), now)
}

// --- captions

/** At most two lines of so many characters. */
export const LINE_LENGTH = 34
/** A comfortable pace; 17 is the most that subtitling guidelines allow. */
const CHARACTERS_PER_SECOND = 14
const SHORTEST = 1.6
const PAUSE = 0.4

/** A line in its place: seconds into its beat, and for how long. */
export type Cue = { readonly key: string; readonly line: Line; readonly at: number; readonly seconds: number }

/** How long a text stays: as long as the longest of its languages needs, so that it is the same time for everybody. */
export const readingSeconds = (words: Words): number =>
  Math.max(SHORTEST, ...LANGUAGES.map((language) => words[language].length / CHARACTERS_PER_SECOND))

const applies = ({ when = {} }: Line, made: Made) =>
  Object.entries(when).every(([choice, option]) => made[choice] === option)

/** A beat's captions for these choices, one after the other. */
export function cuesOf(script: Script, beatId: string, made: Made): Cue[] {
  let end = 0
  return (script.beats[beatId]?.lines ?? []).flatMap((line, index) => {
    if (!applies(line, made)) return []
    const at = end + (line.after ?? PAUSE)
    const seconds = readingSeconds(line)
    end = at + seconds
    return [{ key: `${beatId}/${index}`, line, at, seconds }]
  })
}

/** The caption that stands at this moment of a beat. */
export const cueAt = (cues: readonly Cue[], into: number): Cue | undefined =>
  cues.find(({ at, seconds }) => into >= at && into < at + seconds)

/** A caption in lines of at most {@link LINE_LENGTH} characters, broken between words. */
export function wrapped(text: string): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= LINE_LENGTH)
      lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

/** Choices as they stand once a beat is over: what was not chosen is as the script says. */
export function settledChoices(manifest: Manifest, script: Script, made: Made, t: number): Made {
  const settled: Record<string, string> = {}
  let end = 0
  for (const beat of manifest.beats) {
    end += beat.seconds
    const choice = script.beats[beat.id]?.choice
    if (choice && (made[choice.id] !== undefined || t >= end))
      settled[choice.id] = made[choice.id] ?? choice.otherwise
  }
  return settled
}
