import { captionedAt, during, ease, inBeats } from '../kit/sound/gains.ts'
import { musicNextRoom } from '../kit/sound/music.ts'
import { footsteps, murmur } from '../kit/sound/people.ts'
import { fluorescentHum, fridgeHum, roomTone } from '../kit/sound/places.ts'
import { keys, slidingDoors, squeakyWheel } from '../kit/sound/shop.ts'
import { paper, pencil, scannerBeeps, trolley } from '../kit/sound/things.ts'
import { smallTune, talkingBox } from '../kit/sound/voice.ts'
import type { Moment, SceneSound } from '../kit/types.ts'
import { manifest } from './manifest.ts'
import { places } from './places.ts'
import { script } from './script.ts'

const { beats } = manifest

/** How near the layers come at each level. */
const FULL = { 1: 0.45, 2: 0.7, 3: 1 } as const

/** Seconds into the fullest minute at which all layers are there. */
const ALL_THERE = 44

/** How much of the shop is heard, 0 to 1, before anything is turned down: it rises over most of a minute. */
const shop = (from: number, to: number): ((moment: Moment) => number) =>
  inBeats(
    beats,
    {
      outside: 0.06,
      inside: (m) => FULL[m.intensity] * 0.4,
      'the-route': (m) => FULL[m.intensity] * 0.35,
      'aisles-four-to-eight': (m) => FULL[m.intensity] * (0.35 + 0.65 * ease(from, to, m.into)),
      // what Nour takes away is taken away for good: pillar, then cap or ring or song
      'my-things': (m) => FULL[m.intensity] * 0.8,
      'aisle-nine': (m) => FULL[m.intensity] * (0.4 + 0.2 * (1 - ease(0, 8, m.into))),
      'the-keys': (m) => FULL[m.intensity] * 0.3,
      'the-lights': (m) => FULL[m.intensity] * 0.2,
      'quiet-hour': 0.14,
      'nour-says': 0.1,
      'the-tick': 0.05,
    },
    4,
  )

/** Off for good where that was chosen, from the quiet hour on; it takes as long as its beat takes to come. */
const unless =
  (off: string, gain: (moment: Moment) => number) =>
  (moment: Moment): number => {
    if (moment.made.sound !== off) return gain(moment)
    return moment.beat.id === 'the-lights' ? gain(moment) * (1 - ease(0, 4, moment.into)) : 0
  }
const part = (much: number, of: (moment: Moment) => number) => (moment: Moment) => much * of(moment)

const first = shop(0, ALL_THERE)
const later = shop(8, ALL_THERE)

const LEMONADE = 'Two for one on lemonade, only today!'
const said = {
  green: captionedAt(script, 'aisles-four-to-eight', LEMONADE, { route: 'green' }),
  blue: captionedAt(script, 'aisles-four-to-eight', LEMONADE, { route: 'blue' }),
}
const foil = {
  cap: captionedAt(script, 'aisle-nine', '[Foil rustles]', { tool: 'cap' }),
  ring: captionedAt(script, 'aisle-nine', '[Foil rustles]', { tool: 'ring' }),
  song: captionedAt(script, 'aisle-nine', '[Foil rustles]', { tool: 'song' }),
}
const tick = captionedAt(script, 'the-tick', '[A pencil makes a tick]')

function loudspeakerAt(moment: Moment): number {
  const from = said[moment.made.route as keyof typeof said] ?? said.green
  return 0.5 * FULL[moment.intensity] * during(moment, 'aisles-four-to-eight', from, from + 3.4, 0.7)
}

function foilAt(moment: Moment): number {
  const from = foil[moment.made.tool as keyof typeof foil] ?? foil.song
  return 0.3 * during(moment, 'aisle-nine', from, from + 1.2, 0.3)
}

/** Her own song, over whatever there is. */
const songAt = (moment: Moment) =>
  moment.made.tool === 'song' ? 0.4 * during(moment, 'aisle-nine', 0.8, 40, 2.5) : 0

export const sound: SceneSound = {
  layers: [
    { id: 'room', make: roomTone(301), gain: () => 0.28 },
    { id: 'fridges', make: fridgeHum(302), at: places.fridges, gain: part(0.55, first) },
    // the one that is out of tune with the others
    { id: 'fridge-left', make: fridgeHum(303, 7), at: places.fridgeLeft, gain: part(0.3, first) },
    { id: 'lights', make: fluorescentHum(304), at: places.lights, gain: part(0.22, first) },
    { id: 'people', make: murmur(305, 14), at: [0, 1.5, -4], gain: part(0.4, first) },
    { id: 'trolleys', make: trolley(306), at: places.trolley, gain: part(0.4, later) },
    { id: 'wheel', make: squeakyWheel(307), at: places.trolley, gain: part(0.14, first) },
    { id: 'tills', make: scannerBeeps(308), at: places.tills, gain: unless('tills', part(0.24, later)) },
    {
      id: 'music',
      make: musicNextRoom(0.5, 1600),
      at: places.music,
      gain: unless('music', part(0.4, later)),
    },
    { id: 'loudspeaker', make: talkingBox(309, 130), at: places.loudspeaker, gain: loudspeakerAt },
    { id: 'song', make: smallTune, gain: songAt },
    {
      id: 'steps',
      make: footsteps(310, 0.62),
      at: [1.2, 0.2, -2.2],
      gain: inBeats(beats, { 'quiet-hour': 0.16, 'nour-says': 0.06 }),
    },
    { id: 'foil', make: paper(311), at: places.yeast, gain: foilAt },
    {
      id: 'pencil',
      make: pencil(312),
      at: places.yeast,
      gain: (moment) => 0.28 * during(moment, 'the-tick', tick, tick + 1.2, 0.25),
    },
  ],
  hits: [
    {
      id: 'doors',
      beat: 'outside',
      at: captionedAt(script, 'outside', '[Sliding doors open]'),
      make: slidingDoors(313),
      from: places.doors,
      gain: 0.4,
    },
    {
      id: 'map',
      beat: 'the-route',
      at: captionedAt(script, 'the-route', '[Paper is unfolded]'),
      make: paper(314),
      from: places.yeast,
      gain: 0.35,
    },
    {
      id: 'keys',
      beat: 'the-keys',
      at: captionedAt(script, 'the-keys', '[A bunch of keys]'),
      make: keys(315),
      from: places.yeast,
      gain: 0.35,
    },
  ],
}
