import { colours } from '../kit/colours.ts'
import { sideboard } from '../kit/props/home.ts'
import { clock, counter, kettle, shelf, sink, pot as stewpot } from '../kit/props/kitchen.ts'
import { curtains, doorway, pendant, picture, plant, room, windowFrame } from '../kit/props/room.ts'
import { chair, cup, table } from '../kit/props/table.ts'
import { merge, put, type Shape, unlined } from '../kit/shapes/paint.ts'
import { stand } from '../kit/shapes/shade.ts'
import { ball, bent, box, disc, rod, turned, wall } from '../kit/shapes/solid.ts'
import { places } from './places.ts'

/** The window in the wall in front: metres. */
export const WINDOW = { x: -0.5, w: 2.3, sill: 0.84, head: 2.16, z: -2.9 } as const
/** Where things are put down outside the door. */
export const LANDING_BENCH = [1.5, 0.44, -3.45] as const
const HEIGHT = 2.5
const WORKTOP = 0.9

/** A jar with a label in a hand that was in a hurry; no language is written on it. */
export const jar = (filled: string, tall = 0.17): Shape[] => [
  turned(
    [
      [0.05, 0],
      [0.055, 0.01],
      [0.055, tall * 0.82],
      [0.042, tall * 0.92],
    ],
    '#d9d2c2',
    { foot: filled, around: 16 },
  ),
  put(
    turned(
      [
        [0.047, 0],
        [0.047, 0.022],
        [0, 0.026],
      ],
      colours.brick,
      { around: 16 },
    ),
    { at: [0, tall * 0.9, 0] },
  ),
  put(box([0.062, 0.045, 0.006], colours.paper, { round: 0.002 }), { at: [0, tall * 0.32, 0.053] }),
  ...[-0.018, -0.006, 0.006, 0.018].map((x, i) =>
    put(box([0.004, 0.018, 0.003], colours.ink, { round: 0 }), {
      at: [x, tall * 0.32 + 0.013, 0.057],
      turn: [0, 0, i % 2 ? 0.4 : -0.25],
    }),
  ),
]

/** A radio of wood with a cloth front, and the knob that is stuck. */
const radio = (): Shape[] => [
  box([0.3, 0.19, 0.12], colours.wood, { round: 0.025, grounded: 0.2 }),
  put(box([0.16, 0.13, 0.012], colours.linen, { round: 0.006, grain: 0.35 }), { at: [-0.045, 0.03, 0.06] }),
  put(
    turned(
      [
        [0.03, 0],
        [0.027, 0.02],
        [0, 0.022],
      ],
      colours.cream,
      { around: 16 },
    ),
    {
      at: [0.095, 0.115, 0.06],
      turn: [Math.PI / 2, 0, 0],
    },
  ),
  put(
    turned(
      [
        [0.016, 0],
        [0.014, 0.016],
        [0, 0.018],
      ],
      colours.brick,
      { around: 12 },
    ),
    {
      at: [0.095, 0.055, 0.06],
      turn: [Math.PI / 2, 0, 0],
    },
  ),
  rod([0.12, 0.19, -0.03], [0.22, 0.46, -0.03], 0.003, colours.steel, { around: 5 }),
]

/** A page of music: staves, a few notes low in them, a pencilled ring around one. */
const music = (): Shape[] => {
  const parts = [box([0.23, 0.31, 0.004], '#f7efdf', { round: 0 })]
  for (let stave = 0; stave < 5; stave++) {
    const y = 0.262 - stave * 0.056
    for (let line = 0; line < 5; line++)
      parts.push(
        put(box([0.2, 0.0012, 0.001], '#6b6258', { round: 0 }), { at: [0, y - line * 0.006, 0.0025] }),
      )
    for (let note = 0; note < 9; note++) {
      const x = -0.085 + note * 0.0215 + (stave % 2) * 0.006
      const low = y - 0.018 - ((note * 3 + stave * 2) % 5 === 0 ? 0.006 : 0)
      parts.push(
        put(ball(0.0042, colours.ink, { fine: 3 }), { at: [x, low, 0.003], scale: [1.25, 0.9, 0.4] }),
        put(box([0.001, 0.02, 0.001], colours.ink, { round: 0 }), { at: [x + 0.0045, low, 0.003] }),
      )
    }
  }
  const pencil = Array.from({ length: 9 }, (_, i) => {
    const a = (i / 8) * Math.PI * 2
    return [0.03 + Math.cos(a) * 0.034, 0.135 + Math.sin(a) * 0.018, 0.004] as const
  })
  parts.push(bent(pencil, 0.0012, colours.dusk, { around: 4 }))
  return parts
}

/** A bowl of apples. */
const apples = (): Shape[] => [
  put(
    turned(
      [
        [0.06, 0],
        [0.07, 0.01],
        [0.13, 0.06],
        [0.14, 0.08],
        [0.125, 0.075],
        [0.06, 0.02],
        [0, 0.02],
      ],
      colours.dusk,
      {
        around: 20,
      },
    ),
    { at: [-0.14, 0.74, -1.58] },
  ),
  ...[
    [-0.16, 0.8, -1.56, '#b8462f'],
    [-0.08, 0.8, -1.6, '#c9913f'],
    [-0.15, 0.805, -1.65, '#a9552f'],
    [-0.11, 0.845, -1.59, '#b8462f'],
  ].map(([x, y, z, colour]) =>
    put(ball(0.04, String(colour), { fine: 7 }), { at: [Number(x), Number(y), Number(z)] }),
  ),
]

/** The landing behind the door: small, warm, and Amina's door in it. */
const landing = (): Shape[] => [
  put(wall(1.5, HEIGHT, '#d9b58a'), { at: [1.75, 0, -4.3] }),
  put(wall(1.5, HEIGHT, '#c79f74'), { turn: [0, Math.PI / 2, 0], at: [1.02, 0, -3.6] }),
  put(wall(1.5, HEIGHT, '#c79f74'), { turn: [0, -Math.PI / 2, 0], at: [2.45, 0, -3.6] }),
  put(box([1.45, 0.02, 1.45], '#8a6f55', { round: 0 }), { at: [1.74, -0.02, -3.62] }),
  put(box([1.45, 0.02, 1.45], '#b89970', { round: 0 }), { at: [1.74, HEIGHT, -3.62] }),
  ...doorway(colours.woodDark).map((part) => put(part, { at: [1.75, 0, -4.28] })),
  put(box([0.86, 2.02, 0.04], '#86707c'), { at: [1.75, 0, -4.28] }),
  put(ball(0.028, '#b08d4f', { fine: 6 }), { at: [1.45, 1, -4.24] }),
  put(box([0.62, 0.015, 0.4], colours.brick, { round: 0.004, grain: 0.2 }), { at: [1.75, 0, -4.0] }),
  // a bench for shoes
  put(box([0.5, 0.03, 0.3], colours.woodLight), {
    at: [LANDING_BENCH[0], LANDING_BENCH[1] - 0.03, LANDING_BENCH[2]],
  }),
  ...[-1, 1].map((s) =>
    put(box([0.03, LANDING_BENCH[1] - 0.03, 0.26], colours.wood), {
      at: [LANDING_BENCH[0] + s * 0.2, 0, LANDING_BENCH[2]],
    }),
  ),
]

/** Everything that stands still, as one shape. */
export function kitchen(): Shape {
  const { x, w, sill, head, z } = WINDOW
  const [dx, , dz] = places.door
  const move = (
    parts: readonly Shape[],
    at: readonly [number, number, number],
    turn: readonly [number, number, number] = [0, 0, 0],
  ) => parts.map((part) => put(part, { at, turn }))
  const around = [
    ...room(
      [4.4, HEIGHT, 4.6],
      [0, -0.6],
      {
        front: [
          { x, w, sill, head },
          { x: dx, w: 0.9, sill: 0, head: 2.05 },
        ],
      },
      { walls: '#dcc8a8', panel: '#9fb09a', ground: '#8d6446' },
    ),
    ...move(windowFrame(w, head - sill), [x, sill, z]),
    // a deep sill to put things on
    put(box([w + 0.1, 0.035, 0.24], colours.paper), { at: [x, sill - 0.035, z + 0.1] }),
    ...move(doorway(colours.wood), [dx, 0, dz]),
    ...landing(),
    ...move(
      [...counter(2.8, colours.sage), ...sink().map((part) => put(part, { at: [-0.85, 0, 0] }))],
      [-2.2, 0, -1.4],
      [0, Math.PI / 2, 0],
    ),
    put(box([0.012, 0.56, 2.8], '#dccfb6', { round: 0, grain: 0.05 }), { at: [-2.19, WORKTOP, -1.4] }),
    ...move(shelf(2), [-2.19, 1.5, -1.5], [0, Math.PI / 2, 0]),
    put(plant(0.5, colours.dusk), { at: [-1.95, WORKTOP, -2.55], scale: 0.75 }),
    put(plant(0.42, colours.brick), { at: [-0.99, sill, z + 0.11], scale: 0.6 }),
    put(plant(0.36, colours.ochre), { at: [0.52, sill, z + 0.11], scale: 0.6, turn: [0, 1.3, 0] }),
    put(box([0.07, 0.014, 0.05], colours.paper, { round: 0 }), { at: [1.0, 0, -0.96], turn: [0, 0.5, 0] }),
    ...move(pendant(HEIGHT - places.lamp[1] - 0.2, colours.sage, 0.16), places.lamp),
    ...move(music(), places.sheet, [-0.95, 0.32, 0]),
    ...apples(),
    put(box([0.2, 0.05, 0.02], colours.woodDark), { at: [places.coat[0], 1.68, -2.89] }),
    put(rod([0, 0, 0], [0, 0.03, 0.05], 0.008, '#b08d4f'), { at: [places.coat[0], 1.69, -2.88] }),
    ...move(picture(0.46, 0.34), [2.18, 1.4, -1.6], [0, -Math.PI / 2, 0]),
    // behind: a dresser
    ...move(sideboard(1.5, colours.wood), [0.3, 0, 1.46], [0, Math.PI, 0]),
    put(plant(0.6, colours.plum), { at: [-0.1, 0.82, 1.45] }),
    ...move(
      picture(0.7, 0.5, [colours.linen, colours.sage, colours.dusk]),
      [0.3, 1.35, 1.68],
      [0, Math.PI, 0],
    ),
  ]
  return stand([
    ...unlined(around),
    put(kettle(colours.brick), { at: places.kettle, turn: [0, -0.5, 0] }),
    ...move(radio(), places.radio, [0, 0.22, 0]),
    ...move(table(1.7, 1.15, '#c8a27a'), [0, 0, -1.2]),
    put(chair(colours.wood, colours.sage), { at: places.chair, turn: [0, -0.12, 0] }),
    // the one that wobbles: a folded paper under its foot has not helped
    put(chair(colours.woodDark, colours.brick), { at: [1.12, 0, -1.15], turn: [0, -1.9, 0.035] }),
    ...move(jar('#8c8f86', 0.19), places.jar, [0, 0.3, 0]),
    // its hands are the scene's
    put(clock(), { at: places.clock }),
  ])
}

/** Curtains, and what else is cloth and stays. For the `thin` material. */
export const hangings = (): Shape =>
  merge(
    curtains(WINDOW.w, 1.55, '#c9a27c', 0.86).map((part) => put(part, { at: [WINDOW.x, 0.76, WINDOW.z] })),
  )

/** The door's leaf, hinged at the origin's −x side. */
export const doorLeaf = (): Shape =>
  stand([
    put(box([0.88, 2.03, 0.04], colours.wood), { at: [0.44, 0, 0] }),
    put(box([0.6, 0.72, 0.012], colours.woodDark, { round: 0.004 }), { at: [0.44, 1.1, 0.018] }),
    put(box([0.6, 0.72, 0.012], colours.woodDark, { round: 0.004 }), { at: [0.44, 0.2, 0.018] }),
    put(ball(0.028, '#b08d4f', { fine: 7 }), { at: [0.8, 1, 0.05] }),
  ])

/** Amina's pot, on a cloth of its own. */
export const pot = (): Shape =>
  stand([
    put(stewpot(colours.ember, 0.14), { at: [0, 0.012, 0] }),
    put(box([0.36, 0.012, 0.24], '#d9c7a2', { round: 0.004 }), { turn: [0, 0.2, 0] }),
  ])

export const towel = (): Shape =>
  merge([
    box([0.46, 0.008, 0.3], '#e8dcc2', { round: 0.003 }),
    ...[-0.17, -0.13, 0.13, 0.17].map((x) =>
      put(box([0.014, 0.002, 0.3], colours.brick, { round: 0 }), { at: [x, 0.008, 0] }),
    ),
  ])

/** A cup of tea without a saucer; it has a foot, for it is seen upside down as well. */
export const mug = (colour: string): Shape =>
  merge([
    cup(colour, '#6b4326', false),
    put(disc(0.0245, colour, { around: 18 }), { turn: [Math.PI, 0, 0], at: [0, 0.0062, 0] }),
  ])
