import { colours } from '../kit/colours.ts'
import { merge, put, type Shape } from '../kit/shapes/paint.ts'
import { ball, rod, turned } from '../kit/shapes/solid.ts'

/** A pot plant of about 600 triangles, `tall` metres, for where several stand; another `seed`, another plant. */
export function greens(tall: number, pot: string, seed = 0): Shape {
  const parts = [
    turned(
      [
        [0.065, 0],
        [0.09, 0.13],
        [0.097, 0.145],
        [0.08, 0.14],
        [0, 0.13],
      ],
      pot,
      { around: 12, grounded: 0.3 },
    ),
  ]
  for (let i = 0; i < 11; i++) {
    const a = (i + seed) * 2.4
    const out = 0.05 + 0.13 * ((i * 0.618 + seed * 0.3) % 1)
    const up = 0.2 + (tall - 0.2) * ((i * 0.37 + 0.35) % 1)
    const tip = [Math.cos(a) * out, up, Math.sin(a) * out] as const
    parts.push(
      rod([0, 0.13, 0], tip, 0.004, colours.leaf, { around: 3 }),
      put(ball(0.062, i % 3 ? '#7f9f5e' : '#8fae86', { fine: 4, foot: '#55764d' }), {
        at: tip,
        turn: [0.5, -a, 0.9],
        scale: [1, 0.16, 0.55],
      }),
    )
  }
  return merge(parts)
}
