import type { RoomView, Seat } from '../../server/rooms/contract.ts'

/** What LiveKit tells of somebody who is connected; never a name. */
export type LiveFacts = {
  speaking: boolean
  mic: boolean
  camera: boolean
  screen: boolean
  weak: boolean
  lost: boolean
}
export type PersonInRoom = Seat & LiveFacts & { you: boolean }

const ABSENT: LiveFacts = {
  speaking: false,
  mic: false,
  camera: false,
  screen: false,
  weak: false,
  lost: false,
}

/**
 * The people to show, in the order of their seats. Names come from the server's view alone: somebody whom it does not
 * list is not shown, whatever LiveKit says; somebody it lists is shown when they are there.
 */
export function peopleOf(view: RoomView, live: ReadonlyMap<string, LiveFacts>): PersonInRoom[] {
  return view.seats
    .filter((seat) => seat.identity === view.you.identity || live.has(seat.identity))
    .map((seat) => ({
      ...seat,
      ...(live.get(seat.identity) ?? ABSENT),
      you: seat.identity === view.you.identity,
    }))
    .sort((a, b) => a.seat - b.seat)
}

/** Who came and who went between two lists, by name. */
export function changesBetween(before: readonly PersonInRoom[], after: readonly PersonInRoom[]) {
  const names = (list: readonly PersonInRoom[], other: readonly PersonInRoom[]) =>
    list.filter((p) => !p.you && !other.some((o) => o.identity === p.identity)).map((p) => p.pseudonym)
  return { joined: names(after, before), left: names(before, after) }
}
