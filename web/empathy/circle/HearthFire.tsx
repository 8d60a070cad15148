import { useFrame } from '@react-three/fiber'
import { useRef } from 'react'
import type { Mesh, PointLight } from 'three'
import { breath, candle } from '../../../scenes/kit/curves.ts'
import { useOwn } from '../../../scenes/kit/hooks.ts'
import { glowing } from '../../../scenes/kit/materials.ts'
import { Solid } from '../../../scenes/kit/Solid.tsx'
import { merge, put } from '../../../scenes/kit/shapes/paint.ts'
import { stand } from '../../../scenes/kit/shapes/shade.ts'
import { ball, box, turned } from '../../../scenes/kit/shapes/solid.ts'
import { Halo } from '../stage/Dusk.tsx'

const STONES = 22

/** A low ring of stones on a round woven rug, of two colours in turn. */
const ground = (radius: number) =>
  stand([
    ...[1, 0.86, 0.8, 0.66, 0.6].map((part, i) =>
      turned(
        [
          [radius * part, 0.004 * i],
          [radius * part, 0.004 * (i + 1)],
          [0, 0.004 * (i + 1)],
        ],
        ['#5a4134', '#8a6a4e'][i % 2] ?? '#5a4134',
        { around: 48 },
      ),
    ),
    ...Array.from({ length: STONES }, (_, i) => {
      const a = (i / STONES) * 2 * Math.PI
      const colour = ['#7a6a60', '#6b5a52', '#8a786a'][i % 3] ?? '#7a6a60'
      return put(box([0.13, 0.12, 0.1], colour, { round: 0.02 }), {
        turn: [0, -a + Math.PI / 2, 0],
        at: [Math.cos(a) * 0.46, 0.03, Math.sin(a) * 0.46],
      })
    }),
  ])

const coals = () =>
  merge(
    Array.from({ length: 26 }, (_, i) => {
      const out = 0.34 * Math.sqrt((i + 0.5) / 26)
      const a = i * 2.4
      return put(
        ball(0.055, ['#f08a3c', '#c24a22', '#8f2f1c'][i % 3] ?? '#c24a22', {
          fine: 6,
          foot: '#ffb45e',
          grain: 0.5,
        }),
        {
          at: [Math.cos(a) * out, 0.1 + 0.06 * (1 - out / 0.34), Math.sin(a) * out],
          scale: [1, 0.6, 1],
          turn: [i, 2 * i, 0],
        },
      )
    }),
  )

type Props = {
  /** of the ring around it, metres */
  radius: number
  still: boolean
}

/** The hearth in the middle of the ring. What is asked, whose turn it is and the time will stand over it. */
export function HearthFire({ radius, still }: Props) {
  const floor = useOwn(() => ground(Math.max(1.05, radius * 0.62)))
  const embers = useOwn(coals)
  const glow = useOwn(() => glowing())
  const light = useRef<PointLight>(null)
  const fire = useRef<Mesh>(null)
  useFrame(({ clock: { elapsedTime } }) => {
    const life = still ? 0.85 : (0.72 + 0.28 * breath(elapsedTime, 10)) * candle(elapsedTime, 2)
    glow.color.setScalar(life)
    if (light.current) light.current.intensity = 5 * life
  })
  return (
    <group position={[0, 0, -radius]}>
      <pointLight ref={light} position={[0, 0.8, 0]} args={['#ffc08a', 5, 9, 1.4]} />
      <Solid shape={floor} />
      <Solid ref={fire} shape={embers} material={glow} />
      <Halo position={[0, 0.34, 0]} still={still} />
    </group>
  )
}
