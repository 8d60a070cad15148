import { useRef } from 'react'
import type { Group, Mesh, Object3D } from 'three'
import { candle, mix, smooth } from '../kit/curves.ts'
import { useMoment, useOwn } from '../kit/hooks.ts'
import { glowing, haze, solid } from '../kit/materials.ts'
import { Solid } from '../kit/Solid.tsx'
import { glow } from '../kit/shapes/glow.ts'
import type { Moment } from '../kit/types.ts'
import * as is from './evening.ts'
import { SEATS, TABLE, TABLE_TOP } from './guests.ts'
import { BREAD, MILL, NAPKIN, WATCH } from './places.ts'
import * as things from './things.ts'

type Props = { moment: { readonly current: Moment }; talk: is.Talk; contrast: boolean }

const said = Array<number>(SEATS.length).fill(0)
const centre: is.Centre = { x: 0, z: 0, loud: 0 }
const NONE: readonly Object3D[] = []

const shown = (mesh: Mesh | Group | null, amount: number) => {
  if (!mesh) return
  mesh.visible = amount > 0.01
  mesh.scale.setScalar(Math.max(amount, 0.01))
}

/** What comes to the table, and what is told or shown on it. */
export function OnTheTable({ moment, talk, contrast }: Props) {
  const plated = useOwn(() => solid.clone())
  const sweet = useOwn(() => solid.clone())
  const fire = useOwn(() => glowing())
  const warm = useOwn(() => haze())
  const face = useOwn(() => glowing())
  const halo = useOwn(() => glow(0.34, '#ffb35c'))
  const cakeMesh = useRef<Mesh>(null)
  const mill = useRef<Mesh>(null)
  const lines = useRef<Group>(null)
  const napkin = useRef<Mesh>(null)
  const watch = useRef<Group>(null)
  const wheels = useRef<(Mesh | null)[]>([])
  const teeth = useOwn(() => things.wheel(0.022))
  const line = useOwn(things.phoneLine)
  useMoment(moment, (now) => {
    const food = is.plates(now)
    plated.opacity = food
    plated.transparent = food < 1
    plated.visible = food > 0
    const cake = is.cakeLight(now)
    const come = smooth(0, 0.5, cake)
    sweet.opacity = come
    sweet.transparent = come < 1
    if (cakeMesh.current) cakeMesh.current.visible = come > 0
    const flicker = now.still ? 1 : candle(now.t, 1)
    fire.color.setScalar(smooth(0.45, 1, cake) * flicker)
    fire.visible = cake > 0.45
    warm.color.setScalar(0.3 * smooth(0.45, 1, cake) * flicker)

    // whoever has the mill, talks
    const turns = is.changed(now, 'turns')
    is.speaking(talk, now, said)
    const { x, z, loud } = is.centreOf(said, centre)
    const mine = turns * Math.min(loud, 1)
    mill.current?.position.set(
      mix(MILL[0], x * 0.66, mine),
      TABLE_TOP,
      mix(MILL[2], TABLE[2] + z * 0.66, mine),
    )

    const written = is.changed(now, 'captions')
    face.color.setScalar(0.06 + 0.84 * written)
    const t = now.still ? 4 : now.t
    if (lines.current) lines.current.visible = written > 0
    const rows = lines.current?.children ?? NONE
    for (let row = 0; row < rows.length; row++) {
      const whole = 0.75 + 0.25 * Math.sin(row * 2.3 + Math.floor(t * 0.4))
      // the last line is still being written
      rows[row]?.scale.setX(Math.max(0.001, written * 0.11 * (row === 2 ? (t * 0.4) % 1 : whole)))
    }

    const drawn =
      now.made.ask === 'word'
        ? now.beat.id === 'it-works'
          ? smooth(1, 4, now.into)
          : Number(now.beat.id === 'what-the-table-can-do')
        : 0
    shown(napkin.current, drawn)
    shown(watch.current, is.watch(now))
    const ticks = now.still ? 0 : Math.floor(now.t * 4)
    for (let i = 0; i < wheels.current.length; i++)
      wheels.current[i]?.rotation.set(0, (i % 2 ? -1 : 1) * ticks * 0.06 * (i + 1), 0)
  })
  return (
    <>
      <Solid shape={useOwn(things.supper)} material={plated} />
      <Solid ref={cakeMesh} shape={useOwn(things.gateau)} material={sweet} contrast={contrast} />
      <Solid shape={useOwn(things.flames)} material={fire} />
      <Solid shape={halo} material={warm} position={[0, TABLE_TOP + 0.35, TABLE[2] + 0.1]} renderOrder={3} />
      <Solid ref={mill} shape={useOwn(things.mill)} position={MILL} contrast={contrast} />
      <group position={[BREAD[0] + 0.02, TABLE_TOP + 0.045, BREAD[2] + 0.17]}>
        <Solid shape={useOwn(things.leaning)} />
        <Solid shape={useOwn(things.phoneFace)} material={face} />
        <group ref={lines} rotation={[-0.4, 0.12, 0]}>
          {[0, 1, 2].map((row) => (
            <Solid key={row} shape={line} position={[-0.058, 0.065 - row * 0.018, 0.0065]} />
          ))}
        </group>
      </group>
      <Solid
        ref={napkin}
        shape={useOwn(things.drawing)}
        position={[NAPKIN[0] - 0.2, TABLE_TOP + 0.009, NAPKIN[2] + 0.06]}
        rotation={[0, -0.15, 0]}
      />
      <group ref={watch} position={[WATCH[0], TABLE_TOP + 0.004, WATCH[2]]} rotation={[0, 1.25, 0]}>
        <Solid shape={useOwn(things.watchCase)} />
        {[
          [0.02, 0.01],
          [-0.016, 0.024],
          [0.008, -0.026],
        ].map(([x = 0, z = 0], i) => (
          <Solid
            key={x}
            ref={(mesh) => {
              wheels.current[i] = mesh
            }}
            shape={teeth}
            position={[x, 0.012 + i * 0.0015, z]}
            scale={[1, 0.7, 0.85][i]}
          />
        ))}
      </group>
    </>
  )
}
