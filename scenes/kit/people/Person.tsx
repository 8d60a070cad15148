import { useMemo, useRef } from 'react'
import type { Group, Material, Mesh } from 'three'
import { breath, drift } from '../curves.ts'
import { useMoment, useOwn } from '../hooks.ts'
import { Solid } from '../Solid.tsx'
import { merge, put } from '../shapes/paint.ts'
import type { Moment, Place } from '../types.ts'
import { figure, type Person as Looks, type Posture } from './figure.ts'

/** How somebody holds themselves: radians, and 0 to 1 for what has no angle. All 0 is at rest. */
export type Pose = {
  /** to their left */
  turn: number
  nod: number
  tilt: number
  /** forward from the hips */
  lean: number
  /** the right hand off the table; 1 is before the mouth */
  lift: number
  /** arms out to the sides; the left one only of who has `bothArms` */
  wide: number
  /** up from the chair, metres */
  rise: number
}

type Props = Posture & {
  moment: { readonly current: Moment }
  looks: Looks
  at: Place
  /** radians about y; 0 faces +z */
  facing?: number
  /** keeps people from breathing as one */
  seed?: number
  /** one's own, to fade somebody in */
  material?: Material
  contrast?: boolean
  /** the left arm moves too: one draw call more */
  bothArms?: boolean
  /** sets how they hold themselves; everything it does not set is at rest */
  act?: (moment: Moment, pose: Pose) => void
}

const rest = (): Pose => ({ turn: 0, nod: 0, tilt: 0, lean: 0, lift: 0, wide: 0, rise: 0 })
const resting = () => {}

function make(looks: Looks, posture: Posture, bothArms: boolean) {
  const { body, left, shoulder, ...others } = figure(looks, posture)
  const [x, y, z] = shoulder
  const made = bothArms
    ? { body, left, ...others, shoulder }
    : { body: merge([body, put(left, { at: [-x, y, z] })]), left: undefined, ...others, shoulder }
  return {
    ...made,
    dispose() {
      for (const shape of [made.body, made.head, made.arm, made.left]) shape?.dispose()
    },
  }
}

/** Somebody: they breathe, move their head a little, and do what `act` says. When still, they only do what `act` says. */
export function Person({
  moment,
  looks,
  at,
  facing = 0,
  seed = 0,
  material,
  contrast = false,
  bothArms = false,
  act = resting,
  ...posture
}: Props) {
  const { body, head, arm, left, hips, neck, shoulder } = useOwn(() => make(looks, posture, bothArms))
  const whole = useRef<Group>(null)
  const chest = useRef<Mesh>(null)
  const face = useRef<Mesh>(null)
  const right = useRef<Mesh>(null)
  const other = useRef<Mesh>(null)
  const pose = useMemo(rest, [])
  useMoment(moment, (now) => {
    if (!whole.current || !chest.current || !face.current || !right.current) return
    pose.turn = pose.nod = pose.tilt = pose.lean = pose.lift = pose.wide = pose.rise = 0
    act(now, pose)
    const t = now.still ? 0 : now.t
    const air = now.still ? 0.5 : breath(t, 4.2 + (seed % 5) * 0.35, seed * 0.31)
    const sway = now.still ? 0 : 1
    whole.current.position.y = hips + pose.rise
    whole.current.rotation.set(
      pose.lean + 0.012 * sway * drift(t, seed),
      pose.turn * 0.18,
      0.01 * sway * drift(t, seed + 9),
    )
    chest.current.scale.set(1 + 0.006 * air, 1 + 0.004 * air, 1 + 0.02 * air)
    face.current.position.y = neck + 0.003 * air
    face.current.rotation.set(
      pose.nod - pose.lean * 0.6 + 0.03 * sway * drift(t * 1.3, seed + 3),
      pose.turn * 0.82 + 0.06 * sway * drift(t, seed + 5),
      pose.tilt + 0.02 * sway * drift(t, seed + 7),
      'YXZ',
    )
    right.current.rotation.set(
      -1.15 * pose.lift - 0.3 * pose.wide,
      0.85 * pose.lift - 1.1 * pose.wide,
      -0.5 * pose.wide,
      'YXZ',
    )
    other.current?.rotation.set(-0.3 * pose.wide, 1.1 * pose.wide, 0.5 * pose.wide, 'YXZ')
  })
  return (
    <group position={at} rotation={[0, facing, 0]}>
      <group ref={whole} position={[0, hips, 0]}>
        <Solid ref={chest} shape={body} material={material} contrast={contrast} />
        <Solid ref={face} shape={head} material={material} contrast={contrast} position={[0, neck, 0]} />
        <Solid ref={right} shape={arm} material={material} contrast={contrast} position={shoulder} />
        {left && (
          <Solid
            ref={other}
            shape={left}
            material={material}
            contrast={contrast}
            position={[-shoulder[0], shoulder[1], shoulder[2]]}
          />
        )}
      </group>
    </group>
  )
}
