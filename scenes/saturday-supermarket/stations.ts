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
}

/** Seconds into the last beat at which one walks from the till to the doors. */
export const LEAVES = 10

export function stationAt({ beat, into }: { beat: Pick<Beat, 'id'>; into: number }): Station {
  if (beat.id === 'the-tick') return into < LEAVES ? 'till' : 'exit'
  return STATIONS[beat.id] ?? 'hall'
}

/** As the station, for what is drawn for good during a beat. */
export const placesOf = (beat: string): readonly Station[] =>
  beat === 'the-tick' ? ['till', 'exit'] : [STATIONS[beat] ?? 'hall']

export const at = (moment: Moment, station: Station): boolean => stationAt(moment) === station
