import { captionedAt, during, inBeats } from '../kit/sound/gains.ts'
import { choirHum, footsteps } from '../kit/sound/people.ts'
import { birds, breeze, fridgeHum, roomTone, water } from '../kit/sound/places.ts'
import { bus, phoneHum } from '../kit/sound/street.ts'
import { clock, kettle, stone, taps } from '../kit/sound/things.ts'
import { bassLine, talkingBox } from '../kit/sound/voice.ts'
import type { Moment, SceneSound } from '../kit/types.ts'
import { manifest } from './manifest.ts'
import { places } from './places.ts'
import { script } from './script.ts'

const { beats } = manifest

/** How near the clock is at each level. */
const CLOCK = { 1: 0.1, 2: 0.18, 3: 0.26 } as const
/** The phone only glows at the first. */
const PHONE = { 1: 0, 2: 0.16, 3: 0.22 } as const

const stops = '[A bus stops in the street]'
const at = {
  bus: captionedAt(script, 'ten-past-six', stops),
  busAgain: captionedAt(script, 'ten-past-six-again', stops),
  message: captionedAt(script, 'ten-past-six', '[A message]'),
  messageAgain: captionedAt(script, 'ten-past-six-again', '[A message]'),
  stairs: captionedAt(script, 'the-walk', '[Stairs. The street door]'),
  gravel: captionedAt(script, 'the-walk', '[Steps on gravel]'),
  hum: captionedAt(script, 'the-choir', '[A low voice hums a tune]'),
  choir: captionedAt(script, 'the-choir', '[More voices join in, humming]'),
  water: captionedAt(script, 'both-cups', '[Water runs and stops]'),
  pot: captionedAt(script, 'ten-past-six-again', '[A pot is put down outside the door]', { message: 'soup' }),
  knock: captionedAt(script, 'ten-past-six-again', '[One knock at the door]', { message: 'walk' }),
} as const

const clockAt = ({ intensity }: Moment) => CLOCK[intensity]

/** It comes along the street, stands, and drives on. */
const busAt = (moment: Moment) =>
  0.4 * during(moment, 'ten-past-six', at.bus - 2, at.bus + 6.5, 2.4) +
  0.4 * during(moment, 'ten-past-six-again', at.busAgain - 2, at.busAgain + 6, 2.4)

const phoneAt = (moment: Moment) =>
  PHONE[moment.intensity] *
  (during(moment, 'ten-past-six', at.message, at.message + 1, 0.35) +
    during(moment, 'ten-past-six-again', at.messageAgain, at.messageAgain + 1, 0.35))

/** Amina's steps: up to the door with the pot, or away with him along the landing. */
const landingAt = (moment: Moment) =>
  moment.made.message === 'soup'
    ? 0.2 * during(moment, 'ten-past-six-again', at.pot - 2, at.pot + 2.4, 0.8)
    : moment.made.message === 'walk'
      ? 0.2 * during(moment, 'ten-past-six-again', at.knock + 5, at.knock + 10, 1.5)
      : 0

const knockAt = (moment: Moment) =>
  moment.made.message === 'walk'
    ? 0.35 * during(moment, 'ten-past-six-again', at.knock, at.knock + 0.9, 0.1)
    : 0

export const sound: SceneSound = {
  layers: [
    { id: 'room', make: roomTone(201), gain: () => 0.3 },
    { id: 'fridge', make: fridgeHum(202), at: [-2, 0.6, 0.6], gain: ({ intensity }) => 0.04 * intensity },
    {
      id: 'harbour',
      make: breeze(203),
      at: [-0.5, 1.4, -3.2],
      gain: inBeats(beats, {
        'come-in': 0.2,
        'two-cups': 0.16,
        'what-is-here': 0.14,
        'the-thing': 0.12,
        'ten-past-six': 0.08,
        'the-walk': 0.28,
        'the-choir': 0.1,
        'across-the-landing': 0.1,
        'ten-past-six-again': 0.08,
        'leif-says': 0.14,
        'both-cups': 0.2,
      }),
    },
    {
      id: 'birds',
      make: birds(204),
      at: [-1, 1.8, -4.5],
      gain: inBeats(beats, { 'come-in': 0.12, 'two-cups': 0.1, 'what-is-here': 0.08, 'the-thing': 0.05 }),
    },
    {
      id: 'clock',
      make: clock(205),
      at: places.clock,
      gain: inBeats(beats, {
        'come-in': 0.04,
        'two-cups': 0.04,
        'what-is-here': 0.05,
        'the-thing': 0.05,
        'ten-past-six': clockAt,
        'the-choir': 0.04,
        'across-the-landing': 0.05,
        'ten-past-six-again': (moment) => 0.6 * clockAt(moment),
        'leif-says': 0.05,
        'both-cups': 0.05,
      }),
    },
    {
      id: 'radio',
      make: talkingBox(206, 150),
      at: places.radio,
      gain: (moment) => (moment.made.thing === 'radio' ? 0.18 * during(moment, 'the-thing', 0, 27, 1.6) : 0),
    },
    { id: 'bus', make: bus(207), at: places.street, gain: busAt },
    { id: 'phone', make: phoneHum(), at: places.phone, gain: phoneAt },
    {
      id: 'stairs',
      make: footsteps(208, 0.42),
      at: places.door,
      gain: (moment) => 0.2 * during(moment, 'the-walk', at.stairs, at.stairs + 4.5, 1.2),
    },
    {
      id: 'gravel',
      make: footsteps(209, 0.66),
      at: places.path,
      gain: (moment) => 0.26 * during(moment, 'the-walk', at.gravel, at.gravel + 28, 2),
    },
    {
      id: 'bass',
      make: bassLine,
      gain: (moment) => 0.4 * during(moment, 'the-choir', at.hum, 44, 2.5),
    },
    {
      id: 'choir',
      make: choirHum(210),
      at: [0, 1.6, -3],
      gain: (moment) => 0.3 * during(moment, 'the-choir', at.choir, 44, 3),
    },
    { id: 'landing', make: footsteps(211, 0.55), at: places.door, gain: landingAt },
    {
      id: 'knock',
      make: (rate) => {
        const second = new Float32Array(rate)
        second.set(taps(1, 212)(rate).subarray(0, rate))
        return second
      },
      at: places.door,
      gain: knockAt,
    },
    {
      id: 'water',
      make: water(213),
      at: places.tap,
      gain: (moment) => 0.25 * during(moment, 'both-cups', at.water, at.water + 2.6, 0.9),
    },
  ],
  hits: [
    {
      id: 'kettle',
      beat: 'come-in',
      at: captionedAt(script, 'come-in', '[The kettle begins to sing]'),
      make: kettle(214),
      from: places.kettle,
      gain: 0.35,
    },
    {
      id: 'own-cup',
      beat: 'two-cups',
      at: captionedAt(script, 'two-cups', '[Two cups are put on the table]'),
      make: stone(215),
      from: places.ownCup,
      gain: 0.35,
    },
    {
      id: 'her-cup',
      beat: 'two-cups',
      at: captionedAt(script, 'two-cups', '[Two cups are put on the table]') + 0.45,
      make: stone(216),
      from: places.herCup,
      gain: 0.35,
    },
  ],
}
