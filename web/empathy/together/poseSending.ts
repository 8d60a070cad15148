import { encodePose, type Part, type Pose } from './pose.ts'

/** While somebody moves, and while they sit still: a light that does not move needs little. Milliseconds between two. */
export const MOVING_MS = 1000 / 15
export const STILL_MS = 500
/** Less than this is nobody's wish: metres, and a quaternion's distance. */
const MOVED = 0.004
const TURNED = 0.004

const differs = (a: Part | undefined, b: Part | undefined): boolean => {
  if (!a || !b) return a !== b
  const apart = Math.hypot(...a.position.map((v, i) => v - (b.position[i] ?? 0)))
  const dot = Math.abs(a.orientation.reduce((sum, v, i) => sum + v * (b.orientation[i] ?? 0), 0))
  return apart > MOVED || 1 - dot > TURNED * TURNED
}

const hasMoved = (a: Pose, b: Pose) =>
  differs(a.head, b.head) || differs(a.left, b.left) || differs(a.right, b.right)

/**
 * Decides for each frame whether a pose goes out: 15 a second in movement, 2 at rest. Returns the bytes to send, or
 * undefined. `now` in milliseconds; `pose` may be the same object each time.
 */
export function createPoseSending(): (pose: Pose, now: number) => Uint8Array<ArrayBuffer> | undefined {
  let sequence = 0
  let sentAt = Number.NEGATIVE_INFINITY
  let sent: Pose | undefined
  return (pose, now) => {
    const since = now - sentAt
    if (since < MOVING_MS) return undefined
    if (sent && since < STILL_MS && !hasMoved(sent, pose)) return undefined
    sentAt = now
    sent = structuredClone(pose)
    sequence = (sequence + 1) & 0xffff
    return encodePose({ sequence, at: Math.round(now), pose })
  }
}
