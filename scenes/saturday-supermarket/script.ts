import type { Script } from '../kit/types.ts'
import { places } from './places.ts'
import { nourSays, quietHour, theKeys, theLights, theTick } from './quiet.ts'
import { aisleNine, aislesFourToEight, inside, myThings, outside, theRoute } from './saturday.ts'

export const script: Script = {
  voices: {
    nour: { name: { en: 'Nour', es: 'Nour' } },
    loudspeaker: { name: { en: 'Loudspeaker', es: 'Altavoz' }, at: places.loudspeaker },
    shopper: { name: { en: 'A man with a basket', es: 'Un señor con cesta' }, at: places.shopper },
    till: { name: { en: 'Ivo, at the till', es: 'Ivo, en la caja' }, at: places.ivo },
  },
  beats: {
    outside,
    inside,
    'the-route': theRoute,
    'aisles-four-to-eight': aislesFourToEight,
    'my-things': myThings,
    'aisle-nine': aisleNine,
    'the-keys': theKeys,
    'the-lights': theLights,
    'quiet-hour': quietHour,
    'nour-says': nourSays,
    'the-tick': theTick,
  },
}
