import { useFrame, useThree } from '@react-three/fiber'
import { useEffect, useMemo, useRef } from 'react'
import { type Mesh, PlaneGeometry, ShaderMaterial } from 'three'
import { ORDER } from './order.ts'
import { closed, veilAt } from './veiling.ts'

type Props<Place> = {
  /** what should be seen, and what is */
  wanted: Place
  shown: Place
  onClosed: (shown: Place) => void
}

/** A warm dark that closes, lets what is behind it be exchanged, and opens again. One mesh, drawn only while it is seen. */
export function Veil<Place>({ wanted, shown, onClosed }: Props<Place>) {
  const mesh = useRef<Mesh>(null)
  const since = useRef<{ at: number; closing: boolean | undefined }>({ at: 0, closing: undefined })
  const invalidate = useThree((state) => state.invalidate)
  const geometry = useMemo(() => new PlaneGeometry(2, 2), [])
  const material = useMemo(
    () =>
      new ShaderMaterial({
        uniforms: { opacity: { value: 1 } },
        // over the whole view of each eye, wherever it looks
        vertexShader: 'void main() { gl_Position = vec4(position.xy, 0.0, 1.0); }',
        fragmentShader:
          'uniform float opacity; void main() { gl_FragColor = vec4(0.071, 0.055, 0.047, opacity); }',
        transparent: true,
        depthTest: false,
        depthWrite: false,
      }),
    [],
  )
  useEffect(() => {
    return () => {
      geometry.dispose()
      material.dispose()
    }
  }, [geometry, material])
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change is what begins it
  useEffect(() => invalidate(), [wanted, shown, invalidate])

  useFrame((state) => {
    const veil = mesh.current
    if (!veil) return
    const now = performance.now()
    const closing = wanted !== shown
    if (closing !== since.current.closing) {
      since.current.closing = closing
      since.current.at = now
    }
    const opacity = veilAt(now - since.current.at, closing)
    veil.visible = opacity > 0
    const { opacity: uniform } = material.uniforms
    if (uniform) uniform.value = opacity
    if (closing && closed(now - since.current.at)) onClosed(wanted)
    if (opacity > 0) state.invalidate()
  })
  return (
    <mesh
      ref={mesh}
      name="veil"
      geometry={geometry}
      material={material}
      frustumCulled={false}
      renderOrder={ORDER.veil}
    />
  )
}
