import { useFrame } from '@react-three/fiber'
import { useEffect, useRef } from 'react'
import type { Room } from '../../room/room.ts'
import type { Head } from '../stage/head.ts'
import type { SeatPlace } from '../together/ring.ts'
import { createVoices, type Ears, type Listening, type Voices } from '../together/voices.ts'

type Props = {
  room: Room
  /** everybody else here, by identity; nobody while one has stepped out */
  places: ReadonlyMap<string, SeatPlace>
  listening: Listening
  context: AudioContext
  head: Head
}

/** Voices come from their seats while this is there, and as they come before and after it. */
export function SeatVoices({ room, places, listening, context, head }: Props) {
  const voices = useRef<Voices>(undefined)
  const ears = useRef<Ears>({ x: 0, y: 0, z: 0, forward: [0, 0, -1], up: [0, 1, 0] })
  useEffect(() => {
    const made = createVoices({ context, soundOf: room.circle.soundOf })
    voices.current = made
    room.actions.playVoices(false)
    return () => {
      voices.current = undefined
      made.close()
      room.actions.playVoices(true)
    }
  }, [room, context])
  useEffect(() => {
    const follow = () => voices.current?.follow(places, listening)
    follow()
    // a voice that begins, or comes anew after a break
    return room.circle.onChange(follow)
  }, [room, places, listening])
  useFrame(() => {
    const now = ears.current
    now.x = head.x
    now.y = head.y
    now.z = head.z
    now.forward[0] = head.forwardX
    now.forward[1] = head.forwardY
    now.forward[2] = head.forwardZ
    now.up[0] = head.upX
    now.up[1] = head.upY
    now.up[2] = head.upZ
    voices.current?.turn(now)
  })
  return null
}
