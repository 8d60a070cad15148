import { smooth } from '../kit/curves.ts'
import { grid } from '../kit/shapes/cloth.ts'
import { merge, paint, type Shape } from '../kit/shapes/paint.ts'

/** Light in the air, for additive materials: black is nothing. */

/** Paints a grid by how much light is at (u, v), 0 to 1. */
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

/** A wisp over a cup, 0.26 m high, seen from +z. */
export const steam = (): Shape =>
  merge(
    [0, 1].map((n) =>
      lit(
        8,
        16,
        (u, v) => [
          (u - 0.5) * (0.05 + 0.1 * v) + (n ? -1 : 1) * 0.016 * Math.sin(v * 5 + n * 1.4) * v,
          v * (0.26 - 0.06 * n),
          n * 0.012,
        ],
        (u, v) => 0.5 * Math.sin(Math.PI * u) ** 3 * smooth(0, 0.3, v) * (1 - v) ** 1.2,
      ),
    ),
  )

const soft = (x: number, edge: number) => smooth(0, edge, x) * smooth(0, edge, 1 - x)

/** The window's light on the table and on the floor beside it: low sun through two panes, leaning to the left. */
export const sunPatches = (): Shape => {
  const pane = (left: number, right: number, near: number, far: number, lean: number, y: number) =>
    lit(
      12,
      12,
      (u, v) => [left + (right - left) * u - lean * (1 - v), y, near + (far - near) * v],
      (u, v) => soft(u, 0.16) * soft(v, 0.2),
    )
  return merge([
    pane(-0.68, -0.12, -0.72, -1.74, 0.1, 0.743),
    pane(-0.02, 0.56, -0.72, -1.74, 0.1, 0.743),
    pane(-1.5, -0.95, -0.2, -1.6, 0.2, 0.004),
    pane(-1.5, -1.0, -1.9, -2.6, 0.1, 0.004),
  ])
}

/** The same light in the dust of the air, from the window down towards the table. */
export const beams = (): Shape =>
  merge(
    [-1.2, -0.62, -0.04].map((x, n) =>
      lit(
        6,
        14,
        (u, v) => [
          x + (u - 0.5) * (0.5 + 0.25 * (1 - v)) - 0.3 * (1 - v),
          0.76 + 1.3 * v,
          -1.3 - 1.5 * v + n * 0.07,
        ],
        (u, v) => 0.5 * soft(u, 0.5) * smooth(0, 0.5, v) * (1 - 0.3 * v) * smooth(0, 0.12, 1 - v),
      ),
    ),
  )
