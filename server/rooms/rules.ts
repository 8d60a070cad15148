import type { CircleRole } from '../circles/contract.ts'
import type { ErrorCode } from '../contract.ts'
import { charactersOf } from '../lib/codes.ts'
import type { MeetupPhase, Rsvp } from '../meetups/contract.ts'
import { phaseOf, type Times } from '../meetups/rules.ts'
import { type RoomState, SEATS_IN_RING } from './state.ts'

export type JoinFacts = {
  phase: MeetupPhase
  role: CircleRole
  /** a facilitator's rights need a strong login session */
  strong: boolean
  rsvp: Rsvp | null
  /** how many said that they come */
  going: number
  admission: { state: 'admitted' | 'given_back' | 'removed'; tab: string; held: boolean } | null
  tab: string
  moveHere: boolean
}

/** keep: same device again · move: a new identity for this device, the old one is put out · first: a new admission */
export type JoinDecision = { ok: true; how: 'first' | 'keep' | 'move' } | { ok: false; refusal: ErrorCode }

/**
 * Whether a member may come into the room now. The same gate for the first time, a reload and every reconnection.
 * A facilitator may come without having said so, as long as no seat in the ring is lost to somebody who has.
 */
export function decideJoin(f: JoinFacts): JoinDecision {
  if (f.phase === 'ended' || f.phase === 'cancelled') return { ok: false, refusal: 'meetup_over' }
  if (f.phase === 'scheduled') return { ok: false, refusal: 'not_open_yet' }
  if (f.admission?.state === 'removed') return { ok: false, refusal: 'removed_from_room' }
  if (f.role === 'facilitator' && !f.strong) return { ok: false, refusal: 'strong_sign_in_needed' }
  if (f.role === 'member' && f.rsvp !== 'going') return { ok: false, refusal: 'rsvp_needed' }
  if (f.rsvp !== 'going' && f.going >= SEATS_IN_RING) return { ok: false, refusal: 'no_seat_left' }
  if (!f.admission) return { ok: true, how: 'first' }
  if (f.admission.state === 'given_back') return { ok: true, how: 'move' }
  if (f.admission.tab === f.tab) return { ok: true, how: 'keep' }
  if (f.admission.held && !f.moveHere) return { ok: false, refusal: 'open_in_another_tab' }
  return { ok: true, how: 'move' }
}

const CLAIM_MS = 15_000

/** Whether a tab has the admission now: it is connected, or asked to come in just now and may still be connecting. */
export const isHeld = (a: { connectedAt: Date | null; claimedAt: Date | null }, now: Date): boolean =>
  a.connectedAt !== null || (a.claimedAt !== null && now.getTime() - a.claimedAt.getTime() < CLAIM_MS)

/** Whether anybody may be in the room at this moment. */
export const isOpen = (room: { state: RoomState }, meetup: Times, now: Date): boolean =>
  room.state.phase !== 'ended' && !['ended', 'cancelled', 'scheduled'].includes(phaseOf(meetup, now))

// --- second screens

export const MOST_SCREENS = 3
export const SCREEN_CODE_MS = 5 * 60_000
/** A tab says that it leaves also when it is only loaded again, and its person passes the door again. */
const COMING_BACK_MS = 60_000

/**
 * Whether the second screens of this admission may be in the room now. They wait outside while their person has left,
 * since nobody would think that they still read along; a connection that broke is no leaving.
 */
export const mayReadAlong = (
  a: { state: string; claimedAt: Date | null; lastLeftAt: Date | null },
  now: Date,
): boolean =>
  a.state === 'admitted' &&
  (a.claimedAt !== null || (a.lastLeftAt !== null && now.getTime() - a.lastLeftAt.getTime() < COMING_BACK_MS))

/** A code for a second screen, as `XXXX-XXXX`: 38 bits. */
export function newScreenCode(random?: (max: number) => number): string {
  return `${charactersOf(4, random)}-${charactersOf(4, random)}`
}
