import { smooth } from '../kit/curves.ts'
import { curtain, grid } from '../kit/shapes/cloth.ts'
import { merge, paint, put, type Shape } from '../kit/shapes/paint.ts'
import { stand } from '../kit/shapes/shade.ts'
import { ball, bent, box, disc, rod, turned } from '../kit/shapes/solid.ts'

/** How high the blanket lies over the legs at a place, metres. */
export function coverAt(x: number, z: number): number {
  const knees = Math.exp(-(((z + 0.56) / 0.24) ** 2))
  const feet = Math.exp(-(((z + 1.02) / 0.09) ** 2))
  const leg = Math.exp(-(((Math.abs(x) - 0.135) / 0.13) ** 2))
  const body = 0.545 + (0.04 + 0.2 * knees + 0.09 * feet) * (0.35 + 0.65 * leg)
  const fold = 0.008 * Math.sin(x * 23 + z * 9) * Math.cos(z * 17 - x * 6)
  const over = smooth(0.36, 0.56, Math.abs(x)) + smooth(1.08, 1.2, -z)
  return body + fold - 0.34 * Math.min(over, 1)
}

/** The blanket over one's knees, for the `thin` material: dusk blue, with two bands of ochre where the feet are. */
export function blanket(): Shape {
  const shape = paint(
    grid(30, 28, (u, v) => {
      const [x, z] = [(u - 0.5) * 1.18, 0.12 - v * 1.36]
      return [x, coverAt(x, z), z]
    }),
    '#5d7796',
    { grain: 0.1 },
  )
  const position = shape.getAttribute('position')
  const colour = shape.getAttribute('color')
  for (let i = 0; i < position.count; i++) {
    const [x, z] = [position.getX(i), position.getZ(i)]
    const valley = 1 - 0.3 * Math.exp(-((x / 0.07) ** 2)) * smooth(0.25, 0.5, -z)
    const side = 1 - 0.35 * smooth(0.3, 0.56, Math.abs(x))
    const band = (Math.abs(z + 0.9) < 0.03 || Math.abs(z + 1.0) < 0.03) as boolean
    const [r, g, b] = band ? [0.72, 0.5, 0.25] : [colour.getX(i), colour.getY(i), colour.getZ(i)]
    colour.setXYZ(i, r * valley * side, g * valley * side, b * valley * side)
  }
  return shape
}

/** A sparrow on its feet, 11 cm, looking to +x. */
export const sparrow = (): Shape =>
  merge([
    put(ball(0.034, '#8a6a4c', { fine: 5, foot: '#d9c6a8' }), {
      at: [0, 0.042, 0],
      scale: [1.3, 0.95, 0.9],
      turn: [0, 0, 0.3],
    }),
    put(ball(0.023, '#7a5236', { fine: 5, foot: '#c9b193' }), { at: [0.04, 0.08, 0] }),
    put(
      turned(
        [
          [0.007, 0],
          [0, 0.016],
        ],
        '#4a4038',
        { around: 6 },
      ),
      { at: [0.06, 0.079, 0], turn: [0, 0, -Math.PI / 2] },
    ),
    put(box([0.055, 0.008, 0.022], '#5b4030', { round: 0 }), { at: [-0.062, 0.034, 0], turn: [0, 0, 0.35] }),
    ...[-1, 1].map((s) =>
      put(ball(0.024, '#5f4632', { fine: 4 }), {
        at: [-0.012, 0.05, s * 0.024],
        scale: [1.5, 0.8, 0.4],
        turn: [0, 0, 0.35],
      }),
    ),
    ...[-1, 1].map((s) => rod([0.004, 0, s * 0.012], [0, 0.02, s * 0.012], 0.0025, '#4a4038', { around: 4 })),
  ])

/** One wing of the curtain, from its outer edge at the origin; scale it in x to draw it. */
export const wing = (): Shape => put(curtain(1.12, 1.36, '#e0c9a4', 0), { at: [0.56, 0, 0] })

/** What lies on the tray for a small day: an eye mask and a little loudspeaker. */
export const smallThings = (): Shape =>
  stand([
    ...[-1, 1].map((s) =>
      put(ball(0.052, '#6a5a7c', { fine: 8 }), {
        at: [-0.14 + s * 0.05, 0.012, 0.05],
        scale: [1, 0.24, 0.72],
      }),
    ),
    bent(
      [
        [-0.24, 0.008, 0.05],
        [-0.25, 0.006, -0.04],
        [-0.14, 0.006, -0.09],
        [-0.03, 0.006, -0.05],
        [-0.04, 0.008, 0.05],
      ],
      0.006,
      '#574a68',
      { around: 6 },
    ),
    put(
      turned(
        [
          [0.05, 0],
          [0.054, 0.01],
          [0.05, 0.075],
          [0.04, 0.085],
          [0, 0.087],
        ],
        '#8c5348',
        { around: 20, foot: '#6b3e36' },
      ),
      { at: [0.03, 0, -0.09] },
    ),
    put(disc(0.034, '#3d302c', { around: 18 }), { at: [0.03, 0.0885, -0.09] }),
  ])
