import { useFrame } from '@react-three/fiber'
import { useState } from 'react'
import type { Room } from '../../room/room.ts'
import { OwnPose } from '../circle/OwnPose.tsx'
import { SeatVoices } from '../circle/SeatVoices.tsx'
import { createHead, readViewer } from '../stage/head.ts'
import { type Companion, Companions } from './Companions.tsx'
import type { SeatPlace } from './ring.ts'
import type { Listening } from './voices.ts'

type Props = {
  room: Room
  companions: readonly Companion[]
  /** of everybody whose voice comes from a seat */
  places: ReadonlyMap<string, SeatPlace>
  listening: Listening
  /** none where no sound can be made: voices come as they came before */
  context: AudioContext | undefined
  still: boolean
}

/** The others of the circle within a scene: their lights, their voices from their seats, and one's own place told to them. */
export function SceneCircle({ room, companions, places, listening, context, still }: Props) {
  const [head] = useState(createHead)
  useFrame(({ camera }) => readViewer(head, camera), -800)
  return (
    <>
      <Companions companions={companions} still={still} />
      <OwnPose room={room} flat />
      {context && (
        <SeatVoices room={room} places={places} listening={listening} context={context} head={head} />
      )}
    </>
  )
}
