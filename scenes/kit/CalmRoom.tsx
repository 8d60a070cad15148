import { useMemo, useRef } from 'react'
import { Color, type Mesh, type PointLight } from 'three'
import { colours } from './colours.ts'
import { breath, candle, drift } from './curves.ts'
import { useMoment, useOwn } from './hooks.ts'
import { Light } from './Light.tsx'
import { glowing, haze, thin } from './materials.ts'
import { bookshelf, cushion, nightstand, rug, sofa } from './props/home.ts'
import { curtains, lampFoot, lampShade, outside, picture, plant, room, windowFrame } from './props/room.ts'
import { Sky } from './Sky.tsx'
import { Solid } from './Solid.tsx'
import { glow } from './shapes/glow.ts'
import { merge, put, type Shape, unlined } from './shapes/paint.ts'
import { stand } from './shapes/shade.ts'
import { ball, box, rod, turned } from './shapes/solid.ts'
import type { Moment } from './types.ts'

type Props = {
  /** seconds since one came in, however they are counted */
  moment: { readonly current: Pick<Moment, 't' | 'still'> }
  contrast?: boolean
}

/** Where the fire is, metres; one sits and looks at it. */
const HEARTH = [0, 0, -2.6] as const
/** A breath in and out, seconds: six a minute. */
export const CALM_BREATH = 10

/** In the wall one looks at. */
const WINDOW = { x: 1.55, w: 1.3, sill: 0.85, head: 2.1 }
const FRONT = -4.4

function furniture(): Shape[] {
  const [x, , z] = HEARTH
  const place = (part: Shape, at: readonly [number, number, number], turn = 0) =>
    put(part, { at, turn: [0, turn, 0] })
  const bricks = Array.from({ length: 42 }, (_, i) => {
    const a = (i % 21) * ((Math.PI * 2) / 21) + (i > 20 ? 0.15 : 0)
    const hue = [colours.brick, '#8a4a3a', '#a5604b', '#7d4637'][(i * 7) % 4] ?? colours.brick
    const stone = box([0.17, 0.1, 0.12], hue, { round: 0.022 })
    return put(stone, {
      turn: [0, -a + Math.PI / 2, 0],
      at: [x + Math.cos(a) * 0.58, i > 20 ? 0.1 : 0, z + Math.sin(a) * 0.58],
    })
  })
  return [
    ...unlined(
      room(
        [5.8, 2.6, 6],
        [0, -1.4],
        { front: [WINDOW] },
        { walls: '#b39a8c', panel: '#84787c', ground: '#7d6350', ceiling: '#9a8a80' },
      ),
    ),
    ...bricks,
    place(
      turned(
        [
          [0.52, 0.004],
          [0.5, 0.05],
          [0, 0.06],
        ],
        '#2c2320',
        { around: 28 },
      ),
      [x, 0, z],
    ),
    ...rug(1.25, ['#8d6a70', '#b39c88', '#77708a']).map((part) => put(part, { at: [0, 0, -0.7] })),
    ...sofa(1.7, '#84967f').map((part) => place(part, [-2.45, 0, -2.2], 1.15)),
    ...bookshelf(0.95, 1.5).map((part) => put(part, { at: [-1.7, 0, FRONT] })),
    ...picture(0.62, 0.46, ['#d9a58f', '#8a86a0', '#6f7f74']).map((part) =>
      put(part, { at: [-0.2, 1.4, FRONT] }),
    ),
    put(cushion('#c39a58'), { at: [-2.15, 0.44, -1.62], turn: [-0.3, 1.15, 0], scale: 0.85 }),
    ...nightstand('#86614a').map((part) => put(part, { at: [2.45, 0, -3.95] })),
    put(lampFoot(0.42, '#9a5f4a'), { at: [2.45, 0.53, -3.95] }),
    place(plant(0.8, '#8a5a4a'), [0.55, 0, -4.05]),
    place(plant(0.75, '#5c5560'), [2.5, 0, -2.9]),
    ...windowFrame(WINDOW.w, WINDOW.head - WINDOW.sill, '#cdb9a2').map((part) =>
      put(part, { at: [WINDOW.x, WINDOW.sill, FRONT] }),
    ),
  ]
}

const cloths = () =>
  merge(curtains(WINDOW.w, 1.55, '#a0757a').map((part) => put(part, { at: [WINDOW.x, 0.7, FRONT] })))

/** Logs that have burnt down, and the embers between them. */
function embers(): Shape {
  const parts: Shape[] = []
  for (let i = 0; i < 34; i++) {
    const a = i * 2.4
    const out = 0.36 * Math.sqrt((i + 0.5) / 34)
    const hot = 1 - out / 0.4
    parts.push(
      put(
        ball(0.05 + 0.03 * ((i * 0.618) % 1), hot > 0.35 ? '#ff7426' : '#a8340f', {
          fine: 6,
          foot: '#ff9a38',
          grain: 0.5,
        }),
        {
          at: [HEARTH[0] + Math.cos(a) * out, 0.06 + 0.07 * hot, HEARTH[2] + Math.sin(a) * out],
          scale: [1, 0.6, 1],
          turn: [i, i * 2, 0],
        },
      ),
    )
  }
  return merge(parts)
}

const logs = () =>
  merge(
    [0.2, 1.4, 2.5, 3.9, 5.2].map((a) =>
      rod(
        [HEARTH[0] + Math.cos(a) * 0.42, 0.1, HEARTH[2] + Math.sin(a) * 0.42],
        [HEARTH[0] + Math.cos(a + 2.7) * 0.1, 0.27, HEARTH[2] + Math.sin(a + 2.7) * 0.1],
        0.055,
        '#40302a',
        { thinner: 0.045, ends: true, grain: 0.4 },
      ),
    ),
  )

/**
 * A small room at dusk with a hearth that has burnt down to embers. They brighten and dim as slowly as one breathes at
 * rest, and stand still for who asked for that. Nothing else happens here.
 */
export function CalmRoom({ moment: given, contrast = false }: Props) {
  const moment = given as { readonly current: Moment }
  const still = useOwn(() => stand(furniture()))
  const cloth = useOwn(cloths)
  const wood = useOwn(logs)
  const coals = useOwn(embers)
  const air = useOwn(() => glow(1.35, '#ff8a3c'))
  const shade = useOwn(lampShade)
  const lamp = useOwn(() => glowing('#b08f6c'))
  const hills = useOwn(() => merge(outside(9, '#2d3550')))
  const ember = useOwn(() => glowing())
  const shine = useOwn(() => haze('white', true))
  const halo = useRef<Mesh>(null)
  const light = useRef<PointLight>(null)
  useMoment(moment, ({ t, still: calm }) => {
    const air = calm ? 0.5 : breath(t, CALM_BREATH)
    const life = calm ? 1 : candle(t, 2) + 0.03 * drift(t, 4)
    const bright = (0.62 + 0.38 * air) * life
    ember.color.setScalar(bright * 0.8)
    shine.color.setScalar(0.1 + 0.14 * air * life)
    if (light.current) light.current.intensity = 7.5 + 4 * air * life
    halo.current?.scale.setScalar(0.92 + 0.12 * air)
  })
  const sky = useMemo(
    () => ({ top: new Color('#1d2a4f'), low: new Color('#93584f'), ground: new Color('#2b2a33') }),
    [],
  )
  return (
    <>
      <Light
        moment={moment}
        sky={{ above: '#b4b6dc', below: '#a8897c', power: 0.46 }}
        lamps={[{ at: [2.4, 1.15, -3.8], colour: '#ffd3a0', power: 1.5, reach: 4 }]}
      />
      <pointLight ref={light} position={[HEARTH[0], 0.8, HEARTH[2]]} args={['#ffc594', 7, 9, 1.4]} />
      <Sky moment={moment} colours={sky} />
      <Solid shape={hills} position={[2, -0.3, -12]} />
      <Solid shape={still} contrast={contrast} />
      <Solid shape={cloth} material={thin} />
      <Solid shape={wood} contrast={contrast} />
      <Solid shape={coals} material={ember} />
      <Solid shape={shade} material={lamp} position={[2.45, 0.53, -3.95]} />
      <Solid ref={halo} shape={air} material={shine} position={[HEARTH[0], 0.32, HEARTH[2]]} />
    </>
  )
}
