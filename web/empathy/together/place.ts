import { createStore } from 'zustand/vanilla'
import type { SceneView } from '../../../server/rooms/contract.ts'
import { api } from '../../lib/api.ts'
import { oneAtATime } from '../../lib/oneAtATime.ts'

/** Where one is while the circle has a scene open: in it, in the calm room, or by the hearth; undefined until one has said. */
export type Place = 'along' | 'calm' | 'waiting' | undefined

type Said = { opened: number; place: Place }

/** What one last said, and of which going-through. A page that is loaded again asks again: nobody is put into a scene. */
export const said = createStore<Said>(() => ({ opened: 0, place: undefined }))

/**
 * Where one is: what one said here; else as the room has it, also when it was said on another device. Who has said
 * nothing is in no scene.
 */
export const placeIn = ({ opened, out }: SceneView, you: string, mine: Said): Place =>
  (mine.opened === opened ? mine.place : undefined) ?? (out.includes(you) ? 'waiting' : undefined)

const TRIES = 5
const PAUSE_MS = 1500
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** Tells the room, until it has heard it, what one has said last. */
const tell = (meetupId: string) =>
  oneAtATime(async () => {
    for (let i = 0; i < TRIES; i++) {
      if (i > 0) await wait(PAUSE_MS)
      const { place } = said.getState()
      if (place === undefined) return
      const out = place !== 'along'
      const heard = await api('PUT /api/meetups/:meetupId/room/scene/me', { meetupId, body: { out } }).then(
        () => true,
        ({ code }) => code !== 'offline',
      )
      if (heard) return
    }
  })
const tellers = new Map<string, () => Promise<void>>()

const teller = (meetupId: string) => {
  const known = tellers.get(meetupId) ?? tell(meetupId)
  tellers.set(meetupId, known)
  return known
}

/** Comes along, steps out, or waits by the hearth: here at once, and for the room as soon as it hears. */
export function say(meetupId: string, { opened }: SceneView, place: NonNullable<Place>): void {
  said.setState({ opened, place })
  void teller(meetupId)()
}

/** The room takes whoever comes back after a break for somebody who was loaded again: who is still along says so once more. */
export function sayAgain(meetupId: string, opened: number): void {
  const now = said.getState()
  if (now.opened === opened && now.place === 'along') void teller(meetupId)()
}

/** One has left: whoever comes back is asked again, as after a reload. */
export const unsay = () => said.setState(said.getInitialState())
