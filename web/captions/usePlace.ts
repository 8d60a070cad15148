import { useStore } from 'zustand'
import { useMedia } from '../lib/useMedia.ts'
import { type Reading, reading } from './reading.ts'

/** So large that no longer word fits into a line beside the circle of a narrow window. */
const LARGE = 1.5

/** Where captions stand: beside the circle only where a line there holds words. */
export function placeIn(narrow: boolean, { place, size }: Pick<Reading, 'place' | 'size'>): Reading['place'] {
  const beside = place === 'start' || place === 'end'
  return beside && narrow && size >= LARGE ? 'bottom' : place
}

/** Where captions stand in this window, as somebody chose it; or would stand, if they chose so. */
export function usePlace(chosen?: Reading['place']): Reading['place'] {
  const { size, place } = useStore(reading)
  return placeIn(useMedia('(max-width: 640px)'), { size, place: chosen ?? place })
}
