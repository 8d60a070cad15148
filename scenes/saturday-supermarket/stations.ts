import type { Beat, Moment } from '../kit/types.ts'

/** Where in the shop one is; the picture changes by places, never by moving who looks. */
export type Station = 'front' | 'hall' | 'aisle' | 'pillar' | 'cold' | 'panel' | 'till' | 'exit'

const STATIONS: Readonly<Record<string, Station>> = {
  outside: 'front',
  inside: 'hall',
  'the-route': 'hall',
  'aisles-four-to-eight': 'aisle',
  'my-things': 'pillar',
  'aisle-nine': 'cold',
  'the-keys': 'panel',
  'the-lights': 'panel',
  'quiet-hour': 'aisle',
  'nour-says': 'till',
  'the-tick': 'exit',
}

/** Beats that begin where the one before them was: until when, seconds into them, and where that is. */
const STAYS: ReadonlyMap<string, readonly [until: number, at: Station]> = new Map([
  // the slider for the lights is seen to go down before one is back in the aisle
  ['quiet-hour', [3.8, 'panel']],
  ['the-tick', [10, 'till']],
])

/** Seconds into a beat at which one goes from one place to the other; never, where it is all at one. */
export const leavesAt = (beat: string): number => STAYS.get(beat)?.[0] ?? Number.POSITIVE_INFINITY

export function stationAt({ beat, into }: { beat: Pick<Beat, 'id'>; into: number }): Station {
  const stays = STAYS.get(beat.id)
  return stays && into < stays[0] ? stays[1] : (STATIONS[beat.id] ?? 'hall')
}

/** As the station, for what is drawn for good during a beat. */
export function placesOf(beat: string): readonly Station[] {
  const stays = STAYS.get(beat)
  const then = STATIONS[beat] ?? 'hall'
  return stays ? [stays[1], then] : [then]
}

export const at = (moment: Moment, station: Station): boolean => stationAt(moment) === station
