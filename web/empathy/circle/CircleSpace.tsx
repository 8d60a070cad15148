import { useFrame, useThree } from '@react-three/fiber'
import { useXR } from '@react-three/xr'
import { useEffect, useMemo, useState } from 'react'
import type { Captions } from '../../captions/captions.ts'
import type { HearthWords } from '../../room/hearthWords.ts'
import type { PersonInRoom } from '../../room/people.ts'
import { powersOf } from '../../room/powers.ts'
import type { Room } from '../../room/room.ts'
import type { RoomState } from '../../room/state.ts'
import { CalmPlace } from '../stage/CalmPlace.tsx'
import { Dusk } from '../stage/Dusk.tsx'
import { Holding } from '../stage/Holding.tsx'
import { createHead, readViewer } from '../stage/head.ts'
import { Origin } from '../stage/Origin.tsx'
import { oursLast } from '../stage/order.ts'
import { useContextLoss } from '../stage/useContextLoss.ts'
import { WaysOut } from '../stage/WaysOut.tsx'
import { type Companion, Companions } from '../together/Companions.tsx'
import { RingTile, SeatName } from '../together/RingTile.tsx'
import { facing, ringAround, ringRadius, type SeatPlace } from '../together/ring.ts'
import { CircleControls } from './CircleControls.tsx'
import { HearthFire } from './HearthFire.tsx'
import { HearthSheet } from './HearthSheet.tsx'
import { OwnPose } from './OwnPose.tsx'
import { SeatVoices } from './SeatVoices.tsx'
import { SpokenCaptions } from './SpokenCaptions.tsx'
import { useLive } from './useLive.ts'
import { usePoses } from './usePoses.ts'
import type { CircleWords } from './words.ts'

type Props = {
  room: Room
  captions: Captions
  state: RoomState
  words: CircleWords
  still: boolean
  contrast: boolean
  /** none where no sound can be made: voices come as they came before */
  context: AudioContext | undefined
  /** captions are wanted */
  captioned: boolean
  /** what is said at the hearth */
  hearth: HearthWords
  leave: () => void
  /** there is something to enter */
  onBegin: () => void
  /** the device took the picture's memory, or gave it back */
  onLost: (lost: boolean) => void
}

const NOBODY: ReadonlyMap<string, SeatPlace> = new Map()

/** The ring around the hearth, as one of it sees it: in the same seats as on every flat page. */
export function CircleSpace({
  room,
  captions,
  state,
  words,
  still,
  contrast,
  context,
  captioned,
  hearth,
  leave,
  onBegin,
  onLost,
}: Props) {
  const { people, view, audioOnly } = state
  const radius = ringRadius(people.length)
  const inside = useXR((xr) => xr.session !== undefined)
  const gl = useThree((three) => three.gl)
  const [head] = useState(createHead)
  const [out, setOut] = useState(false)
  const [centre, setCentre] = useState(false)
  const [holding, setHolding] = useState(false)
  const poses = usePoses(room)
  const live = useLive(room, captions)
  const me = Math.max(
    0,
    people.findIndex((person) => person.you),
  )
  const seated = useMemo(() => {
    const places = ringAround(people.length, me)
    return people.map((person, i) => ({ person, place: places[i] ?? { x: 0, z: 0, turn: 0 } }))
  }, [people, me])
  const others = seated.filter(({ person }) => !person.you)
  const places = useMemo(
    () =>
      out
        ? NOBODY
        : new Map(seated.filter(({ person }) => !person.you).map((s) => [s.person.identity, s.place])),
    [seated, out],
  )
  const listening = useMemo(() => ({ centre, mono: false }), [centre])
  useEffect(() => gl.setTransparentSort(oursLast), [gl])
  // whoever took it off while they were out comes in anew
  useEffect(() => {
    if (!inside) setOut(false)
  }, [inside])
  useFrame(({ camera }) => readViewer(head, camera), -800)
  useEffect(onBegin, [onBegin])
  useContextLoss(onLost)

  const worn = (person: PersonInRoom) => poses.worn.includes(person.identity)
  const companions = useMemo<Companion[]>(
    () =>
      seated
        .filter(({ person }) => !person.you && poses.worn.includes(person.identity))
        .map(({ person: { identity, seat }, place }) => ({
          identity,
          seat,
          place,
          pose: poses.of(identity),
        })),
    [seated, poses],
  )
  const setMic =
    powersOf(view).microphone === 'free' ? (on: boolean) => void room.actions.setMic(on) : undefined
  const stepOut = (next: boolean) => {
    // whoever is out is not heard either
    if (next && state.mic) void room.actions.setMic(false)
    setOut(next)
  }
  return (
    <>
      <Origin height={0} />
      <color attach="background" args={['#171110']} />
      {out ? (
        <CalmPlace still={still} />
      ) : (
        <>
          <hemisphereLight args={['#c9b8d8', '#7a5a48', 0.7]} />
          <Dusk glow={-radius} />
          <HearthFire radius={radius} still={still} />
          {others.map(({ person, place }) =>
            worn(person) ? (
              <group
                key={person.identity}
                name={`seat of ${person.identity}`}
                position={[place.x, 0.82, place.z]}
                rotation-y={facing(place, 1)}
              >
                <SeatName person={person} away={Math.hypot(place.x, place.z)} y={0} />
              </group>
            ) : (
              <RingTile
                key={person.identity}
                person={person}
                place={place}
                room={room}
                pictures={!audioOnly}
              />
            ),
          )}
          <Companions companions={companions} still={still} />
          {inside && captioned && <SpokenCaptions live={live} head={head} contrast={contrast} />}
          <HearthSheet radius={radius} {...hearth} contrast={contrast} />
        </>
      )}
      {inside && !out && <OwnPose room={room} />}
      {inside && (
        <>
          {context && (
            <SeatVoices room={room} places={places} listening={listening} context={context} head={head} />
          )}
          <WaysOut onExit={() => stepOut(true)} onHolding={setHolding} />
          {holding && <Holding words={words.keepHolding} head={head} contrast={contrast} />}
          <CircleControls
            head={head}
            words={words}
            contrast={contrast}
            mic={state.mic}
            setMic={setMic}
            out={out}
            setOut={stepOut}
            centre={centre}
            setCentre={setCentre}
            leave={leave}
            sceneOpen={view?.scene !== undefined}
          />
        </>
      )}
    </>
  )
}
