import { InstancedMesh, Object3D } from 'three'
import { drift } from '../kit/curves.ts'
import { useMoment, useOwn } from '../kit/hooks.ts'
import { many } from '../kit/materials.ts'
import type { Moment } from '../kit/types.ts'
import { FEEDER } from './areas.ts'
import { emptyLook, lookAt } from './day.ts'
import { sparrow } from './things.ts'

const now = emptyLook()
const seat = new Object3D()

type Perch = readonly [x: number, y: number, z: number, turn: number]

/** Where sparrows sit: on the rail, and at the feeder. */
const SPARROWS: readonly Perch[] = [
  [-0.3, 1.14, -2.85, 0.5],
  [-0.08, 1.14, -2.85, 2.6],
  [0.16, 1.14, -2.85, -0.4],
  [0.7, 1.14, -2.85, 3.4],
  [0.9, 1.14, -2.85, 0.2],
  [FEEDER[0] - 0.06, FEEDER[1] + 0.018, FEEDER[2] + 0.06, -0.6],
  [FEEDER[0] + 0.09, FEEDER[1] + 0.018, FEEDER[2] + 0.05, 3.6],
]

/** They come while the curtain is open, and hop more when somebody watches them. */
export function Sparrows({ moment }: { moment: { readonly current: Moment } }) {
  const bird = useOwn(sparrow)
  const birds = useOwn(() => new InstancedMesh(bird, many, SPARROWS.length))
  useMoment(moment, (m) => {
    const { beat, made } = m
    const t = m.still ? 0 : m.t
    lookAt(m, now)
    const lively = beat.id === 'a-small-joy' && made.joy !== 'clue' && made.joy !== 'hair' ? 1 : 0.45
    for (let i = 0; i < SPARROWS.length; i++) {
      const perch = SPARROWS[i] as Perch
      const hop = m.still ? 0 : Math.max(0, Math.sin(t * (1.1 + i * 0.13) + i * 2.1) - 0.82) * lively
      seat.position.set(perch[0], perch[1] + hop * 0.16, perch[2])
      seat.rotation.set(0, perch[3] + 0.5 * drift(t * 1.4, i * 2), 0)
      const there = now.drawn < 0.6
      seat.scale.setScalar(there ? 1 : 0)
      seat.updateMatrix()
      birds.setMatrixAt(i, seat.matrix)
    }
    birds.instanceMatrix.needsUpdate = true
  })
  return <primitive object={birds} frustumCulled={false} />
}
