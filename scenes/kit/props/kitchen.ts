import { colours } from '../colours.ts'
import { merge, put, type Shape } from '../shapes/paint.ts'
import { ball, bent, box, disc, rod, turned } from '../shapes/solid.ts'

/** Everything stands on y = 0, its back at z = 0 when it belongs to a wall, and is seen from +z. Metres. */

/** A worktop on cupboards, `w` wide, 0.62 deep, 0.9 high. */
export function counter(w: number, doors: string = colours.sage, top: string = colours.woodLight): Shape[] {
  const count = Math.max(1, Math.round(w / 0.55))
  const each = w / count
  return [
    put(box([w, 0.08, 0.52], colours.woodDark, { round: 0 }), { at: [0, 0, 0.27] }),
    put(box([w, 0.78, 0.58], doors, { round: 0.01, grounded: 0.25 }), { at: [0, 0.08, 0.29] }),
    put(box([w + 0.03, 0.04, 0.63], top), { at: [0, 0.86, 0.305] }),
    ...Array.from({ length: count }, (_, i) => {
      const x = (i + 0.5) * each - w / 2
      return merge([
        put(box([each - 0.03, 0.52, 0.018], doors, { round: 0.008, foot: doors }), { at: [x, 0.1, 0.585] }),
        put(box([each - 0.03, 0.17, 0.018], doors, { round: 0.008 }), { at: [x, 0.65, 0.585] }),
        rod([x - 0.06, 0.74, 0.61], [x + 0.06, 0.74, 0.61], 0.007, '#b08d4f', { around: 6 }),
        rod([x - 0.06, 0.57, 0.61], [x + 0.06, 0.57, 0.61], 0.007, '#b08d4f', { around: 6 }),
      ])
    }),
  ]
}

/** A sink let into a worktop at 0.9 m, with its tap. */
export const sink = (): Shape[] => [
  put(box([0.52, 0.012, 0.4], colours.steel, { round: 0.005 }), { at: [0, 0.896, 0.32] }),
  put(box([0.44, 0.004, 0.32], '#5b5f60', { round: 0 }), { at: [0, 0.9085, 0.32] }),
  bent(
    [
      [0, 0.9, 0.1],
      [0, 1.12, 0.1],
      [0, 1.18, 0.16],
      [0, 1.16, 0.24],
      [0, 1.1, 0.25],
    ],
    0.012,
    colours.steel,
  ),
  rod([0.06, 0.9, 0.1], [0.06, 0.96, 0.1], 0.012, colours.steel, { around: 8 }),
]

/** A cooker with four plates and an oven door, 0.6 wide. */
export const cooker = (): Shape[] => [
  put(box([0.6, 0.89, 0.6], '#e2d8c8', { round: 0.012, grounded: 0.2 }), { at: [0, 0, 0.3] }),
  put(box([0.58, 0.012, 0.58], colours.ink, { round: 0.004 }), { at: [0, 0.89, 0.3] }),
  ...[-0.14, 0.14].flatMap((x) => [0.17, 0.43].map((z) => put(disc(0.09, '#4b4642'), { at: [x, 0.904, z] }))),
  put(box([0.46, 0.36, 0.012], '#3b332d', { round: 0.005 }), { at: [0, 0.24, 0.6] }),
  rod([-0.22, 0.66, 0.64], [0.22, 0.66, 0.64], 0.01, colours.steel, { around: 8 }),
  ...[-0.2, -0.1, 0.1, 0.2].map((x) =>
    put(ball(0.022, colours.ink, { fine: 6 }), { at: [x, 0.79, 0.605], scale: [1, 1, 0.6] }),
  ),
]

/** A kettle with its spout to +x. */
export const kettle = (colour: string = colours.ember): Shape =>
  merge([
    turned(
      [
        [0.09, 0],
        [0.1, 0.02],
        [0.095, 0.09],
        [0.06, 0.145],
        [0.02, 0.155],
        [0, 0.155],
      ],
      colour,
      { grounded: 0.25 },
    ),
    put(ball(0.016, colours.ink, { fine: 6 }), { at: [0, 0.165, 0] }),
    bent(
      [
        [0.08, 0.06, 0],
        [0.12, 0.09, 0],
        [0.145, 0.135, 0],
      ],
      0.015,
      colour,
    ),
    bent(
      [
        [-0.07, 0.11, 0],
        [-0.075, 0.19, 0],
        [0, 0.225, 0],
        [0.06, 0.195, 0],
        [0.06, 0.13, 0],
      ],
      0.009,
      colours.ink,
    ),
  ])

/** A pot with a lid and two ears. */
export const pot = (colour: string = colours.dusk, radius = 0.12): Shape =>
  merge([
    turned(
      [
        [radius * 0.95, 0],
        [radius, 0.02],
        [radius, 0.12],
        [radius * 1.04, 0.125],
        [radius * 0.9, 0.14],
        [0.02, 0.155],
        [0, 0.155],
      ],
      colour,
      { grounded: 0.25 },
    ),
    put(ball(0.018, colours.ink, { fine: 6 }), { at: [0, 0.165, 0] }),
    ...[-1, 1].map((s) =>
      put(ball(0.028, colour, { fine: 6 }), { at: [s * (radius + 0.012), 0.095, 0], scale: [0.8, 0.4, 1] }),
    ),
  ])

/** A shelf on a wall with jars, bowls and cups on it; `w` wide. Always the same ones. */
export function shelf(w: number, colour: string = colours.woodLight): Shape[] {
  const hues = [colours.sage, colours.ochre, colours.linen, colours.brick, colours.dusk, colours.rose]
  const count = Math.floor(w / 0.15)
  return [
    put(box([w, 0.028, 0.22], colour), { at: [0, 0, 0.11] }),
    ...[-1, 1].map((s) =>
      put(box([0.025, 0.12, 0.16], colour, { round: 0.004 }), { at: [s * (w / 2 - 0.12), -0.12, 0.08] }),
    ),
    ...Array.from({ length: count }, (_, i) => {
      const r = 0.035 + 0.02 * ((i * 0.618) % 1)
      const tall = 0.07 + 0.13 * ((i * 0.38 + 0.2) % 1)
      const hue = hues[i % hues.length] ?? colours.linen
      const jar = turned(
        [
          [r * 0.9, 0],
          [r, 0.01],
          [r, tall * 0.8],
          [r * 0.7, tall * 0.9],
          [r * 0.7, tall],
          [0, tall],
        ],
        hue,
        { around: 14, grounded: 0.2 },
      )
      return put(jar, { at: [(i + 0.5) * (w / count) - w / 2, 0.028, 0.11] })
    }),
  ]
}

/** A fridge as in a home, 0.6 × 1.7 m. */
export const fridge = (colour: string = '#d8d2c2'): Shape[] => [
  put(box([0.6, 1.7, 0.6], colour, { round: 0.04, grounded: 0.15 }), { at: [0, 0, 0.31] }),
  put(box([0.59, 0.012, 0.02], '#a79f8f', { round: 0 }), { at: [0, 1.14, 0.605] }),
  ...[1.24, 0.86].map((y) =>
    rod([-0.23, y, 0.64], [-0.23, y + 0.2, 0.64], 0.01, colours.steel, { around: 8 }),
  ),
]

/** A clock on a wall, 0.3 m; draw the hands with {@link clockHand}. */
export const clock = (): Shape =>
  merge([
    put(
      turned(
        [
          [0.15, 0],
          [0.15, 0.03],
          [0.135, 0.035],
          [0.13, 0.026],
          [0, 0.026],
        ],
        colours.wood,
        { around: 28 },
      ),
      { turn: [Math.PI / 2, 0, 0] },
    ),
    put(disc(0.13, colours.cream), { turn: [Math.PI / 2, 0, 0], at: [0, 0, 0.028] }),
    ...Array.from({ length: 12 }, (_, i) => {
      const a = (i / 12) * Math.PI * 2
      return put(box([0.008, i % 3 ? 0.012 : 0.024, 0.003], colours.ink, { round: 0 }), {
        turn: [0, 0, -a],
        at: [Math.sin(a) * 0.105, Math.cos(a) * 0.105, 0.029],
      })
    }),
  ])

/** A hand of a clock about its axle, pointing up; turn it about z by −2π of its way round. */
export const clockHand = (long: number): Shape =>
  put(box([0.009, long, 0.004], colours.ink, { round: 0 }), { at: [0, -0.015, 0.034] })
