import { hairs, skins } from '../kit/colours.ts'
import { mix, smooth } from '../kit/curves.ts'
import { bystander } from '../kit/people/bystander.ts'
import type { Person } from '../kit/people/figure.ts'
import { merge, put, type Shape } from '../kit/shapes/paint.ts'
import { ball, box, rod } from '../kit/shapes/solid.ts'

/** A trolley of about 300 triangles, its handle at −z, for somebody who pushes it and faces +z. */
function trolley(): Shape[] {
  const bar = (a: readonly [number, number, number], b: readonly [number, number, number], r = 0.009) =>
    rod(a, b, r, '#9fa6a8', { around: 4 })
  return [
    ...[-0.22, 0.22].flatMap((x) => [
      bar([x, 0.92, 0.42], [x * 1.1, 0.86, 1.2]),
      bar([x * 0.8, 0.5, 0.5], [x * 0.85, 0.52, 1.12]),
      bar([x, 0.92, 0.42], [x * 0.8, 0.5, 0.5]),
      bar([x * 1.1, 0.86, 1.2], [x * 0.85, 0.52, 1.12]),
      bar([x * 0.9, 0.14, 0.42], [x * 0.8, 0.5, 0.5]),
      bar([x * 0.9, 0.13, 0.42], [x * 0.8, 0.13, 1.14]),
      ...[0.44, 1.1].map((z) =>
        put(ball(0.055, '#3a3f41', { fine: 5 }), { at: [x * 0.85, 0.055, z], scale: [0.45, 1, 1] }),
      ),
    ]),
    ...[0.6, 0.74].map((y) =>
      bar([-0.2 - (y - 0.5) * 0.1, y, 1.15], [0.2 + (y - 0.5) * 0.1, y, 1.15], 0.006),
    ),
    bar([-0.24, 0.86, 1.2], [0.24, 0.86, 1.2]),
    rod([-0.25, 1.0, 0.4], [0.25, 1.0, 0.4], 0.017, '#c65a2a', { around: 6 }),
    put(box([0.3, 0.02, 0.6], '#8d9496', { round: 0 }), { at: [0, 0.5, 0.82] }),
    ...[
      [-0.08, 0.62, '#d8b25f', 0.22],
      [0.08, 0.74, '#7f9c72', 0.16],
      [-0.04, 0.95, '#c4704e', 0.26],
      [0.09, 0.98, '#e5d6b4', 0.18],
    ].map(([x, z, hue, tall]) =>
      put(box([0.12, Number(tall), 0.14], String(hue), { round: 0 }), { at: [Number(x), 0.52, Number(z)] }),
    ),
  ]
}

const looks = (i: number, hair: Person['hair'], top: string, more: Partial<Person> = {}): Person => ({
  skin: skins[i % skins.length] ?? '#c68a5f',
  hair,
  hairColour: Object.values(hairs)[(i * 2 + 1) % 6] ?? hairs.brown,
  top,
  ...more,
})

const pushing = (person: Person): Shape =>
  merge([bystander(person, { hands: 'push', stride: 0.22 }), ...trolley()])
const walking = (person: Person): Shape => bystander(person, { stride: 0.26 })

/** How somebody crosses: from one side to the other and back, in the distance. Metres, metres a second. */
export type Way = {
  readonly from: number
  readonly to: number
  readonly z: number
  readonly speed: number
  readonly begin: number
}

/** The same people in every part of the shop. */
export const walkers: readonly { readonly make: () => Shape; readonly way: Way }[] = [
  {
    make: () => pushing(looks(1, 'bob', '#8c6a8a')),
    way: { from: -5, to: 1.9, z: -3.35, speed: 0.42, begin: 0.28 },
  },
  {
    make: () => pushing(looks(4, 'short', '#6d87a3', { size: 1.05 })),
    way: { from: -4.5, to: 3.8, z: -6.85, speed: 0.34, begin: 1.3 },
  },
  {
    make: () => walking(looks(3, 'bun', '#c08a4a', { size: 0.94 })),
    way: { from: -4.4, to: 1.7, z: -3.75, speed: 0.5, begin: 0.82 },
  },
  {
    make: () => walking(looks(0, 'thin', '#6f8f74', { legs: '#4d4a55' })),
    way: { from: -5.5, to: 5, z: -7.0, speed: 0.44, begin: 0.1 },
  },
  {
    make: () => pushing(looks(5, 'long', '#b5604a', { size: 0.97 })),
    way: { from: -3.2, to: 5.6, z: -6.6, speed: 0.36, begin: 0.55 },
  },
]

/** A way there, a turn on the spot, the way back, a turn: which part of it all a turn takes. */
const TURN = 0.05

/** Where somebody is on their way at `t` seconds, and which way they face, radians about y. They turn round slowly. */
export function onWay(
  { from, to, speed, begin }: Way,
  t: number,
): { readonly x: number; readonly facing: number } {
  const around = (begin + (t * speed * (0.5 - TURN)) / (to - from)) % 1
  const back = around < 0.5 ? 0 : 1
  const half = around - 0.5 * back
  const along = Math.min(half / (0.5 - TURN), 1)
  const turned = smooth(0.5 - TURN, 0.5, half)
  where.x = mix(from, to, back ? 1 - along : along)
  where.facing = Math.PI / 2 + Math.PI * (back + turned)
  return where
}
const where = { x: 0, facing: 0 }

/** Who is at the far tills: two who sit, two who wait. */
export const queue = (): Shape =>
  merge([
    put(bystander(looks(2, 'short', '#3f6450'), { sitting: true, hands: 'push' }), {
      at: [3.75, 0, -3.2],
      turn: [0, -1.5, 0],
    }),
    put(bystander(looks(5, 'bob', '#3f6450', { size: 0.95 }), { sitting: true, hands: 'push' }), {
      at: [5.35, 0, -3.2],
      turn: [0, -1.5, 0],
    }),
    put(bystander(looks(0, 'curls', '#7c4d70')), { at: [2.45, 0, -2.9], turn: [0, 1.4, 0] }),
    put(bystander(looks(3, 'scarf', '#4a6584', { trim: '#c98a80', size: 0.96 })), {
      at: [2.45, 0, -3.65],
      turn: [0, 0.6, 0],
    }),
  ])
