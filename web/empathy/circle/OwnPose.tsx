import { useFrame, useThree } from '@react-three/fiber'
import { useXRStore } from '@react-three/xr'
import { useRef, useState } from 'react'
import { type Camera, Matrix4, Quaternion, Vector3 } from 'three'
import type { Room } from '../../room/room.ts'
import type { Part, Pose } from '../together/pose.ts'
import { createPoseSending, MOVING_MS } from '../together/poseSending.ts'

const matrix = new Matrix4()
const spot = new Vector3()
const turn = new Quaternion()
const size = new Vector3()

const nowhere = (): Part => ({ position: [0, 0, 0], orientation: [0, 0, 0, 1] })

function write(into: Part): Part {
  matrix.decompose(spot, turn, size)
  spot.toArray(into.position)
  turn.toArray(into.orientation)
  return into
}

/** Where something of the headset's is, in the scene: its camera's parent is where the headset's own space begins. */
function read(pose: XRPose | undefined, { parent }: Camera, into: Part): Part | undefined {
  if (!pose) return undefined
  matrix.fromArray(pose.transform.matrix)
  if (parent) matrix.premultiply(parent.matrixWorld)
  return write(into)
}

type Props = {
  room: Room
  /** also from a flat page, where the head is where the view looks from */
  flat?: boolean
}

/** Sends where one's own head and hands are. One sits at the origin: it is the seat's own space. */
export function OwnPose({ room, flat = false }: Props) {
  const store = useXRStore()
  const xr = useThree(({ gl }) => gl.xr)
  const [send] = useState(createPoseSending)
  const [own] = useState(() => ({ head: nowhere(), left: nowhere(), right: nowhere() }))
  const [pose] = useState<Pose>(() => ({ head: own.head, left: undefined, right: undefined }))
  const looked = useRef(Number.NEGATIVE_INFINITY)
  useFrame(({ camera }, _delta, frame?: XRFrame) => {
    const now = performance.now()
    // only as often as something could go out: each look makes a few objects
    if (now - looked.current < MOVING_MS) return
    const { session, visibilityState } = store.getState()
    // taken off, covered or another tab: whoever is not there is shown as not moving, and soon not at all
    if (session ? visibilityState !== 'visible' : !flat || document.hidden) return
    pose.left = pose.right = undefined
    if (session) {
      const space = xr.getReferenceSpace()
      if (!frame || !space || !read(frame.getViewerPose(space), camera, own.head)) return
      for (const { gripSpace, handedness } of session.inputSources) {
        if (!gripSpace || handedness === 'none') continue
        pose[handedness] = read(frame.getPose(gripSpace, space), camera, own[handedness])
      }
    } else {
      matrix.copy(camera.matrixWorld)
      write(own.head)
    }
    looked.current = now
    const bytes = send(pose, now)
    if (bytes) room.bytes.send(bytes)
  })
  return null
}
