import { useSyncExternalStore } from 'react'
import { useStore } from 'zustand'
import { type Reading, reading } from './reading.ts'

/** So large that no longer word fits into a line beside the circle of a narrow window. */
const LARGE = 1.5

/** Where captions stand: beside the circle only where a line there holds words. */
export function placeIn(narrow: boolean, { place, size }: Pick<Reading, 'place' | 'size'>): Reading['place'] {
  const beside = place === 'start' || place === 'end'
  return beside && narrow && size >= LARGE ? 'bottom' : place
}

const narrowOnes = () => matchMedia('(max-width: 640px)')
const watch = (tell: () => void) => {
  const query = narrowOnes()
  query.addEventListener('change', tell)
  return () => query.removeEventListener('change', tell)
}

/** Where captions stand in this window, as somebody chose it; or would stand, if they chose so. */
export function usePlace(chosen?: Reading['place']): Reading['place'] {
  const { size, place } = useStore(reading)
  const narrow = useSyncExternalStore(watch, () => narrowOnes().matches)
  return placeIn(narrow, { size, place: chosen ?? place })
}
