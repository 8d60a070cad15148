import { waysThrough } from '../check.ts'
import { cuesOf } from '../timeline.ts'
import type { Beat, Made, Moment, Script } from '../types.ts'

type Gain = number | ((moment: Moment) => number)

/** Smooth from 0 at `from` to 1 at `to`. */
export function ease(from: number, to: number, x: number): number {
  const part = Math.min(Math.max((x - from) / (to - from), 0), 1)
  return part * part * (3 - 2 * part)
}

/**
 * A layer's gain beat by beat (0 where none is said). Each beat takes `seconds` to come from the one before, so that
 * nothing begins or ends at once. Makes nothing new when asked.
 */
export function inBeats<Id extends string>(
  beats: readonly (Beat & { readonly id: Id })[],
  gains: Readonly<Partial<Record<Id, Gain>>>,
  seconds = 3,
): (moment: Moment) => number {
  const places = new Map<string, [gain: Gain, before: Gain]>()
  let before: Gain = 0
  for (const { id } of beats) {
    const gain: Gain = gains[id] ?? 0
    places.set(id, [gain, before])
    before = gain
  }
  const of = (gain: Gain, moment: Moment) => (typeof gain === 'number' ? gain : gain(moment))
  return (moment) => {
    const place = places.get(moment.beat.id)
    if (!place) return 0
    const now = of(place[0], moment)
    if (moment.into >= seconds) return now
    const then = of(place[1], moment)
    return then + (now - then) * ease(0, seconds, moment.into)
  }
}

/** 1 in a stretch of a beat, seconds [from, to), 0 outside, with soft ends of `soft` seconds inside it. */
export const during = (moment: Moment, beat: string, from: number, to: number, soft = 0.6): number =>
  moment.beat.id === beat ? ease(from, from + soft, moment.into) * (1 - ease(to - soft, to, moment.into)) : 0

/**
 * Seconds into a beat at which the caption of a sound begins, so that both come together. `text` is the English one, `made`
 * the choices it depends on. Throws when there is no such caption, or when it depends on further choices.
 */
export function captionedAt(script: Script, beat: string, text: string, made: Made = {}): number {
  const given = Object.entries(made)
  const times = waysThrough(script)
    .filter((way) => given.every(([choice, option]) => way[choice] === option))
    .map((way) => cuesOf(script, beat, way).find(({ line }) => line.en === text)?.at)
  const [first] = times
  if (first !== undefined && times.every((time) => time === first)) return first
  const of = `${JSON.stringify(made)} in “${beat}”`
  if (times.some((time) => time !== undefined))
    throw new Error(`“${text}” does not begin at one time for every way of choosing ${of}: name more choices`)
  const there = script.beats[beat]?.lines.map(({ en }) => `“${en}”`).join(', ')
  throw new Error(`no caption “${text}” for ${of}; its captions: ${there ?? 'there is no such beat'}`)
}
