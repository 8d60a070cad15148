import { clock, cooker, counter, sink } from '../kit/props/kitchen.ts'
import { door, outside, pendant, picture, room, windowFrame } from '../kit/props/room.ts'
import { chair, flowers, plate, table } from '../kit/props/table.ts'
import { merge, type Putting, put, type Shape } from '../kit/shapes/paint.ts'
import { stand } from '../kit/shapes/shade.ts'
import { ball, turned, wall } from '../kit/shapes/solid.ts'
import type { Place } from '../kit/types.ts'
import { greens } from './greens.ts'

/** Maya's new kitchen, metres; one is at the near edge of its table. */
export const TABLE_EDGE = { y: 0.742, z: -0.83, back: 0.52 }
export const WINDOW = { x: -1.05, w: 1.3, sill: 1.0, head: 2.05, z: -3.3 } as const
export const LAMP: Place = [0.05, 1.72, -1.5]
const HEIGHT = 2.6
const LEFT = -2.2

const all = (parts: readonly Shape[], place: Putting) => parts.map((part) => put(part, place))

/** White tiles on a wall, seen from +z. */
function tiles(w: number, h: number): Shape {
  const SIZE = 0.15
  const parts: Shape[] = []
  for (let i = 0; i < Math.floor(w / SIZE); i++)
    for (let j = 0; j < Math.floor(h / SIZE); j++) {
      const hue = (i * 7 + j * 5) % 6 ? '#f3efe6' : '#e8e3d8'
      parts.push(
        put(wall(SIZE - 0.008, SIZE - 0.008, hue, { cell: 1 }), {
          at: [(i + 0.5) * SIZE - w / 2, j * SIZE, 0.006],
        }),
      )
    }
  return merge(parts)
}

/** The room without its table. */
export function kitchen(): Shape {
  const { x, w, sill, head, z } = WINDOW
  return stand([
    ...room(
      [5.0, HEIGHT, 5.2],
      [0.3, -0.7],
      { front: [{ x: x - 0.3, w, sill, head }] },
      {
        walls: '#e6dac6',
        panel: '#d9d2c3',
        ground: '#9a7350',
        ceiling: '#f3ebdd',
      },
    ),
    put(tiles(3.0, 0.62), { at: [1.3, 0.94, z] }),
    put(tiles(1.2, 0.62), { at: [2.19, 1.56, z] }),
    ...all(windowFrame(w, head - sill, '#f2ece0'), { at: [x, sill, z] }),
    ...all(counter(2.3, '#5f8a83', '#d9c7a6'), { at: [0.85, 0, z] }),
    ...all(cooker(), { at: [2.32, 0, z] }),
    ...all(sink(), { at: [0.4, 0, z] }),
    ...all(picture(0.5, 0.4, ['#f6e3bd', '#c98a80', '#7c4d70']), { at: [0.75, 1.62, z] }),
    ...all(door('#a97b50', 0.5), { turn: [0, Math.PI / 2, 0], at: [LEFT + 0.03, 0, -1.25] }),
    put(greens(0.5, '#c08a4a'), { at: [-1.45, sill, z + 0.1], scale: 0.6 }),
    put(clock(), { at: [-1.95, 1.75, z + 0.01] }),
    ...all(pendant(HEIGHT - LAMP[1] - 0.24, '#d9a441', 0.23), { at: LAMP }),
    put(greens(1.3, '#8a5a48', 1), { at: [2.5, 0, -0.6], scale: 1.2 }),
    // on the worktop: a bowl of lemons, bottles
    put(
      turned(
        [
          [0.06, 0],
          [0.13, 0.07],
          [0.125, 0.07],
          [0.05, 0.01],
        ],
        '#4a6584',
        { around: 18 },
      ),
      { at: [1.15, 0.9, z + 0.3] },
    ),
    ...[0, 1, 2, 3].map((i) =>
      put(ball(0.036, '#e2c14a', { fine: 6 }), {
        at: [1.12 + (i % 2) * 0.06, 0.94 + (i > 2 ? 0.04 : 0), z + 0.28 + (i > 1 ? 0.05 : 0)],
        scale: [1.2, 1, 1],
      }),
    ),
    ...[0, 1, 2].map((i) =>
      put(
        turned(
          [
            [0.036, 0],
            [0.038, 0.17],
            [0.014, 0.22],
            [0.014, 0.29],
            [0, 0.29],
          ],
          ['#4f6b4a', '#7c2f3a', '#4f6b4a'][i] ?? '#4f6b4a',
          { around: 12 },
        ),
        { at: [1.5 + i * 0.11, 0.9, z + 0.2 + (i % 2) * 0.07] },
      ),
    ),
  ])
}

export const town = (): Shape =>
  merge(all(outside(22, '#9a9aa8'), { at: [-2, -1.2, -15], scale: [1, 1.8, 1] }))

/** Chair places about the table: x, z, and how it is turned. */
export const CHAIRS: readonly (readonly [x: number, z: number, turn: number])[] = [
  [-1.08, -1.16, Math.PI / 2],
  [-0.55, -1.84, 0],
  [0.5, -1.86, 0],
  [1.12, -1.18, -Math.PI / 2],
]

/** The table, laid; its near edge is {@link TABLE_EDGE}. */
export function laidTable(): Shape {
  return stand([
    ...all(table(1.62, 0.78, '#c9a27a'), { at: [0, 0, -1.17] }),
    put(flowers(0.28), { at: [-0.12, 0.74, -1.3] }),
    ...[-0.5, 0.42].map((x) => put(plate(0.12), { at: [x, 0.74, -1.2] })),
    put(
      turned(
        [
          [0.1, 0],
          [0.13, 0.06],
          [0.14, 0.075],
          [0.12, 0.06],
          [0.08, 0.012],
        ],
        '#a8643c',
        { around: 16 },
      ),
      { at: [0.14, 0.74, -1.28] },
    ),
    ...[0, 1, 2, 3].map((i) =>
      put(ball(0.045, '#c98f4e', { fine: 6, foot: '#e6c48a' }), {
        at: [0.1 + (i % 2) * 0.08, 0.8, -1.32 + (i > 1 ? 0.08 : 0)],
        scale: [1, 0.75, 1],
      }),
    ),
  ])
}

export const chairs = (): Shape =>
  stand(CHAIRS.map(([x, z, turn]) => put(chair(), { at: [x, 0, z], turn: [0, turn, 0] })))
