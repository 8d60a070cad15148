import { type RootState, useFrame, useThree } from '@react-three/fiber'
import { useRef } from 'react'
import { BackSide, type Mesh } from 'three'
import type { SceneProps } from '../../../scenes/kit/types.ts'

const PEOPLE = [
  [-0.5, -1.6, '#b86b4b'],
  [0.55, -1.7, '#5d7d74'],
  [1.8, 0.2, '#7a6b94'],
] as const

/** What is drawn, for who looks. */
export const drawn: { state: RootState | undefined } = { state: undefined }

/** A table and who sits at it. It tries to draw over everything, as no scene should. */
export function Scene({ moment, beat, contrast }: SceneProps) {
  drawn.state = useThree()
  const lamp = useRef<Mesh>(null)
  useFrame(() => {
    const { t, still } = moment.current
    lamp.current?.position.setY(1.75 + (still ? 0 : 0.02 * Math.sin(t)))
  })
  return (
    <group name={`scene at ${beat}`} renderOrder={99_999}>
      <mesh>
        <sphereGeometry args={[8, 32, 16]} />
        <meshBasicMaterial color={contrast ? '#202020' : '#8a6f5c'} side={BackSide} />
      </mesh>
      <hemisphereLight args={['#ffe6c8', '#4a342a', 2]} />
      <pointLight position={[0, 1.7, -1.2]} intensity={6} color="#ffd7a0" />
      <mesh rotation-x={-Math.PI / 2}>
        <circleGeometry args={[5, 40]} />
        <meshStandardMaterial color="#6d4c3a" />
      </mesh>
      <mesh position={[0, 0.72, -1.3]}>
        <cylinderGeometry args={[0.8, 0.8, 0.05, 40]} />
        <meshStandardMaterial color="#a9784f" />
      </mesh>
      <mesh ref={lamp} position={[0, 1.75, -1.3]}>
        <sphereGeometry args={[0.12, 20, 16]} />
        <meshBasicMaterial color="#ffe9c4" />
      </mesh>
      {PEOPLE.map(([x, z, colour]) => (
        <group key={x} position={[x, 0, z]}>
          <mesh position={[0, 0.75, 0]}>
            <capsuleGeometry args={[0.2, 0.45, 6, 18]} />
            <meshStandardMaterial color={colour} />
          </mesh>
          <mesh position={[0, 1.25, 0]}>
            <sphereGeometry args={[0.13, 20, 16]} />
            <meshStandardMaterial color="#d9a582" />
          </mesh>
        </group>
      ))}
      <mesh position={[0, 1.05, -0.9]} renderOrder={99_999}>
        <planeGeometry args={[0.3, 0.1]} />
        <meshBasicMaterial color="#446655" transparent opacity={0.9} depthTest={false} />
      </mesh>
    </group>
  )
}
