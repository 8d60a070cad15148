import { colours } from '../colours.ts'
import { smooth } from '../curves.ts'
import { grid } from '../shapes/cloth.ts'
import { merge, paint, put, type Shape, unlined } from '../shapes/paint.ts'
import { ball, bent, box, rod } from '../shapes/solid.ts'
import { headOf } from './head.ts'

export type Hair = 'short' | 'bob' | 'bun' | 'curls' | 'long' | 'thin' | 'scarf' | 'braid'

/** How somebody looks. Colours as `#rrggbb`. */
export type Person = {
  readonly skin: string
  readonly hair: Hair
  readonly hairColour: string
  readonly top: string
  readonly legs?: string
  /** collar, cuffs, a shawl: what is seen at the neck */
  readonly trim?: string
  readonly beard?: boolean
  readonly moustache?: boolean
  readonly glasses?: boolean
  readonly earring?: string
  /** 1 is somebody of 1.70 m */
  readonly size?: number
  /** 1 is in the middle */
  readonly broad?: number
  readonly apron?: string
}

/** `table`: hands rest before one at the height of a table · `lap` · `down`: at the sides, for standing */
export type Hands = 'table' | 'lap' | 'down'
export type Posture = {
  readonly standing?: boolean
  readonly hands?: Hands
  /** height of the hips, when not that of a chair or of standing */
  readonly hips?: number
}

/**
 * Somebody as shapes that move against each other, each about its own joint: the body about the hips, the head about the
 * neck, the arms about their shoulders. They face +z. Metres.
 */
export type Figure = {
  readonly body: Shape
  readonly head: Shape
  readonly arm: Shape
  /** the left arm; its shoulder is the other one's, mirrored at x = 0 */
  readonly left: Shape
  readonly hips: number
  /** above the hips */
  readonly neck: number
  /** from the hips */
  readonly shoulder: readonly [x: number, y: number, z: number]
}

type Section = readonly [height: number, halfWidth: number, halfDepth: number, forward: number]

/** Cross-sections, soft-cornered, from the foot up. */
const loft = (sections: readonly Section[], around = 16) =>
  grid(around, (sections.length - 1) * 2, (u, v) => {
    const along = v * (sections.length - 1)
    const index = Math.min(Math.floor(along), sections.length - 2)
    const before = sections[Math.max(index - 1, 0)] as Section
    const [from, to] = [sections[index] as Section, sections[index + 1] as Section]
    const after = sections[Math.min(index + 2, sections.length - 1)] as Section
    const s = along - index
    const at = (i: 0 | 1 | 2 | 3) => {
      const [p, q, r, o] = [before[i], from[i], to[i], after[i]]
      return q + 0.5 * s * (r - p + s * (2 * p - 5 * q + 4 * r - o + s * (3 * (q - r) + o - p)))
    }
    const angle = -u * Math.PI * 2
    const c = Math.cos(angle)
    const sn = Math.sin(angle)
    return [
      Math.sign(c) * Math.abs(c) ** 0.85 * at(1),
      at(0),
      Math.sign(sn) * Math.abs(sn) ** 0.85 * at(2) + at(3),
    ]
  })

/** Heights above the hips; a sweater's shape, wider at the hem. */
const TORSO: readonly Section[] = [
  [-0.09, 0.15, 0.11, 0],
  [-0.04, 0.168, 0.13, 0.004],
  [0.08, 0.16, 0.122, 0.006],
  [0.2, 0.158, 0.115, 0.006],
  [0.34, 0.182, 0.12, 0],
  [0.44, 0.202, 0.112, -0.006],
  [0.495, 0.192, 0.098, -0.012],
  [0.535, 0.135, 0.08, -0.014],
  [0.572, 0.064, 0.06, -0.012],
]

type Joint = readonly [x: number, y: number, z: number]

/** Elbow and hand of the left side (+x), from the hips. */
const ARMS: Record<Hands, readonly [elbow: Joint, hand: Joint]> = {
  table: [
    [0.265, 0.235, 0.09],
    [0.13, 0.283, 0.35],
  ],
  lap: [
    [0.252, 0.2, 0.06],
    [0.085, 0.13, 0.27],
  ],
  down: [
    [0.25, 0.17, -0.02],
    [0.235, -0.07, 0.08],
  ],
}
const SHOULDER: Joint = [0.182, 0.448, -0.008]

function armOf(person: Person, hands: Hands, side: 1 | -1, broad: number): Shape[] {
  const [elbow, hand] = ARMS[hands]
  const place = ([x, y, z]: Joint): Joint => [x * side * broad, y, z]
  const [shoulder, bend, end] = [place(SHOULDER), place(elbow), place(hand)]
  const along = (s: number): Joint => [
    bend[0] + (end[0] - bend[0]) * s,
    bend[1] + (end[1] - bend[1]) * s,
    bend[2] + (end[2] - bend[2]) * s,
  ]
  const sleeve = bent(
    [
      shoulder,
      [(shoulder[0] + bend[0]) / 2 + 0.018 * side, (shoulder[1] + bend[1]) / 2, bend[2] / 2],
      bend,
      along(0.45),
      along(0.82),
    ],
    0.047,
    person.top,
    { around: 10 },
  )
  const palm = put(ball(0.04, person.skin, { fine: 5 }), { scale: [0.82, 0.5, 1.15] })
  const fingers = put(ball(0.034, person.skin, { fine: 5 }), {
    at: [-0.006 * side, -0.007, 0.05],
    turn: [0.25, 0, 0],
    scale: [0.95, 0.46, 1.15],
  })
  const thumb = put(ball(0.016, person.skin, { fine: 4 }), {
    at: [-0.032 * side, 0, 0.022],
    turn: [0, -0.5 * side, 0],
    scale: [0.75, 0.8, 1.9],
  })
  const inward = Math.atan2(end[0] - bend[0], end[2] - bend[2])
  const fall = hands === 'down' ? 1.25 : hands === 'lap' ? 0.35 : 0.12
  for (const part of [palm, fingers, thumb]) put(part, { turn: [fall, inward * 0.7, 0], at: along(1.02) })
  return [
    sleeve,
    palm,
    fingers,
    thumb,
    // within the others' lines
    ...unlined([
      put(ball(0.055, person.top, { fine: 5 }), { at: [shoulder[0], shoulder[1] - 0.012, shoulder[2]] }),
      rod(along(0.78), along(0.93), 0.0515, person.trim ?? person.top, { thinner: 0.047, around: 8 }),
      rod(along(0.86), along(1), 0.03, person.skin, { thinner: 0.027 }),
    ]),
  ]
}

function legsOf({ legs = colours.slate }: Person, standing: boolean, hips: number): Shape[] {
  const sides = [1, -1] as const
  if (standing)
    return sides.flatMap((side) => [
      rod([0.085 * side, -0.02, 0], [0.09 * side, 0.08 - hips, -0.01], 0.088, legs, {
        thinner: 0.062,
        around: 12,
      }),
      put(box([0.09, 0.075, 0.25], colours.ink, { round: 0 }), { at: [0.095 * side, -hips, 0.045] }),
    ])
  return sides.flatMap((side) => [
    bent(
      [
        [0.085 * side, -0.01, -0.02],
        [0.1 * side, 0.005, 0.22],
        [0.11 * side, -0.02, 0.4],
        [0.112 * side, -0.12, 0.44],
        [0.112 * side, 0.08 - hips, 0.42],
      ],
      0.075,
      legs,
      { around: 8 },
    ),
    put(box([0.09, 0.075, 0.25], colours.ink, { round: 0 }), { at: [0.112 * side, -hips, 0.47] }),
  ])
}

/** A collar and, if asked for, an apron; what makes the top more than a tube. */
function clothesOf(person: Person, broad: number): Shape[] {
  const collar = bent(
    Array.from({ length: 9 }, (_, i): Joint => {
      const a = Math.PI + (i / 8) * Math.PI * 2
      return [Math.sin(a) * 0.068, 0.566 - 0.018 * Math.cos(a), -0.012 + Math.cos(a) * 0.062]
    }),
    0.015,
    person.trim ?? person.top,
    { around: 6 },
  )
  const apron = grid(12, 8, (u, v) => {
    const x = (u - 0.5) * (v > 0.62 ? 0.2 : 0.34)
    const bow = Math.sqrt(Math.max(0, 1 - (x / (0.19 * broad)) ** 2))
    return [x, -0.3 + v * 0.72, 0.128 * bow + 0.012 + (v < 0.35 ? 0.012 : 0)]
  })
  return [...unlined([collar]), ...(person.apron ? [paint(apron, person.apron)] : [])]
}

/** Where shadow lies on a body: under the chin, under the arms, in the lap. */
function folded(torso: Shape): Shape {
  const position = torso.getAttribute('position')
  const colour = torso.getAttribute('color')
  for (let i = 0; i < position.count; i++) {
    const [x, y] = [Math.abs(position.getX(i)), position.getY(i)]
    const arms = smooth(0.12, 0.17, x) * (1 - smooth(0.36, 0.46, y))
    const chin = smooth(0.5, 0.58, y) * 0.35
    const lap = (1 - smooth(-0.08, 0.12, y)) * 0.45
    const light = (1 - 0.42 * arms) * (1 - chin) * (1 - lap)
    colour.setXYZ(i, colour.getX(i) * light, colour.getY(i) * light, colour.getZ(i) * light)
  }
  return torso
}

/** Makes somebody's shapes. The same person and posture give the same shapes. */
export function figure(
  person: Person,
  { standing = false, hands = standing ? 'down' : 'table', hips: given }: Posture = {},
): Figure {
  const { size = 1, broad = 1 } = person
  const hips = (standing ? 0.9 : 0.5) * (standing ? size : 1)
  const torso = folded(
    paint(loft(TORSO.map(([y, w, d, z]): Section => [y, w * broad, d * (0.4 + 0.6 * broad), z])), person.top),
  )
  const neck = rod([0, 0.53, -0.012], [0, 0.66, 0.006], 0.054, person.skin, {
    thinner: 0.05,
    around: 12,
    grounded: 0.3,
  })
  const legs = legsOf(person, standing, hips / size)
  // a table hides them
  if (hands === 'table' && !standing) unlined(legs)
  const body = merge([torso, neck, ...clothesOf(person, broad), ...legs])
  const [x, y, z]: Joint = [-SHOULDER[0] * broad, SHOULDER[1], SHOULDER[2]]
  const arm = put(merge(armOf(person, hands, -1, broad)), { at: [-x, -y, -z] })
  const left = put(merge(armOf(person, hands, 1, broad)), { at: [x, -y, -z] })
  const head = put(headOf(person), { scale: 1.1 })
  for (const shape of [body, arm, left, head]) put(shape, { scale: size })
  return {
    body,
    head,
    arm,
    left,
    hips: given ?? hips,
    neck: 0.588 * size,
    shoulder: [x * size, y * size, z * size],
  }
}
