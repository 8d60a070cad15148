import { useFrame } from '@react-three/fiber'
import { type ReactNode, useMemo, useRef } from 'react'
import type { Object3D } from 'three'
import { createFollow, follow, type Leash } from './follow.ts'
import type { Head } from './head.ts'

type Props = Leash & {
  head: Head
  /** radians to the left of and above where the viewer looks, and metres away from the eyes */
  yaw?: number
  pitch: number
  away: number
  visible?: boolean
  children: ReactNode
}

/** Keeps something before the viewer: it comes after the head, faces it, and never rolls. */
export function InFront({ head, yaw = 0, pitch, away, slack, nods, lag, visible = true, children }: Props) {
  const at = useRef(createFollow())
  const leash = useMemo<Leash>(() => ({ slack, nods, lag }), [slack, nods, lag])
  const holder = useRef<Object3D>(null)
  useFrame((_state, delta) => {
    const object = holder.current
    if (!object) return
    follow(at.current, head, delta, leash)
    const turn = at.current.yaw + yaw
    const rise = at.current.pitch + pitch
    const flat = Math.cos(rise) * away
    object.position.set(
      at.current.x - Math.sin(turn) * flat,
      at.current.y + Math.sin(rise) * away,
      at.current.z - Math.cos(turn) * flat,
    )
    object.rotation.set(rise, turn, 0, 'YXZ')
  })
  return (
    <object3D ref={holder} visible={visible}>
      {children}
    </object3D>
  )
}
