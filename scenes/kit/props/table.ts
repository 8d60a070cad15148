import { colours } from '../colours.ts'
import { merge, type Putting, put, type Shape, unlined } from '../shapes/paint.ts'
import { ball, bent, box, disc, rod, turned } from '../shapes/solid.ts'

/** Everything here stands on y = 0 about the origin, in metres. Each thing is one shape unless it says otherwise. */

const CHINA = '#ece3d4'

/** A plate with a rim; `food` is the colour of what lies on it. */
export function plate(radius = 0.13, colour: string = CHINA): Shape {
  return turned(
    [
      [radius * 0.98, 0.016],
      [radius, 0.022],
      [radius * 0.98, 0.0225],
      [radius * 0.66, 0.012],
      [radius * 0.6, 0.009],
      [0, 0.009],
    ],
    colour,
    { around: 16 },
  )
}

/** A wine or water glass, matt as if the light were caught in it. */
export function glass(filled: string = '#7c2f3a', tall = 0.17): Shape {
  const bowl = tall * 0.5
  return merge([
    turned(
      [
        [0.032, 0],
        [0.03, 0.004],
        [0.005, 0.008],
        [0.005, bowl * 0.9],
        [0.026, bowl * 1.15],
        [0.035, bowl * 1.5],
      ],
      '#cbbfb0',
      { around: 12 },
    ),
    put(
      turned(
        [
          [0.026, 0],
          [0.0352, bowl * 0.4],
          [0, bowl * 0.41],
        ],
        filled,
        { around: 12 },
      ),
      { at: [0, bowl * 1.12, 0] },
    ),
    put(
      turned(
        [
          [0.0355, 0],
          [0.033, bowl * 0.48],
          [0.0322, bowl * 0.48],
        ],
        '#e9dfd0',
        { around: 12 },
      ),
      { at: [0, bowl * 1.5, 0] },
    ),
  ])
}

/** A plain glass of water. */
export const tumbler = (tall = 0.1): Shape =>
  turned(
    [
      [0.029, 0],
      [0.031, 0.006],
      [0.036, tall],
      [0.034, tall],
      [0.0325, tall * 0.68],
      [0, tall * 0.67],
    ],
    '#f3f4ef',
    { around: 10, foot: '#d3d9d5' },
  )

/** A cup with its handle to +x, on its saucer; `filled` is the colour of what is in it. */
export function cup(colour: string = CHINA, filled: string = '#4b2b1a', saucer = true): Shape {
  const parts = [
    turned(
      [
        [0.024, 0.006],
        [0.03, 0.012],
        [0.04, 0.05],
        [0.042, 0.074],
        [0.039, 0.074],
        [0.036, 0.06],
      ],
      colour,
      { around: 18 },
    ),
    put(disc(0.0375, filled, { around: 18 }), { at: [0, 0.063, 0] }),
    bent(
      [
        [0.04, 0.062, 0],
        [0.06, 0.06, 0],
        [0.064, 0.042, 0],
        [0.05, 0.026, 0],
        [0.036, 0.026, 0],
      ],
      0.0052,
      colour,
      { around: 6 },
    ),
  ]
  return merge(saucer ? [...parts, plate(0.072, colour)] : parts)
}

/** A bowl, and a heap in it. */
export function bowl(radius: number, colour: string, heap: string): Shape {
  return merge([
    turned(
      [
        [radius * 0.45, 0],
        [radius * 0.5, 0.008],
        [radius * 0.92, radius * 0.45],
        [radius, radius * 0.62],
        [radius * 0.95, radius * 0.62],
        [radius * 0.8, radius * 0.4],
      ],
      colour,
      { around: 20, grounded: 0.2 },
    ),
    put(ball(radius * 0.9, heap, { fine: 8, grain: 0.5 }), { at: [0, radius * 0.42, 0], scale: [1, 0.4, 1] }),
  ])
}

/** A knife on the right and a fork on the left of a place `wide` metres across. */
export const cutlery = (wide = 0.32): Shape[] => [
  put(box([0.018, 0.005, 0.19], colours.steel, { round: 0 }), { at: [wide / 2, 0, 0] }),
  put(box([0.014, 0.005, 0.18], colours.steel, { round: 0 }), { at: [-wide / 2, 0, 0] }),
]

/** A candle in a low holder. Its flame is {@link flame}, 0.01 above `tall`. */
export const candleStick = (tall = 0.16, colour: string = '#efe2c8'): Shape =>
  merge([
    turned(
      [
        [0.04, 0],
        [0.042, 0.008],
        [0.018, 0.016],
        [0.014, 0.03],
        [0.02, 0.04],
        [0, 0.04],
      ],
      '#8a6a3c',
      { around: 16 },
    ),
    rod([0, 0.035, 0], [0, tall, 0], 0.011, colour, { thinner: 0.0105, around: 10 }),
  ])

/** A flame, to be drawn with a glowing material. */
export const flame = (tall = 0.038): Shape =>
  turned(
    [
      [0, 0],
      [tall * 0.19, tall * 0.22],
      [tall * 0.2, tall * 0.38],
      [tall * 0.1, tall * 0.72],
      [0, tall],
    ],
    '#fff1cf',
    { around: 8, foot: '#ff9a3d' },
  )

/** A vase of meadow flowers, `tall` metres. Always the same ones. */
export function flowers(
  tall = 0.3,
  bloom: readonly string[] = ['#d98a72', '#f0d9b0', '#b96a7c', '#e7b15c'],
): Shape {
  const vase = turned(
    [
      [0.035, 0],
      [0.05, 0.03],
      [0.045, 0.08],
      [0.028, 0.115],
      [0.034, 0.13],
    ],
    colours.dusk,
    { around: 16, grounded: 0.2 },
  )
  const parts: Shape[] = []
  for (let i = 0; i < 9; i++) {
    const a = i * 2.4
    const out = 0.03 + 0.075 * ((i * 0.618) % 1)
    const up = tall * (0.72 + 0.28 * ((i * 0.37 + 0.3) % 1))
    const tip = [Math.cos(a) * out, up, Math.sin(a) * out] as const
    parts.push(
      rod([0, 0.11, 0], tip, 0.003, colours.leaf, { around: 4 }),
      put(ball(0.026, bloom[i % bloom.length] ?? colours.rose, { fine: 5, foot: colours.brick }), {
        at: tip,
        scale: [1, 0.68, 1],
      }),
    )
    if (i % 2)
      parts.push(
        put(ball(0.03, colours.leaf, { fine: 5 }), {
          at: [tip[0] * 0.8, up * 0.72, tip[2] * 0.8],
          turn: [0.6, a, 0.5],
          scale: [0.35, 1, 0.16],
        }),
      )
  }
  return merge([vase, ...unlined(parts)])
}

/** A round cake of two layers, with a bite of cream; its candles stand where {@link cakeCandles} says. */
export const cake = (): Shape[] => [
  turned(
    [
      [0.07, 0],
      [0.075, 0.008],
      [0.02, 0.02],
      [0.02, 0.075],
      [0.165, 0.08],
      [0.168, 0.09],
      [0, 0.092],
    ],
    CHINA,
  ),
  put(
    turned(
      [
        [0.14, 0],
        [0.142, 0.085],
        [0.13, 0.097],
        [0, 0.1],
      ],
      '#f6e8d2',
      { grounded: 0.12, around: 28 },
    ),
    { at: [0, 0.092, 0] },
  ),
  ...Array.from({ length: 12 }, (_, i) => {
    const a = (i / 12) * Math.PI * 2
    return put(ball(0.017, i % 2 ? '#b5484c' : '#fdf3e2', { fine: 6 }), {
      at: [Math.cos(a) * 0.118, 0.198, Math.sin(a) * 0.118],
    })
  }),
]

/** Foot of each candle on a {@link cake}. */
export const cakeCandles = Array.from({ length: 6 }, (_, i) => {
  const a = (i / 6) * Math.PI * 2 + 0.3
  return [Math.cos(a) * 0.068, 0.192, Math.sin(a) * 0.068] as const
})

/** Bread in a basket. */
export const bread = (): Shape[] => [
  turned(
    [
      [0.09, 0],
      [0.12, 0.05],
      [0.125, 0.055],
      [0.115, 0.05],
      [0.09, 0.012],
      [0, 0.012],
    ],
    '#9c6f3f',
    { grain: 0.3, grounded: 0.3 },
  ),
  ...[-0.05, 0, 0.05].map((x, i) =>
    put(ball(0.05, '#c98f4e', { fine: 6, foot: '#e6c48a' }), {
      at: [x, 0.06, (i - 1) * 0.012],
      turn: [0, 0.35, 0],
      scale: [0.55, 0.7, 1.5],
    }),
  ),
]

/** A chair of bent wood that faces +z; seat at 0.46 m. */
export function chair(colour: string = colours.wood, seat: string = colours.ochre): Shape {
  const leg = (x: number, z: number, top = 0.45) =>
    rod([x * 1.08, 0, z * 1.1], [x, top, z], 0.016, colour, { thinner: 0.02, around: 6 })
  return merge([
    leg(0.18, 0.18),
    leg(-0.18, 0.18),
    leg(0.17, -0.18),
    leg(-0.17, -0.18),
    put(box([0.42, 0.035, 0.42], colour, { round: 0 }), { at: [0, 0.43, 0] }),
    put(box([0.38, 0.03, 0.38], seat, { round: 0.014 }), { at: [0, 0.455, 0.005] }),
    bent(
      [
        [-0.19, 0.42, -0.18],
        [-0.2, 0.7, -0.23],
        [-0.16, 0.9, -0.26],
        [0, 0.95, -0.27],
        [0.16, 0.9, -0.26],
        [0.2, 0.7, -0.23],
        [0.19, 0.42, -0.18],
      ],
      0.017,
      colour,
      { around: 6 },
    ),
    ...[-0.08, 0, 0.08].map((x) =>
      rod([x, 0.45, -0.19], [x * 1.1, 0.93, -0.265], 0.009, colour, { around: 6 }),
    ),
  ])
}

/** A plain table of wood, top at `tall`. */
export const table = (w: number, d: number, colour: string = colours.wood, tall = 0.74): Shape[] => [
  put(box([w, 0.04, d], colour, { round: 0.014 }), { at: [0, tall - 0.04, 0] }),
  put(box([w - 0.14, 0.08, d - 0.14], colours.woodDark, { round: 0 }), { at: [0, tall - 0.12, 0] }),
  ...([-1, 1] as const).flatMap((x) =>
    ([-1, 1] as const).map((z) =>
      rod(
        [x * (w / 2 - 0.07), 0, z * (d / 2 - 0.07)],
        [x * (w / 2 - 0.08), tall - 0.04, z * (d / 2 - 0.08)],
        0.024,
        colour,
        { thinner: 0.034 },
      ),
    ),
  ),
]

/** The same thing in several places. The shape given is given up. */
export function at(shape: Shape, places: readonly Putting[]): Shape[] {
  const several = places.map((place) => put(shape.clone(), place))
  shape.dispose()
  return several
}
