import { colours } from '../kit/colours.ts'
import { mix, smooth } from '../kit/curves.ts'
import { merge, put, type Shape } from '../kit/shapes/paint.ts'
import { box, floor, rod } from '../kit/shapes/solid.ts'
import type { Moment } from '../kit/types.ts'

/** Squares on a side, and how large one is, metres. */
const SIDE = 9
const SQUARE = 0.03
/** Black squares of the upper half; the lower one is the same, turned by half a circle, as in a proper crossword. */
const BLACK = new Set([4, 11, 15, 20, 24, 27, 31, 34, 40])

const isBlack = (i: number) => BLACK.has(i) || BLACK.has(SIDE * SIDE - 1 - i)

type Stroke = readonly [x: number, y: number, toX: number, toY: number]

/** A few capitals in strokes, each in a square from 0 to 1. */
const LETTERS: readonly (readonly Stroke[])[] = [
  [
    [0, 0, 0.5, 1],
    [0.5, 1, 1, 0],
    [0.2, 0.4, 0.8, 0.4],
  ],
  [
    [0, 0, 0, 1],
    [0, 1, 1, 1],
    [0, 0.5, 0.7, 0.5],
    [0, 0, 1, 0],
  ],
  [[0.5, 0, 0.5, 1]],
  [
    [0, 1, 0, 0],
    [0, 0, 0.9, 0],
  ],
  [
    [0, 0, 0, 1],
    [0, 1, 1, 0],
    [1, 0, 1, 1],
  ],
  [
    [0.5, 0, 0.5, 1],
    [0, 1, 1, 1],
  ],
  [
    [0, 0, 0, 1],
    [0, 1, 0.9, 0.8],
    [0.9, 0.8, 0, 0.5],
    [0.3, 0.5, 1, 0],
  ],
  [
    [0.1, 0.9, 0.9, 0.9],
    [0.1, 0.9, 0.1, 0.1],
    [0.1, 0.1, 0.9, 0.1],
    [0.9, 0.1, 0.9, 0.9],
  ],
  [
    [1, 0.9, 0, 0.75],
    [0, 0.75, 1, 0.3],
    [1, 0.3, 0, 0.05],
  ],
]

const corner = (i: number): [x: number, z: number] => [
  ((i % SIDE) - SIDE / 2 + 0.5) * SQUARE,
  (Math.floor(i / SIDE) - SIDE / 2 + 0.5) * SQUARE,
]

/** A sheet with an empty crossword, lying on y = 0, its foot to +z. */
export function crossword(): Shape {
  const size = SIDE * SQUARE
  const parts = [
    put(box([size + 0.07, 0.006, size + 0.1], '#b98656', { round: 0.004 }), { at: [0, -0.006, 0] }),
    put(box([size + 0.05, 0.002, size + 0.07], colours.cream, { round: 0 }), {}),
    put(box([size + 0.006, 0.002, size + 0.006], colours.ink, { round: 0 }), { at: [0, 0.001, 0] }),
  ]
  for (let i = 0; i < SIDE * SIDE; i++) {
    if (isBlack(i)) continue
    const [x, z] = corner(i)
    parts.push(put(floor(SQUARE - 0.003, SQUARE - 0.003, '#fffaf0', { cell: 1 }), { at: [x, 0.0038, z] }))
  }
  return merge(parts)
}

/** Triangles of each letter, in the order in which they were written: draw only so many to show how far she is. */
export type Written = { readonly shape: Shape; readonly upTo: (part: number) => number; dispose(): void }

/** Letters in soft pencil for every white square. `upTo(0.5)` is how many indices half of them are. */
export function letters(): Written {
  const parts: Shape[] = []
  const ends: number[] = [0]
  let indices = 0
  for (let i = 0; i < SIDE * SIDE; i++) {
    if (isBlack(i)) continue
    const [x, z] = corner(i)
    for (const [ax, ay, bx, by] of LETTERS[(i * 7 + Math.floor(i / SIDE) * 4 + 3) % LETTERS.length] ?? []) {
      const [dx, dz] = [(bx - ax) * SQUARE * 0.5, (ay - by) * SQUARE * 0.56]
      const stroke = put(floor(Math.hypot(dx, dz) + 0.002, 0.0022, '#4a4550', { cell: 1 }), {
        at: [x + ((ax + bx) / 2 - 0.5) * SQUARE * 0.5, 0.0046, z + (0.5 - (ay + by) / 2) * SQUARE * 0.56],
        turn: [0, -Math.atan2(dz, dx), 0],
      })
      indices += stroke.index?.count ?? 0
      parts.push(stroke)
    }
    ends.push(indices)
  }
  const shape = merge(parts)
  return {
    shape,
    upTo: (part) => ends[Math.round(part * (ends.length - 1))] ?? 0,
    dispose: () => shape.dispose(),
  }
}

/** A soft pencil that hangs from its string, which is tied at the origin. */
export const pencil = (): Shape =>
  merge([
    rod([0, 0, 0], [0, -0.14, 0], 0.0022, '#cdb58c', { around: 4 }),
    rod([0, -0.14, 0], [0, -0.27, 0], 0.0055, colours.ember, { around: 6 }),
    rod([0, -0.27, 0], [0, -0.292, 0], 0.0055, '#e2c497', { thinner: 0.001, around: 6 }),
  ])

/** How much of the crossword is filled, 0 to 1. */
export function filledAt({ beat, into, made }: Moment): number {
  switch (beat.id) {
    case 'morning-again':
    case 'in-her-words':
    case 'window':
      return 1
    case 'a-small-joy':
      return made.joy === 'clue' ? mix(0.52, 0.88, smooth(2, 9, into)) : 0.52
    case 'her-room':
      return mix(0.46, 0.52, smooth(1, 8, into))
    default:
      return 0.52
  }
}
