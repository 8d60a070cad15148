import { useRef } from 'react'
import { Color, InstancedMesh, Object3D } from 'three'
import { useMoment, useOwn } from '../kit/hooks.ts'
import { haze, many, outlines } from '../kit/materials.ts'
import type { Moment } from '../kit/types.ts'
import { SILL } from './flat.ts'
import { TABLE_EDGE } from './maya.ts'
import { ember, lightOf, litAt, pebble, placeOf, shownAt } from './pebbles.ts'
import { MOST_STONES } from './stones.ts'
import { inKitchen, visitAt } from './where.ts'

const seat = new Object3D()
const light = new Color()
const place = { x: 0, z: 0 }

type Props = { moment: { readonly current: Moment }; contrast: boolean }

/** Nine stones, as many lit as Aiko has: on the sill at home, along the edge of the table at Maya's. */
export function Stones({ moment, contrast }: Props) {
  const shape = useOwn(pebble)
  const inner = useOwn(ember)
  const glowing = useOwn(() => haze())
  const grey = useOwn(() => new InstancedMesh(shape, many, MOST_STONES))
  const lights = useOwn(() => new InstancedMesh(inner, glowing, MOST_STONES))
  const dark = useOwn(() => new InstancedMesh(shape, outlines, MOST_STONES))
  const edge = useRef(TABLE_EDGE.z)
  useMoment(moment, (now) => {
    const lit = litAt(now)
    const shown = shownAt(now)
    const kitchen = inKitchen(now.beat.id, now.made)
    edge.current = TABLE_EDGE.z - (visitAt(now.beat.id, now.made) === 'sofa' ? TABLE_EDGE.back : 0)
    const t = now.still ? 0 : now.t
    for (let i = 0; i < MOST_STONES; i++) {
      placeOf(i, now, lit, place)
      seat.position.set(place.x, kitchen ? TABLE_EDGE.y : SILL.y, (kitchen ? edge.current : SILL.z) + place.z)
      seat.rotation.y = kitchen ? 0 : 0.14 * Math.sin(i * 2.7)
      seat.scale.setScalar(i < shown ? 1 + 0.06 * Math.sin(i * 1.9) : 0)
      seat.updateMatrix()
      grey.setMatrixAt(i, seat.matrix)
      lights.setMatrixAt(i, seat.matrix)
      dark.setMatrixAt(i, seat.matrix)
      lights.setColorAt(i, light.setScalar(lightOf(i, lit, t)))
    }
    grey.instanceMatrix.needsUpdate =
      lights.instanceMatrix.needsUpdate =
      dark.instanceMatrix.needsUpdate =
        true
    if (lights.instanceColor) lights.instanceColor.needsUpdate = true
  })
  return (
    <>
      <primitive object={grey} frustumCulled={false} />
      <primitive object={lights} frustumCulled={false} renderOrder={2} />
      {contrast && <primitive object={dark} frustumCulled={false} />}
    </>
  )
}
