import { SphereGeometry } from 'three'
import { colours } from '../colours.ts'
import { mix, smooth } from '../curves.ts'
import { merge, paint, put, type Shape, unlined } from '../shapes/paint.ts'
import { ball, bent, ring } from '../shapes/solid.ts'
import type { Person } from './figure.ts'

/** Half width, half height, half depth of a head, metres, and where its middle is above the neck's joint. */
const WIDE = 0.076
const HIGH = 0.115
const DEEP = 0.094
const MIDDLE = 0.118

type Point = [x: number, y: number, z: number]

/** A point of the head, from a direction (unit length, +z is the face). */
function skull(x: number, y: number, z: number, more = 1): Point {
  const jaw = y < 0 ? 1 - 0.3 * (-y) ** 1.6 : 1
  const back = z < 0 ? 1.06 : 1
  const chin = y < -0.3 && z > 0 ? 0.012 * (-y - 0.3) : 0
  return [
    x * WIDE * jaw * more,
    MIDDLE + y * HIGH * more,
    z * DEEP * (0.35 + 0.65 * jaw) * back * more + chin,
  ]
}

/** A sphere bent by what `bend` does with each direction. */
function bentBall(fine: number, bend: (x: number, y: number, z: number) => Point) {
  const geometry = new SphereGeometry(1, Math.round(fine * 1.6), fine)
  const position = geometry.getAttribute('position')
  for (let i = 0; i < position.count; i++)
    position.setXYZ(i, ...bend(position.getX(i), position.getY(i), position.getZ(i)))
  geometry.computeVertexNormals()
  return geometry
}

/** 1 where hair grows, 0 on the face, soft between. `low` is how far down it reaches at the back (−1 to 1). */
function grows(x: number, y: number, z: number, low: number, fringe: number): number {
  const line = mix(low, fringe, smooth(-0.35, 0.6, z - 0.25 * Math.abs(x)))
  return smooth(line - 0.09, line + 0.09, y)
}

const hairBall = (
  low: number,
  fringe: number,
  thick: number,
  more: (x: number, y: number, z: number) => number = () => 0,
) =>
  bentBall(12, (x, y, z) => skull(x, y, z, mix(0.9, 1 + thick + more(x, y, z), grows(x, y, z, low, fringe))))

/** Falls straight from the sides of the head to `length` metres below its middle, and leaves the face free. */
const falling = (length: number, thick: number) =>
  bentBall(12, (x, y, z) => {
    const [px, py, pz] = skull(x, y, z, 1 + thick)
    const face = smooth(0.2, 0.62, z) * smooth(0.5, 0.3, y)
    const side = 1 - smooth(-0.1, 0.25, y)
    const down = side * length * (0.55 + 0.45 * -Math.min(y, 0))
    return [
      mix(px * mix(1, 1.12, side), px * 0.8, face),
      mix(py - down, MIDDLE, face * 0.9),
      mix(pz - 0.012 * side, 0.01, face),
    ]
  })

function hairOf({ hair, hairColour, top, trim = top }: Person): Shape[] {
  const painted = (geometry: Parameters<typeof paint>[0]) =>
    paint(geometry, hairColour, { grounded: 0.35, grain: 0.16 })
  switch (hair) {
    case 'short':
      return [painted(hairBall(-0.42, 0.5, 0.085))]
    case 'thin':
      return [painted(hairBall(-0.4, 1.2, 0.045))]
    case 'curls':
      return [
        painted(
          hairBall(
            -0.5,
            0.46,
            0.17,
            (x, y, z) => 0.05 * Math.sin(x * 17) * Math.sin(y * 15) * Math.sin(z * 16),
          ),
        ),
        ...Array.from({ length: 11 }, (_, i) => {
          const a = i * 2.4
          const up = 0.95 - (i / 11) * 1.15
          const out = Math.sqrt(1 - up * up)
          const z = Math.cos(a) * out
          return put(painted(ball(0.038, hairColour, { fine: 5 })), {
            at: skull(Math.sin(a) * out, z > 0.4 ? Math.max(up, 0.55) : up, z, 1.08),
          })
        }),
      ]
    case 'bun':
      return [
        painted(hairBall(-0.45, 0.5, 0.07)),
        put(painted(ball(0.047, hairColour, { fine: 10 })), {
          at: [0, MIDDLE + 0.085, -0.088],
          scale: [1, 0.92, 0.9],
        }),
      ]
    case 'braid':
      return [
        painted(hairBall(-0.5, 0.5, 0.075)),
        ...Array.from({ length: 6 }, (_, i) =>
          put(painted(ball(0.028 - i * 0.0025, hairColour, { fine: 5 })), {
            at: [0.062 + i * 0.004, MIDDLE - 0.06 - i * 0.036, -0.04 + i * 0.018],
          }),
        ),
      ]
    case 'bob':
      return [painted(falling(0.05, 0.12)), painted(hairBall(-0.3, 0.52, 0.1))]
    case 'long':
      return [painted(falling(0.13, 0.11)), painted(hairBall(-0.3, 0.5, 0.09))]
    case 'scarf':
      return [
        paint(hairBall(-1.3, 0.52, 0.1), trim, { grounded: 0.2 }),
        paint(falling(0.05, 0.1), trim, { grounded: 0.3 }),
      ]
  }
}

/** A face as far as kindness needs one: two quiet marks, a nose, brows, the beginning of a smile. */
function faceOf({ skin, hairColour, beard, moustache, glasses }: Person): Shape[] {
  const parts: Shape[] = []
  for (const side of [1, -1] as const) {
    parts.push(
      put(ball(0.0085, colours.ink, { fine: 4 }), {
        at: skull(0.36 * side, 0.06, 0.93),
        turn: [0, 0.35 * side, 0],
        scale: [0.95, 0.8, 0.4],
      }),
      bent(
        [
          skull(0.2 * side, 0.25, 0.99, 1.005),
          skull(0.36 * side, 0.29, 0.93, 1.01),
          skull(0.52 * side, 0.24, 0.83, 1.005),
        ],
        0.0035,
        hairColour,
        { around: 4 },
      ),
      put(ball(0.02, skin, { fine: 5 }), { at: skull(1.0 * side, -0.02, -0.04), scale: [0.45, 1, 0.7] }),
    )
    if (glasses) {
      const rim = put(ring(0.024, 0.0026, colours.ink, 14), { turn: [Math.PI / 2, 0, 0] })
      parts.push(
        put(rim, { at: skull(0.37 * side, 0.05, 1.0, 1.04), turn: [0, 0.25 * side, 0] }),
        bent(
          [
            skull(0.68 * side, 0.09, 0.82, 1.05),
            skull(0.97 * side, 0.08, 0.3, 1.05),
            skull(1 * side, 0.03, -0.1, 1.05),
          ],
          0.0024,
          colours.ink,
          { around: 4 },
        ),
      )
    }
  }
  parts.push(
    put(ball(0.0145, skin, { fine: 6, grounded: 0.15 }), {
      at: skull(0, -0.13, 1.0, 1.02),
      turn: [-0.25, 0, 0],
      scale: [0.82, 1.45, 0.95],
    }),
    bent(
      [
        skull(-0.2, -0.44, 0.92, 1.0),
        skull(-0.1, -0.475, 0.955, 1.008),
        skull(0, -0.485, 0.965, 1.01),
        skull(0.1, -0.475, 0.955, 1.008),
        skull(0.2, -0.44, 0.92, 1.0),
      ],
      0.0042,
      '#8f4d42',
      { around: 4 },
    ),
  )
  if (glasses)
    parts.push(
      bent(
        [skull(-0.07, 0.09, 1, 1.05), skull(0, 0.12, 1, 1.06), skull(0.07, 0.09, 1, 1.05)],
        0.0024,
        colours.ink,
        { around: 4 },
      ),
    )
  if (moustache)
    for (const side of [1, -1] as const)
      parts.push(
        put(ball(0.021, hairColour, { fine: 7, grain: 0.2 }), {
          at: skull(0.17 * side, -0.36, 0.99, 1.06),
          turn: [0, 0.4 * side, -0.32 * side],
          scale: [1.5, 0.62, 0.6],
        }),
      )
  if (beard) {
    const shape = bentBall(12, (x, y, z) => {
      const here = smooth(-0.1, -0.34, y) * smooth(-0.15, 0.2, z)
      const lips = smooth(0.3, 0.16, Math.abs(x)) * smooth(-0.62, -0.52, y) * smooth(-0.34, -0.42, y)
      return skull(x, y, z, mix(0.9, 1.07 - 0.09 * lips, here))
    })
    parts.push(paint(shape, hairColour, { grain: 0.16 }))
  }
  return parts
}

/** A warm cheek, a shaded neck. */
function blushed(head: Shape): Shape {
  const position = head.getAttribute('position')
  const colour = head.getAttribute('color')
  for (let i = 0; i < position.count; i++) {
    const [x, y, z] = [Math.abs(position.getX(i)), position.getY(i) - MIDDLE, position.getZ(i)]
    const cheek = z > 0 ? Math.exp(-(((x - 0.045) / 0.02) ** 2) - ((y + 0.025) / 0.024) ** 2) : 0
    const under = 1 - 0.4 * smooth(-0.07, -0.12, y)
    colour.setXYZ(
      i,
      colour.getX(i) * under * (1 + 0.06 * cheek),
      colour.getY(i) * under * (1 - 0.16 * cheek),
      colour.getZ(i) * under * (1 - 0.18 * cheek),
    )
  }
  return head
}

/** A head whose neck joint is the origin. */
export function headOf(person: Person): Shape {
  const head = blushed(
    paint(
      bentBall(12, (x, y, z) => skull(x, y, z)),
      person.skin,
    ),
  )
  // a line around brows and a mouth would hide the face
  const parts = [head, ...unlined(faceOf(person)), ...hairOf(person)]
  if (person.earring)
    for (const side of [1, -1] as const)
      parts.push(put(ball(0.009, person.earring, { fine: 6 }), { at: skull(side, -0.26, -0.02, 1.06) }))
  return merge(parts)
}
