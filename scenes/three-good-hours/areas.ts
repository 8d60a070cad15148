import { colours } from '../kit/colours.ts'
import { outside } from '../kit/props/room.ts'
import { merge, type Putting, put, type Shape } from '../kit/shapes/paint.ts'
import { stand } from '../kit/shapes/shade.ts'
import { ball, bent, box, floor, rod, turned, wall } from '../kit/shapes/solid.ts'
import { HEIGHT, LAMP } from './flat.ts'
import { greens } from './greens.ts'

const all = (parts: readonly Shape[], place: Putting) => parts.map((part) => put(part, place))

/** The desk under its lamp, with squared paper everywhere. */
export function desk(): Shape {
  const x = 1.62
  const sheet = (w: number, h: number, marks: number): Shape[] => [
    put(box([w, h, 0.003], '#fbf4e4', { round: 0 }), {}),
    ...Array.from({ length: 5 }, (_, i) =>
      put(box([w * 0.86, 0.002, 0.002], '#9fb0bd', { round: 0 }), { at: [0, h * (0.14 + i * 0.18), 0.002] }),
    ),
    ...Array.from({ length: 5 }, (_, i) =>
      put(box([0.002, h * 0.76, 0.002], '#9fb0bd', { round: 0 }), {
        at: [w * (-0.43 + i * 0.215), h * 0.12, 0.002],
      }),
    ),
    ...Array.from({ length: marks }, (_, i) =>
      put(box([w * 0.2, h * 0.165, 0.002], colours.ink, { round: 0 }), {
        at: [w * (-0.322 + ((i * 2) % 4) * 0.215), h * (0.148 + ((i * 3) % 4) * 0.18), 0.0022],
      }),
    ),
  ]
  return stand([
    put(box([1.06, 0.035, 0.56], colours.wood, { round: 0.012 }), { at: [x, 0.705, -1.46] }),
    put(box([0.3, 0.5, 0.5], colours.woodDark, { round: 0.01 }), { at: [1.97, 0.2, -1.47] }),
    ...[0.46, 0.27].map((y) => put(ball(0.014, '#b08d4f', { fine: 6 }), { at: [1.97, y, -1.21] })),
    ...[-1.24, -1.7].map((zz) => rod([1.14, 0, zz], [1.16, 0.7, zz], 0.022, colours.wood, { around: 8 })),
    put(
      turned(
        [
          [0.075, 0],
          [0.08, 0.015],
          [0.03, 0.03],
          [0.045, 0.1],
          [0.05, 0.15],
          [0.015, 0.22],
          [0.01, 0.42],
        ],
        '#7f8f6a',
        { around: 16 },
      ),
      { at: LAMP },
    ),
    ...all(sheet(0.3, 0.3, 4), { at: [1.42, 1.18, -1.742], turn: [0, 0, 0.03] }),
    ...all(sheet(0.22, 0.26, 3), { at: [1.74, 1.24, -1.742], turn: [0, 0, -0.05] }),
    ...all(sheet(0.22, 0.28, 4), { at: [1.3, 0.742, -1.36], turn: [-Math.PI / 2, 0, 0.25] }),
    ...all(sheet(0.22, 0.28, 2), { at: [1.58, 0.742, -1.22], turn: [-Math.PI / 2, 0, -0.12] }),
    put(
      turned(
        [
          [0.035, 0],
          [0.04, 0.1],
        ],
        '#a5603f',
        { around: 14 },
      ),
      { at: [1.74, 0.74, -1.6] },
    ),
    ...[-0.018, 0, 0.016].map((d, i) =>
      rod(
        [1.74 + d, 0.75, -1.6],
        [1.74 + d * 2.4, 0.9, -1.6 + d],
        0.005,
        [colours.ochre, colours.ember, colours.dusk][i] ?? colours.ochre,
        { around: 6 },
      ),
    ),
    ...[0, 1, 2].map((i) =>
      put(
        box([0.2, 0.028, 0.15], [colours.brick, colours.dusk, colours.linen][i] ?? colours.linen, {
          round: 0.004,
        }),
        {
          at: [1.24, 0.74 + i * 0.028, -1.62],
          turn: [0, 0.1 * i, 0],
        },
      ),
    ),
  ])
}

/** The bath, seen through its door: mirror, basin, a stool, a towel. */
export function bath(): Shape {
  const z = -3.25
  const tiles: Shape[] = []
  for (let row = 0; row < 9; row++)
    for (let column = 0; column < 13; column++) {
      const hue = (column * 5 + row * 3) % 7 ? '#cfdacf' : '#b8cbc2'
      tiles.push(
        put(wall(0.19, 0.145, hue, { cell: 1 }), { at: [-3.62 + column * 0.2, row * 0.155, z + 0.004] }),
      )
    }
  return stand([
    put(floor(2.7, 1.5, '#8f8a80'), { at: [-2.4, 0, -2.5] }),
    put(wall(2.7, HEIGHT, '#e3d9c6'), { at: [-2.4, 0, z] }),
    put(wall(1.5, HEIGHT, '#d8cdb8'), { turn: [0, Math.PI / 2, 0], at: [-3.74, 0, -2.5] }),
    put(wall(1.5, HEIGHT, '#d8cdb8'), { turn: [0, -Math.PI / 2, 0], at: [-1.08, 0, -2.5] }),
    put(floor(2.7, 1.5, '#e3d9c6', { cell: 0.8 }), { turn: [Math.PI, 0, 0], at: [-2.4, HEIGHT, -2.5] }),
    merge(tiles),
    put(box([0.62, 0.82, 0.03], colours.woodLight, { round: 0.01 }), { at: [-2.72, 1.15, z + 0.02] }),
    put(box([0.54, 0.74, 0.012], '#b4cbd0', { round: 0, foot: '#8fabb4' }), { at: [-2.72, 1.19, z + 0.038] }),
    put(box([0.56, 0.14, 0.42], '#f4efe4', { round: 0.05 }), { at: [-2.72, 0.78, z + 0.24] }),
    put(
      turned(
        [
          [0.09, 0],
          [0.06, 0.3],
          [0.08, 0.78],
        ],
        '#e9e2d4',
        { around: 14 },
      ),
      { at: [-2.72, 0, z + 0.2] },
    ),
    bent(
      [
        [-2.72, 0.92, z + 0.08],
        [-2.72, 1.02, z + 0.1],
        [-2.72, 1.0, z + 0.2],
      ],
      0.012,
      colours.steel,
      { around: 6 },
    ),
    put(
      turned(
        [
          [0.17, 0],
          [0.17, 0.03],
          [0, 0.035],
        ],
        colours.woodLight,
        { around: 18 },
      ),
      { at: [-2.15, 0.42, -2.6] },
    ),
    ...[0, 1, 2].map((i) => {
      const a = i * 2.1
      return rod(
        [-2.15 + Math.cos(a) * 0.17, 0, -2.6 + Math.sin(a) * 0.17],
        [-2.15 + Math.cos(a) * 0.11, 0.43, -2.6 + Math.sin(a) * 0.11],
        0.016,
        colours.wood,
        { around: 6 },
      )
    }),
    put(box([0.3, 0.52, 0.03], '#c98a80', { round: 0.012 }), { at: [-2.12, 0.95, z + 0.04] }),
    rod([-2.3, 1.47, z + 0.05], [-1.94, 1.47, z + 0.05], 0.01, colours.steel, { around: 6 }),
  ])
}

/** The balcony behind the glass, with a rail, pots and a feeder for sparrows. */
export function balcony(): Shape {
  const RAIL = -2.85
  const parts: Shape[] = [
    put(box([3.2, 0.05, 1.2], '#a58b70', { round: 0 }), { at: [0.5, -0.06, -2.36] }),
    put(wall(1.2, 2.6, '#c9a988'), { turn: [0, Math.PI / 2, 0], at: [-1.07, 0, -2.36] }),
    rod([-1.05, 1.12, RAIL], [2.1, 1.12, RAIL], 0.02, '#7f8e82', { around: 8 }),
    rod([-1.05, 0.15, RAIL], [2.1, 0.15, RAIL], 0.014, '#7f8e82', { around: 8 }),
  ]
  for (let i = 0; i < 22; i++)
    parts.push(
      rod([-1 + i * 0.145, 0.15, RAIL], [-1 + i * 0.145, 1.12, RAIL], 0.008, '#8c9a8e', { around: 4 }),
    )
  for (const [x, tall, hue] of [
    [-0.78, 0.7, '#a5603f'],
    [1.35, 0.8, '#8a5a48'],
  ] as const)
    parts.push(put(greens(tall, hue, x * 3), { at: [x, 0.72, RAIL + 0.25] }))
  for (const x of [-0.78, 1.35])
    parts.push(put(box([0.4, 0.72, 0.3], '#8d7159', { round: 0.02 }), { at: [x, 0, RAIL + 0.25] }))
  // the feeder hangs from a bracket
  const [x, y, z] = FEEDER
  parts.push(
    bent(
      [
        [x + 0.28, 2.4, z],
        [x + 0.1, 2.42, z],
        [x, 2.36, z],
      ],
      0.01,
      colours.ink,
      { around: 6 },
    ),
    rod([x, y + 0.2, z], [x, 2.36, z], 0.003, colours.ink, { around: 5 }),
    put(box([0.26, 0.018, 0.2], colours.woodLight, { round: 0.004 }), { at: [x, y, z] }),
    ...[-1, 1].map((s) =>
      rod([x + s * 0.09, y, z], [x + s * 0.09, y + 0.13, z], 0.008, colours.wood, { around: 6 }),
    ),
    put(ball(0.06, '#d9b878', { fine: 6, grain: 0.5 }), { at: [x, y + 0.02, z], scale: [1.2, 0.4, 1] }),
    ...[-1, 1].map((s) =>
      put(box([0.18, 0.014, 0.24], colours.brick, { round: 0.004 }), {
        at: [x + s * 0.07, y + 0.14, z],
        turn: [0, 0, s * -0.55],
      }),
    ),
  )
  return stand(parts)
}
export const FEEDER = [0.42, 1.5, -2.35] as const

/** Roofs across the street, a long way down from here. */
export const town = (): Shape =>
  merge(all(outside(34, '#bdbccb'), { at: [0, -0.6, -19], scale: [1, 1.9, 1] }))
