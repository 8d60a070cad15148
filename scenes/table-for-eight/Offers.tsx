import { useRef } from 'react'
import type { Group, Object3D } from 'three'
import { useMoment, useOwn } from '../kit/hooks.ts'
import { haze } from '../kit/materials.ts'
import { Solid } from '../kit/Solid.tsx'
import { glow } from '../kit/shapes/glow.ts'
import type { Moment } from '../kit/types.ts'
import * as is from './evening.ts'
import { TABLE } from './guests.ts'
import { BREAD, LOUDSPEAKER, MILL } from './places.ts'

const NONE: readonly Object3D[] = []

/** Rims of light round what can be chosen. */
const RIMS = {
  'her-chair': [
    [0, 1.5, 0.9],
    [0, 1.85, TABLE[2]],
    [0.72, 0.9, -0.62],
  ],
  'her-question': [
    [1.03, 1.2, -2.35],
    [0.42, 0.8, -0.75],
    [-2.8, 1.5, -2.1],
  ],
  'what-the-table-can-do': [
    [LOUDSPEAKER[0], LOUDSPEAKER[1] + 0.1, LOUDSPEAKER[2] + 0.15],
    [MILL[0], 0.92, MILL[2]],
    [BREAD[0], 0.85, BREAD[2] + 0.18],
  ],
} as const

/** Shows what can be chosen, while it can. */
export function Offers({ moment }: { moment: { readonly current: Moment } }) {
  const air = useOwn(() => haze('white', true))
  const rim = useOwn(() => glow(0.34, '#ffce8a', { around: 12 }))
  const all = useRef<Group>(null)
  useMoment(moment, (now) => {
    const places = now.beat.id in RIMS ? RIMS[now.beat.id as keyof typeof RIMS] : undefined
    const amount = is.offered(now, now.beat.id)
    air.color.setScalar(amount * (now.still ? 0.42 : 0.36 + 0.08 * Math.sin(now.t * 1.4)))
    const meshes = all.current?.children ?? NONE
    for (let i = 0; i < meshes.length; i++) {
      const place = places?.[i]
      const mesh = meshes[i]
      if (!mesh) continue
      mesh.visible = place !== undefined && amount > 0
      if (!place) continue
      mesh.position.set(place[0], place[1], place[2])
      // faces the eyes
      mesh.rotation.y = Math.atan2(-place[0], -place[2])
    }
  })
  return (
    <group ref={all}>
      {[0, 1, 2].map((i) => (
        <Solid key={i} shape={rim} material={air} renderOrder={4} />
      ))}
    </group>
  )
}
