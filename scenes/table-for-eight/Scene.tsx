import { useMemo, useRef } from 'react'
import { Color, type Group, type PointLight } from 'three'
import { candle, clamp, mix } from '../kit/curves.ts'
import { useMoment, useOwn } from '../kit/hooks.ts'
import { Light, type Lights } from '../kit/Light.tsx'
import { glowing, haze, thin } from '../kit/materials.ts'
import { bulb } from '../kit/props/room.ts'
import { Sky, type SkyColours } from '../kit/Sky.tsx'
import { Solid } from '../kit/Solid.tsx'
import { glow } from '../kit/shapes/glow.ts'
import type { Moment, SceneProps } from '../kit/types.ts'
import * as is from './evening.ts'
import { FrontRoom } from './FrontRoom.tsx'
import { Guests } from './Guests.tsx'
import { SEATS, TABLE } from './guests.ts'
import { Offers } from './Offers.tsx'
import { OnTheTable } from './OnTheTable.tsx'
import { LAMP, LAMP_RADIUS, PANE } from './places.ts'
import { Rain } from './Rain.tsx'
import { Ripples } from './Ripples.tsx'
import * as set from './setting.ts'

const said = Array<number>(SEATS.length).fill(0)
const centre: is.Centre = { x: 0, z: 0, loud: 0 }
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
        if (lampPlace.current) lampPlace.current.position.y = mix(LAMP[1], 1.62, low)
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
      <group ref={lampPlace} position={LAMP}>
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
      <Solid shape={view} position={[-9, -0.4, PANE[2]]} rotation={[0, Math.PI / 2, 0]} />
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
      <Solid shape={useOwn(() => bulb(LAMP_RADIUS))} material={light} />
      <Solid shape={halo} material={air} position={[0, 0.02, 0.02]} renderOrder={3} />
    </>
  )
}
