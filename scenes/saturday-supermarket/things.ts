import { grid } from '../kit/shapes/cloth.ts'
import { merge, paint, put, type Shape } from '../kit/shapes/paint.ts'
import { stand } from '../kit/shapes/shade.ts'
import { ball, bent, box, ring } from '../kit/shapes/solid.ts'

const plain = { round: 0 } as const

/** A pillar with a small shelf towards one, the top of which is y = 0.86. */
export const pillar = (): Shape =>
  stand([
    put(box([0.62, 3.5, 0.5], '#d9cdb8', { round: 0.03 }), { at: [0, 0, -1.62] }),
    put(box([0.66, 0.16, 0.54], '#a59a88', { round: 0.01 }), { at: [0, 0, -1.62] }),
    put(box([0.86, 0.03, 0.36], '#b98a5c', { round: 0.012 }), { at: [0, 0.83, -1.22] }),
    ...[-0.3, 0.3].map((x) =>
      put(box([0.03, 0.2, 0.22], '#9c7148', { round: 0.006 }), { at: [x, 0.63, -1.28] }),
    ),
    put(box([0.3, 0.42, 0.012], '#f1e4ca', plain), { at: [0, 1.38, -1.364] }),
    put(ball(0.09, '#8fae86', { fine: 8 }), { at: [0, 1.6, -1.36], scale: [1, 1, 0.06] }),
  ])

/** Her cap: a crown of six panels and a wide peak to +z. Its foot is y = 0. */
export function cap(): Shape {
  const crown = grid(24, 8, (u, v) => {
    const a = -u * Math.PI * 2
    const up = Math.sin((v * Math.PI) / 2)
    const out = Math.cos((v * Math.PI) / 2) ** 0.72 * 0.1
    const seam = 1 - 0.025 * Math.abs(Math.cos(a * 3)) ** 12
    return [Math.cos(a) * out * seam, up * 0.115, Math.sin(a) * out * 1.12 * seam]
  })
  const peak = grid(14, 5, (u, v) => {
    const a = (u - 0.5) * 2.5
    const r = 0.103 + v * 0.105 * Math.cos(a * 0.72) ** 0.6
    return [Math.sin(a) * r * 0.95, 0.014 - 0.02 * v * v - 0.012 * (u - 0.5) ** 2 * 4, Math.cos(a) * r * 1.1]
  })
  return merge([
    paint(crown, '#3f6450', { grounded: 0.3 }),
    paint(peak, '#365745'),
    put(ball(0.011, '#2f4c3d', { fine: 5 }), { at: [0, 0.116, 0] }),
    bent(
      Array.from({ length: 13 }, (_, i): [number, number, number] => {
        const a = (i / 12) * Math.PI * 2
        return [Math.cos(a) * 0.1, 0.012, Math.sin(a) * 0.112]
      }),
      0.006,
      '#2f4c3d',
      { around: 5 },
    ),
  ])
}

/** A smooth wooden ring, which stands a little on edge. */
export const woodenRing = (): Shape =>
  merge([
    paint(put(ring(0.052, 0.014, '#b07a45', 32), {}), '#b98250', { foot: '#8a5a30' }),
    put(ring(0.052, 0.0085, '#c99a66', 32), { at: [0, 0.0075, 0] }),
  ])
