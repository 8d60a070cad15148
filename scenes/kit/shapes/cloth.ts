import { BufferGeometry, Float32BufferAttribute } from 'three'
import { paint, type Shape } from './paint.ts'

type Point = readonly [x: number, y: number, z: number]

/** A grid of points, `at(u, v)` with both from 0 to 1, as a shape. Front faces are where u → right and v → up. */
export function grid(columns: number, rows: number, at: (u: number, v: number) => Point): BufferGeometry {
  const positions: number[] = []
  const index: number[] = []
  for (let row = 0; row <= rows; row++)
    for (let column = 0; column <= columns; column++) positions.push(...at(column / columns, row / rows))
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const a = row * (columns + 1) + column
      const b = a + columns + 1
      index.push(a, a + 1, b + 1, a, b + 1, b)
    }
  const geometry = new BufferGeometry()
  geometry.setAttribute('position', new Float32BufferAttribute(positions, 3))
  geometry.setIndex(index)
  geometry.computeVertexNormals()
  return geometry
}

/** A point of a rectangle's edge with round corners, `u` from 0 to 1 against the clock seen from above. */
function edge(u: number, w: number, d: number, round: number): [x: number, z: number] {
  const power = 2 / (2 + 10 * (1 - round))
  const angle = u * Math.PI * 2
  const c = Math.cos(angle)
  const s = Math.sin(angle)
  return [(Math.sign(c) * Math.abs(c) ** power * w) / 2, (-Math.sign(s) * Math.abs(s) ** power * d) / 2]
}

/**
 * A cloth over a table of `w` × `d` metres whose top is y = 0; it hangs down `drop` metres in soft folds. `round` 1 is a
 * round table.
 */
export function tablecloth(w: number, d: number, drop: number, colour: string, round = 0.15): Shape[] {
  const folds = Math.round((w + d) * 3)
  const skirt = grid(Math.round((w + d) * 22), 5, (u, v) => {
    const down = 1 - v
    const [x, z] = edge(u, w, d, round)
    const out =
      1 + (0.05 * down * (0.6 + 0.4 * Math.sin(u * Math.PI * 2 * folds))) / Math.max(Math.min(w, d) / 2, 0.4)
    return [x * out, -drop * down ** 1.1, z * out]
  })
  // a grid over the square, drawn out to the same edge: shadows of plates can lie on it
  const cells = Math.round(Math.max(w, d) / 0.1)
  const topping = grid(cells, cells, (u, v) => {
    const a = u * 2 - 1
    const b = v * 2 - 1
    const far = Math.max(Math.abs(a), Math.abs(b))
    if (far === 0) return [0, 0, 0]
    const [x, z] = edge(Math.atan2(b, a) / (Math.PI * 2) + 1, w, d, round)
    return [x * far, 0, z * far]
  })
  return [paint(skirt, colour, { grounded: 0.45 }), paint(topping, colour)]
}

/** A curtain of `w` × `h` metres that hangs from y = `h` and is seen from +z; `gathered` 0 (drawn) to 1 (open). */
export function curtain(w: number, h: number, colour: string, gathered = 0): Shape {
  const folds = Math.max(3, Math.round(w * 5))
  const shape = grid(folds * 6, 4, (u, v) => {
    const swing = Math.sin(u * Math.PI * 2 * folds)
    return [(u - 0.5) * w * (1 - 0.6 * gathered), v * h, (0.02 + 0.03 * gathered) * swing * (1.2 - 0.4 * v)]
  })
  return paint(shape, colour, { grounded: 0.3 })
}

/** A blanket over something `w` × `d` metres and `h` high, rumpled by `rumple` metres; its underside is open. */
export function blanket(w: number, d: number, h: number, colour: string, rumple = 0.02): Shape {
  const shape = grid(22, 22, (u, v) => {
    const a = u * 2 - 1
    const b = 1 - v * 2
    const over = Math.max(Math.abs(a), Math.abs(b))
    const y = h * (1 - Math.max(0, (over - 0.9) / 0.1) ** 1.6)
    const wave = Math.sin(a * 5 + b * 3) * Math.cos(b * 7 - a * 2)
    return [(a * w) / 2, y + rumple * wave * (1 - over * 0.5), (b * d) / 2]
  })
  return paint(shape, colour, { grounded: 0.4 })
}
