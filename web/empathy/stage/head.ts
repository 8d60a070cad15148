import { type ArrayCamera, type Camera, Matrix4 } from 'three'

/**
 * The viewer's head in the scene's space, written over in each frame and never replaced: position in metres, unit
 * vectors ahead and up, as an `AudioListener` wants them.
 */
export type Head = {
  x: number
  y: number
  z: number
  forwardX: number
  forwardY: number
  forwardZ: number
  upX: number
  upY: number
  upZ: number
}

/** Eyes of somebody who sits, metres above the floor. */
export const EYES = 1.2

export const createHead = (): Head => ({
  x: 0,
  y: EYES,
  z: 0,
  forwardX: 0,
  forwardY: 0,
  forwardZ: -1,
  upX: 0,
  upY: 1,
  upZ: 0,
})

/** Writes a camera's world matrix (column-major, looking along −z) into `head`. */
export function readHead(head: Head, { elements: m }: Pick<Matrix4, 'elements'>): void {
  head.x = m[12] ?? 0
  head.y = m[13] ?? 0
  head.z = m[14] ?? 0
  head.forwardX = -(m[8] ?? 0)
  head.forwardY = -(m[9] ?? 0)
  head.forwardZ = -(m[10] ?? 0)
  head.upX = m[4] ?? 0
  head.upY = m[5] ?? 0
  head.upZ = m[6] ?? 0
}

const between = new Matrix4()

/**
 * Writes the viewer's head into `head`: of two eyes, what is between them. three keeps the camera of a headset at its
 * left eye until it draws.
 */
export function readViewer(head: Head, camera: Camera): void {
  const eyes = (camera as ArrayCamera).cameras
  const left = eyes?.[0]
  const right = eyes?.[1]
  if (!left || !right || !camera.parent) {
    readHead(head, camera.matrixWorld)
    return
  }
  const { elements } = between
  for (let i = 0; i < 16; i++)
    elements[i] = ((left.matrix.elements[i] ?? 0) + (right.matrix.elements[i] ?? 0)) / 2
  camera.parent.updateWorldMatrix(true, false)
  readHead(head, between.premultiply(camera.parent.matrixWorld))
}

/** Radians to the left of −z. */
export const yawOf = (head: Head): number => Math.atan2(-head.forwardX, -head.forwardZ)

/** Radians above the horizon. */
export const pitchOf = (head: Head): number => Math.asin(Math.min(1, Math.max(-1, head.forwardY)))
