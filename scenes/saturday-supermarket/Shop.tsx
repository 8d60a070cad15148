import { useRef } from 'react'
import { Color, type Group, InstancedMesh, type Mesh, Object3D } from 'three'
import { clamp, drift, during, mix, smooth } from '../kit/curves.ts'
import { useMoment, useOwn } from '../kit/hooks.ts'
import { glowing, haze, many } from '../kit/materials.ts'
import { Solid } from '../kit/Solid.tsx'
import { glow } from '../kit/shapes/glow.ts'
import type { Moment } from '../kit/types.ts'
import { onWay, queue, walkers } from './crowd.ts'
import { farGoods, fill, fridgeGoods, nearGoods, packetShape, stock } from './goods.ts'
import {
  AISLE,
  coldTubes,
  farRacks,
  farTills,
  farTubes,
  hall,
  LEVELS,
  lobby,
  nearRack,
  nearTubes,
  SPEAKERS,
  shelfLamps,
  sign,
  speakers,
} from './hall.ts'
import { emptyLevel, levelAt, veilAt } from './light.ts'
import { places } from './places.ts'
import { at, leavesAt, type Station, stationAt } from './stations.ts'
import { saidAt } from './times.ts'

type Props = { moment: { readonly current: Moment }; contrast: boolean }

const level = emptyLevel()
const seat = new Object3D()
const lampColour = new Color()

/** Lamps of the long rows, of the fridges, and what is named when Nour names it. */
export function Lamps({ moment }: Props) {
  const far = useOwn(farTubes)
  const near = useOwn(nearTubes)
  const cold = useOwn(coldTubes)
  const halo = useOwn(() => glow(1, '#ffffff', { around: 24 }))
  const tubes = useOwn(() => glowing())
  const fridges = useOwn(() => glowing())
  const named = useOwn(() => haze())
  const inside = useRef<Mesh>(null)
  const whole = useRef<Group>(null)
  const ring = useRef<Mesh>(null)
  useMoment(moment, (m) => {
    const station = stationAt(m)
    if (whole.current) whole.current.visible = station !== 'exit'
    if (inside.current) inside.current.visible = station !== 'front'
    levelAt(m, level)
    const veil = veilAt(m)
    const lamp = clamp(0.12 + 0.78 * level.bright, 0, 0.96) * veil
    tubes.color.setRGB(lamp, lamp * mix(0.9, 1, level.cool), lamp * mix(0.74, 1, level.cool))
    fridges.color.setRGB(0.8 * veil, 0.92 * veil, 0.95 * veil)
    if (!ring.current) return
    let light = 0
    if (m.beat.id === 'inside')
      for (let i = 0; i < NAMED.length; i++) {
        const one = NAMED[i] as (typeof NAMED)[number]
        const bright = during(one.at, one.at + 5, m.into, 2.4)
        if (bright <= light) continue
        light = bright
        ring.current.position.set(one.place[0], one.place[1], one.place[2])
        ring.current.scale.set(one.wide, one.high, 1)
      }
    ring.current.visible = light > 0.01
    named.color.setRGB(0.1 * light, 0.09 * light, 0.06 * light)
  })
  return (
    <group ref={whole}>
      <mesh geometry={far} material={tubes} />
      <mesh ref={inside} geometry={near} material={tubes} />
      <mesh geometry={cold} material={fridges} />
      <mesh ref={ring} geometry={halo} material={named} />
    </group>
  )
}

/** What Nour hears, one by one, and where it is. */
const NAMED = [
  { at: saidAt('inside', {}, '[Fridges hum'), place: [-1.2, 1.2, -6.9], wide: 4.2, high: 1.5 },
  { at: saidAt('inside', {}, '[A thin buzz'), place: [places.lights[0], 3.1, -4.6], wide: 4.6, high: 0.7 },
  {
    at: saidAt('inside', {}, '[A trolley wheel'),
    place: [places.trolley[0], 0.35, places.trolley[2]],
    wide: 0.6,
    high: 0.5,
  },
] as const

/** The shop further away: floor, walls, fridges, and in most places nine aisles and tills. */
export function Hall({ moment, contrast }: Props) {
  const room = useOwn(hall)
  const around = useOwn(lobby)
  const racks = useOwn(farRacks)
  const tills = useOwn(farTills)
  const people = useOwn(queue)
  const packet = useOwn(packetShape)
  const goods = useOwn(() => {
    const all = farGoods()
    return fill(new InstancedMesh(packet, many, all.matrices.length), all)
  })
  const chilled = useOwn(() => {
    const all = fridgeGoods()
    return fill(new InstancedMesh(packet, many, all.matrices.length), all)
  })
  const whole = useRef<Group>(null)
  const lobbyOf = useRef<Mesh>(null)
  const aisles = useRef<Group>(null)
  useMoment(moment, (m) => {
    const station = stationAt(m)
    if (whole.current) whole.current.visible = station !== 'exit'
    if (lobbyOf.current) lobbyOf.current.visible = station !== 'front'
    if (aisles.current) aisles.current.visible = OPEN.has(station)
  })
  return (
    <>
      <Solid ref={lobbyOf} shape={around} />
      <group ref={whole}>
        <Solid shape={room} />
        <primitive object={chilled} />
        <group ref={aisles}>
          <Solid shape={racks} />
          <Solid shape={tills} />
          <Solid shape={people} contrast={contrast} />
          <primitive object={goods} />
        </group>
      </group>
    </>
  )
}
const OPEN: ReadonlySet<Station> = new Set(['front', 'hall', 'panel', 'till'])

/** People who cross in the distance, the same ones all along. When still, they stand. */
export function Walkers({ moment, contrast }: Props) {
  return (
    <>
      {walkers.map(({ make }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they do not change places
        <Walker key={i} index={i} make={make} moment={moment} contrast={contrast} />
      ))}
    </>
  )
}

/** Beyond the shelves of the aisle one is in there is room for so many to pass. */
const LANES = [-5.95, -6.8, -6.3, -6.55, -6.9] as const

function Walker({
  index,
  make,
  moment,
  contrast,
}: Props & { index: number; make: () => ReturnType<typeof queue> }) {
  const shape = useOwn(make)
  const mesh = useRef<Mesh>(null)
  useMoment(moment, (m) => {
    const walker = walkers[index]
    if (!mesh.current || !walker) return
    const station = stationAt(m)
    const between = station === 'aisle' || station === 'pillar'
    mesh.current.visible = station !== 'exit' && station !== 'cold'
    const { x, facing } = onWay(walker.way, m.still ? 0 : m.t)
    const step = m.still ? 0 : Math.abs(Math.sin(m.t * walker.way.speed * 6 + index))
    mesh.current.position.set(x, 0.012 * step, between ? (LANES[index] ?? walker.way.z) : walker.way.z)
    mesh.current.rotation.y = facing
  })
  return <Solid ref={mesh} shape={shape} contrast={contrast} />
}

/** The aisle one is in: two shelves, its number, the lamps on the shelves, and veils of light that come nearer. */
export function Aisle({
  moment,
  contrast,
  aisles,
}: Props & { aisles: readonly (readonly [at: number, number: number])[] }) {
  const left = useOwn(() => nearRack(-1))
  const right = useOwn(() => nearRack(1))
  const leftLamps = useOwn(() => shelfLamps(-1))
  const rightLamps = useOwn(() => shelfLamps(1))
  const packet = useOwn(packetShape)
  const stocked = useOwn(() => {
    const sides = ([-1, 1] as const).map((side) => {
      const goods = nearGoods(side)
      return { mesh: fill(new InstancedMesh(packet, many, goods.matrices.length), goods), runs: goods.runs }
    })
    return { sides, dispose: () => sides.forEach(({ mesh }) => void mesh.dispose()) }
  })
  const numbers = useOwn(() => {
    const signs = [4, 5, 6, 7, 8, 9].map((number) => sign(number, 0.5))
    return { signs, dispose: () => signs.forEach((shape) => void shape.dispose()) }
  })
  const disc = useOwn(() => glow(0.25, '#ffffff', { around: 20 }))
  const lampGlow = useOwn(() => glowing())
  const poolHaze = useOwn(() => haze())
  const veilHaze = useOwn(() => haze())
  const pools = useOwn(() => {
    const mesh = new InstancedMesh(disc, poolHaze, 24)
    let n = 0
    for (const side of [-1, 1])
      for (const y of [LEVELS[1] - 0.1, LEVELS[2] - 0.1, LEVELS[3] - 0.1])
        for (const z of [-4.6, -3.1, -1.6, -0.1]) {
          seat.position.set(side * (AISLE.half - 0.02), y - 0.08, z)
          seat.rotation.set(0, Math.PI / 2, 0)
          seat.scale.set(2.5, 1.2, 1)
          seat.updateMatrix()
          mesh.setMatrixAt(n++, seat.matrix)
        }
    return mesh
  })
  const veils = useOwn(() => new InstancedMesh(disc, veilHaze, VEILS))
  const boxes = useOwn(speakers)
  const lampHaze = useOwn(() => haze())
  const lamps = useOwn(() => {
    const mesh = new InstancedMesh(disc, lampHaze, SPEAKERS.length)
    for (const [i, { lamp }] of SPEAKERS.entries()) {
      seat.position.set(lamp[0], lamp[1], lamp[2])
      seat.rotation.set(0, 0, 0)
      seat.scale.setScalar(0.36)
      seat.updateMatrix()
      mesh.setMatrixAt(i, seat.matrix)
    }
    return mesh
  })
  const whole = useRef<Group>(null)
  const sides = useRef<(Group | null)[]>([])
  const signs = useRef<(Mesh | null)[]>([])
  const shown = useRef(0)
  useMoment(moment, (m) => {
    if (!whole.current) return
    whole.current.visible = at(m, 'aisle') || at(m, 'pillar')
    if (!whole.current.visible) return
    levelAt(m, level)
    const veil = veilAt(m)
    const warm = level.shelf * veil
    lampGlow.color.setRGB(0.3 + 0.7 * warm, 0.26 + 0.58 * warm, 0.2 + 0.36 * warm)
    poolHaze.color.setRGB(0.3 * warm, 0.19 * warm, 0.08 * warm)
    // a little closer, over most of a minute
    const closer = m.still ? 0 : 0.12 * level.near
    for (let i = 0; i < 2; i++) {
      const side = sides.current[i]
      if (side) side.position.x = (i ? -1 : 1) * closer
    }
    let number = m.beat.id === 'my-things' ? 8 : 4
    for (let i = 0; i < aisles.length; i++) {
      const aisle = aisles[i]
      if (aisle && m.into >= aisle[0]) number = aisle[1]
    }
    if (shown.current !== number) {
      shown.current = number
      for (const { mesh, runs } of stocked.sides) stock(mesh, runs, number)
    }
    for (let i = 0; i < signs.current.length; i++) {
      const one = signs.current[i]
      if (one) one.visible = i + 4 === number
    }
    const t = m.still ? 0 : m.t
    const back = leavesAt(m.beat.id)
    for (let i = 0; i < VEILS; i++) {
      seat.position.set(
        0.25 * drift(t * 0.5, i * 3),
        1.35 + 0.1 * drift(t * 0.4, i),
        -5 + i * 0.62 + (m.still ? 0 : 0.5 * level.near),
      )
      seat.rotation.set(0, 0, 0)
      seat.scale.set(9, 6.4, 1)
      seat.updateMatrix()
      veils.setMatrixAt(i, seat.matrix)
    }
    veils.instanceMatrix.needsUpdate = true
    for (let i = 0; i < SPEAKERS.length; i++) {
      // seen to go out once one is back
      const on = m.made.sound === SPEAKERS[i]?.sound && m.into > back ? 1 - smooth(back, back + 3, m.into) : 1
      lamps.setColorAt(i, lampColour.setRGB(0.35 * on, 0.85 * on, 0.5 * on))
    }
    if (lamps.instanceColor) lamps.instanceColor.needsUpdate = true
    const haziness = 0.012 * smooth(0.12, 1, level.near) * veil
    veilHaze.color.setRGB(haziness * 0.92, haziness * 0.98, haziness * 1.06)
  })
  return (
    <group ref={whole}>
      {[left, right].map((shape, i) => (
        <group
          key={shape.uuid}
          ref={(group) => {
            sides.current[i] = group
          }}
        >
          <Solid shape={shape} contrast={contrast} />
          {stocked.sides[i] && <primitive object={stocked.sides[i].mesh} frustumCulled={false} />}
          <mesh geometry={i ? rightLamps : leftLamps} material={lampGlow} />
        </group>
      ))}
      {numbers.signs.map((shape, i) => (
        <Solid
          key={shape.uuid}
          ref={(mesh) => {
            signs.current[i] = mesh
          }}
          shape={shape}
          position={[0, 2.15, -3.4]}
          contrast={contrast}
        />
      ))}
      <Solid shape={boxes} contrast={contrast} />
      <primitive object={lamps} frustumCulled={false} />
      <primitive object={pools} frustumCulled={false} />
      <primitive object={veils} frustumCulled={false} renderOrder={3} />
    </group>
  )
}
const VEILS = 5
