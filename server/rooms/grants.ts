import type { RoomRole } from './contract.ts'
import type { RoomState } from './state.ts'

export type Source = 'microphone' | 'camera' | 'screen_share' | 'screen_share_audio'

/** What a person may do in LiveKit. An empty `sources` means nothing may be published. */
export type Grant = { subscribe: boolean; sources: readonly Source[]; data: boolean }

const BY_ROLE: Record<RoomRole, Grant> = {
  facilitator: {
    subscribe: true,
    sources: ['microphone', 'camera', 'screen_share', 'screen_share_audio'],
    data: true,
  },
  member: { subscribe: true, sources: ['microphone', 'camera'], data: true },
  observer: { subscribe: true, sources: [], data: false },
  captioner: { subscribe: true, sources: [], data: true },
  interpreter: { subscribe: true, sources: ['microphone', 'camera'], data: true },
}

const NOTHING: Grant = { subscribe: false, sources: [], data: false }

/** The grant of one admission in this state: nothing without a seat or after the end; no microphone while muted. */
export function grantFor(admission: string, state: RoomState): Grant {
  const seat = state.seats.find((s) => s.admission === admission)
  if (!seat || state.phase === 'ended') return NOTHING
  const grant = BY_ROLE[seat.role]
  return seat.muted ? { ...grant, sources: grant.sources.filter((s) => s !== 'microphone') } : grant
}

/**
 * Of a second screen: no voice, no picture, nothing to send. LiveKit gives data, and so captions, to everyone in a room;
 * `subscribe` is about tracks only.
 */
export const SCREEN_GRANT: Grant = NOTHING
