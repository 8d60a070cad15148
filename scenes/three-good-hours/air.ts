import { smooth } from '../kit/curves.ts'
import { grid } from '../kit/shapes/cloth.ts'
import { merge, paint, type Shape } from '../kit/shapes/paint.ts'

/** Light in the air, for additive materials: black is nothing. */

/** A grid with as much light at (u, v) as `much` says, 0 to 1. */
function lit(
  columns: number,
  rows: number,
  at: (u: number, v: number) => readonly [number, number, number],
  much: (u: number, v: number) => number,
): Shape {
  const shape = paint(grid(columns, rows, at), 'white')
  const values = shape.getAttribute('color')
  for (let row = 0; row <= rows; row++)
    for (let column = 0; column <= columns; column++) {
      const light = much(column / columns, row / rows)
      values.setXYZ(row * (columns + 1) + column, light, light, light)
    }
  return shape
}

const soft = (x: number, edge: number) => smooth(0, edge, x) * smooth(0, edge, 1 - x)

/** A wisp of steam, `tall` metres, seen from +z. */
export const steam = (tall = 0.24, wide = 0.05): Shape =>
  merge(
    [0, 1].map((n) =>
      lit(
        8,
        14,
        (u, v) => [
          (u - 0.5) * wide * (0.7 + 1.3 * v) + (n ? -1 : 1) * wide * 0.35 * Math.sin(v * 5 + n * 1.4) * v,
          v * tall * (1 - 0.2 * n),
          n * 0.012,
        ],
        (u, v) => 0.5 * Math.sin(Math.PI * u) ** 2 * smooth(0, 0.15, v) * (1 - v) ** 1.4,
      ),
    ),
  )

/** A soft square of light, `w` × `d`, that lies on y = 0: two panes and the bar between them. */
export const patch = (w: number, d: number, lean = 0.2): Shape =>
  merge(
    [-1, 1].map((side) =>
      lit(
        10,
        10,
        (u, v) => [side * w * 0.26 + (u - 0.5) * w * 0.46 - lean * (v - 0.5), 0, (0.5 - v) * d],
        (u, v) => soft(u, 0.2) * soft(v, 0.25),
      ),
    ),
  )

/** A soft rim of light around an opening of `w` × `h` whose foot is y = 0, seen from +z. */
export const rim = (w: number, h: number, wide = 0.07): Shape => {
  const [x, top] = [w / 2, h]
  const corners = [
    [-x, 0],
    [-x, top],
    [x, top],
    [x, 0],
  ] as const
  return merge(
    corners.map(([ax, ay], i) => {
      const [bx, by] = corners[(i + 1) % 4] ?? [0, 0]
      const along = Math.hypot(bx - ax, by - ay)
      const [nx, ny] = [-(by - ay) / along, (bx - ax) / along]
      return lit(
        4,
        10,
        (u, v) => [
          ax + (bx - ax) * v + nx * (u - 0.5) * wide * 2,
          ay + (by - ay) * v + ny * (u - 0.5) * wide * 2,
          0,
        ],
        (u) => Math.sin(Math.PI * u) ** 3,
      )
    }),
  )
}

/** A round rim, for small things; it lies on y = 0. */
export const ringLight = (radius: number, wide = 0.03): Shape =>
  lit(
    28,
    6,
    (u, v) => {
      const r = radius + (v - 0.5) * wide * 2
      return [Math.cos(u * Math.PI * 2) * r, 0, -Math.sin(u * Math.PI * 2) * r]
    },
    (_, v) => Math.sin(Math.PI * v) ** 2,
  )

/** A slit of daylight, `h` high, between two curtains. */
export const slit = (h: number, wide = 0.16): Shape =>
  lit(
    6,
    8,
    (u, v) => [(u - 0.5) * wide, v * h, 0],
    (u, v) => Math.sin(Math.PI * u) ** 3 * soft(v, 0.1),
  )
