import { Color, type InstancedMesh, Matrix4 } from 'three'
import { merge, put, type Shape } from '../kit/shapes/paint.ts'
import { box, wall } from '../kit/shapes/solid.ts'
import { AISLE, FAR, FAR_LONG, FAR_Z, FRIDGES, HALL, LEVELS } from './hall.ts'

export type Goods = { readonly matrices: readonly Matrix4[]; readonly colours: readonly Color[] }

const HUES = [
  '#c4704e',
  '#d8b25f',
  '#7f9c72',
  '#5d7ba3',
  '#a4627a',
  '#e5d6b4',
  '#b04e43',
  '#83939c',
  '#e0a072',
  '#5f8f8a',
]
const place = new Matrix4()
const size = new Matrix4()

/** One packet of `w` × `h` × `d` with its foot at a place, in one of the shop's colours. */
function packet(
  goods: { matrices: Matrix4[]; colours: Color[] },
  at: readonly [number, number, number],
  [w, h, d]: readonly [number, number, number],
  hue: number,
): void {
  place.makeTranslation(...at)
  goods.matrices.push(place.clone().multiply(size.makeScale(w / UNIT, h / UNIT, d / UNIT)))
  goods.colours.push(new Color(HUES[hue % HUES.length]))
}

/** Size of the packet that instances are made from, metres. */
const UNIT = 0.2

const uneven = (i: number, by: number) => (i * by + 0.13) % 1

/** Rows of goods on the far shelves. The same each time. */
export function farGoods(): Goods {
  const goods = { matrices: [] as Matrix4[], colours: [] as Color[] }
  for (const [n, x] of FAR.entries())
    for (const side of [-1, 1])
      for (const [row, y] of LEVELS.entries())
        for (let i = 0; i < 13; i++) {
          if (uneven(i + n * 5 + row * 3, 0.618) < 0.08) continue
          const tall = 0.17 + 0.14 * uneven(Math.floor(i / 3) + n + row, 0.37)
          packet(
            goods,
            [x + side * 0.19, y, FAR_Z - FAR_LONG / 2 + 0.13 + i * 0.187],
            [0.2, tall, 0.16],
            Math.floor(i / 3) * 3 + row + n * 2,
          )
        }
  return goods
}

/** What is in the fridges of the back wall. */
export function fridgeGoods(): Goods {
  const goods = { matrices: [] as Matrix4[], colours: [] as Color[] }
  for (const [n, x] of FRIDGES.entries())
    for (const [row, y] of [0.4, 0.8, 1.18, 1.56].entries())
      for (let i = 0; i < 10; i++)
        packet(
          goods,
          [x - 0.85 + i * 0.188, y, HALL.back + 0.32],
          [0.15, 0.14 + 0.1 * uneven(row + n, 0.7), 0.2],
          i + row * 2 + n,
        )
  return goods
}

/** Goods of one side of the aisle, seen from its middle, and of which run each is: a run has one colour. */
export function nearGoods(side: -1 | 1): Goods & { readonly runs: readonly number[] } {
  const goods = { matrices: [] as Matrix4[], colours: [] as Color[] }
  const runs: number[] = []
  for (const [row, y] of LEVELS.entries())
    for (let i = 0, z = AISLE.front - 0.15; z > AISLE.back + 0.1; i++) {
      const run = Math.floor(i / 4) + row * 7 + (side > 0 ? 3 : 0)
      const wide = 0.1 + 0.06 * uneven(run, 0.618)
      const tall = 0.16 + 0.17 * uneven(run, 0.37)
      if (uneven(i + row * 11, 0.618) > 0.07) {
        packet(goods, [side * (AISLE.half + 0.14), y, z - wide / 2], [0.2, tall, wide * 0.9], run * 3)
        runs.push(run)
      }
      z -= wide + 0.012
    }
  return { ...goods, runs }
}

/** What the aisles sell, as colours: flour or bread, tins, paper or screens, soap, and at last a bit of everything. */
const AISLES: Readonly<Record<number, readonly string[]>> = {
  4: ['#eee3cb', '#e2cfa6', '#f3ead8', '#d9bd8c', '#e9d8b8', '#c9a878'],
  5: ['#c4704e', '#d8b25f', '#b9bcb8', '#b04e43', '#7f9c72', '#d9c39a'],
  6: ['#dfe5e6', '#b9cbd6', '#f0ece2', '#9db4c4', '#e6d5d0', '#cfd8c8'],
  7: ['#a4627a', '#d7a3b4', '#8fa8c9', '#e6d08c', '#b48ac0', '#7fb0a4'],
  8: ['#c4504a', '#e0b23c', '#4f86b4', '#7fa24e', '#b0588c', '#e08a4a'],
  9: ['#e5d6b4', '#d8b25f', '#7f9c72', '#b9cbd6', '#c98a5c', '#efe3c6'],
}
const palettes = new Map(
  Object.entries(AISLES).map(([number, hues]) => [Number(number), hues.map((hue) => new Color(hue))]),
)

/** Gives an aisle's goods the colours of another number. When it changes, not in every frame. */
export function stock(mesh: InstancedMesh, runs: readonly number[], number: number): void {
  const hues = palettes.get(number)
  if (!hues) return
  for (const [i, run] of runs.entries()) {
    const hue = hues[(run * 3 + Math.floor(run / 4)) % hues.length]
    if (hue) mesh.setColorAt(i, hue)
  }
  if (mesh.instanceColor) mesh.instanceColor.needsUpdate = true
}

/** A packet with a paler label on three sides: instances scale and colour it. Its foot is y = 0. */
export const packetShape = (): Shape =>
  put(
    merge([
      box([1, 1, 1], '#ffffff', { round: 0, grounded: 0.25 }),
      ...[-1, 1].map((s) =>
        put(wall(0.66, 0.4, '#fff4df', { cell: 2 }), {
          turn: [0, (s * Math.PI) / 2, 0],
          at: [s * 0.503, 0.34, 0],
        }),
      ),
      put(wall(0.66, 0.4, '#fff4df', { cell: 2 }), { at: [0, 0.34, 0.503] }),
    ]),
    { scale: UNIT },
  )

/** Puts goods into the mesh that shows them. Once, not in a frame. */
export function fill(mesh: InstancedMesh, { matrices, colours: hues }: Goods): InstancedMesh {
  for (const [i, matrix] of matrices.entries()) {
    mesh.setMatrixAt(i, matrix)
    const hue = hues[i]
    if (hue) mesh.setColorAt(i, hue)
  }
  mesh.computeBoundingSphere()
  return mesh
}
