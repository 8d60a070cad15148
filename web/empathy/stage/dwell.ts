import { Matrix4, type Mesh, Vector3 } from 'three'
import type { Head } from './head.ts'

/** Milliseconds of looking that are a press. */
export const DWELL = 1500

type Target = {
  mesh: Mesh
  /** metres */
  width: number
  height: number
  press: () => void
  light: (lit: boolean) => void
}

/** The buttons that can be pressed by looking at them. */
export type DwellTargets = {
  /** returns its undo */
  add: (target: Target) => () => void
  /** one frame; `now` in milliseconds. How much of the press is done, 0 to 1 */
  look: (head: Head, now: number) => number
  /** nothing is looked at any more */
  away: () => void
}

const inverse = new Matrix4()
const from = new Vector3()
const to = new Vector3()

/** Whether the line of sight goes through a flat target. */
function isSeen(head: Head, { mesh, width, height }: Target): boolean {
  inverse.copy(mesh.matrixWorld).invert()
  from.set(head.x, head.y, head.z).applyMatrix4(inverse)
  to.set(head.x + head.forwardX, head.y + head.forwardY, head.z + head.forwardZ).applyMatrix4(inverse)
  if (from.z <= 0 || to.z >= from.z) return false
  const k = from.z / (from.z - to.z)
  const x = from.x + (to.x - from.x) * k
  const y = from.y + (to.y - from.y) * k
  return Math.abs(x) <= width / 2 && Math.abs(y) <= height / 2
}

export function createDwell(): DwellTargets {
  const targets: Target[] = []
  let seen: Target | undefined
  let since = 0
  // a button that was pressed is pressed again only after one has looked away
  let pressed = false
  const see = (target: Target | undefined, now: number) => {
    if (target === seen) return
    seen?.light(false)
    target?.light(true)
    seen = target
    since = now
    pressed = false
  }
  return {
    add(target) {
      targets.push(target)
      return () => {
        targets.splice(targets.indexOf(target), 1)
        if (seen === target) seen = undefined
      }
    },
    look(head, now) {
      let found: Target | undefined
      for (let i = 0; i < targets.length; i++) {
        const target = targets[i]
        if (target && isSeen(head, target)) found = target
      }
      see(found, now)
      if (!seen || pressed) return 0
      const done = (now - since) / DWELL
      if (done < 1) return done
      pressed = true
      seen.press()
      return 0
    },
    away: () => see(undefined, 0),
  }
}
