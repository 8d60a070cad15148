import { useFrame, useThree } from '@react-three/fiber'
import { useXR, XROrigin } from '@react-three/xr'
import { useEffect, useRef } from 'react'
import type { Group } from 'three'
import { Hands } from './Hands.tsx'
import { seated } from './seat.ts'

/**
 * Where the headset's own space is. On entering, and whenever its system is asked to centre, whoever wears it sits at the
 * scene's seat, however they sit or lie; after that only their own head moves them.
 */
export function Origin({ height }: { height: number }) {
  const session = useXR((xr) => xr.session)
  const gl = useThree((state) => state.gl)
  const origin = useRef<Group>(null)
  const due = useRef(true)

  // biome-ignore lint/correctness/useExhaustiveDependencies: another height is another seat
  useEffect(() => {
    due.current = true
    const space = session && gl.xr.getReferenceSpace()
    if (!space) return
    const again = () => {
      due.current = true
    }
    space.addEventListener('reset', again)
    return () => space.removeEventListener('reset', again)
  }, [session, gl, height])

  useFrame((_state, _delta, frame?: XRFrame) => {
    if (!due.current || !origin.current) return
    const space = gl.xr.getReferenceSpace()
    const pose = frame && space && frame.getViewerPose(space)
    if (!pose) return
    due.current = false
    const { position, orientation: q } = pose.transform
    // the direction ahead, turned by the head's quaternion
    const x = -2 * (q.x * q.z + q.w * q.y)
    const z = -(1 - 2 * (q.x * q.x + q.y * q.y))
    const seat = seated({ x: position.x, y: position.y, z: position.z, yaw: Math.atan2(-x, -z) }, height)
    origin.current.position.set(seat.x, seat.y, seat.z)
    origin.current.rotation.set(0, seat.yaw, 0)
  }, -950)

  return (
    <XROrigin ref={origin} position={[0, height, 0]}>
      <Hands />
    </XROrigin>
  )
}
