import { useFrame, useThree } from '@react-three/fiber'
import { DefaultXRHand, useXR } from '@react-three/xr'
import { useMemo, useRef } from 'react'
import type { InstancedMesh, WebXRManager } from 'three'
import { cursor, PINCH, ray, UNHURRIED } from './pointers.ts'

/** What points for a bare hand: its ray from afar, its fingertip from near. */
export function BareHand() {
  return (
    <DefaultXRHand
      model={false}
      grabPointer={false}
      touchPointer={{ clickThresholdMs: UNHURRIED, cursorModel: cursor }}
      rayPointer={{
        clickThresholdMs: PINCH,
        rayModel: ray,
        cursorModel: cursor,
      }}
    />
  )
}

/** Bare hands as they are tracked: a soft bead on each joint, one mesh a hand. Belongs into the origin. */
export function Hands() {
  const states = useXR((xr) => xr.inputSourceStates)
  return states.map((state) =>
    state.type === 'hand' ? <Beads key={state.id} hand={state.inputSource.hand} /> : null,
  )
}

/** Metres; a little more than a fingertip. */
const BEAD = 0.0105

function Beads({ hand }: { hand: XRHand }) {
  const joints = useMemo(() => [...hand.values()], [hand])
  const xr: WebXRManager = useThree((state) => state.gl.xr)
  const beads = useRef<InstancedMesh>(null)
  useFrame((_state, _delta, frame?: XRFrame) => {
    const mesh = beads.current
    if (!mesh) return
    const space = xr.getReferenceSpace()
    // the poses are written where the joints are drawn from, without anything in between
    const seen = frame?.fillPoses?.(joints, space as XRSpace, mesh.instanceMatrix.array as Float32Array)
    mesh.visible = seen === true
    mesh.instanceMatrix.needsUpdate = true
  })
  return (
    <instancedMesh ref={beads} args={[undefined, undefined, joints.length]} frustumCulled={false}>
      <sphereGeometry args={[BEAD, 10, 8]} />
      <meshStandardMaterial color="#e2cdb4" roughness={0.6} emissive="#6b5542" />
    </instancedMesh>
  )
}
