import { Color } from 'three'
import { mix, smooth } from '../kit/curves.ts'
import type { Intensity, Moment } from '../kit/types.ts'
import { manifest } from './manifest.ts'
import { litAt } from './pebbles.ts'
import { script } from './script.ts'
import { MOST_STONES, stonesAt } from './stones.ts'
import { inKitchen, visitAt } from './where.ts'

/** How the light is in the flat: colours, and powers in what the lamps take. */
export type Look = {
  readonly top: Color
  readonly low: Color
  readonly above: Color
  readonly below: Color
  readonly sunColour: Color
  room: number
  sun: number
  /** the sun's patches, 0 to 1 */
  patch: number
  balcony: number
  desk: number
  bath: number
  /** curtains, 0 open to 1 drawn */
  drawn: number
}

type Given = {
  top: string
  low: string
  above: string
  below: string
  sunColour: string
  room: number
  sun: number
  patch: number
  balcony: number
  desk: number
  bath: number
  drawn: number
}

const look = (given: Given): Look => ({
  ...given,
  top: new Color(given.top),
  low: new Color(given.low),
  above: new Color(given.above),
  below: new Color(given.below),
  sunColour: new Color(given.sunColour),
})

const morning: Given = {
  top: '#4f8fcb',
  low: '#ffdca6',
  above: '#fff6ea',
  below: '#cdb69c',
  sunColour: '#ffe2ba',
  room: 2.45,
  sun: 3.6,
  patch: 0.7,
  balcony: 1,
  desk: 0.8,
  bath: 0.8,
  drawn: 0,
}
const grey: Given = {
  top: '#8e9aa4',
  low: '#b9bbb8',
  above: '#d3d6d8',
  below: '#a89c90',
  sunColour: '#c4ccd4',
  room: 1.95,
  sun: 0.9,
  patch: 0,
  balcony: 0.55,
  desk: 0.02,
  bath: 0.05,
  drawn: 1,
}
const afternoon: Given = {
  ...morning,
  top: '#4c82bd',
  low: '#ffc27a',
  sunColour: '#ffcb8e',
  room: 2.5,
  sun: 4.4,
  patch: 0.9,
}
const yellow: Given = {
  ...morning,
  top: '#5a78b0',
  low: '#ffb852',
  above: '#f2d3b0',
  below: '#b08c74',
  sunColour: '#ffab5c',
  room: 2.1,
  sun: 3,
  patch: 0.35,
  balcony: 0.85,
  desk: 0.3,
  bath: 0.15,
}
const blue: Given = {
  ...yellow,
  top: '#2a4c92',
  low: '#7fa2d8',
  above: '#b4bfd6',
  below: '#8a7c7c',
  sunColour: '#8aa4d6',
  room: 1.5,
  sun: 1.3,
  patch: 0,
  balcony: 0.6,
}

const ASKED = look({ ...grey, room: 2.15, sun: 1.3, drawn: 0.93 })

/** The flat at the beginning and at the end of each beat. */
const LOOKS: Readonly<Record<string, readonly [Look, Look]>> = {
  'nine-stones': [look({ ...morning, patch: 0.5 }), look(morning)],
  'her-room': [look(morning), look({ ...morning, top: '#468ac9', sun: 4.8 })],
  'the-plan': [
    look({ ...morning, top: '#468ac9', sun: 4.8 }),
    look({ ...morning, top: '#468ac9', sun: 4.8 }),
  ],
  'a-small-joy': [look({ ...morning, sun: 4.8 }), look({ ...morning, sun: 3.6, patch: 0.5, room: 2.4 })],
  'next-morning': [look(grey), look(grey)],
  'two-stones': [look(grey), look(grey)],
  'maya-asks': [look(grey), ASKED],
  'lunch-again': [look({ ...morning, patch: 0.8 }), look({ ...morning, patch: 0.8 })],
  'morning-again': [look({ ...morning, drawn: 0.5 }), look({ ...morning, drawn: 0.5 })],
  'in-her-words': [look(afternoon), look({ ...afternoon, low: '#ffb868' })],
  window: [look(yellow), look(blue)],
}

export const emptyLook = (): Look => look(morning)

function between(a: Look, b: Look, s: number, out: Look): void {
  out.top.lerpColors(a.top, b.top, s)
  out.low.lerpColors(a.low, b.low, s)
  out.above.lerpColors(a.above, b.above, s)
  out.below.lerpColors(a.below, b.below, s)
  out.sunColour.lerpColors(a.sunColour, b.sunColour, s)
  out.room = mix(a.room, b.room, s)
  out.sun = mix(a.sun, b.sun, s)
  out.patch = mix(a.patch, b.patch, s)
  out.balcony = mix(a.balcony, b.balcony, s)
  out.desk = mix(a.desk, b.desk, s)
  out.bath = mix(a.bath, b.bath, s)
  out.drawn = mix(a.drawn, b.drawn, s)
}

/** How far the room goes down when all stones are spent. */
const DIMS: Readonly<Record<Intensity, number>> = { 1: 0.16, 2: 0.3, 3: 0.42 }

/** The rooms' own light in Maya's kitchen, when it is full and when it is quiet. */
const FULL: Readonly<Record<Intensity, number>> = { 1: 2.14, 2: 2.28, 3: 2.42 }
const QUIET = 1.65

/** Beats after which another room follows, and those that begin in another room than the one before. */
const CLOSES = new Set(['a-small-joy', 'stay-for-cake', 'lunch-again'])
const OPENS = new Set(['lunch', 'next-morning', 'lunch-again', 'morning-again'])

/**
 * 0 while one room gives way to another, else 1. Who chooses early comes to the second lunch from another room's full
 * light, whenever that is: it begins as light as it was there.
 */
export function veilAt(moment: Moment): number {
  const { beat, into } = moment
  const opens = OPENS.has(beat.id)
    ? mix(beat.id === 'lunch-again' ? before(moment) : 0, 1, smooth(0, 2.2, into))
    : 1
  const closes = CLOSES.has(beat.id) ? 1 - smooth(beat.seconds - 2, beat.seconds, into) : 1
  return opens * closes
}

const keptOf = (intensity: Intensity, stones: number): number =>
  1 - DIMS[intensity] * (1 - stones / MOST_STONES)

/** Seconds in which the light of one beat becomes that of the next. */
const EASE = 3
/** What each beat comes after, seen from the flat, where nothing dark is between. */
const PREVIOUS: ReadonlyMap<string, { readonly look: Look; readonly stones: number }> = new Map(
  manifest.beats.flatMap(({ id }, index) => {
    const beat = manifest.beats[index - 1]
    const look = beat && LOOKS[beat.id]?.[1]
    const dark = OPENS.has(id) && id !== 'lunch-again'
    return look && !dark ? [[id, { look, stones: stonesAt({ beat, into: beat.seconds }) }] as const] : []
  }),
)

/** How much of its light a place keeps when so many stones are spent. Another time of day has others, and comes softly. */
export function spentLight(moment: Moment): number {
  const { beat, into, intensity } = moment
  const lit = litAt(moment)
  return keptOf(intensity, mix(PREVIOUS.get(beat.id)?.stones ?? lit, lit, smooth(0, EASE, into)))
}

/** The light while Maya asks, of that with which the second lunch begins. */
function before({ beat, made, intensity }: Moment): number {
  if (!inKitchen(beat.id, made)) return 1
  return (ASKED.room * keptOf(intensity, PREVIOUS.get(beat.id)?.stones ?? MOST_STONES)) / QUIET
}

/** How much light there is in the room one is in: what its light from above and below has. `now` is the flat's look. */
export function roomLight(moment: Moment, now: Look): number {
  const { beat, made, intensity } = moment
  if (!inKitchen(beat.id, made)) return now.room * veilAt(moment)
  return (visitAt(beat.id, made) === 'none' ? FULL[intensity] : QUIET) * veilAt(moment)
}

/** What the free stone was spent on lights its part of the flat, and the rest steps back. */
const joyAt = ({ beat, into }: Moment): number =>
  beat.id === 'a-small-joy' ? smooth(0.5, 4, into) * (1 - smooth(14, 20, into)) : 0

/**
 * Seconds after which the light stands still, where that is not about the end of a beat: where a choice is offered, so that
 * it is the same whenever one chooses.
 */
const SETTLED: Readonly<Record<string, number>> = {
  'maya-asks': script.beats['maya-asks']?.choice?.from ?? 0,
}

/** Writes how the flat is lit into `out`. */
export function lookAt(moment: Moment, out: Look): void {
  const { beat, into, made } = moment
  const looks = LOOKS[beat.id] ?? LOOKS['nine-stones']
  if (!looks) return
  const settled = SETTLED[beat.id] ?? beat.seconds - 2
  between(looks[0], looks[1], smooth(beat.id === 'window' ? EASE : 0, settled, into), out)
  // it begins as it was before, but for where it was dark between
  const previous = PREVIOUS.get(beat.id)
  if (previous && into < EASE) between(previous.look, out, smooth(0, EASE, into), out)
  const joy = joyAt(moment)
  if (joy > 0) {
    const chosen = made.joy ?? 'birds'
    out.balcony *= mix(1, chosen === 'birds' ? 1.5 : 0.7, joy)
    out.desk *= mix(1, chosen === 'clue' ? 1.9 : 0.5, joy)
    out.bath *= mix(1, chosen === 'hair' ? 1.9 : 0.4, joy)
    out.sun *= mix(1, chosen === 'birds' ? 2.3 : 0.6, joy)
    out.room *= mix(1, 0.86, joy)
  }
  const keeps = spentLight(moment)
  out.room *= keeps
  out.balcony *= 0.5 + 0.5 * keeps
  out.desk *= keeps
  out.bath *= keeps
}
