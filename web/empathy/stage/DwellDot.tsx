import { useFrame } from '@react-three/fiber'
import { useXRStore } from '@react-three/xr'
import { useEffect, useRef } from 'react'
import type { Mesh } from 'three'
import type { DwellTargets } from './dwell.ts'
import type { Head } from './head.ts'
import { ORDER } from './order.ts'

const AWAY = 0.6

type Props = { head: Head; dwell: DwellTargets; wanted: boolean }

/** Pressing by looking: for who chose it, and for everybody as long as there is neither hand nor controller. */
export function DwellDot({ head, dwell, wanted }: Props) {
  const store = useXRStore()
  const dot = useRef<Mesh>(null)
  useEffect(() => () => dwell.away(), [dwell])
  useFrame(() => {
    const mesh = dot.current
    if (!mesh) return
    mesh.visible = wanted || store.getState().inputSourceStates.length === 0
    if (!mesh.visible) return void dwell.away()
    const done = dwell.look(head, performance.now())
    mesh.position.set(
      head.x + head.forwardX * AWAY,
      head.y + head.forwardY * AWAY,
      head.z + head.forwardZ * AWAY,
    )
    mesh.lookAt(head.x, head.y, head.z)
    mesh.scale.setScalar(done > 0 ? 1.8 - 1.1 * done : 1)
  })
  return (
    <mesh ref={dot} name="dwell dot" renderOrder={ORDER.pointer} visible={false}>
      <ringGeometry args={[0.005, 0.0085, 28]} />
      <meshBasicMaterial
        color="#ffd9b0"
        depthTest={false}
        depthWrite={false}
        transparent
        toneMapped={false}
        fog={false}
      />
    </mesh>
  )
}
