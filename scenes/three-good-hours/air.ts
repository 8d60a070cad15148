import { smooth } from '../kit/curves.ts'
import { grid } from '../kit/shapes/cloth.ts'
import { merge, paint, put, type Shape } from '../kit/shapes/paint.ts'
import { BATH_DOOR, TRAY, WINDOW } from './flat.ts'
import { coverAt } from './things.ts'

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

/** Light that lies on the blanket and follows it: a soft square over the knees. */
export function knees(): Shape {
  const shape = paint(
    grid(16, 16, (u, v) => {
      const [x, z] = [(u - 0.5) * 0.62, -0.22 - v * 0.62]
      return [x, coverAt(x, z) + 0.022, z]
    }),
    'white',
  )
  const colour = shape.getAttribute('color')
  for (let i = 0; i < colour.count; i++) {
    const [u, v] = [(i % 17) / 16, Math.floor(i / 17) / 16]
    const bar = 1 - 0.75 * Math.exp(-(((u - 0.5) / 0.05) ** 2))
    const light =
      smooth(0, 0.25, u) * smooth(0, 0.25, 1 - u) * smooth(0, 0.25, v) * smooth(0, 0.3, 1 - v) * bar
    colour.setXYZ(i, light, light, light)
  }
  return shape
}

/** Round what can be chosen of the day: the window, the bath's door, the desk. */
export const rims = (): Shape =>
  merge([
    put(rim(WINDOW.w + 0.16, WINDOW.head - WINDOW.sill + 0.08), {
      at: [0, WINDOW.sill + 0.03, WINDOW.z + 0.06],
    }),
    put(rim(BATH_DOOR.w + 0.2, BATH_DOOR.h + 0.08), { at: [BATH_DOOR.x, 0.02, WINDOW.z + 0.1] }),
    put(rim(1.12, 0.62), { turn: [-Math.PI / 2, 0, 0], at: [1.62, 0.76, -1.16] }),
  ])

/** Round the small things on the tray. */
export const nearRims = (): Shape =>
  merge([
    put(ringLight(0.13), { at: [TRAY.x - 0.14, TRAY.y + 0.006, TRAY.z + 0.03] }),
    put(ringLight(0.085), { at: [TRAY.x + 0.03, TRAY.y + 0.006, TRAY.z - 0.09] }),
    put(ringLight(0.12), { at: [TRAY.x + 0.13, TRAY.y + 0.006, TRAY.z + 0.06] }),
  ])
