import { colours } from '../kit/colours.ts'
import { cake, cakeCandles, flame } from '../kit/props/table.ts'
import { merge, put, type Shape } from '../kit/shapes/paint.ts'
import { ball, bent, box, ring, rod, turned } from '../kit/shapes/solid.ts'
import { TABLE, TABLE_TOP } from './guests.ts'
import { PLACES, placed } from './places.ts'

/** What is on the plates once they come, a little different on each. */
export function supper(): Shape {
  const parts = PLACES.flatMap((i) => {
    const hue = ['#c98b4d', '#b96f4a', '#d0a257'][i % 3] ?? '#c98b4d'
    return [
      put(
        put(ball(0.055, hue, { fine: 5, grain: 0.3 }), { scale: [1.15, 0.42, 0.9], at: [0.02, 0.016, 0.01] }),
        placed(i, 0.8, TABLE_TOP),
      ),
      put(
        put(ball(0.04, '#7f9a55', { fine: 5, grain: 0.4 }), {
          scale: [1, 0.4, 1],
          at: [-0.05, 0.014, -0.03],
        }),
        placed(i, 0.8, TABLE_TOP),
      ),
      put(put(ball(0.02, '#c65b45', { fine: 4 }), { at: [-0.03, 0.022, 0.05] }), placed(i, 0.8, TABLE_TOP)),
    ]
  })
  return merge(parts)
}

/** A pepper mill, tall enough to be taken for a microphone. */
export const mill = (): Shape =>
  turned(
    [
      [0.034, 0],
      [0.036, 0.02],
      [0.022, 0.05],
      [0.02, 0.12],
      [0.03, 0.17],
      [0.024, 0.2],
      [0.034, 0.24],
      [0.03, 0.275],
      [0.012, 0.29],
      [0.014, 0.305],
      [0, 0.312],
    ],
    '#6b3f26',
    { around: 14, foot: '#8a5836' },
  )

/** Lina's phone, leaning on the bread; its face is {@link phoneFace}. */
export const leaning = (): Shape =>
  put(box([0.15, 0.085, 0.009], colours.ink, { round: 0.004 }), { turn: [-0.4, 0.12, 0] })
export const phoneFace = (): Shape =>
  put(put(box([0.138, 0.075, 0.001], '#fff2dc', { round: 0 }), { at: [0, 0.005, 0.0055] }), {
    turn: [-0.4, 0.12, 0],
  })
/** A line of words on it, too small to read: `row` 0 to 3. */
export const phoneLine = (): Shape =>
  put(put(box([1, 0.008, 0.001], '#3a2c22', { round: 0 }), { at: [0.5, 0, 0] }), {})

/** What Lina draws on a napkin: a dog with a ring. */
export function drawing(): Shape {
  const ink = '#54493f'
  const line = (points: readonly (readonly [number, number])[]) =>
    bent(
      points.map(([x, y]) => [x, 0, -y] as const),
      0.0022,
      ink,
      { around: 4 },
    )
  return merge([
    put(box([0.17, 0.004, 0.17], '#f4ecdd', { round: 0 }), { at: [0, -0.0035, 0] }),
    line([
      [-0.05, 0.005],
      [-0.045, 0.03],
      [0.02, 0.032],
      [0.03, 0.055],
      [0.055, 0.055],
      [0.068, 0.038],
      [0.045, 0.03],
      [0.032, 0.005],
    ]),
    line([
      [-0.05, 0.005],
      [-0.048, -0.028],
      [-0.038, -0.028],
      [-0.034, 0],
      [0.012, 0],
      [0.016, -0.028],
      [0.027, -0.028],
      [0.032, 0.005],
    ]),
    line([
      [-0.05, 0.02],
      [-0.068, 0.04],
      [-0.066, 0.055],
    ]),
    line([
      [0.03, 0.055],
      [0.022, 0.036],
      [0.032, 0.034],
    ]),
    put(ring(0.011, 0.0022, '#c0872e', 14), { at: [0.076, 0.001, -0.026] }),
    rod([0.03, 0.004, 0.05], [0.1, 0.004, 0.08], 0.0035, '#b5763a', { around: 6 }),
  ])
}

/** Nico's watch on its face, its back open. The wheels are {@link wheel}. */
export const watchCase = (): Shape =>
  merge([
    turned(
      [
        [0.05, 0],
        [0.058, 0.006],
        [0.058, 0.014],
        [0.051, 0.017],
        [0.049, 0.008],
        [0, 0.008],
      ],
      '#b58f4e',
      { around: 16 },
    ),
    put(
      turned(
        [
          [0.05, 0],
          [0.053, 0.004],
          [0, 0.006],
        ],
        '#b58f4e',
        { around: 16 },
      ),
      { at: [0.09, 0.001, -0.05], turn: [0.06, 0, -0.1] },
    ),
    put(ball(0.009, '#b58f4e', { fine: 6 }), { at: [0, 0.01, 0.064] }),
    ...[-1, 1].map((s) =>
      bent(
        [
          [0, 0.008, s * 0.06],
          [0.01 * s, 0.006, s * 0.11],
          [0.03 * s, 0.004, s * 0.17],
        ],
        0.013,
        '#6b4630',
        { around: 6 },
      ).scale(1, 0.4, 1),
    ),
    ...[
      [0.026, 0.012],
      [-0.02, 0.028],
      [0.012, -0.034],
    ].map(([x = 0, z = 0]) => put(ball(0.003, '#a8434a', { fine: 4 }), { at: [x, 0.0135, z] })),
  ])

/** A small wheel of brass with teeth. */
export const wheel = (radius: number): Shape => {
  const teeth = Math.round(radius * 900)
  return merge([
    ring(radius * 0.86, radius * 0.1, '#d3a95c', 24),
    ...[0, 1, 2].map((i) =>
      put(box([radius * 1.7, 0.0015, radius * 0.14], '#c2984f', { round: 0 }), {
        turn: [0, (i * Math.PI) / 3, 0],
      }),
    ),
    ...Array.from({ length: teeth }, (_, i) => {
      const a = (i / teeth) * Math.PI * 2
      return put(box([radius * 0.16, 0.0025, radius * 0.1], '#d3a95c', { round: 0 }), {
        turn: [0, -a, 0],
        at: [Math.cos(a) * radius, -0.001, Math.sin(a) * radius],
      })
    }),
  ])
}

export const gateau = (): Shape =>
  put(
    merge([
      ...cake(),
      ...cakeCandles.map((place) =>
        put(rod([0, 0, 0], [0, 0.07, 0], 0.006, '#e9b58a', { around: 8 }), { at: place }),
      ),
    ]),
    { at: [0, TABLE_TOP, TABLE[2] + 0.02] },
  )
export const flames = (): Shape =>
  merge(
    cakeCandles.map(([x, y, z]) => put(flame(0.034), { at: [x, TABLE_TOP + y + 0.07, TABLE[2] + 0.02 + z] })),
  )
