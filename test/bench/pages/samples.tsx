import { CalmRoom } from '../../../scenes/kit/CalmRoom.tsx'
import { hairs, skins } from '../../../scenes/kit/colours.ts'
import { Light } from '../../../scenes/kit/Light.tsx'
import { thin } from '../../../scenes/kit/materials.ts'
import type { Hair } from '../../../scenes/kit/people/figure.ts'
import { Person } from '../../../scenes/kit/people/Person.tsx'
import {
  bed,
  bedding,
  bookshelf,
  cushion,
  nightstand,
  sideboard,
  sofa,
  speaker,
} from '../../../scenes/kit/props/home.ts'
import {
  clock,
  cooker,
  counter,
  fridge,
  kettle,
  pot,
  shelf,
  sink,
} from '../../../scenes/kit/props/kitchen.ts'
import {
  curtains,
  door,
  lampFoot,
  lampShade,
  plant,
  room,
  windowFrame,
} from '../../../scenes/kit/props/room.ts'
import { basket, coldShelf, rack, till, trolley } from '../../../scenes/kit/props/shop.ts'
import { bread, chair, cup, flowers, glass, table } from '../../../scenes/kit/props/table.ts'
import { Sky } from '../../../scenes/kit/Sky.tsx'
import { Solid } from '../../../scenes/kit/Solid.tsx'
import { put, type Shape } from '../../../scenes/kit/shapes/paint.ts'
import { stand } from '../../../scenes/kit/shapes/shade.ts'
import { box, floor, wall } from '../../../scenes/kit/shapes/solid.ts'
import type { SceneComponent } from '../../../scenes/kit/types.ts'

const styles: Hair[] = ['short', 'bob', 'bun', 'curls', 'long', 'thin', 'scarf', 'braid']
const tones = Object.values(hairs)
const tops = ['#6f8f74', '#b5603c', '#4a6584', '#7c4d70', '#c39a58', '#8c5348', '#e6d6bd', '#55606a']
const ground = stand([floor(12, 12, '#7a4e31'), put(wall(12, 4, '#cfae8c'), { at: [0, 0, -3.4] })])

/** One of each, to look at. */
const People: SceneComponent = ({ moment, contrast }) => (
  <>
    <Light
      moment={moment}
      sky={{ above: '#fff4e4', below: '#b79c86', power: 1.5 }}
      lamps={[{ at: [0.6, 2.2, -0.6], colour: '#ffe9cf', power: 9, reach: 9 }]}
    />
    <Solid shape={ground} />
    {styles.map((hair, i) => (
      <Person
        key={hair}
        moment={moment}
        contrast={contrast}
        seed={i}
        at={[(i % 4) * 0.75 - 1.12, i < 4 ? 0 : 0, i < 4 ? -1.5 : -2.6]}
        standing={i >= 4}
        looks={{
          skin: skins[i % skins.length] ?? '#c68a5f',
          hair,
          hairColour: tones[i % tones.length] ?? '#2a211d',
          top: tops[i] ?? '#6f8f74',
          trim: i % 2 ? '#f4e9d8' : undefined,
          glasses: i === 1 || i === 5,
          beard: i === 5 || i === 0,
          earring: i === 2 ? '#c39a58' : undefined,
        }}
        act={(_, pose) => {
          pose.turn = ((i % 4) - 1.5) * 0.3
          pose.lift = i === 1 ? 1 : 0
        }}
      />
    ))}
  </>
)

/** What every picture costs: one small thing, lit as scenes are. */
const Lit: SceneComponent = ({ moment }) => (
  <>
    <Light
      moment={moment}
      sky={{ above: '#fff4e4', below: '#b79c86', power: 1.5 }}
      lamps={[{ at: [0.6, 2.2, -0.6], colour: '#ffe9cf', power: 9, reach: 9 }]}
    />
    <Solid shape={small} position={[0, 1, -2]} />
  </>
)
const small = box([0.3, 0.3, 0.3], '#c65a2a')

/** The room one comes to on leaving. */
const Calm: SceneComponent = ({ moment, contrast }) => <CalmRoom moment={moment} contrast={contrast} />

/** Every thing there is, in rows. */
const props: Shape[] = [
  ...stood(
    -1.6,
    -1.6,
    counter(1.6),
    sink(),
    cooker().map((p) => put(p, { at: [1.15, 0, 0] })),
    fridge().map((p) => put(p, { at: [1.85, 0, 0] })),
  ),
  ...stood(
    -1.6,
    -1.6,
    [kettle()].map((p) => put(p, { at: [-0.55, 0.9, 0.3] })),
    [pot()].map((p) => put(p, { at: [1.0, 0.905, 0.17] })),
    shelf(1.5).map((p) => put(p, { at: [0, 1.5, 0] })),
  ),
  ...stood(1.7, -1.9, bed(), bedding()),
  ...stood(
    3,
    -1.7,
    nightstand(),
    [lampFoot(), lampShade()].map((p) => put(p, { at: [0, 0.53, 0] })),
  ),
  ...stood(
    -3.4,
    -0.4,
    sofa(),
    [cushion()].map((p) => put(p, { at: [-0.5, 0.48, 0] })),
  ),
  ...stood(-3.2, -2, bookshelf()),
  ...stood(
    -0.6,
    -0.6,
    table(0.9, 0.7),
    [cup()].map((p) => put(p, { at: [0.2, 0.74, 0.1] })),
    [flowers()].map((p) => put(p, { at: [-0.2, 0.74, 0] })),
    [glass()].map((p) => put(p, { at: [0.1, 0.74, -0.15] })),
    bread().map((p) => put(p, { at: [0, 0.74, 0.2] })),
  ),
  ...stood(0.25, -0.7, [chair()]),
  ...stood(3.6, -0.2, rack(1.6)),
  ...stood(2.2, 0.2, till()),
  ...stood(-1.9, 0.2, [trolley()]),
  ...stood(-1.2, 0.4, [basket()]),
  ...stood(
    0.2,
    0.1,
    speaker().map((p) => put(p, { at: [0.5, 0, 0] })),
  ),
  ...stood(0.9, -1.2, [plant()]),
  ...stood(-2.4, -1.9, door(undefined, 0.6)),
]

function stood(x: number, z: number, ...groups: Shape[][]): Shape[] {
  return groups.flat().map((part) => put(part, { at: [x, 0, z - 1.4] }))
}

const all = stand([floor(12, 12, '#7a4e31'), put(wall(12, 3, '#cfae8c'), { at: [0, 0, -3.6] }), ...props])
const Props: SceneComponent = ({ moment, contrast }) => (
  <>
    <Light
      moment={moment}
      sky={{ above: '#fff4e4', below: '#b79c86', power: 1.5 }}
      lamps={[{ at: [0.6, 2.4, -0.6], colour: '#ffe9cf', power: 9, reach: 9 }]}
    />
    <Solid shape={all} material={thin} contrast={contrast} />
  </>
)

const aisle = stand([
  floor(12, 12, '#b9b0a2', { cell: 0.3 }),
  ...[-2.2, 0, 2.2].flatMap((x) => rack(2).map((part) => put(part, { at: [x, 0, -3] }))),
  ...coldShelf(2).map((part) => put(part, { at: [-3.6, 0, -1.4], turn: [0, 1.3, 0] })),
  put(trolley(), { at: [-0.9, 0, -1.7], turn: [0, 0.5, 0] }),
  ...till().map((part) => put(part, { at: [1.6, 0, -1.5], turn: [0, -0.5, 0] })),
])

/** Shelves of a shop. */
const Shop: SceneComponent = ({ moment }) => (
  <>
    <Light
      moment={moment}
      sky={{ above: '#f4f5f2', below: '#b8b2a8', power: 2.1 }}
      lamps={[{ at: [0, 2.6, -1], colour: '#fff4e2', power: 7, reach: 9 }]}
    />
    <Solid shape={aisle} />
  </>
)

const bedroom = [
  ...bed().map((part) => put(part, { at: [0.5, 0, -2.6] })),
  ...nightstand().map((part) => put(part, { at: [1.6, 0, -3.4] })),
  ...windowFrame(1.1, 1.2).map((part) => put(part, { at: [-1.4, 0.9, -3.95] })),
  put(clock(), { at: [0.5, 1.9, -3.97] }),
  ...sideboard().map((part) => put(part, { at: [-2.9, 0, -3.7] })),
]
const chamber = stand([
  ...room(
    [8, 2.6, 6],
    [0, -1],
    { front: [{ x: -1.4, w: 1.1, sill: 0.9, head: 2.1 }] },
    { walls: '#cbb49a', panel: '#8f8b96' },
  ),
  ...bedroom,
])
const soft = stand([
  ...bedding().map((part) => put(part, { at: [0.5, 0, -2.6] })),
  ...curtains(1.1, 1.5, '#8a6a78', 0.4).map((part) => put(part, { at: [-1.4, 0.75, -4] })),
])
const Bedroom: SceneComponent = ({ moment }) => (
  <>
    <Light
      moment={moment}
      sky={{ above: '#fff4e4', below: '#b79c86', power: 1.1 }}
      lamps={[{ at: [1.2, 1.6, -2], colour: '#ffe9cf', power: 5, reach: 9 }]}
    />
    <Sky moment={moment} />
    <Solid shape={chamber} />
    <Solid shape={soft} material={thin} />
  </>
)

export const samples: Record<string, SceneComponent> = {
  lit: Lit,
  people: People,
  calm: Calm,
  shop: Shop,
  bedroom: Bedroom,
  props: Props,
}
