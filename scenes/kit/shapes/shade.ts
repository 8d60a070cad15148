import { Box3, type BufferAttribute, Vector3 } from 'three'
import { merge, type Shape } from './paint.ts'

const point = new Vector3()
const normal = new Vector3()
const near = new Vector3()
const middle = new Vector3()
const extent = new Vector3()

/** Never darker than this, so that nothing falls into a black hole. */
const DARKEST = 0.3

/** How far from a thing its shadow is felt, metres: as far as it is thick. */
function reachOf(block: Box3): number {
  block.getSize(extent)
  const [, second = 0] = [extent.x, extent.y, extent.z].sort((a, b) => b - a)
  return Math.min(Math.max(second * 0.8, 0.03), 0.7)
}

/**
 * Soft shadows where things stand close, baked into the vertices' colours: for each vertex of each part, the nearest point
 * of every other part's bounding box, weighed by its distance and by whether the vertex faces it. It costs nothing in a
 * frame and follows no light; a part without close vertices shows little of it.
 */
export function shade(parts: readonly Shape[], strength = 0.75): void {
  const blocks = parts.map((part) => {
    part.computeBoundingBox()
    const block = part.boundingBox?.clone() ?? new Box3()
    return { block, reach: reachOf(block), around: block.clone().expandByScalar(reachOf(block)) }
  })
  for (const [own, part] of parts.entries()) {
    const positions = part.getAttribute('position') as BufferAttribute
    const normals = part.getAttribute('normal') as BufferAttribute
    const colours = part.getAttribute('color') as BufferAttribute
    const mine = blocks[own]
    if (!mine) continue
    const others = blocks.filter((other, index) => index !== own && other.around.intersectsBox(mine.block))
    for (let i = 0; i < positions.count; i++) {
      point.fromBufferAttribute(positions, i)
      normal.fromBufferAttribute(normals, i)
      let light = 1
      for (const { block, reach, around } of others) {
        if (!around.containsPoint(point)) continue
        block.clampPoint(point, near)
        const away = near.distanceTo(point)
        if (away > 0.003) near.sub(point).divideScalar(away)
        else near.copy(block.getCenter(middle)).sub(point).normalize()
        const facing = Math.max(0, 0.25 + 0.75 * near.dot(normal))
        light *= 1 - strength * facing * (1 - Math.min(away / reach, 1)) ** 2
      }
      const dim = Math.max(light, DARKEST)
      // shadows in a lamp-lit room are warm: they lose blue first
      colours.setXYZ(i, colours.getX(i) * dim ** 0.9, colours.getY(i) * dim, colours.getZ(i) * dim ** 1.12)
    }
  }
}

/** Everything that stands still in a scene: shaded where it is close to each other, and one mesh. The parts are given up. */
export function stand(parts: readonly Shape[], strength?: number): Shape {
  shade(parts, strength)
  return merge(parts)
}
