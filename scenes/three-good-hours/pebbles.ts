import { clamp, drift, mix, smooth } from '../kit/curves.ts'
import { grid } from '../kit/shapes/cloth.ts'
import { merge, paint, put, type Shape } from '../kit/shapes/paint.ts'
import { ball } from '../kit/shapes/solid.ts'
import type { Moment } from '../kit/types.ts'
import { MOST_STONES, spent, stonesAt } from './stones.ts'

/** Half the width of a stone, metres: as much as a palm holds. */
const HALF = 0.046
const FLAT = 0.66

/** Which stone lies at which place of the row, from the left: what is spent first lies on the right. */
const ROW = [5, 6, 2, 3, 4, 1, 0, 7, 8] as const
/** The same row in the groups of her plan: going, sitting with people, coming home, untouched, left over; one is spent. */
const GROUPS = [-0.54, -0.442, -0.282, -0.184, -0.086, 0.074, 0.234, 0.394, 0.53] as const
const GROUP_OF = [0, 0, 1, 1, 1, 2, 3, 4, 4] as const
const STEP = 0.116

/** The places of the row on the sill, metres to the right of its middle. */
export const rowPlaces: readonly number[] = ROW.map((_, slot) => (slot - 4) * STEP)

/** A smooth grey stone from a river, about its foot. */
export function pebble(): Shape {
  const shape = ball(HALF, '#7d766f', { fine: 9, foot: '#5f5a55', grain: 0.22 })
  const position = shape.getAttribute('position')
  for (let i = 0; i < position.count; i++) {
    const [x, y, z] = [position.getX(i), position.getY(i), position.getZ(i)]
    const wave = 1 + 0.05 * Math.sin(x * 55 + z * 31) + 0.03 * Math.cos(z * 70 - x * 20)
    position.setXYZ(i, x * wave * 1.06, y * FLAT, z * wave * 0.94)
  }
  shape.computeVertexNormals()
  return put(shape, { at: [0, HALF * FLAT, 0] })
}

/** A round light that fades to its rim, seen from +z, of few triangles: there are nine of them. */
function soft(radius: number, [r, g, b]: readonly [number, number, number]): Shape {
  const shape = paint(
    grid(14, 4, (u, v) => {
      const a = -u * Math.PI * 2
      return [Math.cos(a) * v * radius, Math.sin(a) * v * radius, 0]
    }),
    'white',
  )
  const colour = shape.getAttribute('color')
  for (let i = 0; i < colour.count; i++) {
    const out = Math.floor(i / 15) / 4
    const light = (1 - out) ** 2 * (1 + 2 * out)
    colour.setXYZ(i, r * light, g * light, b * light)
  }
  return shape
}

/** The light in it, for an additive material: strongest where one looks into the stone, and a pool of it where the stone lies. */
export function ember(): Shape {
  const inner = pebble()
  const normal = inner.getAttribute('normal')
  const colour = inner.getAttribute('color')
  for (let i = 0; i < colour.count; i++) {
    const towards = Math.max(0, normal.getY(i) * 0.42 + normal.getZ(i) * 0.9)
    const [deep, rim] = [towards ** 4, towards]
    colour.setXYZ(i, 0.5 * deep + 0.24 * rim, 0.21 * deep + 0.055 * rim, 0.03 * deep)
  }
  put(inner, { scale: 1.015, at: [0, -HALF * FLAT * 0.015, 0] })
  const pool = put(soft(0.13, [0.2, 0.075, 0.012]), { turn: [-Math.PI / 2, 0, 0], at: [0, 0.004, 0.012] })
  const halo = put(soft(0.1, [0.05, 0.016, 0.003]), { at: [0, HALF * FLAT, -0.01] })
  return merge([inner, pool, halo])
}

const SHOWN: Readonly<Record<string, number>> = {
  lunch: 7,
  'stay-for-cake': 7,
  'next-morning': 2,
  'two-stones': 2,
  'maya-asks': 2,
  'lunch-again': 7,
  'morning-again': 5,
  'in-her-words': 5,
  window: 5,
}

/** How many stones lie there, lit or not; those of a day that is over are gone. */
export const shownAt = ({ beat }: Moment): number => SHOWN[beat.id] ?? MOST_STONES

/** Seconds in which a stone loses its light. */
const FADE = 1.8

const begin = { beat: { id: '', kind: 'world', seconds: 0 }, into: 0 } as {
  beat: Moment['beat']
  into: number
}

/** Stones that are lit, as a number that goes down softly. */
export function litAt({ beat, into }: Moment): number {
  begin.beat = beat
  let lit = stonesAt(begin)
  for (let i = 0; i < spent.length; i++) {
    const one = spent[i]
    if (one?.beat === beat.id) lit -= smooth(one.at, one.at + FADE, into)
  }
  return lit
}

/** How bright a stone is, about 1 when it is lit. It breathes a little. */
export const lightOf = (stone: number, lit: number, t: number): number =>
  clamp(lit - stone) * (1 + 0.07 * drift(t * 1.6, stone * 3))

/** In the plan, one group after the other is pushed together. */
const grouped = ({ beat, into }: Moment, group: number): number => {
  if (beat.id === 'a-small-joy') return 1
  return beat.id === 'the-plan' ? smooth(2.4 + group * 2.3, 4.4 + group * 2.3, into) : 0
}

/**
 * Metres to the right of the middle of the sill or table, and towards it from its edge, for each stone, when so many are
 * lit; written into `place`.
 */
export function placeOf(stone: number, moment: Moment, lit: number, place: { x: number; z: number }): void {
  const slot = ROW.indexOf(stone as (typeof ROW)[number])
  const row = shownAt(moment) === 7 ? (slot - 3) * STEP : (slot - 4) * STEP
  place.x = mix(row, GROUPS[slot] ?? row, grouped(moment, GROUP_OF[slot] ?? 0))
  const used = clamp(1 - (lit - stone))
  place.z = stone === 8 ? -0.07 * smooth(0.4, 1, used) : 0.006 * Math.sin(stone * 2.1)
}
