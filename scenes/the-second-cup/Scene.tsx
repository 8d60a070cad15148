import { useRef } from 'react'
import { Color, type Group, InstancedMesh, type Mesh, Object3D } from 'three'
import { breath, clamp, drift, mix, smooth } from '../kit/curves.ts'
import { useMoment, useOwn } from '../kit/hooks.ts'
import { Light, type Lights } from '../kit/Light.tsx'
import { glowing, haze, thin } from '../kit/materials.ts'
import { phone, phoneScreen } from '../kit/props/home.ts'
import { clockHand } from '../kit/props/kitchen.ts'
import { bulb } from '../kit/props/room.ts'
import { Sky, type SkyColours } from '../kit/Sky.tsx'
import { Solid } from '../kit/Solid.tsx'
import { glow } from '../kit/shapes/glow.ts'
import type { Moment, Place, SceneProps } from '../kit/types.ts'
import { beams, steam, sunPatches } from './air.ts'
import { cardigan, coat } from './cloth.ts'
import { farWindows, harbour, pathLamps, pathLight } from './harbour.ts'
import {
  attentionAt,
  coatHangs,
  cupsAt,
  doorAt,
  hourAt,
  lampAt,
  pathLampAt,
  phoneAt,
  potAt,
  steamAt,
} from './hours.ts'
import { doorLeaf, hangings, kitchen, LANDING_BENCH, mug, pot, towel } from './kitchen.ts'
import { emptyLook, lookAt } from './light.ts'
import { places } from './places.ts'

const now = emptyLook()
const white = new Color('white')
const lit = new Color()
const seat = new Object3D()

const SHELF: readonly [Place, Place] = [
  [-2.06, 1.55, -1.0],
  [-2.06, 1.55, -0.82],
]
const TOWEL: readonly [Place, Place] = [
  [-0.14, 0.826, -1.16],
  [0.03, 0.826, -1.18],
]
/** Where the last sun rests, by what was chosen. */
const THINGS: Readonly<Record<string, Place>> = {
  cardigan: [0.2, 1.25, -1.6],
  radio: [-1.05, 1.2, -2.45],
  jar: [-0.5, 1.1, -1.25],
}
const WINDOW_LIGHT: Place = [-0.5, 1.7, -2.5]

/** How far into gold the hour is, 1 at six and 0 when the sun has gone. */
const goldAt = (hour: number) => 1 - smooth(17.95, 18.14, hour)

const changeSky = (moment: Moment, colours: SkyColours) => {
  lookAt(hourAt(moment), now)
  colours.top.copy(now.top)
  colours.low.copy(now.low)
  colours.ground.copy(now.below).multiplyScalar(0.3)
}

function changeLight(moment: Moment, { sky, lamps }: Lights) {
  lookAt(hourAt(moment), now)
  const attention = attentionAt(moment)
  const quiet = moment.beat.id === 'ten-past-six' ? smooth(2, 16, moment.into) : 0
  const dim = 1 - 0.13 * (moment.intensity - 1) * quiet
  sky.color.copy(now.above)
  sky.groundColor.copy(now.below)
  sky.intensity = now.room * dim * (1 - 0.25 * attention)
  const table = lamps[0]
  const window = lamps[1]
  const landing = lamps[2]
  if (table) table.intensity = 2.6 * lampAt(moment)
  if (window) {
    const thing = THINGS[moment.made.thing ?? 'radio'] ?? WINDOW_LIGHT
    window.color.copy(now.windowColour)
    window.intensity = mix(now.window * dim, 2.2, attention)
    window.position.set(
      mix(WINDOW_LIGHT[0], thing[0], attention),
      mix(WINDOW_LIGHT[1], thing[1], attention),
      mix(WINDOW_LIGHT[2], thing[2], attention),
    )
  }
  if (landing) landing.intensity = 2.2 * doorAt(moment)
}

/** Leif's kitchen, from gold to lamplight, with the harbour in its window. */
export function Scene({ moment, contrast }: SceneProps) {
  const room = useOwn(kitchen)
  const cloths = useOwn(hangings)
  const water = useOwn(harbour)
  const leaf = useOwn(doorLeaf)
  const blue = useOwn(() => mug('#5f83a8'))
  const yellow = useOwn(() => mug('#e0b13f'))
  const soup = useOwn(pot)
  const cotton = useOwn(towel)
  const wool = useOwn(cardigan)
  const overcoat = useOwn(coat)
  const telephone = useOwn(phone)
  const screen = useOwn(phoneScreen)
  const screenLight = useOwn(() => glow(0.26, '#b09878', { flat: true }))
  const bulbShape = useOwn(() => bulb(0.16))
  const bulbHalo = useOwn(() => glow(0.55, '#a8743c'))
  const hourHand = useOwn(() => clockHand(0.075))
  const minuteHand = useOwn(() => clockHand(0.108))
  const wisps = useOwn(steam)
  const patches = useOwn(sunPatches)
  const dust = useOwn(beams)
  const farLights = useOwn(farWindows)
  const boatLight = useOwn(() => glow(0.2, '#ffe0a8', { around: 12 }))

  const bulbGlow = useOwn(() => glowing('#000'))
  const haloGlow = useOwn(() => haze('#000'))
  const screenGlow = useOwn(() => glowing('#000'))
  const screenHaze = useOwn(() => haze('#000'))
  const steamHaze = useOwn(() => haze('#000'))
  const sunHaze = useOwn(() => haze('#000'))
  const dustHaze = useOwn(() => haze('#000'))
  const farGlow = useOwn(() => glowing('#000'))
  const boatHaze = useOwn(() => haze('#000'))
  const lampHaze = useOwn(() => haze())
  const lampShape = useOwn(pathLight)
  const lamps = useOwn(() => {
    const mesh = new InstancedMesh(lampShape, lampHaze, pathLamps.length)
    // the mesh itself stands with the first lamp, so that what measures it finds it where it is seen
    const [x, y, z] = pathLamps[0] ?? [0, 0, 0]
    mesh.position.set(x, y, z)
    for (const [i, foot] of pathLamps.entries()) {
      seat.position.set(foot[0] - x, foot[1] - y, foot[2] - z)
      seat.updateMatrix()
      mesh.setMatrixAt(i, seat.matrix)
      mesh.setColorAt(i, white)
    }
    mesh.frustumCulled = false
    return mesh
  })

  const cups = useRef<(Group | null)[]>([])
  const clouds = useRef<(Mesh | null)[]>([])
  const door = useRef<Mesh>(null)
  const coatRef = useRef<Mesh>(null)
  const potRef = useRef<Mesh>(null)
  const towelRef = useRef<Mesh>(null)
  const hours = useRef<Mesh>(null)
  const minutes = useRef<Mesh>(null)
  const boat = useRef<Mesh>(null)

  useMoment(moment, (m) => {
    const hour = hourAt(m)
    const gold = goldAt(hour)
    const night = smooth(18.25, 19.3, hour)
    const lamp = lampAt(m)
    const message = phoneAt(m)
    const t = m.still ? 0 : m.t

    bulbGlow.color.setScalar(0.22 + 0.95 * lamp)
    haloGlow.color.setScalar(lamp)
    screenGlow.color.setRGB(0.03 + 0.97 * message, 0.03 + 0.86 * message, 0.035 + 0.68 * message)
    screenHaze.color.setScalar(0.6 * message)
    sunHaze.color.setRGB(0.28 * gold, 0.21 * gold, 0.115 * gold)
    dustHaze.color.setRGB(0.13 * gold, 0.1 * gold, 0.055 * gold)
    farGlow.color.setScalar(0.12 + 0.85 * night)
    boatHaze.color.setScalar(0.25 + 0.75 * night)
    const vapour = 0.5 * steamAt(m)
    steamHaze.color.setRGB(vapour, vapour * 0.92, vapour * 0.82)

    const where = cupsAt(m)
    for (let i = 0; i < 2; i++) {
      const group = cups.current[i]
      if (!group) continue
      const place =
        where === 'table' ? (i ? places.herCup : places.ownCup) : (where === 'shelf' ? SHELF : TOWEL)[i]
      if (place) group.position.set(place[0], place[1], place[2])
      group.rotation.x = where === 'towel' ? Math.PI : 0
      const cloud = clouds.current[i]
      if (!cloud) continue
      cloud.visible = vapour > 0.01 && where === 'table'
      cloud.rotation.z = 0.1 * drift(t * 1.3, i * 3)
      cloud.scale.set(1 + 0.25 * drift(t, i + 5), 0.85 + 0.25 * breath(t, 5.2, i * 0.4), 1)
    }

    if (door.current) door.current.rotation.y = 1.25 * doorAt(m)
    if (coatRef.current) coatRef.current.visible = coatHangs(m)
    if (towelRef.current) towelRef.current.visible = where === 'towel'
    const pot = potAt(m)
    if (potRef.current) {
      potRef.current.visible = pot !== undefined
      if (pot === 'landing') potRef.current.position.set(LANDING_BENCH[0], LANDING_BENCH[1], LANDING_BENCH[2])
      else potRef.current.position.set(0.42, 0.745, -1.42)
    }
    if (hours.current) hours.current.rotation.z = -((hour % 12) / 12) * Math.PI * 2
    if (minutes.current) minutes.current.rotation.z = -(hour % 1) * Math.PI * 2
    if (boat.current) boat.current.position.x = 11 - clamp(t / 440) * 20

    for (let i = 0; i < pathLamps.length; i++) {
      const tremble = 1 + 0.06 * drift(t * 2.2, i * 2)
      lamps.setColorAt(i, lit.setScalar(pathLampAt(m, i) * tremble))
    }
    if (lamps.instanceColor) lamps.instanceColor.needsUpdate = true
  })

  return (
    <>
      <Light
        moment={moment}
        sky={{ above: '#ffe0b0', below: '#9a7450', power: 1.5 }}
        lamps={[
          {
            at: [places.lamp[0], places.lamp[1] - 0.06, places.lamp[2]],
            colour: '#ffd6a4',
            power: 0,
            reach: 6,
          },
          { at: WINDOW_LIGHT, colour: '#ffcf94', power: 3.4, reach: 7 },
          { at: [1.6, 1.7, -3.4], colour: '#ffd2a0', power: 0, reach: 4 },
        ]}
        update={changeLight}
      />
      <Sky moment={moment} update={changeSky} />
      <Solid shape={water} />
      <mesh geometry={farLights} material={farGlow} />
      <mesh ref={boat} geometry={boatLight} material={boatHaze} position={[11, -0.3, -29]} />
      <primitive object={lamps} />

      <Solid shape={room} contrast={contrast} />
      <Solid shape={cloths} material={thin} />
      <Solid
        shape={wool}
        material={thin}
        position={[places.chair[0] + 0.03, 0.985, places.chair[2] - 0.25]}
        rotation={[0, -0.12, 0]}
        contrast={contrast}
      />
      <Solid
        ref={coatRef}
        shape={overcoat}
        material={thin}
        position={[places.coat[0], 1.66, -2.82]}
        contrast={contrast}
      />
      <Solid ref={door} shape={leaf} position={[places.door[0] - 0.44, 0, -2.92]} contrast={contrast} />
      <Solid ref={potRef} shape={soup} contrast={contrast} />
      <Solid ref={towelRef} shape={cotton} position={[-0.05, 0.742, -1.16]} rotation={[0, 0.12, 0]} />

      {[blue, yellow].map((shape, i) => (
        <group
          key={shape.uuid}
          ref={(group) => {
            cups.current[i] = group
          }}
        >
          <Solid shape={shape} rotation={[0, i ? -0.7 : -2.4, 0]} scale={1.25} contrast={contrast} />
          <mesh
            ref={(mesh) => {
              clouds.current[i] = mesh
            }}
            geometry={wisps}
            material={steamHaze}
            position={[0, 0.09, 0]}
          />
        </group>
      ))}

      <group position={places.phone} rotation={[0, 0.35, 0]}>
        <Solid shape={telephone} contrast={contrast} />
        <mesh geometry={screen} material={screenGlow} />
        <mesh geometry={screenLight} material={screenHaze} position={[0, 0.014, 0]} />
      </group>

      <group position={places.lamp}>
        <mesh geometry={bulbShape} material={bulbGlow} />
        <mesh geometry={bulbHalo} material={haloGlow} position={[0, 0.02, 0.02]} />
      </group>
      <group position={places.clock}>
        <Solid ref={hours} shape={hourHand} />
        <Solid ref={minutes} shape={minuteHand} position={[0, 0, 0.004]} />
      </group>

      <mesh geometry={patches} material={sunHaze} />
      <mesh geometry={dust} material={dustHaze} />
    </>
  )
}
