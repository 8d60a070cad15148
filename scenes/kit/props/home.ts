import { colours } from '../colours.ts'
import { blanket } from '../shapes/cloth.ts'
import { merge, put, type Shape } from '../shapes/paint.ts'
import { ball, box, disc, rod, turned } from '../shapes/solid.ts'

/** Living room and bedroom. Everything stands on y = 0 about the origin; what has a front shows it to +z. Metres. */

/** A bed `w` × 2 m, its head at −z, top of the mattress at 0.5. {@link bedding} lies on it. */
export const bed = (w = 1.4, colour: string = colours.wood): Shape[] => [
  put(box([w + 0.1, 0.95, 0.06], colour, { round: 0.03 }), { at: [0, 0, -1.02] }),
  put(box([w + 0.1, 0.45, 0.05], colour, { round: 0.025 }), { at: [0, 0, 1.02] }),
  put(box([w + 0.04, 0.16, 2], colour), { at: [0, 0.18, 0] }),
  put(box([w, 0.18, 1.94], colours.cream, { round: 0.06 }), { at: [0, 0.32, 0] }),
]

/** A blanket that covers the lower part of a {@link bed}, and pillows. For the `thin` material. */
export const bedding = (w = 1.4, colour: string = colours.dusk): Shape[] => [
  put(blanket(w + 0.14, 1.5, 0.28, colour, 0.018), { at: [0, 0.3, 0.28] }),
  put(box([w + 0.1, 0.03, 0.26], colours.cream, { round: 0.014 }), { at: [0, 0.565, -0.42] }),
  ...(w > 1.1 ? [-w / 4, w / 4] : [0]).map((x, i) =>
    put(ball(0.3, colours.paper, { fine: 12, foot: '#cdbca2' }), {
      at: [x, 0.57, -0.74],
      turn: [-0.35, i * 0.12 - 0.06, 0],
      scale: [1, 0.3, 0.68],
    }),
  ),
]

/** A sofa `w` wide, 0.85 deep, that faces +z. */
export function sofa(w = 1.7, colour: string = colours.sage): Shape[] {
  const seats = Math.max(1, Math.round(w / 0.75))
  const inner = w - 0.36
  return [
    put(box([w, 0.26, 0.82], colour, { round: 0.05, grounded: 0.45 }), { at: [0, 0.08, 0] }),
    put(box([w, 0.52, 0.22], colour, { round: 0.09 }), { at: [0, 0.3, -0.32], turn: [-0.1, 0, 0] }),
    ...[-1, 1].map((s) =>
      put(box([0.19, 0.34, 0.8], colour, { round: 0.085 }), { at: [s * (w / 2 - 0.08), 0.28, 0.01] }),
    ),
    ...Array.from({ length: seats }, (_, i) =>
      put(box([inner / seats - 0.015, 0.15, 0.6], colour, { round: 0.06 }), {
        at: [(i + 0.5) * (inner / seats) - inner / 2, 0.33, 0.08],
      }),
    ),
    ...[-1, 1].flatMap((x) =>
      [-0.32, 0.32].map((z) =>
        rod([x * (w / 2 - 0.1), 0.1, z], [x * (w / 2 - 0.08), 0, z], 0.025, colours.woodDark, { around: 8 }),
      ),
    ),
  ]
}

export const cushion = (colour: string = colours.ochre): Shape =>
  put(ball(0.22, colour, { fine: 10, grounded: 0.2 }), { scale: [1, 1, 0.42], at: [0, 0.2, 0] })

/** A shelf of books, `w` × `h`, 0.28 deep, back at z = 0. Always the same books. */
export function bookshelf(w = 0.9, h = 1.8, colour: string = colours.wood): Shape[] {
  const hues = [
    colours.brick,
    colours.sage,
    colours.dusk,
    colours.ochre,
    colours.plum,
    colours.linen,
    colours.slate,
    colours.rose,
  ]
  const levels = Math.max(2, Math.round(h / 0.36))
  const each = h / levels
  const books: Shape[] = []
  for (let level = 0; level < levels; level++)
    for (let x = -w / 2 + 0.04, i = level * 7; x < w / 2 - 0.1; i++) {
      const thick = 0.022 + 0.026 * ((i * 0.618) % 1)
      const tall = each * (0.55 + 0.25 * ((i * 0.377 + 0.1) % 1))
      if ((i * 0.29 + level * 0.4) % 1 < 0.86)
        books.push(
          put(box([thick, tall, 0.17], hues[(i * 5 + level) % hues.length] ?? colours.linen, { round: 0 }), {
            at: [x + thick / 2, level * each + 0.035, 0.14],
          }),
        )
      x += thick + 0.003
    }
  return [
    put(box([w, h, 0.02], colours.woodDark, { round: 0 }), { at: [0, 0, 0.01] }),
    ...[-1, 1].map((s) =>
      put(box([0.03, h + 0.03, 0.28], colour, { round: 0.005 }), { at: [(s * w) / 2, 0, 0.14] }),
    ),
    ...Array.from({ length: levels + 1 }, (_, i) =>
      put(box([w, 0.03, 0.27], colour, { round: 0.005 }), { at: [0, i * each, 0.14] }),
    ),
    merge(books),
  ]
}

/** A rug of three rings, 4 mm high. */
export const rug = (
  radius = 1.1,
  hues: readonly [string, string, string] = [colours.brick, colours.linen, colours.dusk],
): Shape[] =>
  hues.map((hue, i) =>
    put(disc(radius * (1 - i * 0.13), hue, { around: 48, grain: 0.06 }), { at: [0, 0.004 + i * 0.002, 0] }),
  )

/** A small table with one drawer, 0.42 wide. */
export const nightstand = (colour: string = colours.wood): Shape[] => [
  put(box([0.42, 0.03, 0.36], colour), { at: [0, 0.5, 0] }),
  put(box([0.38, 0.18, 0.32], colour), { at: [0, 0.32, 0] }),
  put(box([0.34, 0.13, 0.012], colours.woodLight, { round: 0.005 }), { at: [0, 0.345, 0.162] }),
  put(ball(0.014, '#b08d4f', { fine: 6 }), { at: [0, 0.41, 0.178] }),
  ...[-1, 1].flatMap((x) =>
    [-1, 1].map((z) =>
      rod([x * 0.17, 0.32, z * 0.13], [x * 0.18, 0, z * 0.14], 0.018, colour, { around: 8 }),
    ),
  ),
]

/** A phone that lies on its back, 0.15 m long; draw {@link phoneScreen} glowing, at the same place. */
export const phone = (): Shape => box([0.074, 0.009, 0.15], colours.ink, { round: 0.004 })
export const phoneScreen = (): Shape =>
  put(box([0.067, 0.0012, 0.14], '#ffffff', { round: 0 }), { at: [0, 0.009, 0] })

/** A stone as one finds them on a beach; another `seed`, another stone. */
export const stone = (seed: number, size = 0.03): Shape =>
  put(
    ball(size, ['#8d8a84', '#a79a8a', '#757a7d', '#b3a794'][seed % 4] ?? '#8d8a84', {
      fine: 9,
      grounded: 0.3,
    }),
    {
      scale: [
        1 + 0.2 * Math.sin(seed * 3.1),
        0.55 + 0.1 * Math.sin(seed * 1.7),
        0.85 + 0.15 * Math.cos(seed * 2.3),
      ],
    },
  )

/** A loudspeaker of wood and cloth, 0.24 × 0.4 m. */
export const speaker = (): Shape[] => [
  put(box([0.24, 0.4, 0.22], colours.wood, { round: 0.012 }), {}),
  put(box([0.2, 0.36, 0.01], '#574a3f', { round: 0.004 }), { at: [0, 0.02, 0.108] }),
  ...[
    [0.13, 0.07],
    [0.29, 0.035],
  ].map(([y = 0, r = 0]) =>
    put(
      turned(
        [
          [r, 0],
          [r * 0.8, 0.006],
          [0, 0.002],
        ],
        '#3a322c',
        { around: 20 },
      ),
      { at: [0, y, 0.114], turn: [Math.PI / 2, 0, 0] },
    ),
  ),
]

/** A chest of drawers or sideboard, `w` wide, 0.42 deep, back at z = −0.21. */
export function sideboard(w = 1.5, colour: string = colours.wood, h = 0.82): Shape[] {
  const doors = Math.max(2, Math.round(w / 0.5))
  const each = (w - 0.08) / doors
  return [
    put(box([w, h - 0.14, 0.42], colour, { grounded: 0.2 }), { at: [0, 0.12, 0] }),
    put(box([w + 0.04, 0.03, 0.45], colours.woodLight), { at: [0, h - 0.03, 0] }),
    ...[-1, 1].flatMap((x) =>
      [-1, 1].map((z) =>
        rod(
          [x * (w / 2 - 0.08), 0.13, z * 0.15],
          [x * (w / 2 - 0.06), 0, z * 0.17],
          0.022,
          colours.woodDark,
          { around: 8 },
        ),
      ),
    ),
    ...Array.from({ length: doors }, (_, i) => {
      const x = (i + 0.5) * each - (w - 0.08) / 2
      return merge([
        put(box([each - 0.02, h - 0.22, 0.014], colours.woodLight, { round: 0.006, foot: colour }), {
          at: [x, 0.16, 0.21],
        }),
        put(ball(0.014, '#b08d4f', { fine: 6 }), { at: [x + each * 0.36, h * 0.55, 0.232] }),
      ])
    }),
  ]
}
