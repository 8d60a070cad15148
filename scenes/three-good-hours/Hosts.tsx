import { hairs, skins } from '../kit/colours.ts'
import { during, smooth } from '../kit/curves.ts'
import type { Person as Looks } from '../kit/people/figure.ts'
import { Person, type Pose } from '../kit/people/Person.tsx'
import type { Moment, Place } from '../kit/types.ts'

const MAYA: Looks = {
  skin: skins[3],
  hair: 'curls',
  hairColour: hairs.black,
  top: '#b0524a',
  trim: '#f4dcc0',
  legs: '#47566e',
  earring: '#e6c074',
  size: 0.95,
}
const FELIX: Looks = {
  skin: skins[0],
  hair: 'short',
  hairColour: hairs.ginger,
  top: '#56786c',
  trim: '#e9dcc2',
  legs: '#5b4a40',
  beard: true,
  glasses: true,
  size: 1.02,
}

type Spot = { at: Place; facing: number; standing: boolean; hips?: number }

/** Facing the eyes from a place, radians. */
const facing = (x: number, z: number) => Math.atan2(-x, -z)

/** Where the two are, by how the lunch is: `none` is the first time. */
const SPOTS: Readonly<Record<string, readonly [maya: Spot, felix: Spot]>> = {
  none: [
    { at: [0.78, 0, -1.72], facing: facing(0.78, -1.72), standing: true },
    { at: [-1.15, 0, -1.75], facing: facing(-1.15, -1.75) + 0.1, standing: true },
  ],
  sofa: [
    { at: [1.0, 0, -1.45], facing: facing(1.0, -1.45), standing: true },
    { at: [-1.1, 0, -1.5], facing: facing(-1.1, -1.5) + 0.15, standing: false, hips: 0.16 },
  ],
  hour: [
    { at: [0.5, 0, -1.84], facing: -0.12, standing: false },
    { at: [-0.55, 0, -1.82], facing: 0.12, standing: false },
  ],
  here: [
    { at: [1.22, 0, -1.06], facing: facing(1.22, -1.06), standing: false, hips: 0.44 },
    { at: [-1.12, 0, -1.12], facing: facing(-1.12, -1.12), standing: false, hips: 0.16 },
  ],
}

function maya({ beat, into }: Moment, pose: Pose): void {
  switch (beat.id) {
    case 'lunch':
      // arms out when one comes in, and then she points over her shoulder at the oven
      pose.wide = 0.75 * during(9.4, 13, into, 1.6)
      pose.turn = -0.7 * during(31.5, 34.5, into, 1.8)
      pose.nod = 0.06
      break
    case 'stay-for-cake':
      pose.lean = 0.1 * smooth(2.5, 5, into)
      pose.tilt = 0.1 * smooth(3, 5, into)
      break
    default:
      pose.nod = 0.05 + 0.06 * during(31, 35, into, 1.4)
      pose.lean = 0.05 * during(20, 31, into, 3)
  }
}

function felix({ beat, into }: Moment, pose: Pose): void {
  if (beat.id === 'lunch') {
    pose.wide = 0.6 * during(17.5, 21.5, into, 1.8)
    pose.turn = 0.8 * during(18.5, 21, into, 1.6)
  } else if (beat.id === 'lunch-again') {
    pose.nod = 0.04 + 0.08 * during(31, 35, into, 1.4)
    pose.tilt = 0.06 * during(8, 13, into, 2)
  } else pose.turn = 0.35
}

type Props = { moment: { readonly current: Moment }; visit: string; carries: boolean; contrast: boolean }

/** Maya, who invited, and Felix. They keep still places, so that one can look at them calmly. */
export function Hosts({ moment, visit, carries, contrast }: Props) {
  const [host, guest] = SPOTS[visit] ?? SPOTS.none ?? []
  if (!host || !guest) return null
  const hands = host.standing && !carries ? 'down' : 'table'
  return (
    <>
      <Person
        key={`maya-${visit}-${hands}`}
        moment={moment}
        looks={MAYA}
        seed={2}
        at={host.at}
        facing={host.facing}
        standing={host.standing}
        hands={hands}
        hips={host.hips}
        contrast={contrast}
        act={maya}
      />
      <Person
        key={`felix-${visit}`}
        moment={moment}
        looks={FELIX}
        seed={5}
        at={guest.at}
        facing={guest.facing}
        standing={guest.standing}
        hands={guest.standing ? 'table' : 'lap'}
        hips={guest.hips}
        contrast={contrast}
        act={felix}
      />
    </>
  )
}
