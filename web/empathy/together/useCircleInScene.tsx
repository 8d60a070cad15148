import { useEffect, useMemo, useState } from 'react'
import type { Captions } from '../../captions/captions.ts'
import { openSound } from '../../lib/keepSounding.ts'
import type { Room } from '../../room/room.ts'
import type { RoomState } from '../../room/state.ts'
import { useLive } from '../circle/useLive.ts'
import { usePoses } from '../circle/usePoses.ts'
import { useStill } from '../comfort.ts'
import type { CircleInScene } from '../play/Play.tsx'
import type { Companion } from './Companions.tsx'
import { ringBehind } from './ring.ts'
import { SceneCircle } from './SceneCircle.tsx'
import type { Listening } from './voices.ts'

export type InScene = {
  circle: CircleInScene
  /** who is in the scene too, as far as this page knows */
  others: readonly { identity: string; pseudonym: string; hidden: boolean }[]
  hide: (identity: string, hidden: boolean) => void
  listening: Listening
  listen: (next: Listening) => void
}

/** The circle as it is within a scene: who is seen there, how voices come, what is said. */
export function useCircleInScene(room: Room, state: RoomState, captions: Captions): InScene {
  const { people } = state
  const still = useStill()
  const poses = usePoses(room)
  const [hidden, setHidden] = useState<readonly string[]>([])
  const [listening, listen] = useState<Listening>({ centre: false, mono: false })
  const [context] = useState(openSound)
  useEffect(() => {
    void context?.resume()
    return () => void context?.close()
  }, [context])
  const seated = useMemo(() => {
    const me = Math.max(
      0,
      people.findIndex(({ you }) => you),
    )
    const places = ringBehind(people.length, me)
    return people.flatMap((person, i) => {
      const place = places[i]
      return place && !person.you ? [{ person, place }] : []
    })
  }, [people])
  const places = useMemo(() => new Map(seated.map(({ person, place }) => [person.identity, place])), [seated])
  const companions = useMemo<Companion[]>(
    () =>
      seated
        .filter(({ person: { identity } }) => poses.worn.includes(identity) && !hidden.includes(identity))
        .map(({ person: { identity, seat }, place }) => ({
          identity,
          seat,
          place,
          pose: poses.of(identity),
        })),
    [seated, poses, hidden],
  )
  const live = useLive(room, captions)
  return {
    circle: {
      live,
      space: (
        <SceneCircle
          room={room}
          companions={companions}
          places={places}
          listening={listening}
          context={context}
          still={still}
        />
      ),
    },
    others: seated
      .filter(({ person }) => poses.worn.includes(person.identity))
      .map(({ person: { identity, pseudonym } }) => ({
        identity,
        pseudonym,
        hidden: hidden.includes(identity),
      })),
    hide: (identity, hide) =>
      setHidden((before) => [...before.filter((one) => one !== identity), ...(hide ? [identity] : [])]),
    listening,
    listen,
  }
}
