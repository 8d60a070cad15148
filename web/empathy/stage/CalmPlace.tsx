import { useFrame } from '@react-three/fiber'
import { useRef } from 'react'
import type { Mesh } from 'three'
import { fullness } from './breathing.ts'
import { Dusk, Halo } from './Dusk.tsx'

/** A quiet room at dusk with a glow in the middle that breathes. Nothing else is in it, and nobody. */
export function CalmPlace({ still }: { still: boolean }) {
  const glow = useRef<Mesh>(null)
  useFrame(() => {
    if (!glow.current) return
    const full = still ? 0.6 : fullness(performance.now() / 1000)
    glow.current.scale.setScalar(0.16 + 0.09 * full)
  })
  return (
    <object3D name="calm">
      <Dusk glow={-2.4} />
      <mesh ref={glow} position={[0, 0.95, -2.4]}>
        <sphereGeometry args={[1, 40, 28]} />
        <meshBasicMaterial color="#f6b27c" fog={false} toneMapped={false} />
      </mesh>
      <Halo position={[0, 0.95, -2.45]} still={still} />
    </object3D>
  )
}
