import type { Script } from '../kit/types.ts'
import { acrossTheLanding, bothCups, leifSays, tenPastSixAgain } from './again.ts'
import { comeIn, tenPastSix, theChoir, theThing, theWalk, twoCups, whatIsHere } from './evening.ts'
import { places } from './places.ts'

export const script: Script = {
  voices: {
    leif: { name: { en: 'Leif', es: 'Leif' } },
    amina: { name: { en: 'Amina’s message', es: 'Mensaje de Amina' }, at: places.phone },
  },
  beats: {
    'come-in': comeIn,
    'two-cups': twoCups,
    'what-is-here': whatIsHere,
    'the-thing': theThing,
    'ten-past-six': tenPastSix,
    'the-walk': theWalk,
    'the-choir': theChoir,
    'across-the-landing': acrossTheLanding,
    'ten-past-six-again': tenPastSixAgain,
    'leif-says': leifSays,
    'both-cups': bothCups,
  },
}
