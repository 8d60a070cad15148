import { colours } from '../kit/colours.ts'
import { outside } from '../kit/props/room.ts'
import { merge, type Putting, put, type Shape } from '../kit/shapes/paint.ts'
import { stand } from '../kit/shapes/shade.ts'
import { ball, box, floor, rod, turned, wall } from '../kit/shapes/solid.ts'

/** The shop's front, metres: two leaves of glass that slide apart. */
export const DOORS = { z: -2.25, w: 2.2, h: 2.3 } as const
const plain = { round: 0 } as const
const FRAME = '#56665f'
const all = (parts: readonly Shape[], place: Putting) => parts.map((part) => put(part, place))

/** The front with its opening and shop windows; a wreath of ears of corn over the door instead of a name. */
export function facade(): Shape {
  const { z, w, h } = DOORS
  const parts: Shape[] = [
    put(box([9, 1.4, 0.2], '#c98f63', { round: 0, grounded: 0.15 }), { at: [0, h + 0.12, z] }),
    put(box([9, 0.12, 0.34], FRAME, plain), { at: [0, h, z + 0.05] }),
    ...[-1, 1].flatMap((s) => [
      put(box([0.12, h, 0.14], FRAME, plain), { at: [s * (w / 2 + 0.06), 0, z] }),
      put(box([2.3, 0.55, 0.18], '#b5794f', { round: 0, grounded: 0.3 }), { at: [s * (w / 2 + 1.27), 0, z] }),
      put(box([2.3, 0.06, 0.26], FRAME, plain), { at: [s * (w / 2 + 1.27), 0.55, z] }),
      ...[0.9, 2.4].map((x) => put(box([0.08, h, 0.12], FRAME, plain), { at: [s * (w / 2 + x), 0, z] })),
      put(box([1.2, h, 0.2], '#b98a63', { round: 0, grounded: 0.2 }), { at: [s * (w / 2 + 3.1), 0, z] }),
    ]),
  ]
  // a loaf over the door
  parts.push(put(box([0.9, 0.5, 0.03], '#e8d3ae', { round: 0.01 }), { at: [0, h + 0.5, z + 0.12] }))
  parts.push(
    put(ball(0.17, '#c58a4a', { fine: 8, foot: '#e3b676' }), {
      at: [0, h + 0.75, z + 0.14],
      scale: [1.7, 0.85, 0.25],
    }),
  )
  for (const x of [-0.13, 0, 0.13])
    parts.push(
      put(box([0.02, 0.16, 0.02], '#f1d6a2', plain), { at: [x, h + 0.68, z + 0.182], turn: [0, 0, -0.35] }),
    )
  return stand(parts)
}

/** The street: paving, a kerb, planters, a bench; a row of trolleys to the left. */
export function street(): Shape {
  const parts: Shape[] = []
  for (let i = 0; i < 13; i++)
    for (let j = 0; j < 6; j++)
      parts.push(
        put(floor(0.73, 0.73, (i * 5 + j * 3) % 4 ? '#b9ab98' : '#ad9f8c', { cell: 0.4 }), {
          at: [-4.6 + i * 0.75, 0.001, -1.9 + j * 0.75],
        }),
      )
  const paving = merge(parts)
  return stand([
    put(floor(14, 6, '#94887a', { cell: 1.5 }), { at: [0, -0.004, 0.2] }),
    paving,
    ...[-1, 1].flatMap((s) => [
      put(box([0.5, 0.42, 0.5], '#8a7c6a', { round: 0.02, grounded: 0.3 }), { at: [s * 1.75, 0, -1.75] }),
      ...[0, 1, 2, 3, 4].map((i) =>
        put(ball(0.19 - i * 0.012, i % 2 ? '#7f9c5f' : '#6c8a55', { fine: 6, foot: '#4f6b42' }), {
          at: [s * 1.75 + Math.sin(i * 2.4) * 0.11, 0.56 + i * 0.1, -1.75 + Math.cos(i * 2.4) * 0.1],
        }),
      ),
    ]),
    put(box([1.6, 0.02, 0.9], '#6d675f', { round: 0.006, grain: 0.1 }), { at: [0, 0.002, -1.75] }),
  ])
}

/** One leaf of the door: a frame, and the glass is air. It fills half of the opening to +x of its origin. */
export const leaf = (): Shape => {
  const [w, h] = [DOORS.w / 2, DOORS.h - 0.04]
  return merge([
    ...[0.03, w - 0.03].map((x) => put(box([0.05, h, 0.04], '#66776f', plain), { at: [x, 0, 0] })),
    ...[0, h - 0.06].map((y) => put(box([w, 0.06, 0.04], '#66776f', plain), { at: [w / 2, y, 0] })),
    put(box([w - 0.1, 0.05, 0.012], '#dfe9e6', plain), { at: [w / 2, 1.05, 0] }),
  ])
}

/** The street as it is seen from inside, through the doors: trees, a wall, houses. */
export function daylight(): Shape {
  const tree = (x: number, z: number, s: number) => [
    rod([x, 0, z], [x, 1.6 * s, z], 0.09, '#6a4e38', { around: 7, thinner: 0.06 }),
    ...[0, 1, 2, 3].map((i) =>
      put(ball(0.62 * s, i % 2 ? '#86a663' : '#769858', { fine: 7, foot: '#5c7f49' }), {
        at: [x + Math.sin(i * 2.2) * 0.42 * s, (1.9 + 0.3 * i) * s, z + Math.cos(i * 2.2) * 0.3],
      }),
    ),
  ]
  return stand([
    put(floor(30, 16, '#b5a996', { cell: 2 }), { at: [0, -0.01, -10.4] }),
    put(floor(30, 2.2, '#8d8880', { cell: 2 }), { at: [0, 0, -6.6] }),
    put(box([30, 0.1, 0.16], '#cfc4b2', plain), { at: [0, 0, -5.4] }),
    ...tree(-1.9, -4.9, 1.05),
    ...tree(2.3, -5.0, 0.95),
    ...all(outside(22, '#d0b294'), { at: [0, 0.4, -12], scale: [1, 1.5, 1] }),
    ...[-1, 1].map((s) =>
      put(
        turned(
          [
            [0.16, 0],
            [0.2, 0.36],
            [0.17, 0.36],
            [0, 0.33],
          ],
          colours.brick,
          { around: 12 },
        ),
        { at: [s * 1.5, 0, -2.9] },
      ),
    ),
    ...[-1, 1].flatMap((s) =>
      [0, 1, 2].map((i) =>
        put(ball(0.15, i ? '#86a663' : '#c9647a', { fine: 6 }), {
          at: [s * 1.5 + (i - 1) * 0.1, 0.46 + 0.06 * (i % 2), -2.9],
        }),
      ),
    ),
  ])
}

/** The front as seen from inside. */
export const inner = (): Shape => {
  const { z, w, h } = DOORS
  return stand([
    put(wall(11, 1.3, '#d8cdb9', { cell: 0.8 }), { at: [0, h, z + 0.12] }),
    put(box([11, 0.1, 0.2], FRAME, plain), { at: [0, h, z + 0.06] }),
    ...[-1, 1].flatMap((s) => [
      put(box([0.12, h, 0.14], FRAME, plain), { at: [s * (w / 2 + 0.06), 0, z] }),
      put(wall(4.4, h, '#d0c5b0', { cell: 0.8 }), { at: [s * (w / 2 + 2.3), 0, z + 0.06] }),
      put(box([0.9, 1.2, 0.03], '#9fb3a4', plain), { at: [s * (w / 2 + 1.1), 0.9, z + 0.08] }),
    ]),
    put(box([1.8, 0.015, 1.1], '#6d675f', { round: 0.006, grain: 0.1 }), { at: [0, 0.002, z + 0.75] }),
  ])
}
