import { colours } from '../kit/colours.ts'
import { smooth } from '../kit/curves.ts'
import { cushion, rug } from '../kit/props/home.ts'
import { counter, fridge, shelf } from '../kit/props/kitchen.ts'
import { door, doorway, picture, room } from '../kit/props/room.ts'
import { grid } from '../kit/shapes/cloth.ts'
import { merge, type Putting, paint, put, type Shape, unlined } from '../kit/shapes/paint.ts'
import { stand } from '../kit/shapes/shade.ts'
import { ball, bent, box, disc, rod } from '../kit/shapes/solid.ts'
import { greens } from './greens.ts'
import { rowPlaces } from './pebbles.ts'

/** Aiko's flat, metres. One half lies on the daybed; the window with its deep sill is ahead. */
export const WINDOW = { w: 1.9, sill: 0.86, head: 2.1, z: -1.75 } as const
/** The line on which the stones lie. */
export const SILL = { y: 0.862, z: -1.33 } as const
export const TRAY = { x: 0.74, y: 0.66, z: -0.98 } as const
export const KETTLE = [1.9, 0.9, -0.78] as const
export const LAMP = [1.95, 0.74, -1.5] as const
export const BATH_DOOR = { x: -1.6, w: 0.8, h: 2.05 } as const
export const HEIGHT = 2.45
const FRAME = '#f0e2cc'

const all = (parts: readonly Shape[], place: Putting) => parts.map((part) => put(part, place))

const windowParts = (): Shape[] => {
  const { w, sill, head, z } = WINDOW
  const h = head - sill
  return [
    // the deep sill, with a hollow for each stone
    put(box([w + 0.24, 0.045, 0.56], '#c9a077', { round: 0.016 }), { at: [0, sill - 0.045, z + 0.27] }),
    ...rowPlaces.map((x) => put(disc(0.04, '#9c7750', { around: 14 }), { at: [x, sill + 0.001, SILL.z] })),
    put(box([w + 0.1, sill - 0.05, 0.42], '#b3b394', { round: 0.01, grounded: 0.2 }), {
      at: [0, 0, z + 0.22],
    }),
    ...Array.from({ length: 9 }, (_, i) =>
      put(box([0.012, sill - 0.12, 0.012], '#9a9c7e', { round: 0 }), {
        at: [(i - 4) * 0.22, 0.04, z + 0.432],
      }),
    ),
    put(box([w + 0.14, 0.07, 0.07], FRAME), { at: [0, head, z + 0.01] }),
    ...[-1, 1].map((s) => put(box([0.07, h, 0.08], FRAME), { at: [(s * w) / 2, sill, z + 0.01] })),
    put(box([0.05, h, 0.05], FRAME, { round: 0.01 }), { at: [0, sill, z] }),
    put(sash(), { at: [-w / 2 + 0.03, sill, z] }),
    rod([-1.15, 2.24, z + 0.1], [1.15, 2.24, z + 0.1], 0.012, '#b08d4f', { around: 8 }),
    ...[-1, 1].map((s) => put(ball(0.024, '#b08d4f', { fine: 7 }), { at: [s * 1.16, 2.24, z + 0.1] })),
  ]
}

/** One wing of the window, hinged at the origin; it fills the half to +x. */
export function sash(): Shape {
  const [w, h] = [WINDOW.w / 2 - 0.05, WINDOW.head - WINDOW.sill]
  return merge([
    put(box([w, 0.05, 0.035], FRAME, { round: 0.008 }), { at: [w / 2, 0, 0] }),
    put(box([w, 0.05, 0.035], FRAME, { round: 0.008 }), { at: [w / 2, h - 0.05, 0] }),
    ...[0.02, w - 0.02].map((x) => put(box([0.045, h, 0.035], FRAME, { round: 0.008 }), { at: [x, 0, 0] })),
    put(box([w, 0.022, 0.022], FRAME, { round: 0 }), { at: [w / 2, h * 0.66, 0] }),
  ])
}

/** A red dress on a hanger, its hook at the origin, seen from +z. It has pockets. */
function dress(): Shape[] {
  const cloth = grid(16, 10, (u, v) => {
    const wide = v > 0.62 ? 0.15 - 0.03 * smooth(0.75, 0.95, v) : 0.14 + 0.16 * (0.62 - v)
    const fold = 0.014 * Math.sin(u * 26) * (1 - v)
    return [(u - 0.5) * 2 * wide, -1.05 + v * 0.98, 0.035 * Math.sin(Math.PI * u) + fold]
  })
  return [
    paint(cloth, '#b3423a', { grounded: 0.25 }),
    bent(
      [
        [-0.17, -0.11, 0.01],
        [0, -0.04, 0.01],
        [0.17, -0.11, 0.01],
      ],
      0.008,
      colours.woodLight,
      { around: 6 },
    ),
    bent(
      [
        [0, -0.04, 0.01],
        [0.012, 0, 0.01],
        [0, 0.02, 0.01],
        [-0.014, 0.005, 0.01],
      ],
      0.004,
      colours.steel,
      { around: 5 },
    ),
    ...[-0.085, 0.085].map((x) =>
      put(box([0.07, 0.008, 0.01], '#8c302b', { round: 0.003 }), {
        at: [x, -0.56, 0.045],
        turn: [0, 0, x > 0 ? 0.3 : -0.3],
      }),
    ),
  ]
}

const shoes = (colour: string): Shape[] =>
  [-0.06, 0.06].map((x) => put(box([0.085, 0.08, 0.25], colour, { round: 0.035 }), { at: [x, 0, 0] }))

/** Two more pairs than on other days: who visits Aiko takes them off. */
export const guestShoes = (): Shape =>
  merge([
    ...all(shoes('#a8643c'), { at: [-1.72, 0, -0.72], turn: [0, 1.2, 0] }),
    ...all(shoes('#4a5468'), { at: [-1.68, 0, -0.42], turn: [0, 1.75, 0] }),
  ])

/** Everything that stands still in the room itself. */
export function flat(): Shape {
  const { w, sill, head, z } = WINDOW
  const around = [
    ...room(
      [4.4, HEIGHT, 3.75],
      [0, 0.125],
      {
        front: [
          { x: 0, w, sill, head },
          { x: BATH_DOOR.x, w: BATH_DOOR.w, sill: 0, head: BATH_DOOR.h },
        ],
      },
      { walls: '#e6d3b5', panel: '#bcbda0', ground: '#9a7352', ceiling: '#f3eadb' },
    ),
    ...windowParts(),
    ...all(doorway(colours.wood, BATH_DOOR.w, BATH_DOOR.h), { at: [BATH_DOOR.x, 0, z] }),
    // the daybed one lies on
    put(box([1.0, 0.12, 2.05], colours.wood, { round: 0.02 }), { at: [0, 0.18, -0.12] }),
    put(box([0.98, 0.2, 2.0], '#e4d3b4', { round: 0.07 }), { at: [0, 0.28, -0.12] }),
    ...[-1, 1].flatMap((x) =>
      [-1.08, 0.8].map((zz) =>
        rod([x * 0.44, 0, zz], [x * 0.44, 0.2, zz], 0.03, colours.woodDark, { around: 8 }),
      ),
    ),
    ...rug(0.85, ['#9c5b45', '#dcc7a4', '#6d7f86']).flatMap((part) => all([part], { at: [-1.2, 0, -0.75] })),
    // kitchen corner
    ...all(counter(1.35, '#7c9180', '#b98656'), { turn: [0, -Math.PI / 2, 0], at: [2.19, 0, -0.45] }),
    ...all(shelf(1.1), { turn: [0, -Math.PI / 2, 0], at: [2.19, 1.45, -0.45] }),
    ...all(fridge(), { turn: [0, -Math.PI / 2, 0], at: [2.19, 0, 0.6] }),
    // the way out, a hook with the dress, books
    ...all(door('#8c6a4a'), { turn: [0, Math.PI / 2, 0], at: [-2.18, 0, -0.25] }),
    put(ball(0.02, '#b08d4f', { fine: 7 }), { at: [-2.17, 1.9, -1.15] }),
    ...all(shoes('#6d4a35'), { at: [-1.95, 0, -0.9], turn: [0, 1.5, 0] }),
    ...all(picture(0.44, 0.34, ['#f4e4c4', '#7a8fa6', '#6f8f74']), {
      turn: [0, -Math.PI / 2, 0],
      at: [2.18, 1.5, -1.35],
    }),
    put(greens(0.5, '#b5714c'), { at: [0.86, sill, z + 0.22], scale: 0.72 }),
    put(greens(0.4, '#6f86a0', 3), { at: [-0.84, sill, z + 0.2], scale: 0.75 }),
    // behind
    put(box([1.5, 0.8, 0.4], '#b98656', { grounded: 0.3 }), { at: [-0.7, 0, 1.78] }),
    ...all(picture(0.7, 0.5), { turn: [0, Math.PI, 0], at: [-0.7, 1.3, 1.98] }),
    put(greens(1.1, colours.dusk, 2), { at: [1.7, 0, 1.6] }),
    put(cushion('#c08a4a'), { at: [-0.3, 0.48, 0.72] }),
  ]
  return stand([
    ...unlined(around),
    // a tray within reach, and the dress
    put(box([0.5, 0.022, 0.36], colours.woodLight, { round: 0.01 }), {
      at: [TRAY.x, TRAY.y - 0.022, TRAY.z],
    }),
    put(box([0.52, 0.03, 0.02], colours.wood, { round: 0.006 }), {
      at: [TRAY.x, TRAY.y - 0.02, TRAY.z - 0.18],
    }),
    ...[-1, 1].flatMap((x) =>
      [-1, 1].map((d) =>
        rod(
          [TRAY.x + x * 0.22, 0, TRAY.z + d * 0.15],
          [TRAY.x + x * 0.2, TRAY.y - 0.02, TRAY.z + d * 0.13],
          0.014,
          colours.wood,
          { around: 8 },
        ),
      ),
    ),
    ...all(dress(), { turn: [0, Math.PI / 2, 0], at: [-2.15, 1.9, -1.15] }),
  ])
}
