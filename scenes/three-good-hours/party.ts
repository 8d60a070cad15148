import { colours } from '../kit/colours.ts'
import { plate } from '../kit/props/table.ts'
import { grid } from '../kit/shapes/cloth.ts'
import { merge, paint, put, type Shape } from '../kit/shapes/paint.ts'
import { stand } from '../kit/shapes/shade.ts'
import { ball, bent, box, turned } from '../kit/shapes/solid.ts'
import { CHAIRS } from './maya.ts'

/** A coat that sits on a chair as if it were a guest: its back against the chair's, its sleeves in its lap. Faces +z. */
const coat = (colour: string): Shape =>
  merge([
    put(box([0.4, 0.5, 0.15], colour, { round: 0.06, grounded: 0.3 }), {
      at: [0, 0.5, -0.13],
      turn: [-0.12, 0, 0],
    }),
    put(box([0.46, 0.09, 0.42], colour, { round: 0.04 }), { at: [0, 0.47, 0.04] }),
    put(box([0.44, 0.26, 0.05], colour, { round: 0.02, grounded: 0.3 }), { at: [0, 0.26, 0.235] }),
    bent(
      [
        [-0.12, 0.98, -0.12],
        [-0.06, 1.02, -0.16],
        [0.06, 1.02, -0.16],
        [0.12, 0.98, -0.12],
      ],
      0.03,
      colour,
      { around: 5 },
    ),
    ...[-1, 1].map((s) =>
      bent(
        [
          [s * 0.19, 0.94, -0.16],
          [s * 0.25, 0.76, -0.08],
          [s * 0.22, 0.62, 0.06],
          [s * 0.08, 0.585, 0.16],
        ],
        0.05,
        colour,
        { around: 6 },
      ),
    ),
    ...[0.62, 0.74, 0.86].map((y) =>
      put(ball(0.012, '#e6c074', { fine: 4 }), { at: [0.02, y, -0.035 - (y - 0.6) * 0.13] }),
    ),
  ])

const COATS = ['#7c4d70', '#4a5f4f', '#a5603f', '#47566e'] as const
export const coats = (): Shape =>
  merge(
    CHAIRS.map(([x, z, turn], i) => put(coat(COATS[i] ?? '#47566e'), { at: [x, 0, z], turn: [0, turn, 0] })),
  )

/** One's own coat, over one's arm: it hangs down on both sides of it. For the `thin` material. */
export const ownCoat = (): Shape => {
  const cloth = grid(14, 16, (u, v) => {
    const round = Math.PI * (0.5 - v)
    const hang = Math.max(0, Math.abs(v - 0.5) - 0.14) * 1.25
    const fold = 0.012 * Math.sin(u * 19 + v * 3) * Math.min(1, hang * 4)
    return [
      Math.sin(round) * (0.085 + fold),
      Math.min(0, Math.cos(round) * 0.06 - 0.05) - hang,
      (u - 0.5) * 0.36,
    ]
  })
  return merge([
    paint(cloth, '#6f8069', { grounded: 0.45 }),
    bent(
      [
        [0.0, -0.07, 0.34],
        [0, -0.06, 0.1],
        [0, -0.07, -0.1],
      ],
      0.05,
      '#8a5a4c',
      { around: 8 },
    ),
  ])
}

/** A plate with a yellow cake on it, one piece cut; sits in somebody's hands. */
export const lemonCake = (): Shape =>
  merge([
    put(plate(0.14, '#ece3d4'), {}),
    put(
      turned(
        [
          [0.1, 0],
          [0.104, 0.06],
          [0.09, 0.075],
          [0, 0.078],
        ],
        '#f0d36a',
        { around: 28, foot: '#d9b25a' },
      ),
      { at: [0, 0.012, 0] },
    ),
    ...Array.from({ length: 7 }, (_, i) => {
      const a = (i / 7) * Math.PI * 2
      return put(ball(0.014, '#fff6df', { fine: 6 }), {
        at: [Math.cos(a) * 0.072, 0.093, Math.sin(a) * 0.072],
      })
    }),
    put(
      turned(
        [
          [0.03, 0],
          [0.03, 0.006],
          [0, 0.006],
        ],
        '#e8c33f',
        { around: 16 },
      ),
      { at: [0, 0.09, 0] },
    ),
  ])

/** Her cake, wrapped to take home: paper and string. */
export const wrapped = (): Shape =>
  merge([
    box([0.2, 0.1, 0.16], '#d9c29a', { round: 0.02 }),
    put(box([0.204, 0.104, 0.008], colours.ember, { round: 0 }), { at: [0, -0.002, 0] }),
    put(box([0.008, 0.104, 0.164], colours.ember, { round: 0 }), { at: [0, -0.002, 0] }),
    ...[-1, 1].map((s) =>
      put(ball(0.022, colours.ember, { fine: 6 }), { at: [s * 0.024, 0.108, 0], scale: [1, 0.45, 0.7] }),
    ),
  ])

/** The sofa one lies on: its back on the left, its arm at one's feet; the legs are under the blanket. */
export const sofa = (): Shape =>
  stand([
    put(box([1.05, 0.3, 2.1], '#7f8f7a', { round: 0.06, grounded: 0.4 }), { at: [0, 0.1, -0.2] }),
    put(box([0.24, 0.56, 2.2], '#7f8f7a', { round: 0.1 }), { at: [-0.66, 0.3, -0.2] }),
    put(box([1.1, 0.42, 0.2], '#7f8f7a', { round: 0.09 }), { at: [-0.06, 0.2, -1.28] }),
  ])
