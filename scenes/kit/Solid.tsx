import type { ThreeElements } from '@react-three/fiber'
import type { Material } from 'three'
import { outline, solid } from './materials.ts'
import { linedOf, type Shape } from './shapes/paint.ts'

type Props = Omit<ThreeElements['mesh'], 'geometry' | 'material'> & {
  shape: Shape
  material?: Material
  /** with a dark line around it */
  contrast?: boolean
}

/** A shape as one mesh. */
export function Solid({ shape, material = solid, contrast = false, children, ...mesh }: Props) {
  return (
    <mesh geometry={shape} material={material} {...mesh}>
      {contrast && <mesh geometry={linedOf(shape)} material={outline} />}
      {children}
    </mesh>
  )
}
