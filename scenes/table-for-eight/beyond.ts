import { colours } from '../kit/colours.ts'
import { picture } from '../kit/props/room.ts'
import { candleStick, flame } from '../kit/props/table.ts'
import { merge, put, type Shape } from '../kit/shapes/paint.ts'
import { shade } from '../kit/shapes/shade.ts'
import { ball, box, floor, turned, wall } from '../kit/shapes/solid.ts'
import type { Place } from '../kit/types.ts'
import { DOOR, FRONT } from './places.ts'

/** The restaurant beyond the door: seen through it only, and lit by itself. */
export function beyond(): Shape {
  const z = FRONT - 0.12
  const lampAt = (x: number, at: number) => put(ball(0.13, '#ffdfa6', { fine: 8 }), { at: [x, 1.85, at] })
  const parts = [
    put(floor(5, 3.4, '#7a5236', { cell: 0.4 }), { at: [1.6, -0.002, z - 1.7] }),
    put(wall(5, 2.8, '#c98f5c', { cell: 0.9 }), { at: [1.6, 0, z - 3.4] }),
    put(wall(3.4, 2.8, '#b98052', { cell: 0.9 }), { at: [4, 0, z - 1.7], turn: [0, -Math.PI / 2, 0] }),
    put(wall(3.4, 2.8, '#b98052', { cell: 0.9 }), { at: [-0.4, 0, z - 1.7], turn: [0, Math.PI / 2, 0] }),
    ...picture(0.7, 0.5).map((part) => put(part, { at: [2.3, 1.45, z - 3.38] })),
    put(box([1.5, 0.9, 0.4], colours.wood, { round: 0.01 }), { at: [2.9, 0, z - 3.05] }),
    ...[-0.5, -0.25, 0, 0.3].map((x, i) =>
      put(
        turned(
          [
            [0.04, 0],
            [0.04, 0.17],
            [0.014, 0.22],
            [0.014, 0.29],
            [0, 0.29],
          ],
          [colours.sageDark, colours.brick, colours.ochre, colours.sageDark][i] as string,
          { around: 10 },
        ),
        { at: [2.9 + x, 0.9, z - 3.05] },
      ),
    ),
    lampAt(2.0, z - 1.6),
    lampAt(2.9, z - 2.4),
  ]
  for (const [x, away] of [
    [2.0, 1.65],
    [1.0, 2.2],
  ] as const) {
    parts.push(
      put(
        turned(
          [
            [0.36, 0.7],
            [0.38, 0.72],
            [0, 0.73],
          ],
          colours.linen,
          { around: 16 },
        ),
        { at: [x, 0, z - away] },
      ),
    )
    parts.push(
      put(
        turned(
          [
            [0.2, 0],
            [0.03, 0.03],
            [0.03, 0.7],
          ],
          colours.woodDark,
          { around: 12 },
        ),
        { at: [x, 0, z - away] },
      ),
    )
    parts.push(
      put(candleStick(0.12), { at: [x, 0.73, z - away] }),
      put(flame(0.04), { at: [x, 0.86, z - away] }),
    )
  }
  shade(parts)
  return merge(parts)
}

/** Who sits out there when the restaurant is full: seen from far, dimmer than the room behind them. */
export const crowdBeyond = (): Shape =>
  merge(
    [
      [1.44, -1.7, '#6d5240'],
      [2.58, -1.62, '#7d4f44'],
      [2.3, -2.5, '#5f5a52'],
    ].flatMap(([x, z, colour]) => {
      const at: Place = [x as number, 0, FRONT - 0.12 + (z as number)]
      const body = turned(
        [
          [0.17, 0.45],
          [0.2, 0.9],
          [0.17, 1],
          [0.06, 1.06],
          [0.05, 1.1],
        ],
        colour as string,
        { around: 12 },
      )
      return [
        put(body, { at }),
        put(ball(0.1, '#a8744e', { fine: 7 }), { at: [at[0], 1.19, at[2]], scale: [0.85, 1.15, 1] }),
        put(ball(0.105, '#4a3326', { fine: 7 }), { at: [at[0], 1.23, at[2] - 0.02], scale: [0.9, 1, 1] }),
      ]
    }),
  )

/** A door of wood about its hinge, closed; it opens into the front room. */
export const leaf = (): Shape =>
  merge([
    put(box([DOOR.w - 0.02, DOOR.head - 0.02, 0.045], colours.wood), { at: [DOOR.w / 2, 0.01, -0.05] }),
    ...[0.18, 1.08].map((y) =>
      put(box([0.62, 0.76, 0.014], '#9a6a44', { round: 0.006, foot: '#82563a' }), {
        at: [DOOR.w / 2, y, -0.026],
      }),
    ),
    put(ball(0.03, '#b08d4f', { fine: 8 }), { at: [DOOR.w - 0.09, 1, 0.0] }),
  ])
