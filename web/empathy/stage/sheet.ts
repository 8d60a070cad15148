import {
  CanvasTexture,
  LinearFilter,
  LinearMipmapLinearFilter,
  MeshBasicMaterial,
  SRGBColorSpace,
} from 'three'
import { fontOf, type Ink } from './ink.ts'

/** About what a headset can show a metre and a half away (30 to 35 points a degree). */
const POINTS_PER_METRE = 1400

/** Something flat with words on it: a canvas as a texture, in the fonts of the page, so that every script can be read. */
export type Sheet = {
  width: number
  height: number
  material: MeshBasicMaterial
  /** Paints anew, lengths in metres from the left upper corner. Never in every frame: only when the words are others. */
  paint: (draw: (ink: Ink) => void) => void
  close: () => void
}

/** A sheet of so many metres. `near`: how many times nearer than 1.4 m it is looked at. */
export function createSheet(width: number, height: number, near = 1): Sheet {
  const canvas = document.createElement('canvas')
  const points = POINTS_PER_METRE * near
  canvas.width = Math.round(width * points)
  canvas.height = Math.round(height * points)
  const found = canvas.getContext('2d')
  if (!found) throw new Error('no 2D canvas')
  const ink = found
  const map = new CanvasTexture(canvas)
  map.colorSpace = SRGBColorSpace
  map.minFilter = LinearMipmapLinearFilter
  map.magFilter = LinearFilter
  map.anisotropy = 4
  // the canvas is already as bright as it should be, and nothing of a scene may stand before it
  const material = new MeshBasicMaterial({
    map,
    transparent: true,
    depthTest: false,
    depthWrite: false,
    toneMapped: false,
    fog: false,
  })
  let last: ((ink: Ink) => void) | undefined
  const again = () => {
    if (!last) return
    ink.setTransform(points, 0, 0, points, 0, 0)
    ink.clearRect(0, 0, width, height)
    last(ink)
    map.needsUpdate = true
  }
  // a font of the page that is not here yet comes now; until then the system's does
  for (const bold of [false, true])
    if (!document.fonts.check(fontOf(bold))) document.fonts.load(fontOf(bold)).then(again, () => {})
  return {
    width,
    height,
    material,
    paint(draw) {
      last = draw
      again()
    },
    close() {
      last = undefined
      map.dispose()
      material.dispose()
    },
  }
}
