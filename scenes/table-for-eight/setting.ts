import { colours } from '../kit/colours.ts'
import { speaker } from '../kit/props/home.ts'
import { doorway, outside, pendant, picture, room, windowFrame } from '../kit/props/room.ts'
import { at, bowl, bread, chair, cutlery, flowers, plate, tumbler } from '../kit/props/table.ts'
import { tablecloth } from '../kit/shapes/cloth.ts'
import { merge, put, type Shape, unlined } from '../kit/shapes/paint.ts'
import { stand } from '../kit/shapes/shade.ts'
import { bent, box, disc, turned } from '../kit/shapes/solid.ts'
import { CHAIR_AWAY, TABLE, TABLE_RADIUS, TABLE_TOP } from './guests.ts'
import {
  BREAD,
  DEEP,
  DOOR,
  FRONT,
  HIGH,
  LAMP_RADIUS,
  LEFT,
  LOUDSPEAKER,
  MIDDLE,
  PANE,
  PLACES,
  placed,
  RIGHT,
  WIDE,
  WINDOW,
} from './places.ts'

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

/** Roofs and hills outside, at dusk. */
export const view = (): Shape => merge(outside(12, '#39465c'))
