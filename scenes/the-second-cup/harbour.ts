import { colours } from '../kit/colours.ts'
import { grid } from '../kit/shapes/cloth.ts'
import { glow } from '../kit/shapes/glow.ts'
import { merge, paint, put, type Shape } from '../kit/shapes/paint.ts'
import { ball, box, rod, turned } from '../kit/shapes/solid.ts'

/**
 * What is seen through the window, a fifth of its size and a fifth as far away, so that it fits under the sky: water, hills
 * on the other side, a mole with its path, eleven lamps and a bench.
 */

const WATER = -0.35
const LAMP = 0.38

/** Where each of the eleven lamps stands: the mole swings out from the left and away. */
export const pathLamps = Array.from({ length: 11 }, (_, i) => {
  const s = i / 10
  return [-5 + 4.4 * s + 1.25 * Math.sin(s * 2.9), WATER + 0.08, -11 - 9.5 * s ** 1.2] as const
})

const mole = (): Shape[] =>
  pathLamps.flatMap((foot, i) => {
    const [x, y, z] = foot
    const next = pathLamps[i + 1]
    const parts = [
      rod([x, y, z], [x, y + LAMP, z], 0.014, colours.ink, { around: 5 }),
      put(
        turned(
          [
            [0.045, 0],
            [0.05, 0.02],
            [0, 0.06],
          ],
          colours.ink,
          { around: 8 },
        ),
        { at: [x, y + LAMP + 0.02, z] },
      ),
    ]
    if (next) {
      const dx = next[0] - x
      const dz = next[2] - z
      parts.push(
        put(box([Math.hypot(dx, dz) + 0.12, 0.12, 0.42], '#6d5f55', { round: 0, grounded: 0.5 }), {
          at: [x + dx / 2, y - 0.12, z + dz / 2],
          turn: [0, -Math.atan2(dz, dx), 0],
        }),
      )
    }
    return parts
  })

const hills = (): Shape[] =>
  [
    { z: -37, tall: 2.6, colour: '#5a6b84', seed: 1 },
    { z: -34.5, tall: 1.5, colour: '#4b5468', seed: 4 },
  ].map(({ z, tall, colour, seed }) =>
    paint(
      grid(48, 3, (u, v) => {
        const x = (u - 0.5) * 64
        const ridge =
          0.5 +
          0.28 * Math.sin(x * 0.21 + seed) +
          0.16 * Math.sin(x * 0.53 + seed * 2) +
          0.06 * Math.sin(x * 1.3)
        return [x, WATER + v * tall * ridge + (v > 0 ? 0.35 : 0), z]
      }),
      colour,
      { foot: '#6f7482' },
    ),
  )

/** Houses at the foot of the hills; their windows are {@link farWindows}. */
const houses = Array.from({ length: 26 }, (_, i) => {
  const r = (i * 0.618) % 1
  return {
    x: -19 + i * 1.5 + r,
    w: 0.5 + 0.5 * r,
    h: 0.35 + 0.5 * ((i * 0.37 + 0.2) % 1),
    z: -33.2 - 0.6 * r,
  }
})
const paints = ['#a5543f', '#cdb58c', '#8d6a4f', '#6f7f86', '#b9865a']

export const harbour = (): Shape =>
  merge([
    put(
      paint(
        grid(12, 12, (u, v) => [(u - 0.5) * 80, 0, 10 - v * 52 - 10]),
        '#7d93a8',
        { foot: '#7d93a8' },
      ),
      { at: [0, WATER, 0] },
    ),
    ...hills(),
    ...houses.flatMap(({ x, w, h, z }, i) => [
      put(box([w, h, 0.4], paints[i % paints.length] ?? '#8d6a4f', { round: 0 }), {
        at: [x, WATER + 0.1, z],
      }),
      put(
        turned(
          [
            [w * 0.72, 0],
            [0, 0.28],
          ],
          '#4a3b38',
          { around: 4 },
        ),
        { at: [x, WATER + 0.1 + h, z], turn: [0, Math.PI / 4, 0] },
      ),
    ]),
    put(box([40, 0.14, 0.8], '#5d5650', { round: 0 }), { at: [0, WATER - 0.02, -33] }),
    ...mole(),
    ...bench(),
  ])

function bench(): Shape[] {
  const [x, y, z] = pathLamps[10] ?? [0, 0, 0]
  return [
    put(box([0.32, 0.025, 0.09], colours.woodDark, { round: 0 }), { at: [x + 0.34, y + 0.09, z + 0.06] }),
    put(box([0.32, 0.08, 0.02], colours.woodDark, { round: 0 }), { at: [x + 0.34, y + 0.12, z] }),
    ...[-0.13, 0.13].map((dx) =>
      put(box([0.02, 0.09, 0.08], colours.ink, { round: 0 }), { at: [x + 0.34 + dx, y, z + 0.06] }),
    ),
  ]
}

/** The far windows, to be drawn glowing when it gets dark. */
export const farWindows = (): Shape =>
  merge(
    houses.flatMap(({ x, w, h, z }, i) =>
      i % 3 === 1
        ? []
        : [-1, 1].map((s) =>
            put(box([0.07, 0.09, 0.01], '#ffcb7d', { round: 0 }), {
              at: [x + s * w * 0.24, WATER + 0.16 + h * 0.4, z + 0.21],
            }),
          ),
    ),
  )

/** One lamp of the path: its bulb, the light around it and its long reflection on the water. About the lamp's foot. */
export const pathLight = (): Shape =>
  merge([
    put(ball(0.035, '#fff0cf', { fine: 4 }), { at: [0, LAMP, 0] }),
    put(glow(0.4, '#f09a45', { around: 14 }), { at: [0, LAMP, 0.02] }),
    put(glow(0.2, '#c4762f', { around: 12 }), { at: [0.04, -0.3, 0.5], scale: [0.5, 2, 1] }),
  ])
