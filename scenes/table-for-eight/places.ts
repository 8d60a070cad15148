import type { Putting } from '../kit/shapes/paint.ts'
import type { Place } from '../kit/types.ts'
import { TABLE, TABLE_TOP } from './guests.ts'

/** The room's walls, metres. */
export const LEFT = -2.9
export const RIGHT = 2.9
export const FRONT = -4.2
const BACK = 0.95
export const HIGH = 2.8
export const WIDE = RIGHT - LEFT
export const DEEP = BACK - FRONT
export const MIDDLE = (FRONT + BACK) / 2

export const DOOR = { x: 2.02, w: 0.92, head: 2.05 }
export const WINDOW = { x: 0.5, w: 1.5, sill: 0.85, head: 2.15 }
export const HINGE: Place = [DOOR.x - DOOR.w / 2, 0, FRONT + 0.02]
export const LOUDSPEAKER: Place = [1.12, 2.02, FRONT + 0.13]
export const PANE: Place = [LEFT - 0.01, WINDOW.sill, MIDDLE - WINDOW.x]
export const PANE_SIZE = [WINDOW.w, WINDOW.head - WINDOW.sill] as const
export const LAMP: Place = [0, 1.86, TABLE[2]]
export const LAMP_RADIUS = 0.3
export const MILL: Place = [0.12, TABLE_TOP, -1.72]
export const BREAD: Place = [0.4, TABLE_TOP, -1.12]
export const NAPKIN: Place = [0.46, TABLE_TOP, -0.72]
export const WATCH: Place = [0.02, TABLE_TOP, -0.445]

/** A place at the table: `at` measured from its middle, and turned towards it. */
export const placed = (index: number, away: number, y = 0, aside = 0): Putting => {
  const angle = (index * Math.PI) / 4
  return {
    at: [
      -Math.sin(angle) * away + Math.cos(angle) * aside,
      y,
      TABLE[2] + Math.cos(angle) * away + Math.sin(angle) * aside,
    ],
    turn: [0, Math.PI - angle, 0],
  }
}
export const PLACES = [0, 1, 2, 3, 4, 5, 6, 7]
