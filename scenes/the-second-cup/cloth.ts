import { colours } from '../kit/colours.ts'
import { smooth } from '../kit/curves.ts'
import { grid } from '../kit/shapes/cloth.ts'
import { merge, paint, put, type Shape } from '../kit/shapes/paint.ts'
import { ball } from '../kit/shapes/solid.ts'

/** Clothes that hang. Their top is about y = 0, they are seen from +z; for the `thin` material. */

/** An empty sleeve, from its shoulder downwards. */
const sleeve = (long: number, thick: number, colour: string, foot: string): Shape =>
  paint(
    grid(10, 9, (u, v) => {
      const down = 1 - v
      const a = u * Math.PI * 2
      const r =
        thick * (0.75 + 0.35 * smooth(0, 0.2, down) - 0.3 * down) * (1 + 0.06 * Math.sin(down * 19 + a * 2))
      return [Math.cos(a) * r + 0.03 * Math.sin(down * 2.6), -long * down, -Math.sin(a) * r * 0.6]
    }),
    colour,
    { foot },
  )

/** One half of an open front, from the middle to the right: a neck that runs down to the buttons, a sloping shoulder. */
const half = (wide: number, long: number, deep: number, colour: string, foot: string): Shape =>
  paint(
    grid(8, 12, (u, v) => {
      const down = 1 - v
      const inner = 0.012 + 0.07 * (1 - smooth(0, 0.42, down))
      const x = inner + (wide - inner) * u
      const shoulder = -0.22 * Math.max(0, x - 0.06) * (1 - down)
      const z =
        deep * (0.35 + 0.65 * smooth(0, 0.3, down)) * Math.cos(u * 1.45) +
        0.008 * Math.sin(u * 14 + down * 3) * down
      return [x * (1 + 0.05 * Math.sin(down * 3)), shoulder - long * down, z]
    }),
    colour,
    { foot },
  )

/** The green cardigan on the back of a chair, a wooden button at each step. */
export const cardigan = (): Shape => {
  const [wool, hem] = ['#86ab80', '#5c8560']
  const right = half(0.21, 0.42, 0.085, wool, hem)
  const left = put(right.clone(), { scale: [-1, 1, 1] })
  // mirrored, its faces look away: turn them round
  const index = left.getIndex()
  if (index)
    for (let i = 0; i < index.count; i += 3) {
      const [a, b] = [index.getX(i), index.getX(i + 1)]
      index.setX(i, b)
      index.setX(i + 1, a)
    }
  const back = paint(
    grid(10, 6, (u, v) => {
      const x = (u - 0.5) * 0.44
      return [x, 0.015 - 0.22 * Math.max(0, Math.abs(x) - 0.06) * v - 0.42 * (1 - v), -0.06]
    }),
    '#6d9169',
    { foot: hem },
  )
  return merge([
    right,
    left,
    back,
    put(sleeve(0.43, 0.062, wool, hem), { at: [0.205, -0.04, 0.01], turn: [0, 0, 0.06] }),
    put(sleeve(0.43, 0.062, wool, hem), { at: [-0.205, -0.04, 0.01], turn: [0, Math.PI, -0.06] }),
    ...[0.2, 0.27, 0.34].map((y) =>
      put(ball(0.012, colours.woodDark, { fine: 5 }), { at: [0.03, -y, 0.088], scale: [1, 1, 0.5] }),
    ),
  ])
}

/** A winter coat on a hook: from the loop at its neck it falls together. */
export const coat = (): Shape => {
  const [loden, hem] = ['#6b7680', '#474f59']
  const body = paint(
    grid(28, 12, (u, v) => {
      const down = 1 - v
      const a = u * Math.PI * 2
      const wide = 0.05 + 0.125 * smooth(0, 0.28, down) + 0.03 * down
      const fold = 1 + 0.07 * smooth(0.1, 0.6, down) * Math.sin(a * 6 + 1)
      return [
        Math.cos(a) * wide * fold,
        -0.84 * down,
        -Math.sin(a) * (0.03 + 0.05 * smooth(0, 0.3, down)) * fold,
      ]
    }),
    loden,
    { foot: hem },
  )
  return merge([
    body,
    put(sleeve(0.56, 0.058, loden, hem), { at: [0.14, -0.15, 0.02], turn: [0, 0, 0.03] }),
    put(sleeve(0.56, 0.058, loden, hem), { at: [-0.14, -0.15, 0.02], turn: [0, Math.PI, -0.03] }),
  ])
}
