import {
  type BufferAttribute,
  type Color,
  type InstancedMesh,
  type Light,
  type Material,
  Matrix4,
  type Mesh,
  type Object3D,
  type Scene,
  Sphere,
  type Texture,
  Vector3,
  type WebGLRenderer,
} from 'three'

const linear = (byte: number) =>
  byte / 255 <= 0.04045 ? byte / 255 / 12.92 : ((byte / 255 + 0.055) / 1.055) ** 2.4
const LINEAR = Float32Array.from({ length: 256 }, (_, byte) => linear(byte))

/** Mean relative luminance (WCAG 2) of what was drawn last. */
export function luminance(gl: WebGLRenderer): number {
  const { width, height } = gl.domElement
  const context = gl.getContext()
  const bytes = new Uint8Array(width * height * 4)
  context.readPixels(0, 0, width, height, context.RGBA, context.UNSIGNED_BYTE, bytes)
  let sum = 0
  for (let i = 0; i < bytes.length; i += 4)
    sum +=
      0.2126 * (LINEAR[bytes[i] ?? 0] ?? 0) +
      0.7152 * (LINEAR[bytes[i + 1] ?? 0] ?? 0) +
      0.0722 * (LINEAR[bytes[i + 2] ?? 0] ?? 0)
  return sum / (width * height)
}

/** Bytes of all pictures on these materials: four a pixel, and a third more for the smaller copies. */
export function textureBytes(materials: ReadonlySet<unknown>): number {
  const textures = new Set(
    [...materials].flatMap((material) =>
      Object.values(material as object).filter(
        (value) => value && typeof value === 'object' && 'isTexture' in value,
      ),
    ),
  ) as Set<Texture>
  let bytes = 0
  for (const { image, generateMipmaps } of textures) {
    const { width = 0, height = 0 } = (image ?? {}) as { width?: number; height?: number }
    bytes += width * height * 4 * (generateMipmaps ? 4 / 3 : 1)
  }
  return bytes
}

const EYES = new Vector3(0, 1.2, 0)

/** Where each copy of a mesh stands in the world; of an ordinary one there is one. */
function* copiesOf(mesh: Mesh): Generator<Matrix4> {
  if (!('isInstancedMesh' in mesh)) return yield mesh.matrixWorld
  const copies = mesh as InstancedMesh
  const at = new Matrix4()
  for (let i = 0; i < copies.count; i++) {
    copies.getMatrixAt(i, at)
    yield at.premultiply(mesh.matrixWorld)
  }
}

const meshesOf = (scene: Scene): Mesh[] => {
  const meshes: Mesh[] = []
  scene.traverseVisible((object) => 'isMesh' in object && void meshes.push(object as Mesh))
  return meshes
}

/** Metres from the eyes to the nearest vertex that is drawn. */
export function nearestTo(scene: Scene): number {
  let nearest = Number.POSITIVE_INFINITY
  scene.updateMatrixWorld()
  const place = new Vector3()
  const ball = new Sphere()
  for (const mesh of meshesOf(scene)) {
    const { position } = mesh.geometry.attributes
    if (!position) continue
    if (!mesh.geometry.boundingSphere) mesh.geometry.computeBoundingSphere()
    for (const at of copiesOf(mesh)) {
      ball.copy(mesh.geometry.boundingSphere as Sphere).applyMatrix4(at)
      if (ball.distanceToPoint(EYES) > nearest) continue
      for (let i = 0; i < position.count; i++)
        nearest = Math.min(
          nearest,
          place
            .fromBufferAttribute(position as BufferAttribute, i)
            .applyMatrix4(at)
            .distanceTo(EYES),
        )
    }
  }
  return nearest
}

const luminanceOf = ({ r, g, b }: Color) => 0.2126 * r + 0.7152 * g + 0.0722 * b

/** Half of what a quarter of ten degrees of the field of view is wide: what is smaller is no flash (WCAG 2.3.1). */
const LARGE = (2.5 * Math.PI) / 180

const isLarge = (mesh: Mesh): boolean => {
  if (!mesh.geometry.boundingSphere) mesh.geometry.computeBoundingSphere()
  const ball = new Sphere()
  for (const at of copiesOf(mesh)) {
    ball.copy(mesh.geometry.boundingSphere as Sphere).applyMatrix4(at)
    const away = ball.center.distanceTo(EYES)
    if (away <= ball.radius || Math.asin(ball.radius / away) > LARGE) return true
  }
  return false
}

const shows = (object: Object3D | null): boolean => !object || (object.visible && shows(object.parent))

/** How much light something sends out of itself now: a lamp by its power, a mesh by what multiplies its colours. */
function shining(object: Mesh | Light): number {
  if (!shows(object)) return 0
  if ('intensity' in object) return object.intensity * luminanceOf(object.color)
  const [material] = [object.material].flat() as (Material & {
    color?: Color
    uniforms?: Record<string, { value: unknown }>
  })[]
  if (!material?.visible) return 0
  const colours = Object.values(material.uniforms ?? {}).flatMap(({ value }) =>
    value && typeof value === 'object' && 'isColor' in value ? [value as Color] : [],
  )
  if (material.color) colours.push(material.color)
  const light = colours.reduce((sum, colour) => sum + luminanceOf(colour), 0) / (colours.length || 1)
  return (colours.length > 0 ? light : 1) * material.opacity
}

/** Reads again and again how much light everything large in a scene sends out. */
export function watchLights(scene: Scene): { read: () => void; rows: () => Record<string, number[]> } {
  scene.updateMatrixWorld()
  const watched: { name: string; object: Mesh | Light; row: number[] }[] = []
  scene.traverse((object) => {
    const is = (what: string) => what in object
    if (is('isLight') || (is('isMesh') && isLarge(object as Mesh)))
      watched.push({
        name: `${watched.length} ${object.type} ${object.name} ${object.position.toArray().map((n) => n.toFixed(1))}`,
        object: object as Mesh | Light,
        row: [],
      })
  })
  return {
    read() {
      for (const { object, row } of watched) row.push(shining(object))
    },
    /** of each, as a share of the most it had; what hardly changes is left out */
    rows: () =>
      Object.fromEntries(
        watched.flatMap(({ name, row }) => {
          const most = Math.max(...row)
          return most - Math.min(...row) > 0.1 * most ? [[name, row.map((light) => light / most)]] : []
        }),
      ),
  }
}

/** Where everything in a scene is now, copies of instanced meshes too, to be compared with a later moment. */
export function placesIn(scene: Scene): Map<string, Vector3> {
  scene.updateMatrixWorld()
  const places = new Map<string, Vector3>()
  for (const mesh of meshesOf(scene)) {
    let copy = 0
    for (const at of copiesOf(mesh)) {
      places.set(
        `${mesh.uuid} ${copy++} of ${mesh.name || mesh.parent?.name || mesh.type}`,
        new Vector3().setFromMatrixPosition(at),
      )
    }
  }
  return places
}
