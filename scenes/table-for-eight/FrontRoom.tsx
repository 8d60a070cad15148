import { useRef } from 'react'
import type { Mesh } from 'three'
import { mix } from '../kit/curves.ts'
import { useMoment, useOwn } from '../kit/hooks.ts'
import { glowing, haze } from '../kit/materials.ts'
import { Solid } from '../kit/Solid.tsx'
import { glow } from '../kit/shapes/glow.ts'
import { merge, put } from '../kit/shapes/paint.ts'
import { ball } from '../kit/shapes/solid.ts'
import type { Moment } from '../kit/types.ts'
import * as far from './beyond.ts'
import * as is from './evening.ts'
import { HINGE, LOUDSPEAKER } from './places.ts'

type Props = { moment: { readonly current: Moment }; contrast: boolean }

/** The restaurant beyond the door, its light and its music. */
export function FrontRoom({ moment, contrast }: Props) {
  const beyond = useOwn(far.beyond)
  const people = useOwn(far.crowdBeyond)
  const leaf = useOwn(far.leaf)
  const spill = useOwn(() => glow(1.3, '#ffb066', { flat: true }))
  const sound = useOwn(() =>
    merge([
      glow(0.34, '#ff9a4a', { around: 20 }),
      put(ball(0.012, '#ff9a4a', { fine: 5 }), { at: [-0.03, -0.1, -0.03] }),
    ]),
  )
  const lit = useOwn(() => glowing())
  const seen = useOwn(() => glowing())
  const air = useOwn(() => haze())
  const music = useOwn(() => haze())
  const door = useRef<Mesh>(null)
  useMoment(moment, (now) => {
    const shut = is.changed(now, 'music')
    const full = is.frontRoom(now)
    lit.color.setScalar(0.34 + 0.7 * full)
    seen.color.setScalar(0.42 * full)
    seen.visible = full > 0.4
    air.color.setScalar(0.26 * full * (1 - shut))
    const beat = now.still ? 0.5 : 0.5 + 0.5 * Math.sin(now.t * 2.1)
    music.color.setScalar((0.07 + 0.17 * full * (0.7 + 0.3 * beat)) * (1 - shut))
    if (door.current) door.current.rotation.y = mix(1.75, 0, shut)
  })
  return (
    <>
      <Solid shape={beyond} material={lit} />
      <Solid shape={people} material={seen} />
      <Solid ref={door} shape={leaf} position={HINGE} contrast={contrast} />
      <Solid shape={spill} material={air} position={[1.8, 0.012, -3.6]} renderOrder={2} />
      <Solid
        shape={sound}
        material={music}
        position={[LOUDSPEAKER[0] - 0.02, LOUDSPEAKER[1] + 0.13, LOUDSPEAKER[2] + 0.13]}
        renderOrder={3}
      />
    </>
  )
}
