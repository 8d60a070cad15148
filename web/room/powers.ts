import type { RoomRole, RoomView, Seat } from '../../server/rooms/contract.ts'

/** What one may do in the room now. The server decides; this shows only what it would allow. */
export type Powers = {
  /** held: a facilitator has muted it */
  microphone: 'free' | 'held' | 'none'
  camera: boolean
  screen: boolean
  facilitate: boolean
}

const BY_ROLE: Record<RoomRole, Omit<Powers, 'microphone'> & { speaks: boolean }> = {
  facilitator: { speaks: true, camera: true, screen: true, facilitate: true },
  member: { speaks: true, camera: true, screen: false, facilitate: false },
  interpreter: { speaks: true, camera: true, screen: false, facilitate: false },
  captioner: { speaks: false, camera: false, screen: false, facilitate: false },
  observer: { speaks: false, camera: false, screen: false, facilitate: false },
}

export const seatOf = (view: RoomView | undefined): Seat | undefined =>
  view?.seats.find((s) => s.identity === view.you.identity)

export function powersOf(view: RoomView | undefined): Powers {
  const me = seatOf(view)
  if (!me) return { microphone: 'none', camera: false, screen: false, facilitate: false }
  const { speaks, ...powers } = BY_ROLE[me.role]
  return { ...powers, microphone: !speaks ? 'none' : me.muted ? 'held' : 'free' }
}
