import { colours } from '../kit/colours.ts'
import { merge, put, type Shape } from '../kit/shapes/paint.ts'
import { ball, box, floor, rod } from '../kit/shapes/solid.ts'

/** What Nour holds in her hands, metres. Papers lie on y = 0 with their foot to +z. */

const plain = { round: 0 } as const

const PENCIL = '#4a4654'

/** A line in pencil through points of a paper. */
const line = (
  points: readonly (readonly [number, number])[],
  thick = 0.0014,
  colour: string = PENCIL,
): Shape[] =>
  points.slice(1).map(([x, z], i) => {
    const [fx, fz] = points[i] ?? [0, 0]
    const [dx, dz] = [x - fx, z - fz]
    return put(floor(Math.hypot(dx, dz) + thick, thick * 2, colour, { cell: 1 }), {
      at: [(x + fx) / 2, 0.0035, (z + fz) / 2],
      turn: [0, -Math.atan2(dz, dx), 0],
    })
  })

/** A word in a quick hand; no language is written with it. */
const word = (x: number, z: number, long: number, seed: number): Shape[] =>
  line(
    Array.from({ length: Math.round(long / 0.006) }, (_, i) => [
      x + i * 0.006,
      z +
        0.006 * Math.sin(i * 2.1 + seed) * (0.6 + 0.4 * Math.sin(i * 0.9 + seed * 2)) -
        ((i + seed) % 5 === 0 ? 0.007 : 0),
    ]),
    0.0011,
  )

/** The slip of paper: one word, and an empty box to tick. */
export const slip = (): Shape =>
  merge([
    put(box([0.15, 0.0015, 0.105], '#fbf1dc', plain), { at: [0, 0, 0] }),
    ...line([
      [-0.055, -0.03],
      [-0.029, -0.03],
      [-0.029, -0.004],
      [-0.055, -0.004],
      [-0.055, -0.03],
    ]),
    ...word(-0.014, -0.014, 0.066, 1),
  ])

/** What is on it at the end: the tick. */
export const tick = (): Shape =>
  merge(
    line(
      [
        [-0.053, -0.018],
        [-0.043, -0.007],
        [-0.022, -0.041],
      ],
      0.0022,
      colours.ember,
    ),
  )
/** … and pears. */
export const pearsWord = (): Shape => merge(word(-0.014, 0.024, 0.054, 4))

/** A hand that holds a paper from below: thumb on top, seen from above. */
export const hand = (skin: string, sleeve: string): Shape =>
  merge([
    put(ball(0.044, skin, { fine: 8 }), { at: [0.012, -0.022, 0.062], scale: [0.95, 0.5, 1.1] }),
    put(ball(0.017, skin, { fine: 6 }), {
      at: [-0.028, 0.006, 0.036],
      scale: [0.8, 0.7, 1.9],
      turn: [0, 0.5, 0],
    }),
    ...[0, 1, 2].map((i) =>
      put(ball(0.014, skin, { fine: 5 }), {
        at: [-0.02 + i * 0.026, -0.014, 0.004],
        scale: [0.85, 0.7, 2.1],
      }),
    ),
    rod([0.018, -0.03, 0.09], [0.04, -0.06, 0.16], 0.03, skin, { around: 9, thinner: 0.033 }),
    rod([0.034, -0.05, 0.14], [0.07, -0.12, 0.3], 0.043, sleeve, { around: 10, thinner: 0.052 }),
  ])

/** Her map on squared paper: nine aisles and where things are. The two ways are {@link way}. */
export function map(): Shape {
  const [w, d] = [0.56, 0.4]
  const parts: Shape[] = [
    put(box([w, 0.002, d], '#fbf3e0', plain), {}),
    ...Array.from({ length: 17 }, (_, i) =>
      line(
        [
          [-0.26 + i * 0.0325, -0.19],
          [-0.26 + i * 0.0325, 0.19],
        ],
        0.0004,
        '#b7c5cc',
      ),
    ).flat(),
    ...Array.from({ length: 12 }, (_, i) =>
      line(
        [
          [-0.27, -0.18 + i * 0.0325],
          [0.27, -0.18 + i * 0.0325],
        ],
        0.0004,
        '#b7c5cc',
      ),
    ).flat(),
    // walls of the shop, with the doors open at the foot
    ...line(
      [
        [-0.06, 0.165],
        [-0.24, 0.165],
        [-0.24, -0.16],
        [0.24, -0.16],
        [0.24, 0.165],
        [0.02, 0.165],
      ],
      0.0016,
    ),
  ]
  for (let i = 0; i < 10; i++) {
    const x = -0.2 + i * 0.0445
    parts.push(
      ...line(
        [
          [x - 0.009, -0.1],
          [x + 0.009, -0.1],
          [x + 0.009, 0.06],
          [x - 0.009, 0.06],
          [x - 0.009, -0.1],
        ],
        0.001,
      ),
    )
    if (i < 9)
      parts.push(
        ...line(
          [
            [x + 0.022, -0.128],
            [x + 0.022, -0.116],
          ],
          0.0012,
        ),
      )
  }
  // the folds, and a star where the yeast is
  parts.push(put(floor(0.0016, d, '#dccfb5', { cell: 1 }), { at: [0.0, 0.0032, 0] }))
  for (let i = 0; i < 5; i++) {
    const a = (i / 5) * Math.PI * 2
    parts.push(
      ...line(
        [
          [0.1785, -0.075],
          [0.1785 + Math.sin(a) * 0.014, -0.075 - Math.cos(a) * 0.014],
        ],
        0.0016,
        colours.ember,
      ),
    )
  }
  return merge(parts)
}

/** One of the two ways through the map, for a glowing material of its own. */
export const way = (which: 'green' | 'blue'): Shape =>
  merge(
    which === 'green'
      ? line(
          [
            [-0.02, 0.16],
            [-0.02, 0.1],
            [-0.223, 0.1],
            [-0.223, -0.135],
            [0.1785, -0.135],
            [0.1785, -0.082],
          ],
          0.0034,
          '#5f9a63',
        ).map((p) => put(p, { at: [0, 0.001, 0] }))
      : line(
          [
            [-0.012, 0.16],
            [-0.012, 0.085],
            [0.1785, 0.085],
            [0.1785, -0.068],
          ],
          0.0034,
          '#4f7fb4',
        ).map((p) => put(p, { at: [0, 0.0016, 0] })),
  )
