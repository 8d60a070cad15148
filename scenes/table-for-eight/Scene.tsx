import { useMemo, useRef } from 'react'
import { Color, type Group, type Mesh, type Object3D, type PointLight } from 'three'
import { candle, clamp, mix, smooth } from '../kit/curves.ts'
import { useMoment, useOwn } from '../kit/hooks.ts'
import { Light, type Lights } from '../kit/Light.tsx'
import { glowing, haze, solid, thin } from '../kit/materials.ts'
import { bulb } from '../kit/props/room.ts'
import { Sky, type SkyColours } from '../kit/Sky.tsx'
import { Solid } from '../kit/Solid.tsx'
import { glow } from '../kit/shapes/glow.ts'
import { merge, put } from '../kit/shapes/paint.ts'
import { ball } from '../kit/shapes/solid.ts'
import type { Moment, SceneProps } from '../kit/types.ts'
import * as is from './evening.ts'
import { Guests } from './Guests.tsx'
import { SEATS, TABLE, TABLE_TOP } from './guests.ts'
import { Rain } from './Rain.tsx'
import { Ripples } from './Ripples.tsx'
import * as set from './setting.ts'

const said = Array<number>(SEATS.length).fill(0)
const centre: is.Centre = { x: 0, z: 0, loud: 0 }
const NONE: readonly Object3D[] = []
const EARLY = new Color('#6d83a6')
const LATE = new Color('#1d2740')
const EARLY_LOW = new Color('#c7a79a')
const LATE_LOW = new Color('#54506a')
const scratch: Moment = {
  t: 0,
  beat: { id: '', kind: 'arrive', seconds: 0 },
  into: 0,
  made: {},
  intensity: 1,
  still: false,
}

/** The back room of a small restaurant, from Ruth's chair, on the evening that Vera turns sixty. */
export function Scene({ moment, made, contrast }: SceneProps) {
  const talk = useMemo(() => is.talkOf(made), [made])
  const atTable = useMemo(
    () => ({
      get current() {
        is.atTable(moment.current, scratch)
        return scratch
      },
    }),
    [moment],
  )
  const lampPlace = useRef<Group>(null)
  const lampLight = useMemo(
    () =>
      (now: Moment, { sky, lamps }: Lights) => {
        const lamp = lamps[0] as PointLight
        const near = lamps[1] as PointLight
        const cake = lamps[2] as PointLight
        const low = is.lamplow(now)
        const faces = is.faceLight(now)
        const still = is.offered(now, 'what-the-table-can-do')
        sky.intensity = 0.2 + 0.42 * is.lamp(now) + 0.42 * faces * is.lamp(now)
        lamp.intensity = 4.6 * is.lamp(now) * (1 + 0.15 * low) - 0.6 * still
        lamp.position.y = mix(1.7, 1.5, Math.max(low, 0.6 * clamp(faces)))
        is.speaking(talk, now, said)
        const { x, z, loud } = is.centreOf(said, centre)
        near.position.set(x * 0.62, 1.28, TABLE[2] + z * 0.62)
        near.intensity = 0.85 * clamp(loud) * clamp(0.25 + is.attention(now))
        cake.intensity = 5.2 * is.cakeLight(now) * (now.still ? 1 : candle(now.t, 1)) + 0.55 * is.watch(now)
        cake.position.set(0, mix(1.2, 1, is.watch(now)), mix(TABLE[2] + 0.3, -0.55, is.watch(now)))
        if (lampPlace.current) lampPlace.current.position.y = mix(set.LAMP[1], 1.62, low)
      },
    [talk],
  )
  return (
    <>
      <Light
        moment={moment}
        sky={{ above: '#ffeeda', below: '#c4a68e', power: 1 }}
        lamps={[
          { at: [0, 1.7, TABLE[2]], colour: '#ffe2bd', power: 4, reach: 8 },
          { at: [0, 1.3, TABLE[2]], colour: '#ffdcb0', power: 0, reach: 1.6 },
          { at: [0, 1.1, TABLE[2]], colour: '#ffc78a', power: 0, reach: 4 },
        ]}
        update={lampLight}
      />
      <Outdoors moment={moment} />
      <FrontRoom moment={moment} contrast={contrast} />
      <Solid shape={useOwn(set.still)} contrast={contrast} />
      <Solid shape={useOwn(set.folds)} material={thin} />
      <group ref={lampPlace} position={set.LAMP}>
        <Lamp moment={moment} />
      </group>
      <Guests moment={atTable} talk={talk} contrast={contrast} />
      <Ripples moment={atTable} talk={talk} />
      <OnTheTable moment={moment} talk={talk} contrast={contrast} />
      <Offers moment={moment} />
    </>
  )
}

type Part = { moment: { readonly current: Moment } }

function Outdoors({ moment }: Part) {
  const view = useOwn(set.view)
  const colours = useMemo<SkyColours>(
    () => ({ top: EARLY.clone(), low: EARLY_LOW.clone(), ground: new Color('#222a35') }),
    [],
  )
  const update = useMemo(
    () =>
      (now: Moment, { top, low }: SkyColours) => {
        const late = is.dusk(now)
        top.lerpColors(EARLY, LATE, late)
        low.lerpColors(EARLY_LOW, LATE_LOW, late)
      },
    [],
  )
  return (
    <>
      <Sky moment={moment} colours={colours} update={update} />
      <Solid shape={view} position={[-9, -0.4, set.PANE[2]]} rotation={[0, Math.PI / 2, 0]} />
      <Rain moment={moment} />
    </>
  )
}

function Lamp({ moment }: Part) {
  const light = useOwn(() => glowing())
  const air = useOwn(() => haze())
  const halo = useOwn(() => glow(0.75, '#ffc27a'))
  useMoment(moment, (now) => {
    const bright = is.lamp(now)
    light.color.setScalar(0.25 + 0.8 * bright)
    air.color.setScalar(0.1 * bright)
  })
  return (
    <>
      <Solid shape={useOwn(set.shadeOfLamp)} material={thin} />
      <Solid shape={useOwn(() => bulb(set.LAMP_RADIUS))} material={light} />
      <Solid shape={halo} material={air} position={[0, 0.02, 0.02]} renderOrder={3} />
    </>
  )
}

function FrontRoom({ moment, contrast }: Part & { contrast: boolean }) {
  const beyond = useOwn(set.beyond)
  const people = useOwn(set.crowdBeyond)
  const leaf = useOwn(set.leaf)
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
      <Solid ref={door} shape={leaf} position={set.HINGE} contrast={contrast} />
      <Solid shape={spill} material={air} position={[1.8, 0.012, -3.6]} renderOrder={2} />
      <Solid
        shape={sound}
        material={music}
        position={[set.LOUDSPEAKER[0] - 0.02, set.LOUDSPEAKER[1] + 0.13, set.LOUDSPEAKER[2] + 0.13]}
        renderOrder={3}
      />
    </>
  )
}

const shown = (mesh: Mesh | Group | null, amount: number) => {
  if (!mesh) return
  mesh.visible = amount > 0.01
  mesh.scale.setScalar(Math.max(amount, 0.01))
}

function OnTheTable({ moment, talk, contrast }: Part & { talk: is.Talk; contrast: boolean }) {
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
  const teeth = useOwn(() => set.wheel(0.022))
  const line = useOwn(set.phoneLine)
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
      mix(set.MILL[0], x * 0.66, mine),
      TABLE_TOP,
      mix(set.MILL[2], TABLE[2] + z * 0.66, mine),
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
      <Solid shape={useOwn(set.supper)} material={plated} />
      <Solid ref={cakeMesh} shape={useOwn(set.gateau)} material={sweet} contrast={contrast} />
      <Solid shape={useOwn(set.flames)} material={fire} />
      <Solid shape={halo} material={warm} position={[0, TABLE_TOP + 0.35, TABLE[2] + 0.1]} renderOrder={3} />
      <Solid ref={mill} shape={useOwn(set.mill)} position={set.MILL} contrast={contrast} />
      <group position={[set.BREAD[0] + 0.02, TABLE_TOP + 0.045, set.BREAD[2] + 0.17]}>
        <Solid shape={useOwn(set.leaning)} />
        <Solid shape={useOwn(set.phoneFace)} material={face} />
        <group ref={lines} rotation={[-0.4, 0.12, 0]}>
          {[0, 1, 2].map((row) => (
            <Solid key={row} shape={line} position={[-0.058, 0.065 - row * 0.018, 0.0065]} />
          ))}
        </group>
      </group>
      <Solid
        ref={napkin}
        shape={useOwn(set.drawing)}
        position={[set.NAPKIN[0] - 0.2, TABLE_TOP + 0.009, set.NAPKIN[2] + 0.06]}
        rotation={[0, -0.15, 0]}
      />
      <group ref={watch} position={[set.WATCH[0], TABLE_TOP + 0.004, set.WATCH[2]]} rotation={[0, 1.25, 0]}>
        <Solid shape={useOwn(set.watchCase)} />
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
    [set.LOUDSPEAKER[0], set.LOUDSPEAKER[1] + 0.1, set.LOUDSPEAKER[2] + 0.15],
    [set.MILL[0], 0.92, set.MILL[2]],
    [set.BREAD[0], 0.85, set.BREAD[2] + 0.18],
  ],
} as const

function Offers({ moment }: Part) {
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
