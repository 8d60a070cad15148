import { colours } from '../kit/colours.ts'
import { merge, type Putting, put, type Shape } from '../kit/shapes/paint.ts'
import { stand } from '../kit/shapes/shade.ts'
import { box, floor, rod, wall } from '../kit/shapes/solid.ts'

/** The shop, metres: it is ahead from z = −2.3 on; what is nearer is drawn only inside. */
export const HALL = { left: -8, right: 6.6, front: -2.3, back: -7.7, high: 3.5 } as const
export const LEVELS = [0.18, 0.58, 0.98, 1.38] as const

const all = (parts: readonly Shape[], place: Putting) => parts.map((part) => put(part, place))
const plain = { round: 0 } as const

/** Strokes of the figures 1 to 9, each in a square from 0 to 1. */
const FIGURES: readonly (readonly (readonly [number, number])[])[] = [
  [
    [0.25, 0.75],
    [0.55, 1],
    [0.55, 0],
  ],
  [
    [0.1, 0.8],
    [0.3, 1],
    [0.75, 1],
    [0.9, 0.75],
    [0.1, 0],
    [0.95, 0],
  ],
  [
    [0.1, 1],
    [0.9, 1],
    [0.45, 0.58],
    [0.85, 0.45],
    [0.85, 0.12],
    [0.6, 0],
    [0.1, 0.05],
  ],
  [
    [0.65, 0],
    [0.65, 1],
    [0.05, 0.3],
    [0.95, 0.3],
  ],
  [
    [0.9, 1],
    [0.2, 1],
    [0.15, 0.55],
    [0.7, 0.6],
    [0.9, 0.3],
    [0.7, 0],
    [0.1, 0.05],
  ],
  [
    [0.75, 1],
    [0.3, 0.75],
    [0.12, 0.3],
    [0.35, 0],
    [0.75, 0],
    [0.9, 0.3],
    [0.65, 0.55],
    [0.2, 0.45],
  ],
  [
    [0.05, 1],
    [0.95, 1],
    [0.4, 0],
  ],
  [
    [0.5, 0.55],
    [0.2, 0.75],
    [0.5, 1],
    [0.8, 0.75],
    [0.5, 0.55],
    [0.12, 0.28],
    [0.5, 0],
    [0.88, 0.28],
    [0.5, 0.55],
  ],
  [
    [0.85, 0.6],
    [0.4, 0.42],
    [0.12, 0.7],
    [0.4, 1],
    [0.8, 0.9],
    [0.85, 0.6],
    [0.7, 0],
  ],
]

/** A sign with a number that hangs from the ceiling, its middle at the origin, seen from +z. */
export function sign(number: number, size = 0.34): Shape {
  const points = FIGURES[number - 1] ?? []
  const high = size * 0.62
  const parts = [
    put(box([size, size, 0.025], '#41625c', plain), { at: [0, -size / 2, -0.015] }),
    ...[-1, 1].map((s) =>
      rod([s * size * 0.36, size / 2, 0], [s * size * 0.36, 1.1, 0], 0.005, '#8a8a86', { around: 4 }),
    ),
  ]
  for (let i = 1; i < points.length; i++) {
    const [a, b] = [points[i - 1], points[i]]
    if (!a || !b) continue
    const from = [(a[0] - 0.5) * high * 0.72, (a[1] - 0.5) * high, 0.004] as const
    const to = [(b[0] - 0.5) * high * 0.72, (b[1] - 0.5) * high, 0.004] as const
    parts.push(rod(from, to, size * 0.042, '#f6ecd8', { around: 5 }))
  }
  return merge(parts)
}

/** Floor, walls and ceiling of a part of the shop. */
function shell(left: number, right: number, front: number, back: number): Shape[] {
  const [w, d, x, z] = [right - left, front - back, (left + right) / 2, (front + back) / 2]
  const tiles: Shape[] = []
  const SIZE = 0.9
  for (let i = 0; i < Math.ceil(w / SIZE); i++)
    for (let j = 0; j < Math.ceil(d / SIZE); j++) {
      const [tw, td] = [Math.min(SIZE, w - i * SIZE), Math.min(SIZE, d - j * SIZE)]
      tiles.push(
        put(floor(tw - 0.012, td - 0.012, (i * 3 + j * 5) % 4 ? '#d6cdbd' : '#cdc3b1', { cell: 0.46 }), {
          at: [left + i * SIZE + tw / 2, 0.002, front - j * SIZE - td / 2],
        }),
      )
    }
  return [
    put(floor(w, d, '#a89d8c', { cell: 3 }), { at: [x, -0.002, z] }),
    merge(tiles),
    put(floor(w, d, '#e6e2d8', { cell: 1.2 }), { turn: [Math.PI, 0, 0], at: [x, HALL.high, z] }),
    put(wall(d, HALL.high, '#dcd3c2', { cell: 0.8 }), { turn: [0, Math.PI / 2, 0], at: [left, 0, z] }),
    put(wall(d, HALL.high, '#dcd3c2', { cell: 0.8 }), { turn: [0, -Math.PI / 2, 0], at: [right, 0, z] }),
  ]
}

/** An open fridge of the back wall, 2 m wide. */
const fridge = (): Shape[] => [
  put(box([2, 2.1, 0.05], '#98a5a8', plain), { at: [0, 0, 0.03] }),
  put(box([2, 0.4, 0.6], '#7b888c', plain), { at: [0, 0, 0.3] }),
  put(box([2, 0.22, 0.6], '#5c7a7c', plain), { at: [0, 1.95, 0.3] }),
  ...[-1, 1].map((s) => put(box([0.05, 2.1, 0.6], '#8b979b', plain), { at: [s * 0.98, 0, 0.3] })),
  ...[0.78, 1.16, 1.54].map((y) => put(box([1.9, 0.02, 0.42], '#d2d9da', plain), { at: [0, y, 0.27] })),
]
export const FRIDGES = [-6.2, -4.1, -2.0, 0.1, 2.2, 4.3] as const

/** The far part of the shop, which is also seen from the street: fridges along its back wall. */
export const hall = (): Shape =>
  stand([
    ...shell(HALL.left, HALL.right, HALL.front, HALL.back),
    put(wall(HALL.right - HALL.left, HALL.high, '#c9c4b4', { cell: 0.8 }), {
      at: [(HALL.left + HALL.right) / 2, 0, HALL.back],
    }),
    ...FRIDGES.flatMap((x) => all(fridge(), { at: [x, 0, HALL.back + 0.02] })),
    put(box([13.4, 0.5, 0.06], '#7fa09a', plain), { at: [-0.9, 2.45, HALL.back + 0.04] }),
  ])

/** What is around one inside. */
export const lobby = (): Shape =>
  stand([
    ...shell(-5.2, HALL.right, 2.6, HALL.front),
    put(wall(HALL.right + 5.2, HALL.high, '#d3cab8', { cell: 0.8 }), {
      turn: [0, Math.PI, 0],
      at: [0.7, 0, 2.6],
    }),
    ...[-1.6, 0, 1.6].map((x) => put(box([1.3, 1.5, 0.04], '#93a79b', plain), { at: [x, 1, 2.56] })),
  ])

/** A lamp as long as it is wide is narrow; hangs under the ceiling. Drawn glowing. */
const tube = (x: number, z: number, long = 1.5): Shape =>
  put(box([0.11, 0.035, long], '#ffffff', plain), { at: [x, HALL.high - 0.28, z] })
const LINES = [-6.4, -4.0, -1.6, 0.8, 3.2, 5.6] as const

export const farTubes = (): Shape => merge(LINES.flatMap((x) => [-3.2, -5.0, -6.8].map((z) => tube(x, z))))
export const nearTubes = (): Shape =>
  merge(LINES.slice(1).flatMap((x) => [-1.4, 0.4, 2].map((z) => tube(x, z))))
export const coldTubes = (): Shape =>
  merge(
    FRIDGES.map((x) => put(box([1.8, 0.03, 0.03], '#ffffff', plain), { at: [x, 1.92, HALL.back + 0.56] })),
  )

/** A shelf of the shop, `w` long and seen from both sides, along x. */
const gondola = (w: number, deep = 0.8): Shape[] => [
  put(box([w, 1.78, 0.04], '#bdb6a8', plain), {}),
  put(box([w, 0.14, deep], '#8b857a', plain), {}),
  ...LEVELS.map((y) => put(box([w, 0.03, deep], '#cfc7b8', plain), { at: [0, y - 0.03, 0] })),
  ...[-1, 1].map((s) => put(box([0.03, 1.78, deep], '#b9b1a2', plain), { at: [(s * w) / 2, 0, 0] })),
]

/** Where the far shelves stand: nine aisles between ten of them. */
export const FAR = Array.from({ length: 10 }, (_, i) => -6.7 + i * 1.3)
const ENDS = ['#8fa58c', '#cf9f6a', '#8ba0b4', '#c08a80', '#b9a86a'] as const
export const FAR_Z = -5.25
export const FAR_LONG = 2.5

export const farRacks = (): Shape =>
  stand([
    ...FAR.flatMap((x) => all(gondola(FAR_LONG, 0.62), { turn: [0, Math.PI / 2, 0], at: [x, 0, FAR_Z] })),
    ...FAR.flatMap((x, i) => [
      put(box([0.46, 1.1, 0.02], ENDS[i % ENDS.length] ?? '#7f9a86', plain), {
        at: [x, 0.5, FAR_Z + FAR_LONG / 2 + 0.03],
      }),
      put(box([0.3, 0.3, 0.01], '#f4e8d0', plain), { at: [x, 1.06, FAR_Z + FAR_LONG / 2 + 0.045] }),
    ]),
    ...FAR.slice(1).map((x, i) =>
      put(sign(i + 1, 0.44), { at: [x - 0.65, 2.35, FAR_Z + FAR_LONG / 2 + 0.15] }),
    ),
  ])

/** The two shelves of the aisle one is in: how far from the middle, and from where to where. */
export const AISLE = { half: 1.55, front: 1.1, back: -5.6 } as const
const AISLE_LONG = AISLE.front - AISLE.back
const AISLE_Z = (AISLE.front + AISLE.back) / 2

export const nearRack = (side: -1 | 1): Shape =>
  stand(
    all(gondola(AISLE_LONG, 0.86), {
      turn: [0, Math.PI / 2, 0],
      at: [side * (AISLE.half + 0.43), 0, AISLE_Z],
    }),
  )

/** Lamps under the boards of the near shelves, and the light they throw; drawn glowing. */
export const shelfLamps = (side: -1 | 1): Shape =>
  merge(
    [LEVELS[1], LEVELS[2], LEVELS[3], 1.8].flatMap((y) =>
      [-4.6, -3.1, -1.6, -0.1].map((z) =>
        put(box([0.02, 0.014, 0.5], '#ffffff', plain), { at: [side * (AISLE.half + 0.06), y - 0.04, z] }),
      ),
    ),
  )

/** Two tills some way off to the right. */
export const farTills = (): Shape =>
  stand(
    [0, 1].flatMap((i) =>
      all(
        [
          put(box([0.6, 0.82, 1.9], '#7f9a86', plain), {}),
          put(box([0.64, 0.04, 1.94], '#ddd3c0', plain), { at: [0, 0.82, 0] }),
          put(box([0.44, 0.012, 1.1], colours.ink, plain), { at: [0, 0.86, 0.35] }),
          put(box([0.03, 0.22, 0.3], colours.ink, plain), { at: [0.05, 1.05, -0.5] }),
          rod([0.05, 0.86, -0.5], [0.05, 1.05, -0.5], 0.016, colours.ink, { around: 5 }),
          rod([0.26, 0.86, -0.85], [0.26, 2.1, -0.85], 0.02, '#8b857a', { around: 6 }),
          put(sign(i + 1, 0.26), { at: [0.26, 2.15, -0.85], turn: [0, -0.5, 0] }),
        ],
        { at: [3.1 + i * 1.6, 0, -3.0] },
      ),
    ),
  )

/** What makes sounds that can be switched off, above the aisle: music, tills, loudspeaker. Each has a small lamp. */
export const SPEAKERS = [
  { sound: 'music', lamp: [-0.95, 2.52, -2.96] },
  { sound: 'tills', lamp: [1.3, 2.3, -5.86] },
  { sound: 'loudspeaker', lamp: [0.95, 2.52, -2.96] },
] as const

/** Two loudspeakers on their rods, and the lamp of a till on its pole behind the shelves. */
export const speakers = (): Shape =>
  merge([
    ...[-0.95, 0.95].flatMap((x) => [
      put(box([0.3, 0.2, 0.16], '#8f9695', plain), { at: [x, 2.56, -3.06] }),
      put(box([0.24, 0.13, 0.012], '#5d6463', plain), { at: [x, 2.6, -2.978] }),
      rod([x, 2.76, -3.06], [x, HALL.high, -3.06], 0.012, '#8f9695', { around: 5 }),
    ]),
    rod([1.3, 0, -5.9], [1.3, 2.26, -5.9], 0.022, '#8b857a', { around: 6 }),
    put(box([0.2, 0.2, 0.05], '#8f9695', plain), { at: [1.3, 2.2, -5.9] }),
  ])
