import { colours } from '../colours.ts'
import { merge, put, type Shape } from '../shapes/paint.ts'
import { ball, bent, box, rod, turned } from '../shapes/solid.ts'

/** A shop. What has a front shows it to +z; floors are y = 0; metres. */

const LEVELS = [0.16, 0.56, 0.96, 1.36] as const

/** A shelf of a shop, `w` wide, 0.45 deep, four boards at {@link LEVELS}; its back at z = 0. */
export const rack = (w: number, colour: string = '#b9b2a6'): Shape[] => [
  put(box([w, 1.75, 0.03], '#9b958a', { round: 0 }), { at: [0, 0, 0.015] }),
  put(box([w, 0.12, 0.44], '#6d675f', { round: 0 }), { at: [0, 0, 0.23] }),
  ...LEVELS.flatMap((y) => [
    put(box([w, 0.03, 0.42], colour, { round: 0 }), { at: [0, y - 0.03, 0.23] }),
    put(box([w, 0.045, 0.012], '#efe6d2', { round: 0 }), { at: [0, y - 0.035, 0.446] }),
  ]),
  ...[-1, 1].map((s) =>
    put(box([0.03, 1.75, 0.45], '#8f897f', { round: 0 }), { at: [(s * w) / 2, 0, 0.225] }),
  ),
]

/** An open fridge, `w` wide, 2 m high; its light is {@link fridgeLight}. */
export const coldShelf = (w: number): Shape[] => [
  put(box([w, 2, 0.06], '#8d9698', { round: 0 }), { at: [0, 0, 0.03] }),
  put(box([w, 0.34, 0.62], '#6f7a7e', { round: 0.02 }), { at: [0, 0, 0.33] }),
  put(box([w, 0.16, 0.62], '#6f7a7e', { round: 0.02 }), { at: [0, 1.86, 0.33] }),
  ...[-1, 1].map((s) =>
    put(box([0.05, 2, 0.62], '#7d878a', { round: 0.01 }), { at: [(s * w) / 2, 0, 0.33] }),
  ),
  ...[0.75, 1.12, 1.5].map((y) =>
    put(box([w - 0.06, 0.02, 0.44], '#c9d0d0', { round: 0 }), { at: [0, y, 0.27] }),
  ),
]

/** To be drawn glowing, at the same place as its {@link coldShelf}. */
export const fridgeLight = (w: number): Shape =>
  put(box([w - 0.2, 0.03, 0.03], '#ffffff', { round: 0 }), { at: [0, 1.82, 0.52] })

/** A long lamp on a ceiling, to be drawn glowing; it hangs down from y = 0. */
export const tube = (long = 1.4): Shape =>
  put(box([0.12, 0.04, long], '#ffffff', { round: 0 }), { at: [0, -0.06, 0] })

/** A trolley whose handle is at +z. */
export function trolley(colour: string = colours.steel): Shape {
  const parts: Shape[] = []
  const bar = (a: readonly [number, number, number], b: readonly [number, number, number], r = 0.007) =>
    parts.push(rod(a, b, r, colour, { around: 5 }))
  for (const y of [0.5, 0.68, 0.86]) {
    const s = 0.2 + (y - 0.5) * 0.16
    const front = -0.38 - (y - 0.5) * 0.1
    bar([-s, y, front], [s, y, front])
    bar([-s, y, 0.34], [s, y, 0.34])
    for (const side of [-1, 1]) bar([side * s, y, front], [side * s, y, 0.34])
  }
  for (let i = 0; i <= 6; i++) {
    const z = -0.38 + (i / 6) * 0.72
    for (const side of [-1, 1]) bar([side * 0.2, 0.5, z], [side * 0.258, 0.86, z - (i ? 0 : 0.036)], 0.004)
    bar([-0.2, 0.5, z], [0.2, 0.5, z], 0.004)
  }
  for (const side of [-1, 1]) {
    bar([side * 0.24, 0.86, 0.34], [side * 0.24, 1, 0.44], 0.011)
    bar([side * 0.2, 0.5, 0.3], [side * 0.22, 0.12, 0.32], 0.011)
    bar([side * 0.22, 0.14, 0.34], [side * 0.19, 0.14, -0.4], 0.011)
    for (const z of [-0.38, 0.32])
      parts.push(
        put(ball(0.055, colours.ink, { fine: 7 }), { at: [side * 0.21, 0.056, z], scale: [0.4, 1, 1] }),
      )
  }
  parts.push(rod([-0.25, 1, 0.44], [0.25, 1, 0.44], 0.017, colours.ember, { around: 8 }))
  return merge(parts)
}

/** A till: belt to +x, the place of who sits there behind (−z). 2.2 m long. */
export const till = (colour: string = colours.sage): Shape[] => [
  put(box([2.2, 0.8, 0.6], colour, { round: 0.02, grounded: 0.3 }), {}),
  put(box([2.24, 0.04, 0.64], '#d8cfbf', { round: 0.01 }), { at: [0, 0.8, 0] }),
  put(box([1.25, 0.012, 0.46], colours.ink, { round: 0.004 }), { at: [0.42, 0.84, 0] }),
  put(box([0.24, 0.03, 0.46], '#6a6f70', { round: 0.004 }), { at: [-0.42, 0.835, 0] }),
  rod([-0.75, 0.84, -0.16], [-0.75, 1.12, -0.16], 0.018, colours.ink, { around: 8 }),
  put(box([0.3, 0.2, 0.03], colours.ink, { round: 0.01 }), {
    at: [-0.75, 1.08, -0.13],
    turn: [-0.25, 0.3, 0],
  }),
  put(box([0.08, 0.13, 0.04], colours.ink, { round: 0.008 }), { at: [-0.9, 0.84, 0.22], turn: [-0.5, 0, 0] }),
]

/** A basket one carries, its handle up. */
export const basket = (colour: string = colours.ember): Shape =>
  merge([
    turned(
      [
        [0.17, 0],
        [0.22, 0.2],
        [0.23, 0.21],
        [0.2, 0.19],
        [0.16, 0.015],
        [0, 0.015],
      ],
      colour,
      { around: 4, grounded: 0.3 },
    ),
    bent(
      [
        [-0.16, 0.2, 0],
        [-0.13, 0.34, 0],
        [0, 0.38, 0],
        [0.13, 0.34, 0],
        [0.16, 0.2, 0],
      ],
      0.01,
      colours.ink,
      { around: 6 },
    ),
  ])
