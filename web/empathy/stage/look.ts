import { clamp, degrees, turned } from './angles.ts'

/** Where the flat view looks, radians; yaw to the left, pitch up. */
export type Look = { yaw: number; pitch: number }

/** As far as somebody turns on a chair. */
const SIDE = degrees(170)
const UP = degrees(60)
/** Radians a second while an arrow key is down, and for each press for who wants less motion. */
export const KEY_SPEED = degrees(60)
export const KEY_STEP = degrees(15)

/** Turns by so many radians, in place. */
export function turn(look: Look, yaw: number, pitch: number): void {
  look.yaw = clamp(look.yaw + yaw, -SIDE, SIDE)
  look.pitch = clamp(look.pitch + pitch, -UP, UP)
}

/** Radians a second that arrow keys ask for. */
export const KEYS: Readonly<Record<string, readonly [yaw: number, pitch: number]>> = {
  ArrowLeft: [1, 0],
  ArrowRight: [-1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
}

/** Vertical field of view in degrees: as much to the sides on a phone held upright as can be had without bending. */
export function fieldOfView(aspect: number): number {
  const wide = (2 * Math.atan(Math.tan(degrees(52) / 2) / Math.max(aspect, 0.1)) * 180) / Math.PI
  return clamp(wide, 62, 88)
}

/**
 * Where a phone looks, from its angles in degrees as `deviceorientation` gives them (W3C Device Orientation, Z-X′-Y″) and
 * the screen's own rotation. Written into `into`; roll is left out, so that the horizon stays.
 */
export function lookOfDevice(into: Look, alpha: number, beta: number, gamma: number): void {
  const a = degrees(alpha)
  const b = degrees(beta)
  const g = degrees(gamma)
  // out of the back of the screen, in the earth's axes: east, north, up
  const east = -(Math.cos(a) * Math.sin(g) + Math.sin(a) * Math.sin(b) * Math.cos(g))
  const north = -(Math.sin(a) * Math.sin(g) - Math.cos(a) * Math.sin(b) * Math.cos(g))
  const up = -(Math.cos(b) * Math.cos(g))
  into.yaw = turned(Math.atan2(-east, north))
  into.pitch = Math.asin(clamp(up, -1, 1))
}
