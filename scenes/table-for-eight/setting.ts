import { colours } from '../kit/colours.ts'
import { speaker } from '../kit/props/home.ts'
import { doorway, outside, pendant, picture, room, windowFrame } from '../kit/props/room.ts'
import {
  at,
  bowl,
  bread,
  cake,
  cakeCandles,
  candleStick,
  chair,
  cutlery,
  flame,
  flowers,
  plate,
  tumbler,
} from '../kit/props/table.ts'
import { tablecloth } from '../kit/shapes/cloth.ts'
import { merge, type Putting, put, type Shape, unlined } from '../kit/shapes/paint.ts'
import { shade, stand } from '../kit/shapes/shade.ts'
import { ball, bent, box, disc, floor, ring, rod, turned, wall } from '../kit/shapes/solid.ts'
import type { Place } from '../kit/types.ts'
import { CHAIR_AWAY, TABLE, TABLE_RADIUS, TABLE_TOP } from './guests.ts'

/** The room's walls, metres. */
const LEFT = -2.9
const RIGHT = 2.9
const FRONT = -4.2
const BACK = 0.95
const HIGH = 2.8
const WIDE = RIGHT - LEFT
const DEEP = BACK - FRONT
const MIDDLE = (FRONT + BACK) / 2

export const DOOR = { x: 2.02, w: 0.92, head: 2.05 }
const WINDOW = { x: 0.5, w: 1.5, sill: 0.85, head: 2.15 }
export const HINGE: Place = [DOOR.x - DOOR.w / 2, 0, FRONT + 0.02]
export const LOUDSPEAKER: Place = [1.12, 2.02, FRONT + 0.13]
export const PANE: Place = [LEFT - 0.01, WINDOW.sill, MIDDLE - WINDOW.x]
export const PANE_SIZE = [WINDOW.w, WINDOW.head - WINDOW.sill] as const
export const LAMP: Place = [0, 1.86, TABLE[2]]
export const LAMP_RADIUS = 0.3
export const MILL: Place = [0.12, TABLE_TOP, -1.72]
export const BREAD: Place = [0.4, TABLE_TOP, -1.12]
export const NAPKIN: Place = [0.46, TABLE_TOP, -0.72]
export const WATCH: Place = [0.02, TABLE_TOP, -0.445]

/** A place at the table: `at` measured from its middle, and turned towards it. */
const placed = (index: number, away: number, y = 0, aside = 0): Putting => {
  const angle = (index * Math.PI) / 4
  return {
    at: [
      -Math.sin(angle) * away + Math.cos(angle) * aside,
      y,
      TABLE[2] + Math.cos(angle) * away + Math.sin(angle) * aside,
    ],
    turn: [0, Math.PI - angle, 0],
  }
}
const PLACES = [0, 1, 2, 3, 4, 5, 6, 7]

/** Everything that never moves and is seen from one side. */
export function still(): Shape {
  const top = (x: number, z: number): readonly [number, number, number] => [x, TABLE_TOP, z]
  const around = [
    ...room(
      [WIDE, HIGH, DEEP],
      [0, MIDDLE],
      {
        front: [{ x: DOOR.x, w: DOOR.w, sill: 0, head: DOOR.head }],
        left: [WINDOW],
      },
      { walls: '#d9b48d', panel: '#84917a', ground: '#a3684a', tiles: '#c39a78', ceiling: '#c9b394' },
    ),
    ...doorway(colours.woodDark, DOOR.w - 0.06, DOOR.head).map((part) =>
      put(part, { at: [DOOR.x, 0, FRONT] }),
    ),
    ...windowFrame(WINDOW.w, WINDOW.head - WINDOW.sill, '#e5d3b8').map((part) =>
      put(part, { turn: [0, Math.PI / 2, 0], at: [LEFT, WINDOW.sill, PANE[2]] }),
    ),
    ...picture(0.78, 0.56, ['#e8c79a', '#7c8ba0', '#6f8f74']).map((part) =>
      put(part, { at: [-1.35, 1.42, FRONT] }),
    ),
    ...picture(0.4, 0.52, ['#e9d8b6', '#c98a80', '#8a5a38']).map((part) =>
      put(part, { at: [-0.5, 1.44, FRONT] }),
    ),
    // coats on their hooks, which is where everybody's rain drips
    put(box([1.3, 0.09, 0.03], colours.wood), { at: [RIGHT - 0.02, 1.62, -1.6], turn: [0, -Math.PI / 2, 0] }),
    ...[
      [-2.1, '#5d6b62'],
      [-1.82, '#7b4f47'],
      [-1.5, '#4d5c72'],
      [-1.18, '#8c7a5b'],
    ].map(([z, colour]) => put(coat(colour as string), { at: [RIGHT - 0.12, 0.72, z as number] })),
    put(disc(TABLE_RADIUS * 0.4, colours.woodDark), { at: [TABLE[0], 0.01, TABLE[2]] }),
    // the floor under the cloth
    put(
      turned(
        [
          [TABLE_RADIUS * 0.9, 0],
          [TABLE_RADIUS * 0.92, 0.08],
        ],
        '#4a3327',
        { around: 24 },
      ),
      { at: [TABLE[0], 0.002, TABLE[2]] },
    ),
    put(tablecloth(TABLE_RADIUS * 2, TABLE_RADIUS * 2, 0.6, '#dccdb4', 1)[1] as Shape, {
      at: [TABLE[0], TABLE_TOP - 0.002, TABLE[2]],
    }),
    ...at(
      plate(0.135),
      PLACES.map((i) => placed(i, 0.8, TABLE_TOP)),
    ),
    ...PLACES.flatMap((i) => cutlery(0.34).map((part) => put(part, placed(i, 0.8, TABLE_TOP + 0.001)))),
    ...at(
      folded(),
      PLACES.map((i) => placed(i, 0.82, TABLE_TOP + 0.002, -0.25)),
    ),
    ...at(
      chair(colours.wood, '#9a5c48'),
      PLACES.slice(1).map((i) => placed(i, CHAIR_AWAY - 0.02)),
    ),
    ...at(
      tumbler(),
      PLACES.map((i) => placed(i, 0.6, TABLE_TOP, 0.2)),
    ),
  ]
  return stand([
    ...unlined(around),
    ...speaker().map((part) =>
      put(part, {
        scale: [0.9, 0.72, 0.8],
        turn: [0.22, -0.18, 0],
        at: [LOUDSPEAKER[0], LOUDSPEAKER[1], LOUDSPEAKER[2]],
      }),
    ),
    put(bowl(0.11, colours.dusk, '#6f7442'), { at: top(-0.42, -1.3) }),
    ...bread().map((part) => put(part, { at: top(BREAD[0], BREAD[2]), turn: [0, 0.5, 0] })),
    put(flowers(0.2), { at: top(-0.16, -1.86) }),
    put(carafe(), { at: top(-0.1, -1.12) }),
  ])
}

/** A napkin, folded once. */
const folded = (): Shape => box([0.1, 0.012, 0.15], '#b7bfa6', { round: 0 })

const carafe = (): Shape =>
  turned(
    [
      [0.05, 0],
      [0.062, 0.03],
      [0.058, 0.1],
      [0.024, 0.17],
      [0.022, 0.2],
      [0.03, 0.225],
    ],
    '#d5ddd8',
    { around: 18, grounded: 0.15 },
  )

const coat = (colour: string): Shape =>
  merge([
    turned(
      [
        [0.15, 0],
        [0.14, 0.3],
        [0.12, 0.7],
        [0.07, 0.84],
        [0.02, 0.9],
      ],
      colour,
      { around: 10, grounded: 0.3 },
    ),
    ...[-1, 1].map((s) =>
      bent(
        [
          [0, 0.78, s * 0.08],
          [0.02, 0.6, s * 0.15],
          [0.02, 0.3, s * 0.17],
        ],
        0.05,
        colour,
      ),
    ),
  ]).scale(0.55, 1, 1)

/** The cloth's folds, seen from both sides. */
export const folds = (): Shape =>
  put(tablecloth(TABLE_RADIUS * 2, TABLE_RADIUS * 2, 0.6, '#d9c9ae', 1)[0] as Shape, {
    at: [TABLE[0], TABLE_TOP - 0.002, TABLE[2]],
  })

/** What shines of the lamp over the table, and its shade; both about the lamp's foot. */
export const shadeOfLamp = (): Shape => merge(pendant(0.9, '#5f7466', LAMP_RADIUS))

/** What is on the plates once they come, a little different on each. */
export function supper(): Shape {
  const parts = PLACES.flatMap((i) => {
    const hue = ['#c98b4d', '#b96f4a', '#d0a257'][i % 3] ?? '#c98b4d'
    return [
      put(
        put(ball(0.055, hue, { fine: 5, grain: 0.3 }), { scale: [1.15, 0.42, 0.9], at: [0.02, 0.016, 0.01] }),
        placed(i, 0.8, TABLE_TOP),
      ),
      put(
        put(ball(0.04, '#7f9a55', { fine: 5, grain: 0.4 }), {
          scale: [1, 0.4, 1],
          at: [-0.05, 0.014, -0.03],
        }),
        placed(i, 0.8, TABLE_TOP),
      ),
      put(put(ball(0.02, '#c65b45', { fine: 4 }), { at: [-0.03, 0.022, 0.05] }), placed(i, 0.8, TABLE_TOP)),
    ]
  })
  return merge(parts)
}

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

/** A pepper mill, tall enough to be taken for a microphone. */
export const mill = (): Shape =>
  turned(
    [
      [0.034, 0],
      [0.036, 0.02],
      [0.022, 0.05],
      [0.02, 0.12],
      [0.03, 0.17],
      [0.024, 0.2],
      [0.034, 0.24],
      [0.03, 0.275],
      [0.012, 0.29],
      [0.014, 0.305],
      [0, 0.312],
    ],
    '#6b3f26',
    { around: 14, foot: '#8a5836' },
  )

/** Lina's phone, leaning on the bread; its face is {@link phoneFace}. */
export const leaning = (): Shape =>
  put(box([0.15, 0.085, 0.009], colours.ink, { round: 0.004 }), { turn: [-0.4, 0.12, 0] })
export const phoneFace = (): Shape =>
  put(put(box([0.138, 0.075, 0.001], '#fff2dc', { round: 0 }), { at: [0, 0.005, 0.0055] }), {
    turn: [-0.4, 0.12, 0],
  })
/** A line of words on it, too small to read: `row` 0 to 3. */
export const phoneLine = (): Shape =>
  put(put(box([1, 0.008, 0.001], '#3a2c22', { round: 0 }), { at: [0.5, 0, 0] }), {})

/** What Lina draws on a napkin: a dog with a ring. */
export function drawing(): Shape {
  const ink = '#54493f'
  const line = (points: readonly (readonly [number, number])[]) =>
    bent(
      points.map(([x, y]) => [x, 0, -y] as const),
      0.0022,
      ink,
      { around: 4 },
    )
  return merge([
    put(box([0.17, 0.004, 0.17], '#f4ecdd', { round: 0 }), { at: [0, -0.0035, 0] }),
    line([
      [-0.05, 0.005],
      [-0.045, 0.03],
      [0.02, 0.032],
      [0.03, 0.055],
      [0.055, 0.055],
      [0.068, 0.038],
      [0.045, 0.03],
      [0.032, 0.005],
    ]),
    line([
      [-0.05, 0.005],
      [-0.048, -0.028],
      [-0.038, -0.028],
      [-0.034, 0],
      [0.012, 0],
      [0.016, -0.028],
      [0.027, -0.028],
      [0.032, 0.005],
    ]),
    line([
      [-0.05, 0.02],
      [-0.068, 0.04],
      [-0.066, 0.055],
    ]),
    line([
      [0.03, 0.055],
      [0.022, 0.036],
      [0.032, 0.034],
    ]),
    put(ring(0.011, 0.0022, '#c0872e', 14), { at: [0.076, 0.001, -0.026] }),
    rod([0.03, 0.004, 0.05], [0.1, 0.004, 0.08], 0.0035, '#b5763a', { around: 6 }),
  ])
}

/** Nico's watch on its face, its back open. The wheels are {@link wheel}. */
export const watchCase = (): Shape =>
  merge([
    turned(
      [
        [0.05, 0],
        [0.058, 0.006],
        [0.058, 0.014],
        [0.051, 0.017],
        [0.049, 0.008],
        [0, 0.008],
      ],
      '#b58f4e',
      { around: 16 },
    ),
    put(
      turned(
        [
          [0.05, 0],
          [0.053, 0.004],
          [0, 0.006],
        ],
        '#b58f4e',
        { around: 16 },
      ),
      { at: [0.09, 0.001, -0.05], turn: [0.06, 0, -0.1] },
    ),
    put(ball(0.009, '#b58f4e', { fine: 6 }), { at: [0, 0.01, 0.064] }),
    ...[-1, 1].map((s) =>
      bent(
        [
          [0, 0.008, s * 0.06],
          [0.01 * s, 0.006, s * 0.11],
          [0.03 * s, 0.004, s * 0.17],
        ],
        0.013,
        '#6b4630',
        { around: 6 },
      ).scale(1, 0.4, 1),
    ),
    ...[
      [0.026, 0.012],
      [-0.02, 0.028],
      [0.012, -0.034],
    ].map(([x = 0, z = 0]) => put(ball(0.003, '#a8434a', { fine: 4 }), { at: [x, 0.0135, z] })),
  ])

/** A small wheel of brass with teeth. */
export const wheel = (radius: number): Shape => {
  const teeth = Math.round(radius * 900)
  return merge([
    ring(radius * 0.86, radius * 0.1, '#d3a95c', 24),
    ...[0, 1, 2].map((i) =>
      put(box([radius * 1.7, 0.0015, radius * 0.14], '#c2984f', { round: 0 }), {
        turn: [0, (i * Math.PI) / 3, 0],
      }),
    ),
    ...Array.from({ length: teeth }, (_, i) => {
      const a = (i / teeth) * Math.PI * 2
      return put(box([radius * 0.16, 0.0025, radius * 0.1], '#d3a95c', { round: 0 }), {
        turn: [0, -a, 0],
        at: [Math.cos(a) * radius, -0.001, Math.sin(a) * radius],
      })
    }),
  ])
}

export const gateau = (): Shape =>
  put(
    merge([
      ...cake(),
      ...cakeCandles.map((place) =>
        put(rod([0, 0, 0], [0, 0.07, 0], 0.006, '#e9b58a', { around: 8 }), { at: place }),
      ),
    ]),
    { at: [0, TABLE_TOP, TABLE[2] + 0.02] },
  )
export const flames = (): Shape =>
  merge(
    cakeCandles.map(([x, y, z]) => put(flame(0.034), { at: [x, TABLE_TOP + y + 0.07, TABLE[2] + 0.02 + z] })),
  )

/** Roofs and hills outside, at dusk. */
export const view = (): Shape => merge(outside(12, '#39465c'))
