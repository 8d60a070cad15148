import { during, smooth } from '../kit/curves.ts'
import { type Cue, cuesOf } from '../kit/timeline.ts'
import { track } from '../kit/track.ts'
import type { Beat, Made, Moment } from '../kit/types.ts'
import { GUESTS, indexOf, SEATS, TABLE } from './guests.ts'
import { manifest } from './manifest.ts'
import { script } from './script.ts'

/** How the evening goes, as numbers from 0 to 1: pure functions of the moment. What draws it only asks here. */

const beats: readonly Beat[] = manifest.beats
const MOVED = 'what-the-table-can-do'
/** Which one a beat is, from 0. */
const places = new Map(beats.map(({ id }, index) => [id, index]))
const placeOf = (id: string): number => places.get(id) ?? -1
const AFTER_MOVED = placeOf(MOVED) + 1

/** How far they have come in: nobody, then one after the other. */
export const presence = ({ beat, into }: Moment, guest: number): number =>
  beat.id === 'arriving'
    ? 0
    : beat.id === 'coming-in'
      ? smooth(0, 1.6, into - 0.9 - (ORDER_IN[guest] ?? 0) * 0.75)
      : 1

/** Vera first, then from the far side to the near. */
const ORDER_IN: readonly number[] = [6, 4, 2, 0, 1, 3, 5]

/** How much everybody talks at once. */
const talk = track(beats, {
  arriving: 0,
  'coming-in': 0.35,
  'her-chair': 0.5,
  'bread-and-olives': 0,
  'four-conversations': 1,
  'the-laugh': 0.6,
  'her-question': 0.8,
  'it-works': 0.55,
  [MOVED]: 0,
  'in-her-words': 0.3,
  candles: 0,
})
const LEVELS = { 1: 0.55, 2: 0.8, 3: 1 } as const
export const crowd = (moment: Moment): number => talk(moment) * LEVELS[moment.intensity]

/** How much they all look at whoever speaks. */
export const attention = track(beats, {
  arriving: 1,
  'coming-in': 0.7,
  'bread-and-olives': 1,
  'four-conversations': 0.15,
  'the-laugh': 0.5,
  'her-question': 0.1,
  'it-works': 0.35,
  [MOVED]: 1,
  'once-more': 1,
  'in-her-words': 0,
  candles: 1,
})

/** How much the front room's light and people come through the door. */
export const frontRoom = track(beats, {
  arriving: 0.25,
  'coming-in': 0.35,
  'four-conversations': 1,
  'it-works': 0.9,
  'once-more': 0.55,
  candles: 0.3,
})

/** The lamp over the table: how bright. It goes down for the cake. */
export const lamp = track(beats, {
  arriving: 0.62,
  'her-chair': 0.7,
  'bread-and-olives': 1,
  'four-conversations': 0.72,
  'it-works': 0.8,
  'once-more': 1.08,
  'in-her-words': 0.4,
  candles: 0.2,
})

/** How evenly the light lies on faces instead of coming from behind. */
export const faceLight = track(beats, {
  arriving: 0.3,
  'bread-and-olives': 1,
  'four-conversations': 0.35,
  'it-works': 0.6,
  'once-more': 1.15,
  'in-her-words': 0.3,
  candles: 0.55,
})

export const plates = track(beats, { arriving: 0, 'four-conversations': 1, candles: 0 }, 4)
export const rain = track(beats, { arriving: 1, 'in-her-words': 0.5, candles: 0 }, 6)
export const watch = track(beats, { arriving: 0, 'in-her-words': 1, candles: 0 }, 2.5)
export const cakeLight = track(beats, { arriving: 0, candles: 1 }, 5)
export const dusk = track(
  beats,
  { arriving: 0, 'bread-and-olives': 0.45, 'four-conversations': 0.7, 'once-more': 0.9, candles: 1 },
  20,
)

/** Otto on his feet with his story. */
export const ottoStands = ({ beat, into }: Moment): number =>
  beat.id === 'four-conversations'
    ? smooth(30, 34, into)
    : beat.id === 'the-laugh'
      ? 1 - smooth(6, 10, into)
      : beat.id === 'once-more'
        ? during(2.5, 43, into, 4)
        : 0

/** What was changed at the table, and how far the change has come. */
export function changed({ beat, into, made }: Moment, option: 'music' | 'turns' | 'captions'): number {
  if (made.change !== option) return 0
  const now = placeOf(beat.id)
  return now < AFTER_MOVED ? 0 : now > AFTER_MOVED ? 1 : smooth(0.4, 3, into)
}

/** The lamp hangs lower once Ruth has asked for it. */
export function lamplow({ beat, into, made }: Moment): number {
  if (made.seat !== 'lamp') return 0
  const now = placeOf(beat.id)
  return now < 3 ? 0 : now > 3 ? 1 : smooth(0.3, 3, into)
}

/** What has a rim of light because it can be chosen, 0 to 1. */
export const offered = (moment: Moment, beat: string): number =>
  moment.beat.id === beat
    ? smooth(script.beats[beat]?.choice?.from ?? 0, (script.beats[beat]?.choice?.from ?? 0) + 2, moment.into)
    : 0

/** A photograph with the rain still moving: time at the table stands still while it is asked what it could do. */
export function atTable(moment: Moment, into: Moment): void {
  into.t = moment.beat.id === MOVED ? moment.t - Math.max(0, moment.into - 2) : moment.t
  into.beat = moment.beat
  into.into = moment.into
  into.made = moment.made
  into.intensity = moment.intensity
  into.still = moment.still
}

export type Talk = {
  readonly cues: ReadonlyMap<string, readonly Cue[]>
  readonly laughter: ReadonlyMap<string, readonly Cue[]>
}

/** The captions of every beat for these choices: who speaks, and laughs, in the picture is who does in them. */
export function talkOf(made: Made): Talk {
  const cues = new Map(beats.map(({ id }) => [id, cuesOf(script, id, made)]))
  const laughter = new Map(
    [...cues].map(([id, all]) => [id, all.filter(({ line }) => line.who === null && /laugh/.test(line.en))]),
  )
  return { cues, laughter }
}

/** Everybody leans back and laughs. */
export function laughing({ laughter }: Talk, { beat, into }: Moment): number {
  let much = 0
  const laughs = laughter.get(beat.id) ?? NONE
  for (let i = 0; i < laughs.length; i++) {
    const { at, seconds } = laughs[i] as Cue
    much = Math.max(much, during(at - 0.2, at + seconds + 1.6, into, 1.6))
  }
  return much
}
const NONE: readonly Cue[] = []

/** How much each guest is heard as the one who speaks: 0 to 1, written into `voices` in the order of the seats. */
export function speaking({ cues }: Talk, moment: Moment, voices: number[]): void {
  voices.fill(0)
  const all = cues.get(moment.beat.id) ?? NONE
  for (let i = 0; i < all.length; i++) {
    const { line, at, seconds } = all[i] as Cue
    // one caption's voice comes and goes within less than a second of it
    if (moment.into < at - 1 || moment.into > at + seconds + 1) continue
    const guest = indexOf(line.who)
    if (guest >= 0) voices[guest] = Math.max(voices[guest] ?? 0, during(at, at + seconds, moment.into, 0.8))
  }
}

/** How much each guest talks aside, in pairs and at once; written into `voices`. */
export function chatter(moment: Moment, voices: number[]): void {
  const much = crowd(moment)
  const t = moment.still ? 0 : moment.t
  for (let i = 0; i < GUESTS.length; i++)
    voices[i] = much * smooth(-0.35, 0.5, Math.sin(t * 0.52 + i * 1.9) + 0.5 * Math.sin(t * 0.83 + i * 3.1))
}

export type Centre = { x: number; z: number; loud: number }

/** Where, seen from the middle of the table, the voices are, and how loud they are together. */
export function centreOf(voices: readonly number[], into: Centre): Centre {
  into.x = into.z = into.loud = 0
  for (let i = 0; i < SEATS.length; i++) {
    const voice = voices[i] ?? 0
    const seat = SEATS[i]
    if (!seat) continue
    into.x += (seat.at[0] - TABLE[0]) * voice
    into.z += (seat.at[2] - TABLE[2]) * voice
    into.loud += voice
  }
  const share = Math.max(into.loud, 1)
  into.x /= share
  into.z /= share
  return into
}
