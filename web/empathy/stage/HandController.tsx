import { DefaultXRController, XRSpace } from '@react-three/xr'
import { cursor, ray, UNHURRIED } from './pointers.ts'

/** A controller as a smooth handle, one mesh, and its ray. */
export function HandController() {
  return (
    <>
      <XRSpace space="grip-space">
        <mesh rotation-x={-0.6} position={[0, -0.005, 0.02]}>
          <capsuleGeometry args={[0.017, 0.075, 4, 14]} />
          <meshStandardMaterial color="#d9c3a9" roughness={0.7} emissive="#6b5542" />
        </mesh>
      </XRSpace>
      <DefaultXRController
        model={false}
        grabPointer={false}
        rayPointer={{
          clickThresholdMs: UNHURRIED,
          rayModel: ray,
          cursorModel: cursor,
        }}
      />
    </>
  )
}
