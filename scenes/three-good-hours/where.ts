import type { Made } from '../kit/types.ts'

/** Whose room one is in: the minute at Maya's is lived there, unless she came to Aiko. */
export const inKitchen = (beat: string, made: Made): boolean =>
  beat === 'lunch' || beat === 'stay-for-cake' || (beat === 'lunch-again' && made.visit !== 'here')

/** How Maya changed the lunch, or none when it is another one. */
export const visitAt = (beat: string, made: Made): string =>
  beat === 'lunch-again' ? (made.visit ?? 'sofa') : 'none'
