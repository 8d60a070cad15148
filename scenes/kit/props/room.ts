import { colours } from '../colours.ts'
import { curtain } from '../shapes/cloth.ts'
import { merge, put, type Shape } from '../shapes/paint.ts'
import { ball, bent, box, floor, rod, turned, wall } from '../shapes/solid.ts'

export type RoomLooks = {
  readonly walls?: string
  /** the lower metre of the walls */
  readonly panel?: string
  readonly ground?: string
  /** a second colour of the ground makes it tiles instead of boards */
  readonly tiles?: string
  readonly ceiling?: string
}

/** A hole in a wall: metres from the wall's middle, from the floor to its sill and to its head. */
export type Opening = { readonly x: number; readonly w: number; readonly sill: number; readonly head: number }
export type Side = 'front' | 'back' | 'left' | 'right'

/** A wall with holes, from floor to `h`, seen from +z. */
function holed(
  w: number,
  h: number,
  openings: readonly Opening[],
  { walls, panel }: Required<Omit<RoomLooks, 'tiles'>>,
): Shape[] {
  const RAIL = 0.95
  const piece = (from: number, to: number, low: number, high: number) => {
    if (to - from < 0.01 || high - low < 0.01) return []
    const bands = [
      [Math.max(low, 0), Math.min(high, RAIL), panel],
      [Math.max(low, RAIL), high, walls],
    ] as const
    return bands.flatMap(([a, b, colour]) =>
      b - a < 0.01 ? [] : [put(wall(to - from, b - a, colour), { at: [(from + to) / 2, a, 0] })],
    )
  }
  const sorted = [...openings].sort((a, b) => a.x - b.x)
  const parts: Shape[] = []
  let from = -w / 2
  for (const { x, w: wide, sill, head } of sorted) {
    parts.push(
      ...piece(from, x - wide / 2, 0, h),
      ...piece(x - wide / 2, x + wide / 2, 0, sill),
      ...piece(x - wide / 2, x + wide / 2, head, h),
    )
    if (sill < RAIL && sill > 0.05)
      parts.push(put(box([wide, 0.03, 0.05], panel, { round: 0 }), { at: [x, sill, 0.02] }))
    from = x + wide / 2
  }
  parts.push(...piece(from, w / 2, 0, h))
  // skirting and rail, where there is wall behind them
  let edge = -w / 2
  for (const { x, w: wide, sill } of [
    ...sorted.filter((o) => o.sill < RAIL),
    { x: w / 2 + 0.5, w: 1, sill: 0 },
  ]) {
    const end = Math.min(x - wide / 2, w / 2)
    if (end - edge > 0.02) {
      parts.push(
        put(box([end - edge, 0.035, 0.03], panel, { round: 0 }), { at: [(edge + end) / 2, RAIL, 0.012] }),
      )
      parts.push(
        put(box([end - edge, 0.1, 0.024], panel, { round: 0, grounded: 0.3 }), {
          at: [(edge + end) / 2, 0, 0.012],
        }),
      )
    }
    edge = x + wide / 2
    if (sill > 0.12)
      parts.push(put(box([wide, 0.1, 0.024], panel, { round: 0, grounded: 0.3 }), { at: [x, 0, 0.012] }))
  }
  return parts
}

/** A floor of boards along x, no two quite alike. */
function boards(w: number, d: number, colour: string): Shape[] {
  const count = Math.round(d / 0.28)
  return Array.from({ length: count }, (_, i) => {
    const board = floor(w, d / count, colour, { cell: 0.28, grain: 0.05 })
    return put(tinted(board, 0.92 + 0.16 * ((i * 0.618) % 1)), {
      at: [0, 0, (i + 0.5) * (d / count) - d / 2],
    })
  })
}

/** A floor of square tiles of 0.3 m in two colours. */
function tiled(w: number, d: number, one: string, two: string): Shape[] {
  const [columns, rows] = [Math.ceil(w / 0.3), Math.ceil(d / 0.3)]
  const tiles: Shape[] = []
  for (let i = 0; i < columns; i++)
    for (let j = 0; j < rows; j++) {
      const tile = floor(w / columns - 0.004, d / rows - 0.004, (i + j) % 2 ? one : two, { cell: 1 })
      const shade = 0.94 + 0.12 * ((i * 0.618 + j * 0.377) % 1)
      tiles.push(
        put(tinted(tile, shade), { at: [((i + 0.5) / columns - 0.5) * w, 0, ((j + 0.5) / rows - 0.5) * d] }),
      )
    }
  return [put(floor(w, d, '#4a3a30', { cell: 0.6 }), { at: [0, -0.003, 0] }), merge(tiles)]
}

function tinted(shape: Shape, light: number): Shape {
  const colour = shape.getAttribute('color')
  for (let v = 0; v < colour.count; v++)
    colour.setXYZ(v, colour.getX(v) * light, colour.getY(v) * light, colour.getZ(v) * light)
  return shape
}

/**
 * A room of `w` × `d` metres, `h` high, with its middle at `at` on the floor: floor of boards, four walls seen from inside,
 * ceiling. Windows and doors are holes; fill them with {@link windowFrame} or {@link doorway}.
 */
export function room(
  [w, h, d]: readonly [number, number, number],
  middle: readonly [x: number, z: number],
  openings: Partial<Record<Side, readonly Opening[]>> = {},
  {
    walls = colours.plaster,
    panel = colours.sage,
    ground = colours.floor,
    ceiling = colours.linen,
    tiles,
  }: RoomLooks = {},
): Shape[] {
  const looks = { walls, panel, ground, ceiling }
  const [x, z] = middle
  const sides: readonly [Side, number, number, number, number][] = [
    ['front', w, x, z - d / 2, 0],
    ['back', w, x, z + d / 2, Math.PI],
    ['left', d, x - w / 2, z, Math.PI / 2],
    ['right', d, x + w / 2, z, -Math.PI / 2],
  ]
  const under = tiles ? tiled(w, d, ground, tiles) : boards(w, d, ground)
  return [
    ...under.map((part) => put(part, { at: [x, 0, z] })),
    put(floor(w, d, ceiling, { cell: 0.8 }), { turn: [Math.PI, 0, 0], at: [x, h, z] }),
    ...sides.flatMap(([side, long, atX, atZ, turn]) =>
      holed(long, h, openings[side] ?? [], looks).map((part) =>
        put(part, { turn: [0, turn, 0], at: [atX, 0, atZ] }),
      ),
    ),
  ]
}

/** The frame, cross and sill of a window that fills an {@link Opening} of `w` × `h`; its sill is y = 0. */
export const windowFrame = (w: number, h: number, colour: string = colours.paper): Shape[] => [
  put(box([w + 0.16, 0.05, 0.16], colour), { at: [0, -0.05, 0.04] }),
  put(box([w + 0.14, 0.07, 0.06], colour, { round: 0 }), { at: [0, h, 0.01] }),
  ...[-1, 1].map((s) => put(box([0.07, h, 0.06], colour, { round: 0 }), { at: [(s * w) / 2, 0, 0.01] })),
  put(box([0.035, h, 0.03], colour, { round: 0 }), { at: [0, 0, -0.02] }),
  put(box([w, 0.035, 0.03], colour, { round: 0 }), { at: [0, h * 0.62, -0.02] }),
]

/** Two curtains beside an opening `w` wide and `h` high, open, on a rail; for the `thin` material. */
export const curtains = (w: number, h: number, colour: string, gathered = 0.7): Shape[] =>
  [-1, 1].map((side) =>
    put(curtain(w * 0.52, h, colour, gathered), {
      at: [side * (w / 2 + 0.02 - (1 - gathered) * w * 0.24), 0, 0.1],
    }),
  )

/** What is outside a window: hills and roofs against the sky, `w` wide, about y = 0; put it some metres behind. */
export function outside(w: number, colour: string = colours.duskDeep): Shape[] {
  const parts: Shape[] = []
  for (let i = 0; i < 9; i++) {
    const x = ((i + 0.5) / 9 - 0.5) * w
    const tall = 0.8 + 1.3 * ((i * 0.618 + 0.2) % 1)
    parts.push(put(box([w / 9.5, tall, 0.4], colour, { round: 0 }), { at: [x, -0.6, (i % 3) * 0.3] }))
    parts.push(
      put(
        turned(
          [
            [w / 12, 0],
            [0, 0.5],
          ],
          colour,
          { around: 4 },
        ),
        { at: [x, tall - 0.6, (i % 3) * 0.3], turn: [0, Math.PI / 4, 0] },
      ),
    )
  }
  return parts
}

/** A door leaf in its frame, 0.9 × 2.05 m, hinged at −x and `open` radians. */
export const door = (colour: string = colours.wood, open = 0): Shape[] => [
  ...doorway(colour),
  put(
    merge([
      put(box([0.86, 2.02, 0.04], colour), { at: [0.43, 0, 0] }),
      put(box([0.6, 0.72, 0.012], colours.woodDark, { round: 0.004 }), { at: [0.43, 1.1, 0.018] }),
      put(box([0.6, 0.72, 0.012], colours.woodDark, { round: 0.004 }), { at: [0.43, 0.2, 0.018] }),
      put(ball(0.028, '#b08d4f', { fine: 7 }), { at: [0.78, 1, 0.05] }),
    ]),
    { turn: [0, -open, 0], at: [-0.43, 0, 0] },
  ),
]

/** Only the frame, to look through into another room. */
export const doorway = (colour: string = colours.wood, w = 0.9, h = 2.05): Shape[] => [
  ...[-1, 1].map((s) => put(box([0.09, h, 0.14], colour), { at: [(s * (w + 0.06)) / 2, 0, 0] })),
  put(box([w + 0.2, 0.1, 0.15], colour), { at: [0, h, 0] }),
]

/** A shade that hangs from the ceiling on `cord` metres of cable; its foot is y = 0. The bulb is {@link bulb}. */
export const pendant = (cord: number, colour: string = colours.sageDark, radius = 0.19): Shape[] => [
  turned(
    [
      [radius, 0],
      [radius * 0.9, 0.06],
      [radius * 0.55, 0.15],
      [radius * 0.16, 0.2],
      [0.018, 0.24],
    ],
    colour,
    { around: 24 },
  ),
  rod([0, 0.22, 0], [0, 0.22 + cord, 0], 0.005, colours.ink, { around: 5 }),
]

/** The inside of a {@link pendant} and its bulb, to be drawn glowing. */
export const bulb = (radius = 0.19): Shape =>
  merge([
    put(
      turned(
        [
          [0, 0.19],
          [radius * 0.16, 0.19],
          [radius * 0.53, 0.142],
          [radius * 0.88, 0.055],
          [radius * 0.985, 0.0],
        ],
        '#ffcf8f',
        { around: 24, foot: '#b9722f' },
      ),
      {},
    ),
    put(ball(0.045, '#fff4dc', { fine: 8 }), { at: [0, 0.06, 0] }),
  ])

/** A lamp that stands on something, with a shade of cloth; draw {@link lampShade} glowing, at the same place. */
export const lampFoot = (tall = 0.42, colour: string = colours.brick): Shape =>
  turned(
    [
      [0.07, 0],
      [0.075, 0.015],
      [0.03, 0.03],
      [0.045, 0.1],
      [0.05, 0.15],
      [0.015, 0.22],
      [0.01, tall],
    ],
    colour,
    { around: 16 },
  )

export const lampShade = (tall = 0.42): Shape =>
  put(
    turned(
      [
        [0.15, 0],
        [0.13, 0.1],
        [0.1, 0.2],
      ],
      '#ffdfae',
      { around: 20, foot: '#ffb35f' },
    ),
    { at: [0, tall - 0.13, 0] },
  )

/** A picture on a wall, seen from +z: hills in the colours of the house. */
export const picture = (
  w: number,
  h: number,
  hues: readonly [sky: string, far: string, near: string] = [colours.cream, colours.dusk, colours.sage],
): Shape[] => [
  put(box([w, h, 0.03], colours.woodLight, { round: 0.006 }), { at: [0, 0, 0.015] }),
  put(box([w - 0.07, h - 0.07, 0.01], hues[0], { round: 0 }), { at: [0, 0.035, 0.03] }),
  put(box([w - 0.16, h * 0.3, 0.01], hues[1], { round: 0 }), { at: [0, 0.08, 0.034] }),
  put(box([w - 0.16, h * 0.17, 0.01], hues[2], { round: 0 }), { at: [0, 0.08, 0.037] }),
]

/** A plant in a pot, `tall` metres. */
export function plant(tall = 0.7, pot: string = colours.brick): Shape {
  const parts = [
    turned(
      [
        [0.09, 0],
        [0.13, 0.2],
        [0.14, 0.22],
        [0.12, 0.22],
        [0, 0.2],
      ],
      pot,
      { around: 16, grounded: 0.3 },
    ),
  ]
  for (let i = 0; i < 12; i++) {
    const a = i * 2.4
    const out = 0.08 + 0.2 * ((i * 0.618) % 1)
    const up = 0.25 + (tall - 0.25) * ((i * 0.37 + 0.35) % 1)
    parts.push(
      bent(
        [
          [0, 0.18, 0],
          [Math.cos(a) * out * 0.4, up * 0.75, Math.sin(a) * out * 0.4],
          [Math.cos(a) * out, up, Math.sin(a) * out],
        ],
        0.005,
        colours.leaf,
        { around: 4 },
      ),
      put(ball(0.09, i % 3 ? colours.leaf : colours.sage, { fine: 6, foot: colours.sageDark }), {
        at: [Math.cos(a) * out, up, Math.sin(a) * out],
        turn: [0.5, -a, 0.9],
        scale: [1, 0.14, 0.55],
      }),
    )
  }
  return merge(parts)
}
