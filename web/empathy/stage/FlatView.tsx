import { useFrame, useThree } from '@react-three/fiber'
import { useXR } from '@react-three/xr'
import { useEffect, useRef } from 'react'
import { PerspectiveCamera } from 'three'
import { clamp, degrees } from './angles.ts'
import { watchGyroscope } from './gyroscope.ts'
import { fieldOfView, KEY_SPEED, KEY_STEP, KEYS, type Look, turn } from './look.ts'

type Props = { still: boolean; gyroscope: boolean; host: HTMLElement }

/** Looking around on a screen: by dragging, arrow keys, or the phone itself. Nobody is moved, and nothing turns by itself. */
export function FlatView({ still, gyroscope, host }: Props) {
  const inHeadset = useXR((xr) => xr.session !== undefined)
  const camera = useThree((state) => state.camera)
  const size = useThree((state) => state.size)
  const invalidate = useThree((state) => state.invalidate)
  const look = useRef<Look>({ yaw: 0, pitch: 0 })
  const phone = useRef<Look>({ yaw: 0, pitch: 0 })
  const keys = useRef({ yaw: 0, pitch: 0 })

  useEffect(() => {
    if (inHeadset || !(camera instanceof PerspectiveCamera)) return
    camera.fov = fieldOfView(size.width / size.height)
    camera.updateProjectionMatrix()
    invalidate()
  }, [inHeadset, camera, size, invalidate])

  useEffect(() => {
    if (inHeadset) return
    const ends = new AbortController()
    const { signal } = ends
    let held: { id: number; x: number; y: number } | undefined
    // one finger or the mouse; what is grabbed stays under it
    host.addEventListener(
      'pointerdown',
      (event) => {
        if (held || event.button !== 0) return
        held = { id: event.pointerId, x: event.clientX, y: event.clientY }
        host.setPointerCapture(event.pointerId)
      },
      { signal },
    )
    host.addEventListener(
      'pointermove',
      (event) => {
        if (held?.id !== event.pointerId) return
        const each = degrees(fieldOfView(host.clientWidth / host.clientHeight)) / host.clientHeight
        turn(look.current, (event.clientX - held.x) * each, (event.clientY - held.y) * each)
        held.x = event.clientX
        held.y = event.clientY
        invalidate()
      },
      { signal },
    )
    const letGo = (event: PointerEvent) => {
      if (held?.id === event.pointerId) held = undefined
    }
    host.addEventListener('pointerup', letGo, { signal })
    host.addEventListener('pointercancel', letGo, { signal })
    const stop = () => {
      keys.current.yaw = 0
      keys.current.pitch = 0
    }
    host.addEventListener(
      'keydown',
      (event) => {
        const asked = KEYS[event.key]
        if (!asked || event.ctrlKey || event.altKey || event.metaKey) return
        event.preventDefault()
        if (still) turn(look.current, asked[0] * KEY_STEP, asked[1] * KEY_STEP)
        else {
          keys.current.yaw = asked[0] || keys.current.yaw
          keys.current.pitch = asked[1] || keys.current.pitch
        }
        invalidate()
      },
      { signal },
    )
    host.addEventListener(
      'keyup',
      (event) => {
        const asked = KEYS[event.key]
        if (asked?.[0] === keys.current.yaw) keys.current.yaw = 0
        if (asked?.[1] === keys.current.pitch) keys.current.pitch = 0
      },
      { signal },
    )
    host.addEventListener('blur', stop, { signal })
    return () => {
      ends.abort()
      stop()
    }
  }, [host, inHeadset, still, invalidate])

  useEffect(() => {
    phone.current.yaw = 0
    phone.current.pitch = 0
    if (!gyroscope || inHeadset) return
    return watchGyroscope(phone.current, invalidate)
  }, [gyroscope, inHeadset, invalidate])

  useFrame((state, delta) => {
    if (inHeadset) return
    const { yaw, pitch } = keys.current
    if (yaw !== 0 || pitch !== 0) {
      const step = KEY_SPEED * Math.min(delta, 0.1)
      turn(look.current, yaw * step, pitch * step)
      state.invalidate()
    }
    const { rotation } = state.camera
    rotation.order = 'YXZ'
    rotation.y = look.current.yaw + phone.current.yaw
    rotation.x = clamp(look.current.pitch + phone.current.pitch, degrees(-85), degrees(85))
    rotation.z = 0
  })
  return null
}
