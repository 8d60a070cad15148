import {
  BoxGeometry,
  type BufferGeometry,
  CapsuleGeometry,
  CatmullRomCurve3,
  CircleGeometry,
  CylinderGeometry,
  LatheGeometry,
  PlaneGeometry,
  Quaternion,
  SphereGeometry,
  TorusGeometry,
  TubeGeometry,
  Vector2,
  Vector3,
} from 'three'
import { RoundedBoxGeometry } from 'three/addons/geometries/RoundedBoxGeometry.js'
import { paint, type Shape } from './paint.ts'

type Look = Parameters<typeof paint>[2]
type Point = readonly [x: number, y: number, z: number]

/** A box that stands on y = 0, `round` metres at its edges (0: sharp, and four times fewer triangles). */
export function box(
  [w, h, d]: Point,
  colour: string,
  { round = 0.012, ...look }: Look & { round?: number } = {},
): Shape {
  const geometry =
    round > 0
      ? new RoundedBoxGeometry(w, h, d, 1, Math.min(round, w / 2.1, h / 2.1, d / 2.1))
      : new BoxGeometry(w, h, d)
  geometry.translate(0, h / 2, 0)
  return paint(geometry, colour, look)
}

/** Turned on a lathe: `profile` is radius and height from the foot up. Open where the profile does not reach radius 0. */
export function turned(
  profile: readonly (readonly [radius: number, height: number])[],
  colour: string,
  { around = 20, ...look }: Look & { around?: number } = {},
): Shape {
  const points = profile.map(([radius, height]) => new Vector2(Math.max(radius, 1e-4), height))
  return paint(new LatheGeometry(points, around), colour, look)
}

/** A ball about its own centre; `fine` is the number of rings. */
export const ball = (
  radius: number,
  colour: string,
  { fine = 10, ...look }: Look & { fine?: number } = {},
): Shape => paint(new SphereGeometry(radius, Math.round(fine * 1.5), fine), colour, look)

/** A ring about y. */
export function ring(radius: number, thick: number, colour: string, around = 24): Shape {
  const geometry = new TorusGeometry(radius, thick, 5, around)
  geometry.rotateX(Math.PI / 2)
  return paint(geometry, colour)
}

const way = new Vector3()
const up = new Vector3(0, 1, 0)
const turning = new Quaternion()

/** A round bar between two points; `thinner` is the radius at its end. */
export function rod(
  from: Point,
  to: Point,
  radius: number,
  colour: string,
  {
    thinner = radius,
    around = 10,
    ends = false,
    ...look
  }: Look & { thinner?: number; around?: number; ends?: boolean } = {},
): Shape {
  way.set(to[0] - from[0], to[1] - from[1], to[2] - from[2])
  const length = way.length()
  const geometry: BufferGeometry = ends
    ? new CapsuleGeometry(radius, length, 4, around)
    : new CylinderGeometry(thinner, radius, length, around, 1)
  const painted = paint(geometry, colour, look)
  painted.applyQuaternion(turning.setFromUnitVectors(up, way.normalize()))
  painted.translate((from[0] + to[0]) / 2, (from[1] + to[1]) / 2, (from[2] + to[2]) / 2)
  return painted
}

/** A soft bent bar through points. */
export const bent = (
  points: readonly Point[],
  radius: number,
  colour: string,
  { around = 8, ...look }: Look & { around?: number } = {},
): Shape =>
  paint(
    new TubeGeometry(
      new CatmullRomCurve3(points.map((p) => new Vector3(...p))),
      points.length * 2,
      radius,
      around,
    ),
    colour,
    look,
  )

/** A floor, seen from above, with a vertex each `cell` metres so that shadows can lie on it. */
export function floor(
  w: number,
  d: number,
  colour: string,
  { cell = 0.2, ...look }: Look & { cell?: number } = {},
): Shape {
  const geometry = new PlaneGeometry(w, d, Math.ceil(w / cell), Math.ceil(d / cell))
  geometry.rotateX(-Math.PI / 2)
  return paint(geometry, colour, look)
}

/** A wall that stands on y = 0 about x = 0 and is seen from +z. */
export function wall(
  w: number,
  h: number,
  colour: string,
  { cell = 0.34, ...look }: Look & { cell?: number } = {},
): Shape {
  const geometry = new PlaneGeometry(w, h, Math.ceil(w / cell), Math.ceil(h / cell))
  geometry.translate(0, h / 2, 0)
  return paint(geometry, colour, look)
}

/** A round flat thing that lies on y = 0. */
export function disc(
  radius: number,
  colour: string,
  { around = 28, ...look }: Look & { around?: number } = {},
): Shape {
  const geometry = new CircleGeometry(radius, around)
  geometry.rotateX(-Math.PI / 2)
  return paint(geometry, colour, look)
}
