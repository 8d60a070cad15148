import { useMemo, useRef } from 'react'
import type { Group, MeshLambertMaterial } from 'three'
import { clamp, mix, smooth, towards } from '../kit/curves.ts'
import { useMoment, useOwn } from '../kit/hooks.ts'
import { solid } from '../kit/materials.ts'
import { Person, type Pose } from '../kit/people/Person.tsx'
import type { Moment, Place } from '../kit/types.ts'
import {
  attention,
  chatter,
  crowd,
  laughing,
  ottoStands,
  presence,
  speaking,
  type Talk,
  watch,
} from './evening.ts'
import { indexOf, SEATS, type Seat, TABLE } from './guests.ts'

type Props = {
  /** time at the table, which is the scene's but for the minute it stands still */
  moment: { readonly current: Moment }
  talk: Talk
  contrast: boolean
}

const said = Array<number>(SEATS.length).fill(0)
const aside = Array<number>(SEATS.length).fill(0)
const RUTH: Place = [0, 0, 0]
/** No neck turns further, radians. */
const FAR = 1.15
const OTTO = indexOf('otto')

/** What each of them looks at, as angles that do not change. */
const looks = SEATS.map(({ at, facing, partner }) => ({
  partner: clamp(towards(at, facing, SEATS[indexOf(partner)]?.at ?? TABLE), -FAR, FAR),
  ruth: clamp(towards(at, facing, RUTH), -FAR, FAR),
  others: SEATS.map((other) => clamp(towards(at, facing, other.at), -FAR, FAR)),
}))

function act(index: number, talk: Talk, now: Moment, pose: Pose): void {
  speaking(talk, now, said)
  chatter(now, aside)
  const mine = looks[index]
  if (!mine) return
  const asked = attention(now)
  const own = said[index] ?? 0
  let turn = mix(mine.partner, mine.ruth, 0.3 * asked) * mix(1, 0.45, asked)
  // whoever speaks is looked at; when all talk at once, hardly anybody is
  for (let other = 0; other < SEATS.length; other++)
    if (other !== index) turn = mix(turn, mine.others[other] ?? 0, (said[other] ?? 0) * asked)
  turn = mix(turn, mine.ruth, own * mix(0.15, 0.85, asked))
  const inward = watch(now)
  turn = mix(turn, mine.partner, inward)
  const chat = aside[index] ?? 0
  const t = now.still ? 0 : now.t
  const laugh = laughing(talk, now)
  const talking = Math.max(own, chat * 0.7)
  pose.turn = turn
  pose.lean = 0.13 * own + 0.05 * chat - 0.17 * laugh
  pose.nod =
    -0.2 * laugh +
    0.05 * talking * Math.sin(t * 2.7 + index) +
    (1 - talking) * 0.035 * asked * Math.sin(t * 0.8 + index * 2)
  pose.tilt = 0.05 * talking * Math.sin(t * 1.3 + index * 1.3)
  pose.lift = 0.34 * own * (0.6 + 0.4 * Math.sin(t * 1.7 + index))
  // a glass, a hand, a napkin: mouths go behind something just when it is loud
  if (index === 1 || index === 2 || index === 5)
    pose.lift = Math.max(
      pose.lift,
      0.95 * crowd(now) * (1 - own) * smooth(0.15, 0.75, Math.sin(t * 0.31 + index * 2.2)),
    )
  if (index === OTTO) {
    const up = ottoStands(now)
    pose.rise = 0.34 * up
    pose.wide = up * (0.62 + 0.3 * Math.sin(t * 1.1))
    pose.lift = pose.lift * (1 - up)
    pose.turn = mix(pose.turn, 0.5 * Math.sin(t * 0.6), up * (1 - asked))
  }
}

function Guest({ seat, index, moment, talk, contrast }: Props & { seat: Seat; index: number }) {
  const group = useRef<Group>(null)
  const material = useOwn<MeshLambertMaterial>(() => solid.clone())
  useMoment(moment, (now) => {
    const here = presence(now, index)
    material.opacity = here
    material.transparent = here < 1
    if (group.current) group.current.visible = here > 0
  })
  const otto = index === OTTO
  return (
    <group ref={group}>
      <Person
        moment={moment}
        looks={seat.looks}
        at={seat.at}
        facing={seat.facing}
        seed={index * 3 + 1}
        material={material}
        contrast={contrast}
        hands="table"
        bothArms={otto}
        // he stands up; the table hides how
        standing={otto}
        hips={0.5}
        act={useMemo(() => (now: Moment, pose: Pose) => act(index, talk, now, pose), [index, talk])}
      />
    </group>
  )
}

export const Guests = (props: Props) =>
  SEATS.map((seat, index) => <Guest key={seat.id} seat={seat} index={index} {...props} />)
