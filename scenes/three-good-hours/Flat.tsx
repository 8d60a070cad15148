import { useRef } from 'react'
import { Color, type Group, type Mesh, MeshLambertMaterial } from 'three'
import { colours } from '../kit/colours.ts'
import { clamp, drift, during, mix, smooth } from '../kit/curves.ts'
import { useMoment, useOwn } from '../kit/hooks.ts'
import { glowing, haze, solid, thin } from '../kit/materials.ts'
import { kettle, pot } from '../kit/props/kitchen.ts'
import { lampShade } from '../kit/props/room.ts'
import { cup } from '../kit/props/table.ts'
import { Solid } from '../kit/Solid.tsx'
import { glow } from '../kit/shapes/glow.ts'
import type { Moment } from '../kit/types.ts'
import { knees, nearRims, patch, rims, slit, steam } from './air.ts'
import { balcony, bath, desk, town } from './areas.ts'
import { emptyLook, lookAt, spentLight, veilAt } from './day.ts'
import { flat, guestShoes, KETTLE, LAMP, SILL, sash, TRAY, WINDOW } from './flat.ts'
import { crossword, filledAt, letters, pencil } from './paper.ts'
import { phone, pictures, screen } from './phone.ts'
import { Sparrows } from './Sparrows.tsx'
import { blanket, smallThings, wing } from './things.ts'
import { inKitchen } from './where.ts'

type Props = { moment: { readonly current: Moment }; contrast: boolean; visit: string }

const now = emptyLook()
const warm = new Color('#ffdca8')
const cool = new Color('#dfe6ee')

/** Beats in which tea is within reach. */
const TEA = new Set(['the-plan', 'a-small-joy', 'window'])
const DAYS_IN_BED = new Set(['next-morning', 'two-stones', 'maya-asks'])

/** Aiko's flat from her daybed, through two days. */
export function Flat({ moment, contrast, visit }: Props) {
  const room = useOwn(flat)
  const table = useOwn(desk)
  const washing = useOwn(bath)
  const outdoors = useOwn(balcony)
  const roofs = useOwn(town)
  const cover = useOwn(blanket)
  const cloth = useOwn(wing)
  const window = useOwn(sash)
  const squares = useOwn(crossword)
  const words = useOwn(letters)
  const lead = useOwn(pencil)
  const shade = useOwn(lampShade)
  const shine = useOwn(() => glow(0.55, '#ffb35e'))
  const steel = useOwn(() => kettle('#b3423a'))
  const tea = useOwn(() => cup('#7f9a94', '#8a5a2c'))
  const wisp = useOwn(() => steam())
  const cloud = useOwn(() => steam(1.1, 0.5))
  const sunlight = useOwn(knees)
  const onCeiling = useOwn(() => patch(1.1, 0.8, 0.3))
  const offered = useOwn(rims)
  const offeredNear = useOwn(nearRims)
  const day = useOwn(() => slit(1.3, 0.3))
  const things = useOwn(smallThings)
  const telephone = useOwn(phone)
  const display = useOwn(screen)
  const drawn = useOwn(pictures)
  const shoes = useOwn(guestShoes)
  const soup = useOwn(() => pot(colours.ember, 0.13))

  const deskPaint = useOwn(() => new MeshLambertMaterial({ vertexColors: true }))
  const bathPaint = useOwn(() => new MeshLambertMaterial({ vertexColors: true }))
  const outPaint = useOwn(() => new MeshLambertMaterial({ vertexColors: true }))
  const shadeGlow = useOwn(() => glowing())
  const airLight = useOwn(() => haze())
  const sunHaze = useOwn(() => haze())
  const steamHaze = useOwn(() => haze())
  const bathHaze = useOwn(() => haze())
  const rimHaze = useOwn(() => haze())
  const slitHaze = useOwn(() => haze())
  const screenGlow = useOwn(() => glowing())

  const whole = useRef<Group>(null)
  const wings = useRef<(Mesh | null)[]>([])
  const open = useRef<Mesh>(null)
  const lap = useRef<Group>(null)
  const blank = useRef<Mesh>(null)
  const hung = useRef<Mesh>(null)
  const bed = useRef<Mesh>(null)
  const cupOf = useRef<Group>(null)
  const kettleSteam = useRef<Mesh>(null)
  const cupSteam = useRef<Mesh>(null)
  const bathSteam = useRef<Mesh>(null)
  const ceiling = useRef<Mesh>(null)
  const onKnees = useRef<Mesh>(null)
  const offers = useRef<Mesh>(null)
  const near = useRef<Mesh>(null)
  const call = useRef<Group>(null)
  const slitOf = useRef<Mesh>(null)

  useMoment(moment, (m) => {
    const { beat, into, made } = m
    if (!whole.current) return
    whole.current.visible = !inKitchen(beat.id, made)
    if (!whole.current.visible) return
    lookAt(m, now)
    const veil = veilAt(m)
    const keeps = spentLight(m)
    const t = m.still ? 0 : m.t
    const inBed = DAYS_IN_BED.has(beat.id)

    // the three parts of the flat, each as bright as it is a part of the day
    outPaint.color.setScalar(now.balcony * veil)
    deskPaint.color.setScalar(mix(0.55, 1, clamp(now.desk)) * veil)
    bathPaint.color.setScalar(mix(0.3, 1, clamp(now.bath)) * veil)
    shadeGlow.color.setScalar((0.16 + 0.84 * clamp(now.desk)) * veil)
    airLight.color.setScalar(0.3 * now.desk * veil)

    const sun = now.patch * veil * keeps
    sunHaze.color.copy(now.sunColour).multiplyScalar(0.15 * sun)
    if (onKnees.current) {
      onKnees.current.visible = sun > 0.01 && beat.id !== 'in-her-words'
      onKnees.current.position.x = 0.1 * drift(t * 0.5, 2) - 0.04
    }
    if (ceiling.current) {
      ceiling.current.visible = sun > 0.01
      ceiling.current.position.x = -0.25 + 0.16 * drift(t * 0.8, 5)
      ceiling.current.rotation.y = 0.12 * drift(t, 7)
    }

    for (let side = 0; side < 2; side++) {
      const cloth = wings.current[side]
      if (!cloth) continue
      const breeze = beat.id === 'window' ? smooth(0, 3, into) : 0.15
      const wide = mix(0.24, 1, now.drawn)
      cloth.scale.x = (side ? -1 : 1) * wide * (1 + 0.03 * breeze * drift(t * 1.7, side * 4))
      cloth.rotation.x = -0.05 * breeze * (1 + drift(t * 1.4, 3 + side))
      cloth.rotation.y = (side ? 1 : -1) * 0.03 * breeze * drift(t * 1.1, side)
    }
    if (open.current) open.current.rotation.y = 0.16 * (beat.id === 'window' ? smooth(0, 4, into) : 0)
    if (slitOf.current) slitOf.current.visible = inBed
    slitHaze.color
      .copy(cool)
      .multiplyScalar((beat.id === 'maya-asks' ? mix(0.16, 0.4, smooth(0, 6, into)) : 0.16) * veil)

    if (bed.current) {
      bed.current.position.set(0, beat.id === 'two-stones' ? 0.04 : 0, inBed ? 0.05 : 0)
      bed.current.scale.y = beat.id === 'two-stones' ? 1.05 : 1
    }

    // the crossword: on the knees, and on the desk once it is full
    const asleep = inBed || visit === 'here'
    const onDesk = asleep || beat.id === 'morning-again' || beat.id === 'window'
    if (lap.current) {
      const talking = beat.id === 'in-her-words'
      if (onDesk) lap.current.position.set(1.42, 0.755, -1.42)
      else if (talking) lap.current.position.set(-0.19, 0.86, -0.57)
      else lap.current.position.set(0.02, 0.835, -0.5)
      lap.current.rotation.set(onDesk ? 0 : talking ? 0.55 : 0.5, onDesk ? 0.2 : talking ? 0.16 : 0.05, 0)
    }
    words.shape.setDrawRange(0, words.upTo(filledAt(m)))
    if (blank.current) blank.current.visible = beat.id === 'in-her-words'
    if (hung.current) {
      hung.current.visible = !onDesk
      hung.current.rotation.z = 0.1 * drift(t * 1.9, 4)
    }

    // tea: the kettle steams, then there is a cup; in the evening it stands beside the stone
    const boiling = beat.id === 'her-room' ? during(5, 13.4, into, 3) : 0
    const cupSteams = beat.id === 'her-room' ? smooth(13, 15, into) : beat.id === 'window' ? 1 : 0
    steamHaze.color.copy(warm).multiplyScalar(0.6 * veil * Math.max(boiling, cupSteams * 0.7))
    if (kettleSteam.current) {
      kettleSteam.current.visible = boiling > 0.01
      kettleSteam.current.scale.set(1.5 + 0.2 * drift(t * 1.2), 1.7, 1)
    }
    if (cupOf.current) {
      cupOf.current.visible = (beat.id === 'her-room' && into > 12.6) || TEA.has(beat.id)
      if (beat.id === 'window') cupOf.current.position.set(0.42, SILL.y, SILL.z - 0.02)
      else cupOf.current.position.set(TRAY.x - 0.1, TRAY.y, TRAY.z + 0.08)
    }
    if (cupSteam.current) {
      cupSteam.current.visible = cupSteams > 0.01
      cupSteam.current.rotation.z = 0.1 * drift(t * 1.3, 2)
    }
    const shower =
      beat.id === 'a-small-joy' && made.joy === 'hair' ? smooth(1, 5, into) * (1 - smooth(14, 20, into)) : 0
    bathHaze.color.copy(warm).multiplyScalar(0.5 * shower * veil)
    if (bathSteam.current) {
      bathSteam.current.visible = shower > 0.01
      bathSteam.current.scale.x = 1 + 0.15 * drift(t, 8)
    }

    // what may be chosen has a soft rim
    const plan = beat.id === 'the-plan' ? smooth(13, 16, into) : 0
    const small = beat.id === 'two-stones' ? smooth(7, 10, into) : 0
    rimHaze.color.copy(warm).multiplyScalar((0.3 + 0.1 * drift(t, 1)) * Math.max(plan, small) * veil)
    if (offers.current) offers.current.visible = plan > 0.01
    if (near.current) near.current.visible = small > 0.01

    if (call.current) {
      call.current.visible = visit !== 'here'
      const awake = beat.id === 'maya-asks' ? smooth(1, 2.6, into) : 0
      screenGlow.color.setScalar((0.04 + 0.96 * awake) * veil)
      if (beat.id === 'maya-asks') {
        call.current.position.set(TRAY.x - 0.12, TRAY.y, TRAY.z + 0.06)
        call.current.rotation.set(-0.42, -0.62, 0, 'YXZ')
      } else {
        call.current.position.set(TRAY.x + 0.13, TRAY.y + 0.014, TRAY.z + 0.1)
        call.current.rotation.set(Math.PI / 2, 0, 0.35)
      }
    }
  })

  return (
    <group ref={whole}>
      <Solid shape={room} contrast={contrast} />
      <Solid shape={roofs} material={outPaint} />
      <Solid shape={outdoors} material={outPaint} />
      <Sparrows moment={moment} />
      <Solid shape={table} material={deskPaint} contrast={contrast} />
      <Solid shape={washing} material={bathPaint} />
      <Solid ref={bed} shape={cover} material={thin} contrast={contrast} />
      {[0, 1].map((side) => (
        <Solid
          key={side}
          ref={(mesh) => {
            wings.current[side] = mesh
          }}
          shape={cloth}
          material={thin}
          position={[side ? 1.1 : -1.1, 0.872, WINDOW.z + 0.1]}
        />
      ))}
      <Solid
        ref={open}
        shape={window}
        position={[WINDOW.w / 2 - 0.03, WINDOW.sill, WINDOW.z]}
        scale={[-1, 1, 1]}
      />
      <mesh ref={slitOf} geometry={day} material={slitHaze} position={[0, 0.875, WINDOW.z + 0.16]} />

      <group ref={lap}>
        <Solid shape={squares} contrast={contrast} />
        <mesh geometry={words.shape} material={solid} />
        <Solid ref={hung} shape={lead} position={[0.17, 0, 0.1]} />
        <Solid
          ref={blank}
          shape={squares}
          position={[0.37, 0.004, 0.03]}
          rotation={[0, -0.3, 0]}
          contrast={contrast}
        />
      </group>

      <mesh geometry={shade} material={shadeGlow} position={LAMP} />
      <mesh
        geometry={shine}
        material={airLight}
        position={[LAMP[0], LAMP[1] + 0.36, LAMP[2] + 0.02]}
        rotation={[0, -0.9, 0]}
      />
      <Solid shape={steel} position={KETTLE} rotation={[0, 2.4, 0]} contrast={contrast} />
      <mesh
        ref={kettleSteam}
        geometry={wisp}
        material={steamHaze}
        position={[KETTLE[0] - 0.12, KETTLE[1] + 0.15, KETTLE[2] + 0.1]}
        rotation={[0, -1.1, 0]}
      />
      <group ref={cupOf}>
        <Solid shape={tea} rotation={[0, -0.6, 0]} scale={1.15} contrast={contrast} />
        <mesh ref={cupSteam} geometry={wisp} material={steamHaze} position={[0, 0.08, 0]} />
      </group>
      <mesh
        ref={bathSteam}
        geometry={cloud}
        material={bathHaze}
        position={[-2.6, 0.95, -2.9]}
        rotation={[0, 0.7, 0]}
      />

      <mesh ref={onKnees} geometry={sunlight} material={sunHaze} />
      <mesh ref={ceiling} geometry={onCeiling} material={sunHaze} position={[-0.2, 2.435, -0.95]} />
      <mesh ref={offers} geometry={offered} material={rimHaze} />
      <mesh ref={near} geometry={offeredNear} material={rimHaze} />

      <Solid shape={things} position={[TRAY.x, TRAY.y, TRAY.z]} contrast={contrast} />
      <group ref={call}>
        <Solid shape={telephone} contrast={contrast} />
        <mesh geometry={display} material={screenGlow} />
        <mesh geometry={drawn} material={screenGlow} />
      </group>
      {visit === 'here' && (
        <>
          <Solid shape={shoes} contrast={contrast} />
          <Solid shape={soup} position={[1.34, 0.742, -1.38]} contrast={contrast} />
        </>
      )}
    </group>
  )
}
