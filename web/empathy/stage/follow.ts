import { clamp, degrees, turned } from './angles.ts'
import { type Head, pitchOf, yawOf } from './head.ts'

/** Seconds in which two thirds of the way are gone: late enough to be calm, early enough to be read (notes: 150–200 ms). */
const LAG = 0.175

/** Where something hangs before the viewer: metres and radians. Never rolled. */
export type Follow = { x: number; y: number; z: number; yaw: number; pitch: number; begun: boolean }
export const createFollow = (): Follow => ({ x: 0, y: 0, z: 0, yaw: 0, pitch: 0, begun: false })

export type Nods = readonly [down: number, up: number]

/** Looking straight up or down it stays where it can still be faced. */
const UP = degrees(35)
export const WITH_HEAD: Nods = [degrees(-30), UP]
/** No further down than it hangs: there is what one presses, which would stand before it. */
export const UPWARDS: Nods = [0, UP]

export type Leash = {
  /** radians that the head may turn before it comes along */
  slack: number
  /** how far it goes down and up with the head, radians; none: it stays on the horizon */
  nods?: Nods | undefined
  /** seconds in which two thirds of the way are gone; none: it is before the eyes at once */
  lag?: number
}

/** How far of the way is gone after `dt` seconds; the same at any frame rate. */
export const part = (dt: number, lag = LAG): number => (lag > 0 ? 1 - Math.exp(-Math.max(0, dt) / lag) : 1)

/** What is left to turn once `slack` is allowed for. */
const beyond = (angle: number, slack: number) => angle - clamp(angle, -slack, slack)

/** Lets `it` come after the head, in place. The first time it is there at once. */
export function follow(it: Follow, head: Head, dt: number, { slack, nods, lag }: Leash): void {
  const k = it.begun ? part(dt, lag) : 1
  it.x += (head.x - it.x) * k
  it.y += (head.y - it.y) * k
  it.z += (head.z - it.z) * k
  const yaw = turned(yawOf(head) - it.yaw)
  it.yaw = turned(it.yaw + (it.begun ? beyond(yaw, slack) : yaw) * k)
  const pitch = nods ? clamp(pitchOf(head), ...nods) : 0
  it.pitch += (pitch - it.pitch) * k
  it.begun = true
}
