import { useRef } from 'react'
import { Color, type Group, type Mesh } from 'three'
import { drift } from '../kit/curves.ts'
import { useMoment, useOwn } from '../kit/hooks.ts'
import { glowing, haze, thin } from '../kit/materials.ts'
import { clockHand } from '../kit/props/kitchen.ts'
import { bulb } from '../kit/props/room.ts'
import { Solid } from '../kit/Solid.tsx'
import { glow } from '../kit/shapes/glow.ts'
import type { Moment } from '../kit/types.ts'
import { slit } from './air.ts'
import { spentLight, veilAt } from './day.ts'
import { farGuests, fourth, nearGuests } from './guests.ts'
import { chairs, kitchen, LAMP, laidTable, TABLE_EDGE, town, WINDOW } from './maya.ts'
import { coats, lemonCake, ownCoat, sofa, wrapped } from './party.ts'
import { blanket } from './things.ts'
import { inKitchen } from './where.ts'

type Props = { moment: { readonly current: Moment }; beat: string; visit: string; contrast: boolean }

const white = new Color('#fff2dc')

/** Maya's kitchen: full the first time, and as she changed it the second. */
export function Kitchen({ moment, beat, visit, contrast }: Props) {
  const room = useOwn(kitchen)
  const roofs = useOwn(town)
  const laid = useOwn(laidTable)
  const seats = useOwn(chairs)
  const hung = useOwn(coats)
  const own = useOwn(ownCoat)
  const crowd = useOwn(nearGuests)
  const others = useOwn(farGuests)
  const friend = useOwn(fourth)
  const bulbShape = useOwn(() => bulb(0.23))
  const shine = useOwn(() => glow(0.55, '#ffe9c4'))
  const damp = useOwn(() => slit(WINDOW.head - WINDOW.sill, WINDOW.w * 1.5))
  const cake = useOwn(lemonCake)
  const parcel = useOwn(wrapped)
  const couch = useOwn(sofa)
  const cover = useOwn(blanket)
  const hand = useOwn(() => clockHand(0.08))
  const long = useOwn(() => clockHand(0.11))
  const bulbGlow = useOwn(() => glowing())
  const shineHaze = useOwn(() => haze())
  const dampHaze = useOwn(() => haze())

  const whole = useRef<Group>(null)
  const near = useRef<Mesh>(null)
  const far = useRef<Mesh>(null)
  const minutes = useRef<Mesh>(null)
  const hours = useRef<Mesh>(null)

  useMoment(moment, (m) => {
    if (!whole.current) return
    whole.current.visible = inKitchen(m.beat.id, m.made)
    if (!whole.current.visible) return
    const veil = veilAt(m)
    const t = m.still ? 0 : m.t
    const bright = (visit === 'none' ? 0.84 + 0.08 * m.intensity : 0.62) * veil
    bulbGlow.color.setScalar(bright)
    shineHaze.color
      .copy(white)
      .multiplyScalar((visit === 'none' ? 0.1 + 0.05 * m.intensity : 0.2) * veil * spentLight(m))
    dampHaze.color.copy(white).multiplyScalar((0.3 + 0.03 * drift(t, 3)) * veil)
    // they shift their weight while they talk, a few millimetres
    if (near.current) near.current.rotation.y = 0.006 * drift(t * 1.2, 3)
    if (far.current) far.current.rotation.y = -0.006 * drift(t, 8)
    // half past one on the way to two, when she leaves
    const hour = visit === 'none' ? 13.1 : 13.3 + (0.7 * Math.min(m.into, 40)) / 40
    if (minutes.current) minutes.current.rotation.z = -(hour % 1) * Math.PI * 2
    if (hours.current) hours.current.rotation.z = -((hour % 12) / 12) * Math.PI * 2
  })

  const first = visit === 'none'
  const back = visit === 'sofa' ? -TABLE_EDGE.back : 0
  return (
    <group ref={whole}>
      <Solid shape={room} />
      <Solid shape={roofs} />
      <Solid shape={laid} position={[0, 0, back]} contrast={contrast} />
      {visit !== 'sofa' && <Solid shape={seats} />}
      {first && <Solid shape={hung} contrast={contrast} />}
      {first && <Solid ref={near} shape={crowd} contrast={contrast} />}
      {visit !== 'hour' && <Solid ref={far} shape={others} contrast={contrast} />}
      {visit === 'hour' && <Solid shape={friend} contrast={contrast} />}
      <mesh geometry={bulbShape} material={bulbGlow} position={LAMP} />
      <mesh geometry={shine} material={shineHaze} position={[LAMP[0], LAMP[1], LAMP[2] + 0.05]} />
      <mesh geometry={damp} material={dampHaze} position={[WINDOW.x, WINDOW.sill, WINDOW.z + 0.05]} />
      <group position={[-1.95, 1.75, WINDOW.z + 0.012]}>
        <Solid ref={hours} shape={hand} />
        <Solid ref={minutes} shape={long} />
      </group>
      {beat === 'stay-for-cake' && (
        <>
          <Solid shape={cake} position={[0.62, 1.19, -1.4]} rotation={[0.12, 0, 0]} contrast={contrast} />
          <Solid
            shape={own}
            material={thin}
            position={[0.66, 0.84, -0.6]}
            rotation={[0, 0.75, 0]}
            contrast={contrast}
          />
        </>
      )}
      {visit === 'hour' && (
        <Solid shape={parcel} position={[0.46, 0.742, -1.02]} rotation={[0, 0.4, 0]} contrast={contrast} />
      )}
      {visit === 'sofa' && (
        <>
          <Solid shape={couch} contrast={contrast} />
          <Solid shape={cover} material={thin} contrast={contrast} />
        </>
      )}
    </group>
  )
}
