import { captionedAt, during, inBeats } from '../kit/sound/gains.ts'
import { musicNextRoom } from '../kit/sound/music.ts'
import { laughter, murmur } from '../kit/sound/people.ts'
import { rain, roomTone } from '../kit/sound/places.ts'
import { clock, cutlery, door, mill, taps } from '../kit/sound/things.ts'
import type { Moment, SceneSound } from '../kit/types.ts'
import { manifest } from './manifest.ts'
import { script } from './script.ts'

const { beats } = manifest

/** How full the room sounds at each level. */
const FULL = { 1: 0.4, 2: 0.65, 3: 0.9 } as const

/** How much of the front room comes in: less with a wall at her back, little through a closed door. */
function frontRoom({ made, intensity, beat }: Moment): number {
  const wall = made.seat === 'wall' ? 0.8 : 1
  const shut = beat.id === 'once-more' && made.change === 'music' ? 0.2 : 1
  return FULL[intensity] * wall * shut
}
/** Talk at the table itself; in turns, nobody talks across anybody. */
const across = ({ made, intensity, beat }: Moment) =>
  0.6 * FULL[intensity] * (beat.id === 'once-more' && made.change === 'turns' ? 0.1 : 1)
const playing = ({ made, intensity, beat }: Moment) =>
  beat.id === 'once-more' && made.change === 'music' ? 0 : 0.7 * FULL[intensity]

const some = (of: (moment: Moment) => number, part: number) => (moment: Moment) => part * of(moment)

const laughAt = {
  bread: {
    wall: captionedAt(script, 'bread-and-olives', '[laughter]', { seat: 'wall' }),
    lamp: captionedAt(script, 'bread-and-olives', '[laughter]', { seat: 'lamp' }),
    signal: captionedAt(script, 'bread-and-olives', '[laughter]', { seat: 'signal' }),
  },
  story: captionedAt(script, 'the-laugh', '[the whole table laughs]'),
  again: {
    music: captionedAt(script, 'once-more', '[the whole table laughs]', { change: 'music' }),
    turns: captionedAt(script, 'once-more', '[the whole table laughs]', { change: 'turns' }),
    captions: captionedAt(script, 'once-more', '[the whole table laughs]', { change: 'captions' }),
  },
} as const

function laughing(moment: Moment): number {
  const { seat, change } = moment.made
  const bread = laughAt.bread[seat as keyof typeof laughAt.bread] ?? laughAt.bread.wall
  const again = laughAt.again[change as keyof typeof laughAt.again] ?? laughAt.again.music
  return (
    0.35 * during(moment, 'bread-and-olives', bread, bread + 2.4) +
    (0.4 + 0.1 * moment.intensity) * during(moment, 'the-laugh', laughAt.story, laughAt.story + 4.5, 0.9) +
    0.45 * during(moment, 'once-more', again, again + 4, 0.8)
  )
}

export const sound: SceneSound = {
  layers: [
    { id: 'room', make: roomTone(101), gain: () => 0.3 },
    {
      id: 'rain',
      make: rain(102),
      at: [-2.6, 1.5, -1.6],
      gain: inBeats(beats, {
        arriving: 0.5,
        'coming-in': 0.3,
        'her-chair': 0.2,
        'bread-and-olives': 0.2,
        'four-conversations': 0.08,
        'the-laugh': 0.08,
        'her-question': 0.12,
        'it-works': ({ made }) => (made.ask === 'pause' ? 0.5 : 0.12),
        'what-the-table-can-do': 0.4,
        'once-more': 0.12,
        'in-her-words': 0.12,
      }),
    },
    {
      id: 'front-room',
      make: murmur(103, 16),
      at: [2, 1.4, -4],
      gain: inBeats(beats, {
        arriving: 0.06,
        'coming-in': 0.1,
        'her-chair': 0.12,
        'bread-and-olives': 0.15,
        'four-conversations': frontRoom,
        'the-laugh': frontRoom,
        'her-question': some(frontRoom, 0.7),
        'it-works': (moment) => frontRoom(moment) * (moment.made.ask === 'pause' ? 0.3 : 0.6),
        'what-the-table-can-do': 0.06,
        'once-more': some(frontRoom, 0.5),
        'in-her-words': 0.08,
        candles: 0.05,
      }),
    },
    {
      id: 'table',
      make: murmur(104, 4),
      at: [0, 1.2, -1.6],
      gain: inBeats(beats, {
        'her-chair': 0.15,
        'four-conversations': across,
        'the-laugh': some(across, 0.6),
        'her-question': across,
        'it-works': some(across, 0.7),
        'once-more': some(across, 0.25),
        'in-her-words': 0.12,
      }),
    },
    {
      id: 'music',
      make: musicNextRoom(0.66, 1400),
      at: [2, 2.2, -3.6],
      gain: inBeats(beats, {
        'bread-and-olives': 0.06,
        'four-conversations': playing,
        'the-laugh': playing,
        'her-question': some(playing, 0.8),
        'it-works': some(playing, 0.6),
        'what-the-table-can-do': 0.1,
        'once-more': some(playing, 0.45),
        'in-her-words': 0.06,
      }),
    },
    {
      id: 'cutlery',
      make: cutlery(105),
      at: [0, 0.8, -1.4],
      gain: inBeats(beats, {
        'coming-in': 0.06,
        'bread-and-olives': 0.2,
        'four-conversations': some(frontRoom, 0.6),
        'the-laugh': some(frontRoom, 0.2),
        'her-question': some(frontRoom, 0.5),
        'it-works': some(frontRoom, 0.4),
        'once-more': 0.12,
        candles: 0.05,
      }),
    },
    { id: 'laughter', make: laughter(106), at: [0, 1.2, -1.8], gain: laughing },
    {
      id: 'mill',
      make: mill(107),
      at: [0.6, 0.9, -1.5],
      gain: (moment) => (moment.made.change === 'turns' ? 0.2 * during(moment, 'once-more', 1, 7) : 0),
    },
    {
      id: 'watch',
      make: clock(108),
      at: [0, 0.8, -0.6],
      gain: inBeats(beats, { 'in-her-words': 0.3 }, 1.5),
    },
  ],
  hits: [
    {
      id: 'door',
      beat: 'coming-in',
      at: captionedAt(script, 'coming-in', '[a door]'),
      make: door(109),
      from: [2, 1.1, -3.8],
      gain: 0.4,
    },
    {
      id: 'taps',
      beat: 'candles',
      at: captionedAt(script, 'candles', '[two taps on the table]'),
      make: taps(2),
      from: [-0.7, 0.75, -0.6],
      gain: 0.4,
    },
  ],
}
