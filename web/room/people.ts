import { shallow } from 'zustand/vanilla/shallow'
import type { PublicRoomState, RoomView, Seat } from '../../server/rooms/contract.ts'

/** What LiveKit tells of somebody who is connected; never a name. */
export type LiveFacts = {
  speaking: boolean
  mic: boolean
  camera: boolean
  screen: boolean
  /** their picture comes in, or is about to: it is not held back for want of bandwidth */
  pictured: boolean
  weak: boolean
  lost: boolean
  /** LiveKit's id of what their microphone sends, also while it is muted */
  micTrack: string | undefined
}
export type PersonInRoom = Seat & LiveFacts & { you: boolean }

const ABSENT: LiveFacts = {
  speaking: false,
  mic: false,
  camera: false,
  screen: false,
  pictured: false,
  weak: false,
  lost: false,
  micTrack: undefined,
}

/**
 * The people to show, in the order of their seats. Names come from the server's view alone: somebody whom it does not
 * list is not shown, whatever LiveKit says; somebody it lists is shown while they are there, and as lost while
 * `missing` names them: their connection broke a moment ago and they keep their place in the ring.
 */
export function peopleOf(
  view: RoomView,
  live: ReadonlyMap<string, LiveFacts>,
  missing: ReadonlySet<string> = new Set(),
): PersonInRoom[] {
  const you = view.you.identity
  return view.seats
    .filter(({ identity }) => identity === you || live.has(identity) || missing.has(identity))
    .map((seat) => ({
      ...seat,
      ...(live.get(seat.identity) ?? { ...ABSENT, lost: missing.has(seat.identity) }),
      you: seat.identity === you,
    }))
    .sort((a, b) => a.seat - b.seat)
}

/** `now`, with the very objects of `before` for who has not changed: only tiles that did change are drawn again. */
export function keepUnchanged(
  before: readonly PersonInRoom[],
  now: readonly PersonInRoom[],
): readonly PersonInRoom[] {
  const kept = now.map((p) => before.find((b) => shallow(b, p)) ?? p)
  return shallow(before, kept) ? before : kept
}

/** Who came and who went between two lists, by name. */
export function changesBetween(before: readonly PersonInRoom[], after: readonly PersonInRoom[]) {
  const names = (list: readonly PersonInRoom[], other: readonly PersonInRoom[]) =>
    list.filter((p) => !p.you && !other.some((o) => o.identity === p.identity)).map((p) => p.pseudonym)
  return { joined: names(after, before), left: names(before, after) }
}

/** Whether `next` replaces `before`: it is newer or as new, or about another admission of ours. */
export const isNewer = (next: RoomView, before: RoomView | undefined): boolean =>
  before === undefined || next.version >= before.version || next.you.identity !== before.you.identity

/** The version in LiveKit's room metadata; undefined when it is not ours. */
export function versionIn(metadata: string | undefined): number | undefined {
  try {
    const { version } = JSON.parse(metadata ?? '') as PublicRoomState
    return Number.isInteger(version) ? version : undefined
  } catch {
    return undefined
  }
}
