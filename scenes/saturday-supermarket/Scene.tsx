import { useMemo } from 'react'
import { Color } from 'three'
import { hairs, skins } from '../kit/colours.ts'
import { clamp, during, mix, smooth } from '../kit/curves.ts'
import { useOwn } from '../kit/hooks.ts'
import { Light, type Lights } from '../kit/Light.tsx'
import { thin } from '../kit/materials.ts'
import type { Person as Looks } from '../kit/people/figure.ts'
import { Person, type Pose } from '../kit/people/Person.tsx'
import { basket } from '../kit/props/shop.ts'
import { Sky } from '../kit/Sky.tsx'
import { Solid } from '../kit/Solid.tsx'
import type { Made, Moment, SceneProps } from '../kit/types.ts'
import { emptyLevel, levelAt, veilAt } from './light.ts'
import { At, Cold, Exit, Front, Panel, Pillar, Plan, Till } from './Near.tsx'
import { places } from './places.ts'
import { Aisle, Hall, Lamps, Walkers } from './Shop.tsx'
import { at, placesOf, stationAt } from './stations.ts'
import { aislesIn, saidAt } from './times.ts'

const level = emptyLevel()
const warm = { above: new Color('#ffeedb'), below: new Color('#c9ad90') }
const cool = { above: new Color('#f3f9ff'), below: new Color('#c6c8c6') }
const lampLight = new Color('#ffdcae')
const coldLight = new Color('#dff0f4')
const daylight = new Color('#fff3df')
const morning = () => ({ top: new Color('#5c9ad2'), low: new Color('#f6e6c8'), ground: new Color('#c9bda8') })

/** The shop as bright and as cool as the moment wants it; a lamp goes with where one is. */
function changeLight(moment: Moment, { sky, lamps }: Lights) {
  const main = lamps[0]
  const other = lamps[1]
  const cold = lamps[2]
  if (!main || !other || !cold) return
  levelAt(moment, level)
  const veil = veilAt(moment)
  const station = stationAt(moment)
  const outdoors = station === 'front' || station === 'exit'
  sky.color.lerpColors(warm.above, cool.above, level.cool)
  sky.groundColor.lerpColors(warm.below, cool.below, level.cool)
  sky.intensity = (outdoors ? 2.5 : 0.4 + 2.55 * level.bright) * veil
  main.color.lerpColors(lampLight, cool.above, clamp(level.cool * 1.4))
  main.position.set(0, 2.9, station === 'aisle' || station === 'pillar' ? -2.6 : -1.4)
  main.intensity = (outdoors ? 1 : 3.4 * level.bright) * veil
  cold.position.set(-0.4, station === 'cold' ? 1.8 : 1.6, station === 'cold' ? -0.75 : -6.5)
  cold.color.copy(coldLight)
  cold.intensity = (station === 'cold' ? 2.6 : 3.2) * veil
  switch (station) {
    case 'front':
    case 'exit':
      other.position.set(1.5, 3.4, station === 'front' ? 0.4 : -3.8)
      other.color.copy(daylight)
      other.intensity = 6 * veil
      break
    case 'aisle':
      other.position.set(0, 1.5, -2.2)
      other.color.copy(lampLight)
      other.intensity = 3.2 * level.shelf * veil
      break
    default:
      other.position.set(0.35, 2.1, -0.55)
      other.color.copy(lampLight)
      other.intensity = 2.2 * veil
  }
}

const IVO: Looks = {
  skin: skins[1],
  hair: 'short',
  hairColour: hairs.grey,
  top: '#4f7563',
  trim: '#f0e4cd',
  moustache: true,
  glasses: true,
}
const SHOPPER: Looks = {
  skin: skins[4],
  hair: 'thin',
  hairColour: hairs.grey,
  top: '#9c7148',
  trim: '#e9dcc2',
  legs: '#4d4a55',
  glasses: true,
  size: 1.02,
}

function ivo({ beat, into }: Moment, pose: Pose): void {
  pose.nod = 0.08
  if (beat.id === 'the-tick') {
    pose.nod = 0.02
    pose.tilt = 0.07 * during(0.5, 4, into, 1)
    pose.lift = 0.25 * during(4, 8, into, 1.6)
  } else pose.turn = -0.5 * smooth(3, 6, into) + 0.3 * during(20, 26, into, 3)
}

function shopperAct(made: Made) {
  const asks = saidAt('quiet-hour', made, 'May I')
  return ({ into }: Moment, pose: Pose) => {
    pose.nod = 0.12 * during(asks, asks + 2.4, into, 1)
    pose.turn = mix(0.35, 0, smooth(asks - 1.5, asks, into))
  }
}

/** A supermarket on a Saturday at eleven, as Nour goes through it, and once more when it is turned down. */
export function Scene({ moment, beat, made, contrast }: SceneProps) {
  const stations = placesOf(beat)
  const there = (one: (typeof stations)[number]) => stations.includes(one)
  const aisles = useMemo(() => aislesIn(beat, made), [beat, made])
  return (
    <>
      <Light
        moment={moment}
        sky={{ above: '#fff6ea', below: '#c9b8a2', power: 2 }}
        lamps={[
          { at: [0, 2.9, -1.4], colour: '#ffffff', power: 3, reach: 9 },
          { at: [0.3, 2.1, -0.6], colour: '#ffdcae', power: 1, reach: 7 },
          { at: [0, 1.6, -6.5], colour: '#dff0f4', power: 3, reach: 7 },
        ]}
        update={changeLight}
      />
      <Sky moment={moment} colours={useMemo(morning, [])} />
      <Hall moment={moment} contrast={contrast} />
      <Lamps moment={moment} contrast={contrast} />
      <Walkers moment={moment} contrast={contrast} />
      {there('front') && <Front moment={moment} contrast={contrast} />}
      {beat === 'the-route' && <Plan moment={moment} contrast={contrast} made={made} />}
      {(there('aisle') || there('pillar')) && <Aisle moment={moment} contrast={contrast} aisles={aisles} />}
      {there('pillar') && <Pillar moment={moment} contrast={contrast} made={made} />}
      {there('cold') && <Cold moment={moment} contrast={contrast} />}
      {there('panel') && <Panel moment={moment} contrast={contrast} />}
      {there('till') && <Till moment={moment} contrast={contrast} written={beat === 'the-tick'} />}
      {there('exit') && <Exit moment={moment} contrast={contrast} />}
      {there('till') && <Ivo moment={moment} contrast={contrast} />}
      {beat === 'quiet-hour' && (
        <At moment={moment} station="aisle">
          <Shopper moment={moment} contrast={contrast} made={made} />
        </At>
      )}
    </>
  )
}

function Ivo({ moment, contrast }: { moment: SceneProps['moment']; contrast: boolean }) {
  const [x, , z] = places.ivo
  return (
    <Person
      moment={moment}
      looks={IVO}
      seed={1}
      at={[x, 0.06, z]}
      facing={Math.atan2(-x, -z) - 0.15}
      contrast={contrast}
      act={(m, pose) => {
        ivo(m, pose)
        if (!at(m, 'till')) pose.rise = -10
      }}
    />
  )
}

/** Where his basket hangs from his left hand, from where he stands. */
const BASKET = [0.235, 0.43, 0.11] as const

function Shopper({
  moment,
  contrast,
  made,
}: {
  moment: SceneProps['moment']
  contrast: boolean
  made: Made
}) {
  const held = useOwn(() => basket('#b5603c'))
  const act = useMemo(() => shopperAct(made), [made])
  const [x, , z] = places.shopper
  return (
    <>
      <Person
        moment={moment}
        looks={SHOPPER}
        seed={4}
        at={[x, 0, z]}
        facing={Math.atan2(-x, -z) + 0.25}
        standing
        contrast={contrast}
        act={act}
      />
      <Solid
        shape={held}
        material={thin}
        position={[x + BASKET[0], BASKET[1], z + BASKET[2]]}
        rotation={[0, 1.2, 0]}
        contrast={contrast}
      />
    </>
  )
}
