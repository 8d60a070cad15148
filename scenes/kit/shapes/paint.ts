import { BufferGeometry, Color, Euler, Float32BufferAttribute, Matrix4, Quaternion, Vector3 } from 'three'
import { mergeGeometries } from 'three/addons/utils/BufferGeometryUtils.js'

/** A shape: position, normal and colour of each vertex, indexed, and nothing else, so that any two can become one. */
export type Shape = BufferGeometry

type Painting = {
  /** colour at the foot, when another than at the top */
  foot?: string
  /** how much darker the foot is, 0 to 1: a shadow where things stand */
  grounded?: number
  /** how much single vertices differ, 0 to 1 */
  grain?: number
}

const top = new Color()
const bottom = new Color()
const here = new Color()

/** Gives a geometry its colours and takes from it what shapes do not have. */
export function paint(
  geometry: BufferGeometry,
  colour: string,
  { foot = colour, grounded = 0, grain = 0 }: Painting = {},
): Shape {
  for (const name of Object.keys(geometry.attributes))
    if (name !== 'position' && name !== 'normal') geometry.deleteAttribute(name)
  geometry.morphAttributes = {}
  const position = geometry.getAttribute('position')
  geometry.computeBoundingBox()
  const low = geometry.boundingBox?.min.y ?? 0
  const height = Math.max((geometry.boundingBox?.max.y ?? 1) - low, 1e-4)
  top.set(colour)
  bottom.set(foot)
  const values = new Float32Array(position.count * 3)
  for (let i = 0; i < position.count; i++) {
    const up = (position.getY(i) - low) / height
    here.lerpColors(bottom, top, up)
    const noise = Math.sin(position.getX(i) * 91.7 + position.getZ(i) * 57.3 + position.getY(i) * 33.1)
    here.multiplyScalar((1 - grounded * (1 - up) ** 2) * (1 + grain * 0.5 * noise))
    here.toArray(values, i * 3)
  }
  geometry.setAttribute('color', new Float32BufferAttribute(values, 3))
  if (!geometry.index) geometry.setIndex([...Array(position.count).keys()])
  return geometry
}

export type Putting = {
  at?: readonly [x: number, y: number, z: number]
  /** radians about x, y, z */
  turn?: readonly [x: number, y: number, z: number]
  scale?: number | readonly [x: number, y: number, z: number]
}

const matrix = new Matrix4()
const position = new Vector3()
const rotation = new Quaternion()
const euler = new Euler()
const size = new Vector3()

/** Moves a shape to its place; the same shape, changed. Use `.clone()` to put it in several. */
export function put<S extends BufferGeometry>(
  shape: S,
  { at = [0, 0, 0], turn = [0, 0, 0], scale = 1 }: Putting,
): S {
  if (typeof scale === 'number') size.setScalar(scale)
  else size.set(...scale)
  matrix.compose(position.set(...at), rotation.setFromEuler(euler.set(...turn)), size)
  shape.applyMatrix4(matrix)
  return shape
}

/** Many shapes as one, which is one draw call. The parts are given up. */
export function merge(parts: readonly Shape[]): Shape {
  const merged = mergeGeometries([...parts], false)
  const ranges: Range[] = []
  let from = 0
  for (const part of parts) {
    for (const [begin, count] of rangesOf(part)) ranges.push([from + begin, count])
    from += part.index?.count ?? 0
  }
  merged.userData = { ranges }
  for (const part of parts) part.dispose()
  merged.computeBoundingSphere()
  return merged
}

/** A stretch of a shape's index. */
type Range = readonly [begin: number, count: number]

/** What of a shape has a line around it where strong outlines are wanted: all, when nothing else is said. */
const rangesOf = ({ userData, index }: Shape): readonly Range[] =>
  (userData.ranges as Range[] | undefined) ?? [[0, index?.count ?? 0]]

/** Takes these from what has a line around it, also once they are part of something else. The same shapes, changed. */
export function unlined(parts: readonly Shape[]): readonly Shape[] {
  for (const part of parts) part.userData = { ranges: [] }
  return parts
}

const lines = new WeakMap<Shape, BufferGeometry>()

/** What to draw a line around: the same vertices, without what is {@link unlined}. It goes with the shape. */
export function linedOf(shape: Shape): BufferGeometry {
  const known = lines.get(shape)
  if (known) return known
  const index = shape.index?.array ?? []
  const lined = new BufferGeometry()
  for (const name of ['position', 'normal']) lined.setAttribute(name, shape.getAttribute(name))
  lined.setIndex(rangesOf(shape).flatMap(([begin, count]) => [...index.slice(begin, begin + count)]))
  lined.boundingSphere = shape.boundingSphere
  lines.set(shape, lined)
  shape.addEventListener('dispose', () => lined.dispose())
  return lined
}
