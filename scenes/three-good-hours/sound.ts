import { captionedAt, during, inBeats } from '../kit/sound/gains.ts'
import { musicNextRoom } from '../kit/sound/music.ts'
import { laughter, murmur } from '../kit/sound/people.ts'
import { birds, breeze, fridgeHum, roomTone, water } from '../kit/sound/places.ts'
import { cutlery, door, kettle, pencil, phoneVibration, stone } from '../kit/sound/things.ts'
import type { Moment, Place, SceneSound } from '../kit/types.ts'
import { manifest } from './manifest.ts'
import { script } from './script.ts'
import { spent } from './stones.ts'

const { beats } = manifest
const WINDOW: Place = [0, 1.4, -2.2]

/** How full the kitchen sounds at each level; a smaller party is a quieter one. */
const FULL = { 1: 0.4, 2: 0.6, 3: 0.85 } as const
const kitchen = ({ intensity }: Moment) => FULL[intensity]
const AGAIN: Readonly<Record<string, number>> = { sofa: 0.3, hour: 0.15, here: 0.08 }
const kitchenAgain = ({ made }: Moment) => AGAIN[made.visit ?? 'sofa'] ?? 0
const at = ({ made }: Moment, choice: string, option: string, gain: number, otherwise: number) =>
  made[choice] === option ? gain : otherwise

const laughAt: Readonly<Record<string, number>> = {
  sofa: captionedAt(script, 'lunch-again', '[laughter]', { visit: 'sofa' }),
  hour: captionedAt(script, 'lunch-again', '[laughter]', { visit: 'hour' }),
  here: captionedAt(script, 'lunch-again', '[laughter]', { visit: 'here' }),
}

export const sound: SceneSound = {
  layers: [
    { id: 'room', make: roomTone(201), gain: () => 0.3 },
    {
      id: 'birds',
      make: birds(202),
      at: WINDOW,
      gain: inBeats(beats, {
        'nine-stones': 0.4,
        'her-room': 0.2,
        'the-plan': 0.2,
        'a-small-joy': (moment) => at(moment, 'joy', 'birds', 0.45, 0.12),
        'next-morning': 0.04,
        'two-stones': 0.04,
        'maya-asks': 0.08,
        'lunch-again': (moment) => at(moment, 'visit', 'here', 0.1, 0),
        'morning-again': 0.4,
        'in-her-words': 0.15,
        window: 0.15,
      }),
    },
    {
      id: 'water',
      make: water(203),
      at: [-2.6, 1, -2.8],
      gain: inBeats(beats, { 'a-small-joy': (moment) => at(moment, 'joy', 'hair', 0.35, 0) }),
    },
    {
      id: 'pencil',
      make: pencil(204),
      at: [0.5, 0.7, -0.6],
      gain: inBeats(beats, {
        'a-small-joy': (moment) => at(moment, 'joy', 'clue', 0.35, 0),
        'in-her-words': 0.06,
      }),
    },
    {
      id: 'fridge',
      make: fridgeHum(205),
      at: [1.9, 0.9, 0.6],
      gain: inBeats(beats, {
        'nine-stones': 0.08,
        'her-room': 0.08,
        'the-plan': 0.08,
        'next-morning': 0.45,
        'two-stones': 0.4,
        'maya-asks': (moment) => at(moment, 'rest', 'dark', 0.4, 0.25),
        'morning-again': 0.08,
        'in-her-words': 0.06,
      }),
    },
    {
      id: 'audiobook',
      make: murmur(206, 1),
      at: [0.77, 0.75, -1.05],
      gain: inBeats(beats, { 'maya-asks': (moment) => at(moment, 'rest', 'story', 0.1, 0) }),
    },
    {
      id: 'guests',
      make: murmur(207, 14),
      at: [0, 1.5, -2],
      gain: inBeats(beats, {
        lunch: kitchen,
        'stay-for-cake': (moment) => 0.7 * kitchen(moment),
        'lunch-again': kitchenAgain,
      }),
    },
    {
      id: 'music',
      make: musicNextRoom(0.58, 900),
      at: [-2, 1.6, -2.4],
      gain: inBeats(beats, {
        lunch: (moment) => 0.5 * kitchen(moment),
        'stay-for-cake': (moment) => 0.4 * kitchen(moment),
      }),
    },
    {
      id: 'plates',
      make: cutlery(208, 2),
      at: [0.4, 0.9, -1.4],
      gain: inBeats(beats, {
        lunch: (moment) => 0.4 * kitchen(moment),
        'stay-for-cake': 0.15,
        'lunch-again': (moment) => 0.5 * kitchenAgain(moment),
      }),
    },
    {
      id: 'laughter',
      make: laughter(209, 3),
      at: [0.2, 1.4, -1.8],
      gain: (moment) => {
        const begin = laughAt[moment.made.visit ?? 'sofa'] ?? 0
        return 0.35 * during(moment, 'lunch-again', begin, begin + 3, 0.8)
      },
    },
    { id: 'breeze', make: breeze(210), at: WINDOW, gain: inBeats(beats, { window: 0.4 }, 2) },
  ],
  hits: [
    {
      id: 'kettle',
      beat: 'her-room',
      at: captionedAt(script, 'her-room', '[a kettle sings]'),
      make: kettle(211),
      from: [1.9, 1, -0.8],
      gain: 0.5,
    },
    ...spent.map(({ beat, at }) => ({
      id: `stone-${beat}-${at}`,
      beat,
      at,
      make: stone(212),
      from: [0, 0.9, -1.3] as const,
      gain: beat === 'her-room' ? 0.4 : 0.25,
    })),
    {
      id: 'door',
      beat: 'lunch',
      at: captionedAt(script, 'lunch', '[a door opens on many voices]'),
      make: door(213),
      from: [0, 1.1, -2],
      gain: 0.4,
    },
    {
      id: 'door-again',
      beat: 'lunch-again',
      at: captionedAt(script, 'lunch-again', '[a door]'),
      make: door(213),
      from: [0, 1.1, -2],
      gain: 0.4,
    },
    {
      id: 'phone',
      beat: 'maya-asks',
      at: captionedAt(script, 'maya-asks', '[a phone hums]'),
      make: phoneVibration(),
      from: [0.62, 0.74, -0.92],
      gain: 0.4,
    },
  ],
}
