import { type ReactNode, useRef } from 'react'
import { Color, type Group, type Mesh } from 'three'
import { skins } from '../kit/colours.ts'
import { drift, mix, smooth } from '../kit/curves.ts'
import { useMoment, useOwn } from '../kit/hooks.ts'
import { haze, thin } from '../kit/materials.ts'
import { Solid } from '../kit/Solid.tsx'
import { glow } from '../kit/shapes/glow.ts'
import type { Made, Moment } from '../kit/types.ts'
import { BELT, COLD, coldShelf, dairy, pear, tillDesk, yeast } from './food.ts'
import { DOORS, daylight, facade, inner, leaf, street } from './front.ts'
import { dust, keys, knob, PANEL, panel, panelWall, SLIDERS, TRAVEL } from './panel.ts'
import { hand, map, pearsWord, slip, tick, way } from './papers.ts'
import { SLIDES, slideAt } from './sliders.ts'
import { at, type Station } from './stations.ts'
import { cap, pillar, woodenRing } from './things.ts'
import { saidAt } from './times.ts'

type Props = { moment: { readonly current: Moment }; contrast: boolean }

/** Nour's sleeve and hand: what one sees of oneself. */
const HAND = [skins[2], '#7a6a94'] as const
const warm = new Color('#ffdca8')

/** What is only there at one place of the shop. */
export function At({
  moment,
  station,
  children,
}: {
  moment: Props['moment']
  station: Station
  children: ReactNode
}) {
  const group = useRef<Group>(null)
  useMoment(moment, (m) => {
    if (group.current) group.current.visible = at(m, station)
  })
  return <group ref={group}>{children}</group>
}

/** The slip of paper in one's hand, at the beginning and at the end. */
function Slip({ moment, contrast, written }: Props & { written: boolean }) {
  const paper = useOwn(slip)
  const ticked = useOwn(tick)
  const pears = useOwn(pearsWord)
  const own = useOwn(() => hand(...HAND))
  const group = useRef<Group>(null)
  const mark = useRef<Mesh>(null)
  useMoment(moment, (m) => {
    if (mark.current) mark.current.visible = m.into >= TICKED
    if (group.current && !m.still) group.current.rotation.z = 0.012 * drift(m.t * 0.7, 2)
  })
  return (
    <group position={[0.13, 0.9, -0.6]} rotation={[0.78, 0.12, 0]}>
      <group ref={group}>
        <Solid shape={paper} scale={1.25} contrast={contrast} />
        <Solid shape={own} contrast={contrast} />
        {written && (
          <>
            <Solid ref={mark} shape={ticked} scale={1.25} />
            <Solid shape={pears} scale={1.25} />
          </>
        )}
      </group>
    </group>
  )
}
const TICKED = saidAt('the-tick', {}, '[A pencil')

/** Two leaves of glass that slide apart once. */
function Doors({ moment, contrast, opens }: Props & { opens: (moment: Moment) => number }) {
  const wing = useOwn(leaf)
  const wings = useRef<(Mesh | null)[]>([])
  useMoment(moment, (m) => {
    const open = opens(m) * DOORS.w * 0.44
    for (let i = 0; i < 2; i++) {
      const one = wings.current[i]
      if (one) one.position.x = i ? open : -DOORS.w / 2 - open
    }
  })
  return (
    <>
      {[0, 1].map((i) => (
        <Solid
          key={i}
          ref={(mesh) => {
            wings.current[i] = mesh
          }}
          shape={wing}
          position={[0, 0, DOORS.z - 0.03]}
          contrast={contrast}
        />
      ))}
    </>
  )
}

const OPENS = saidAt('outside', {}, '[Sliding doors')
const opening = ({ into }: Moment) => smooth(OPENS, OPENS + 2.6, into)
const open = () => 1

export function Front({ moment, contrast }: Props) {
  const wallShape = useOwn(facade)
  const ground = useOwn(street)
  return (
    <At moment={moment} station="front">
      <Solid shape={wallShape} />
      <Solid shape={ground} />
      <Doors moment={moment} contrast={contrast} opens={opening} />
      <Slip moment={moment} contrast={contrast} written={false} />
    </At>
  )
}

/** The doors again, from inside, and the day behind them. */
export function Exit({ moment, contrast }: Props) {
  const frame = useOwn(inner)
  const day = useOwn(daylight)
  return (
    <At moment={moment} station="exit">
      <Solid shape={frame} />
      <Solid shape={day} />
      <Doors moment={moment} contrast={contrast} opens={open} />
    </At>
  )
}

/** The map, unfolded before one, and two ways in it. */
export function Plan({ moment, contrast, made }: Props & { made: Made }) {
  const paper = useOwn(map)
  const green = useOwn(() => way('green'))
  const blue = useOwn(() => way('blue'))
  const left = useOwn(() => hand(...HAND))
  const group = useRef<Group>(null)
  useMoment(moment, (m) => {
    if (group.current) group.current.position.y = 0.93 + (m.still ? 0 : 0.004 * drift(m.t, 4))
  })
  return (
    <group ref={group} position={[0, 0.93, -0.68]} rotation={[0.82, 0, 0]}>
      <Solid shape={paper} contrast={contrast} />
      {made.route !== 'blue' && <Solid shape={green} />}
      {made.route !== 'green' && <Solid shape={blue} />}
      <Solid shape={left} position={[0.3, -0.002, 0.12]} rotation={[0, 0.5, 0]} contrast={contrast} />
      <Solid
        shape={left}
        material={thin}
        position={[-0.3, -0.002, 0.12]}
        rotation={[0, -0.5, 0]}
        scale={[-1, 1, 1]}
        contrast={contrast}
      />
    </group>
  )
}

/** A pillar that wants nothing, and on its shelf a cap and a ring. */
export function Pillar({ moment, contrast, made }: Props & { made: Made }) {
  const column = useOwn(pillar)
  const peaked = useOwn(cap)
  const ringShape = useOwn(woodenRing)
  const halo = useOwn(() => glow(0.2, '#ffdca8', { around: 20, flat: true }))
  const shines = (tool: string) => made.tool === undefined || made.tool === tool
  const light = useOwn(() => haze())
  useMoment(moment, ({ into, t, still }) => {
    light.color.copy(warm).multiplyScalar(0.3 * smooth(12, 16, into) * (1 + 0.1 * drift(still ? 0 : t, 3)))
  })
  return (
    <At moment={moment} station="pillar">
      <Solid shape={column} contrast={contrast} />
      <Solid
        shape={peaked}
        material={thin}
        position={[-0.17, 0.861, -1.25]}
        rotation={[0.04, 0.35, 0]}
        scale={1.15}
        contrast={contrast}
      />
      <Solid shape={ringShape} position={[0.2, 0.876, -1.16]} contrast={contrast} />
      {shines('cap') && (
        <mesh geometry={halo} material={light} position={[-0.17, 0.866, -1.17]} scale={1.1} />
      )}
      {shines('ring') && <mesh geometry={halo} material={light} position={[0.2, 0.866, -1.16]} scale={0.7} />}
    </At>
  )
}

const FOIL = { cap: 0, ring: 0, song: 0 } as Record<string, number>
for (const tool of Object.keys(FOIL)) FOIL[tool] = saidAt('aisle-nine', { tool }, '[Foil')

/** Aisle nine: butter, and to the left of it the cube one came for. */
export function Cold({ moment, contrast }: Props) {
  const shelf = useOwn(coldShelf)
  const food = useOwn(dairy)
  const cube = useOwn(yeast)
  const own = useOwn(() => hand(...HAND))
  const halo = useOwn(() => glow(0.3, '#ffe6bd', { around: 24 }))
  const light = useOwn(() => haze())
  const one = useRef<Group>(null)
  const palm = useRef<Mesh>(null)
  useMoment(moment, (m) => {
    const foil = FOIL[m.made.tool ?? 'song'] ?? 20
    const taken = smooth(foil + 0.5, foil + 3.5, m.into)
    light.color.copy(warm).multiplyScalar(0.32 * smooth(foil - 6, foil - 2, m.into) * (1 - taken))
    one.current?.position.set(
      mix(-0.16, 0.02, taken),
      mix(COLD.shelf, 0.93, taken) + 0.05 * Math.sin(taken * Math.PI),
      mix(COLD.z + 0.21, -0.66, taken),
    )
    if (palm.current) {
      palm.current.visible = taken > 0.02
      palm.current.position.set(mix(0.2, 0.01, taken), mix(0.62, 0.915, taken), mix(-0.56, -0.735, taken))
    }
  })
  return (
    <At moment={moment} station="cold">
      <Solid shape={shelf} contrast={contrast} />
      <Solid shape={food} />
      <mesh geometry={halo} material={light} position={[-0.2, COLD.shelf + 0.03, COLD.z + 0.27]} />
      <group ref={one}>
        <Solid shape={cube} contrast={contrast} />
      </group>
      <Solid ref={palm} shape={own} rotation={[0.35, 0.2, 0]} scale={1.1} contrast={contrast} />
    </At>
  )
}

/** The control panel with its four sliders, and a bunch of keys. */
export function Panel({ moment, contrast }: Props) {
  const board = useOwn(panel)
  const around = useOwn(panelWall)
  const slider = useOwn(knob)
  const film = useOwn(dust)
  const bunch = useOwn(keys)
  const knobs = useRef<(Group | null)[]>([])
  useMoment(moment, (m) => {
    for (let i = 0; i < SLIDES.length; i++)
      knobs.current[i]?.position.setY(-0.04 + TRAVEL * slideAt(SLIDES[i] ?? 'lights', m))
  })
  return (
    <At moment={moment} station="panel">
      <Solid shape={around} />
      <group position={PANEL.at} rotation={[PANEL.turn, 0, 0]}>
        <Solid shape={board} contrast={contrast} />
        {SLIDERS.map((x, i) => (
          <group
            key={x}
            position={[x, 0, 0]}
            ref={(group) => {
              knobs.current[i] = group
            }}
          >
            <Solid shape={slider} contrast={contrast} />
            {i === 3 && <Solid shape={film} />}
          </group>
        ))}
      </group>
      <Solid
        shape={bunch}
        position={[0.36, 0.784, -0.95]}
        rotation={[0, -0.5, 0]}
        scale={1.6}
        contrast={contrast}
      />
    </At>
  )
}

/** The till, and on its belt what one bought. */
export function Till({ moment, contrast, written }: Props & { written: boolean }) {
  const desk = useOwn(tillDesk)
  const cube = useOwn(yeast)
  const first = useOwn(() => pear(0))
  const second = useOwn(() => pear(1))
  return (
    <>
      <At moment={moment} station="till">
        <Solid shape={desk} contrast={contrast} />
        <Solid
          shape={cube}
          position={[0.0, BELT.y, BELT.z + 0.08]}
          rotation={[0, 0.4, 0]}
          scale={1.15}
          contrast={contrast}
        />
        <Solid shape={first} position={[-0.2, BELT.y, BELT.z + 0.05]} contrast={contrast} />
        <Solid
          shape={second}
          position={[-0.29, BELT.y, BELT.z - 0.02]}
          rotation={[0, 1.4, 0.06]}
          contrast={contrast}
        />
        <Solid
          shape={first}
          position={[-0.31, BELT.y + 0.034, BELT.z + 0.1]}
          rotation={[0, 0.6, -1.45]}
          contrast={contrast}
        />
      </At>
      {written && <Slip moment={moment} contrast={contrast} written />}
    </>
  )
}
