import { SphereGeometry } from 'three'
import { colours } from '../colours.ts'
import { mix, smooth } from '../curves.ts'
import { grid } from '../shapes/cloth.ts'
import { merge, paint, put, type Shape, unlined } from '../shapes/paint.ts'
import { ball, bent, box, rod } from '../shapes/solid.ts'
import type { Person } from './figure.ts'

type Bearing = {
  /** `glass`: one hand before the chest · `push`: both before one, as on a trolley · `down`: at the sides */
  hands?: 'glass' | 'push' | 'down'
  /** how far apart the feet are, metres; for who walks */
  stride?: number
  /** sits, hips at 0.5 m */
  sitting?: boolean
}

type Joint = readonly [x: number, y: number, z: number]
type Ring = readonly [height: number, halfWidth: number, halfDepth: number]

const TORSO: readonly Ring[] = [
  [-0.1, 0.15, 0.11],
  [0.02, 0.168, 0.125],
  [0.2, 0.158, 0.115],
  [0.36, 0.185, 0.118],
  [0.46, 0.196, 0.1],
  [0.52, 0.14, 0.075],
  [0.56, 0.06, 0.055],
]

function torso(broad: number) {
  return grid(12, TORSO.length - 1, (u, v) => {
    const [y, w, d] = TORSO[Math.round(v * (TORSO.length - 1))] as Ring
    const a = -u * Math.PI * 2
    return [Math.cos(a) * w * broad, y, Math.sin(a) * d]
  })
}

/** Hair as a cap that leaves the face free; longer kinds reach further down at the back. */
function hair({ hair: kind, hairColour, top, trim = top }: Person): Shape[] {
  const low = kind === 'long' || kind === 'bob' || kind === 'scarf' ? -0.95 : -0.4
  const line = kind === 'thin' ? 1.05 : 0.52
  const geometry = new SphereGeometry(1, 11, 7)
  const position = geometry.getAttribute('position')
  for (let i = 0; i < position.count; i++) {
    const [x, y, z] = [position.getX(i), position.getY(i), position.getZ(i)]
    const edge = mix(low, line, smooth(-0.3, 0.6, z - 0.25 * Math.abs(x)))
    const more = mix(0.88, kind === 'curls' ? 1.24 : 1.1, smooth(edge - 0.1, edge + 0.1, y))
    position.setXYZ(i, x * 0.08 * more, 0.72 + y * 0.122 * more, z * 0.1 * more - 0.004)
  }
  geometry.computeVertexNormals()
  const parts = [paint(geometry, kind === 'scarf' ? trim : hairColour, { grounded: 0.3 })]
  if (kind === 'bun') parts.push(put(ball(0.048, hairColour, { fine: 6 }), { at: [0, 0.81, -0.09] }))
  return parts
}

/**
 * Somebody further away, as one still shape of about 800 triangles that stands (or sits) on the floor and faces +z: for
 * those whom one sees and does not meet.
 */
export function bystander(
  person: Person,
  { hands = 'down', stride = 0, sitting = false }: Bearing = {},
): Shape {
  const { size = 1, broad = 1, skin, legs = colours.slate } = person
  const hips = sitting ? 0.5 / size : 0.9
  const parts: Shape[] = [
    paint(torso(broad), person.top, { grounded: 0.35 }),
    rod([0, 0.53, 0], [0, 0.64, 0.005], 0.052, skin, { around: 8 }),
    put(ball(1, skin, { fine: 8, grounded: 0.15 }), { at: [0, 0.72, 0], scale: [0.079, 0.12, 0.098] }),
    ...unlined([
      put(ball(0.014, skin, { fine: 4 }), { at: [0, 0.705, 0.098], scale: [0.8, 1.3, 0.9] }),
      ...[1, -1].map((side) =>
        put(ball(0.0085, colours.ink, { fine: 4 }), { at: [0.03 * side, 0.73, 0.09], scale: [1, 0.8, 0.5] }),
      ),
    ]),
    ...hair(person),
  ]
  for (const side of [1, -1] as const) {
    const bend: Joint = hands === 'down' ? [0.245, 0.17, -0.02] : [0.255, 0.2, 0.08]
    const raised = hands === 'push' || (hands === 'glass' && side === -1)
    const end: Joint = raised
      ? hands === 'push'
        ? [0.19, 0.16, 0.36]
        : [0.1, 0.33, 0.3]
      : [0.235, -0.06, 0.06]
    const place = ([x, y, z]: Joint): Joint => [x * side * broad, y, z]
    parts.push(
      bent([place([0.178, 0.46, -0.005]), place(bend), place(end)], 0.046, person.top, { around: 6 }),
      put(ball(0.044, skin, { fine: 4 }), { at: place([end[0] * 0.97, end[1], end[2] + 0.03]) }),
    )
    const foot = 0.09 - hips
    parts.push(
      ...(sitting
        ? [
            bent(
              [
                [0.09 * side, 0, 0],
                [0.1 * side, 0.01, 0.3],
                [0.11 * side, -0.06, 0.42],
                [0.11 * side, foot, 0.4],
              ],
              0.078,
              legs,
              { around: 7 },
            ),
          ]
        : [
            rod([0.085 * side, -0.02, 0], [0.09 * side, foot, side * stride * 0.5], 0.088, legs, {
              thinner: 0.06,
              around: 8,
            }),
          ]),
      put(box([0.09, 0.08, 0.25], colours.ink, { round: 0 }), {
        at: [0.095 * side, -hips, (sitting ? 0.44 : side * stride * 0.5) + 0.04],
      }),
    )
  }
  return put(merge(parts), { scale: size, at: [0, hips * size, 0] })
}
