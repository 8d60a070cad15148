import { colours } from '../kit/colours.ts'
import { merge, put, type Shape } from '../kit/shapes/paint.ts'
import { stand } from '../kit/shapes/shade.ts'
import { box, disc, rod, turned, wall } from '../kit/shapes/solid.ts'

const plain = { round: 0 } as const

export const COLD = { z: -1.32, shelf: 0.9 } as const

/** The chilled shelf of aisle nine, before one. */
export const coldShelf = (): Shape =>
  stand([
    put(box([3.4, 2.25, 0.06], '#a8b5b8', plain), { at: [0, 0, COLD.z - 0.3] }),
    put(box([3.4, 0.5, 0.72], '#7d8a8e', { round: 0.02 }), { at: [0, 0, COLD.z] }),
    put(box([3.4, 0.3, 0.72], '#5c7a7c', { round: 0.03 }), { at: [0, 2.0, COLD.z] }),
    ...[-1, 1].map((s) =>
      put(box([0.08, 2.25, 0.74], '#8b979b', { round: 0.02 }), { at: [s * 1.7, 0, COLD.z] }),
    ),
    ...[0.52, COLD.shelf, 1.28, 1.64].flatMap((y) => [
      put(box([3.3, 0.02, 0.5], '#d5dcdd', plain), { at: [0, y - 0.02, COLD.z - 0.02] }),
      put(box([3.3, 0.05, 0.012], '#f1ead9', plain), { at: [0, y - 0.035, COLD.z + 0.235] }),
    ]),
    ...Array.from({ length: 9 }, (_, i) =>
      put(box([0.07, 0.03, 0.004], i % 3 ? '#d8c9a8' : '#c9a15c', plain), {
        at: [-1.3 + i * 0.33, COLD.shelf - 0.026, COLD.z + 0.244],
      }),
    ),
  ])

/** Butter, and to the left of it the silver cubes: foot of each, and which it is. */
export function dairy(): Shape {
  const parts: Shape[] = []
  for (let i = 0; i < 6; i++)
    for (const up of [0, 1])
      parts.push(
        merge([
          put(box([0.13, 0.075, 0.1], '#e8c44e', { round: 0.008, foot: '#d3a73a' }), {
            at: [0.1 + i * 0.145, COLD.shelf + up * 0.077, COLD.z + 0.14],
          }),
          put(box([0.08, 0.03, 0.004], '#fff3d0', plain), {
            at: [0.1 + i * 0.145, COLD.shelf + 0.022 + up * 0.077, COLD.z + 0.192],
          }),
        ]),
      )
  for (let i = 0; i < 7; i++) parts.push(...yeastParts(-0.16 - i * 0.068, COLD.shelf, COLD.z + 0.16, i))
  // milk, jars and cheese on the other boards
  for (const [row, y] of [0.52, 1.28, 1.64].entries())
    for (let i = 0; i < 19; i++) {
      const hue =
        [
          ['#eef0ea', '#cfdde4', '#e9dfc6'],
          ['#efe2c0', '#d9a25c', '#e7d3a6'],
          ['#d6e2da', '#b9cbd6', '#f1e7d2'],
        ][row]?.[(i * 2 + row) % 3] ?? '#eeeeee'
      parts.push(
        put(
          box([0.12, 0.14 + 0.09 * ((Math.floor(i / 3) * 0.618) % 1), 0.16], hue, {
            round: 0,
            grounded: 0.2,
          }),
          { at: [-1.52 + i * 0.168, y, COLD.z + 0.08] },
        ),
      )
    }
  for (let i = 0; i < 5; i++)
    parts.push(
      put(box([0.13, 0.13, 0.14], '#cfdde4', { round: 0, grounded: 0.2 }), {
        at: [-1.45 + i * 0.16, COLD.shelf, COLD.z + 0.1],
      }),
    )
  for (let i = 0; i < 4; i++)
    parts.push(
      put(box([0.13, 0.16, 0.14], '#e9dfc6', { round: 0, grounded: 0.2 }), {
        at: [1.08 + i * 0.15, COLD.shelf, COLD.z + 0.1],
      }),
    )
  return stand(parts, 0.5)
}

const yeastParts = (x: number, y: number, z: number, seed = 0): Shape[] => [
  put(box([0.046, 0.036, 0.046], '#c3c9cc', { round: 0.006, foot: '#8f979b' }), {
    at: [x, y, z],
    turn: [0, 0.12 * Math.sin(seed * 3), 0],
  }),
  put(box([0.03, 0.002, 0.03], '#e6ebec', plain), { at: [x, y + 0.035, z], turn: [0, 0.5 + seed, 0] }),
]

/** The one cube of fresh yeast, in silver foil. */
export const yeast = (): Shape => merge(yeastParts(0, 0, 0))

/** A pear on its side or upright, its foot at y = 0. */
export const pear = (seed: number): Shape =>
  merge([
    put(
      turned(
        [
          [0, 0],
          [0.026, 0.004],
          [0.037, 0.026],
          [0.034, 0.046],
          [0.02, 0.07],
          [0.014, 0.086],
          [0, 0.092],
        ],
        seed % 2 ? '#c3bd55' : '#b9b24c',
        { around: 14, foot: '#a58f3e', grain: 0.1 },
      ),
      {},
    ),
    rod([0, 0.088, 0], [0.006, 0.108, 0.002], 0.002, '#5b4630', { around: 5 }),
  ])

export const BELT = { y: 0.86, z: -0.98 } as const

/** The till before one: a belt from the left, the scanner, the screen, a low wall of sweets. */
export const tillDesk = (): Shape =>
  stand([
    put(box([2.7, 0.8, 0.62], '#7f9a86', { round: 0.02, grounded: 0.25 }), { at: [-0.1, 0, BELT.z] }),
    put(box([2.74, 0.04, 0.66], '#ddd0b8', { round: 0.012 }), { at: [-0.1, 0.8, BELT.z] }),
    put(box([1.5, 0.014, 0.46], '#453f3c', { round: 0.004 }), { at: [-0.56, 0.845, BELT.z] }),
    put(box([0.36, 0.02, 0.44], '#8d9496', { round: 0.006 }), { at: [0.46, 0.842, BELT.z] }),
    put(box([0.2, 0.004, 0.2], '#33383a', plain), { at: [0.46, 0.861, BELT.z] }),
    rod([0.95, 0.84, BELT.z - 0.12], [0.95, 1.12, BELT.z - 0.12], 0.016, colours.ink, { around: 8 }),
    put(box([0.3, 0.2, 0.03], colours.ink, { round: 0.01 }), {
      at: [0.95, 1.08, BELT.z - 0.1],
      turn: [-0.2, -0.6, 0],
    }),
    put(box([0.09, 0.14, 0.035], '#3c3f42', { round: 0.008 }), {
      at: [0.78, 0.845, BELT.z + 0.2],
      turn: [-0.7, 0, 0],
    }),
    put(box([0.06, 0.03, 0.03], '#c98a55', { round: 0.006 }), {
      at: [-1.2, 0.852, BELT.z],
      turn: [0, 1.2, 0],
    }),
    ...Array.from({ length: 9 }, (_, i) =>
      put(
        box([0.1, 0.1, 0.05], ['#c4704e', '#d8b25f', '#7f9c72', '#a4627a'][i % 4] ?? '#c4704e', {
          round: 0.008,
        }),
        { at: [-1.1 + i * 0.125, 0.46, BELT.z + 0.345] },
      ),
    ),
    put(box([1.2, 0.02, 0.1], '#ddd0b8', plain), { at: [-0.6, 0.44, BELT.z + 0.35] }),
    // low wall behind, and a chair's back for who sits there
    put(wall(3.2, 0.9, '#c9bfa9', { cell: 0.5 }), { at: [0.2, 0, -2.3] }),
    put(disc(0.2, '#6a6f70', { around: 20 }), { at: [0.86, 0.02, -1.72] }),
    rod([0.86, 0, -1.72], [0.86, 0.5, -1.72], 0.03, '#6a6f70', { around: 8 }),
  ])
