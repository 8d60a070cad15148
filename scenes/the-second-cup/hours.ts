import { clamp, mix, smooth } from '../kit/curves.ts'
import { captionedAt } from '../kit/sound/gains.ts'
import type { Moment } from '../kit/types.ts'
import { script } from './script.ts'

/** How the evening goes, as numbers: everything here follows from the moment alone. */

/**
 * Time of day at the beginning and at the end of each beat, hours. What waits for a choice stands still from where it may be
 * chosen on, so that choosing early never makes the light jump.
 */
const HOURS: Readonly<Record<string, readonly [begin: number, end: number]>> = {
  'come-in': [17.7, 17.78],
  'two-cups': [17.78, 17.88],
  'what-is-here': [17.88, 17.88],
  'the-thing': [17.88, 18.02],
  'ten-past-six': [18.02, 18.3],
  'the-walk': [18.3, 19.1],
  'the-choir': [19.1, 19.6],
  'across-the-landing': [19.6, 18.17],
  'ten-past-six-again': [18.17, 18.6],
  'leif-says': [18.6, 19.9],
  'both-cups': [19.9, 20.1],
}
const SIX = [18, 18] as const
/** Seconds in which the light goes back before the minute is lived again. */
const BACK = 10

export function hourAt({ beat, into }: Moment): number {
  const hours = HOURS[beat.id] ?? SIX
  const seconds = beat.id === 'across-the-landing' ? BACK : beat.seconds
  return mix(hours[0], hours[1], smooth(0, seconds, into))
}

/** The lamp above the table, 0 to 1. */
export function lampAt({ beat, into }: Moment): number {
  switch (beat.id) {
    case 'the-choir':
      return smooth(0, 4, into)
    case 'across-the-landing':
      return 1 - smooth(0, BACK, into)
    case 'ten-past-six-again':
      return smooth(15, 21, into)
    case 'leif-says':
    case 'both-cups':
      return 1
    default:
      return 0
  }
}

/** What is seen comes with the captions that tell of it. */
const MESSAGE = captionedAt(script, 'ten-past-six', '[A message]')
const MESSAGE_AGAIN = captionedAt(script, 'ten-past-six-again', '[A message]')
const ANSWER = captionedAt(script, 'ten-past-six-again', 'Amina sends a bus. The little picture of one.', {
  message: 'name',
})
const POT = captionedAt(script, 'ten-past-six-again', '[A pot is put down outside the door]', {
  message: 'soup',
})
const KNOCK = captionedAt(script, 'ten-past-six-again', '[One knock at the door]', { message: 'walk' })

/** The phone's own light, 0 to 1. It comes up over more than a second and never blinks. */
export function phoneAt({ beat, into, made }: Moment): number {
  switch (beat.id) {
    case 'ten-past-six':
      return smooth(MESSAGE, MESSAGE + 1.4, into) * (1 - smooth(36, 40, into))
    case 'across-the-landing':
      return smooth(4, 7, into)
    case 'ten-past-six-again': {
      const low = made.message === 'name' ? 0.4 : 0
      // it was on for Amina's choice; the minute begins with it dark
      const before = 1 - smooth(0, 2, into)
      const first = smooth(MESSAGE_AGAIN, MESSAGE_AGAIN + 1.4, into) * mix(1, low, smooth(24, 27, into))
      const answered = made.message === 'name' ? 0.6 * smooth(ANSWER, ANSWER + 1.4, into) : 0
      return Math.max(before, (first + answered) * (1 - smooth(46, 50, into)))
    }
    default:
      return 0
  }
}

/** Seconds into the walk at which each of the eleven lamps is lit, as he counts them. */
const COUNTED = [18.3, 19.6, 20.9, 22.3, 23.8, 25.3, 26.8, 28.6, 30.5, 32.2, 34]

/** How bright lamp `index` on the path is, 0 to 1. */
export function pathLampAt({ beat, into, made }: Moment, index: number): number {
  const counted = COUNTED[index] ?? 34
  switch (beat.id) {
    case 'the-walk':
      return smooth(counted, counted + 1.6, into)
    case 'the-choir':
    case 'leif-says':
    case 'both-cups':
      return 1
    case 'across-the-landing':
      return 1 - smooth(0, BACK, into)
    case 'ten-past-six-again': {
      const from = (made.message === 'walk' ? 21 : 30) + index * (made.message === 'walk' ? 1 : 1.4)
      return smooth(from, from + 2, into)
    }
    default:
      return 0
  }
}

/** Steam over both cups, 0 to 1. Where she is named, he pours again. */
export function steamAt({ beat, into, made }: Moment): number {
  switch (beat.id) {
    case 'two-cups':
      return smooth(2, 6, into)
    case 'what-is-here':
      return 1
    case 'the-thing':
      return mix(1, 0.6, smooth(0, 30, into))
    case 'ten-past-six':
      return 0.6 * (1 - smooth(0, 14, into))
    case 'ten-past-six-again':
      return made.message === 'name' ? smooth(38, 42, into) : 0
    case 'leif-says':
      return made.message === 'name' ? mix(1, 0.5, clamp(into / 40)) : 0
    default:
      return 0
  }
}

/** How far the door to the landing is open, 0 to 1: for soup, and for a walk. */
export function doorAt({ beat, into, made }: Moment): number {
  if (beat.id !== 'ten-past-six-again' || made.message === 'name') return 0
  const opens = made.message === 'soup' ? POT + 1.3 : KNOCK + 1.3
  return smooth(opens, opens + 3, into) * (1 - smooth(44, 49, into))
}

/** Whether his coat is on its hook, or on him. */
export function coatHangs({ beat, into, made }: Moment): boolean {
  if (beat.id === 'the-walk') return into < 3 || into > 44
  if (beat.id === 'ten-past-six-again' && made.message === 'walk') return into < KNOCK - 1
  return true
}

/** Where Amina's pot of soup is, if there is one. */
export function potAt({ beat, into, made }: Moment): 'landing' | 'table' | undefined {
  if (made.message !== 'soup') return undefined
  if (beat.id === 'ten-past-six-again') return into < POT - 1 ? undefined : 'landing'
  return beat.id === 'leif-says' || beat.id === 'both-cups' ? 'table' : undefined
}

/** Where the cups are. */
export function cupsAt({ beat, into }: Moment): 'shelf' | 'table' | 'towel' {
  if (beat.id === 'come-in' || (beat.id === 'two-cups' && into < 0.6)) return 'shelf'
  return beat.id === 'both-cups' ? 'towel' : 'table'
}

/** How much the last sun rests on the thing that was chosen, 0 to 1. */
export const attentionAt = ({ beat, into }: Moment): number =>
  beat.id === 'the-thing' ? smooth(0, 4, into) * (1 - smooth(28, 34, into)) : 0
