import type { Place } from '../../../scenes/kit/types.ts'
import { degrees, turned } from './angles.ts'
import { type Head, yawOf } from './head.ts'

/** Further off than this a speaker is out of view, and an arrow says where. */
const IN_VIEW = degrees(25)

/** Radians between where the head looks and a place. */
export function offBy(head: Head, [x, y, z]: Place): number {
  const dx = x - head.x
  const dy = y - head.y
  const dz = z - head.z
  const away = Math.hypot(dx, dy, dz)
  if (away === 0) return 0
  const along = (dx * head.forwardX + dy * head.forwardY + dz * head.forwardZ) / away
  return Math.acos(Math.min(1, Math.max(-1, along)))
}

/** Which way to turn for a place: the shorter one; none when it is in view, or only above or below. */
export function wayTo(head: Head, at: Place): 'left' | 'right' | undefined {
  if (offBy(head, at) <= IN_VIEW) return undefined
  const yaw = turned(Math.atan2(head.x - at[0], head.z - at[2]) - yawOf(head))
  if (Math.abs(yaw) < degrees(5)) return undefined
  return yaw > 0 ? 'left' : 'right'
}
