import { EYES } from './head.ts'

/** Where the headset's own space is in the scene: metres, and radians to the left. */
export type Seat = { x: number; y: number; z: number; yaw: number }

/**
 * Puts a head that is at `head` (metres and radians in the headset's space) on the seat, facing −z with its eyes at the
 * height of somebody who sits, plus `height`: sitting, standing or lying down makes no difference.
 */
export function seated(head: { x: number; y: number; z: number; yaw: number }, height: number): Seat {
  const yaw = -head.yaw
  const cos = Math.cos(yaw)
  const sin = Math.sin(yaw)
  return {
    x: -(cos * head.x + sin * head.z),
    y: EYES - head.y + height,
    z: -(-sin * head.x + cos * head.z),
    yaw,
  }
}
