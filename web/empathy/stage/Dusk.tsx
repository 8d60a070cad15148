import { useFrame } from '@react-three/fiber'
import { useEffect, useMemo, useRef } from 'react'
import { BackSide, BufferAttribute, Color, type Mesh, RingGeometry, SphereGeometry } from 'three'
import { fullness } from './breathing.ts'

/** Dusk around a place: warm near the ground, a night's blue above, and a floor that shines where `glow` (metres, z) is. */
export function Dusk({ glow }: { glow: number }) {
  const sky = useMemo(() => shaded(new SphereGeometry(9, 32, 24), (x, y, z) => y + 0.06 * z - 0.02 * x), [])
  const floor = useMemo(() => {
    const disc = new RingGeometry(0, 9, 48, 12)
    disc.rotateX(-Math.PI / 2)
    return lit(disc, glow)
  }, [glow])
  useEffect(() => () => sky.dispose(), [sky])
  useEffect(() => () => floor.dispose(), [floor])
  return (
    <>
      <mesh geometry={sky} position={[0, 0.4, 0]}>
        <meshBasicMaterial vertexColors side={BackSide} fog={false} toneMapped={false} depthWrite={false} />
      </mesh>
      <mesh geometry={floor}>
        <meshBasicMaterial vertexColors fog={false} toneMapped={false} />
      </mesh>
    </>
  )
}

type HaloProps = { position: [x: number, y: number, z: number]; still: boolean }

/** The light around a glow: rings that get fainter, in one mesh. */
export function Halo({ position, still }: HaloProps) {
  const mesh = useRef<Mesh>(null)
  useFrame(() => {
    if (mesh.current && !still) mesh.current.scale.setScalar(0.86 + 0.24 * fullness(performance.now() / 1000))
  })
  return (
    <mesh ref={mesh} position={position}>
      <planeGeometry args={[2.2, 2.2]} />
      <shaderMaterial
        transparent
        depthWrite={false}
        vertexShader="varying vec2 at; void main() { at = uv * 2.0 - 1.0; gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0); }"
        fragmentShader="varying vec2 at; void main() { float fade = max(0.0, 1.0 - length(at)); gl_FragColor = vec4(0.965, 0.62, 0.36, fade * fade * 0.55); }"
      />
    </mesh>
  )
}

const low = new Color('#2b1d18')
const middle = new Color('#6b4030')
const high = new Color('#1d1a2b')
const mixed = new Color()

/** Warm near the ground, a night's blue above. */
function shaded(geometry: SphereGeometry, height: (x: number, y: number, z: number) => number) {
  const at = geometry.getAttribute('position')
  const colours = new Float32Array(at.count * 3)
  for (let i = 0; i < at.count; i++) {
    const up = height(at.getX(i) / 9, at.getY(i) / 9, at.getZ(i) / 9)
    if (up < 0.12) mixed.lerpColors(low, middle, Math.max(0, (up + 0.4) / 0.52))
    else mixed.lerpColors(middle, high, Math.min(1, ((up - 0.12) / 0.6) ** 0.7))
    mixed.toArray(colours, i * 3)
  }
  geometry.setAttribute('color', new BufferAttribute(colours, 3))
  return geometry
}

/** A floor that the glow shines on. */
function lit(geometry: RingGeometry, z: number) {
  const at = geometry.getAttribute('position')
  const colours = new Float32Array(at.count * 3)
  for (let i = 0; i < at.count; i++) {
    const far = Math.hypot(at.getX(i), at.getZ(i) - z)
    mixed.lerpColors(middle, low, Math.min(1, far / 5)).toArray(colours, i * 3)
  }
  geometry.setAttribute('color', new BufferAttribute(colours, 3))
  return geometry
}
