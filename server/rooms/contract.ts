import { z } from 'zod'
import { type Contract, type ErrorTable, Id } from '../lib/contract.ts'

export const RoomRole = z.enum(['facilitator', 'member', 'observer', 'captioner', 'interpreter'])
export type RoomRole = z.infer<typeof RoomRole>

export const RoomPhase = z.enum(['arrival', 'open', 'ended'])
export type RoomPhase = z.infer<typeof RoomPhase>

/**
 * A person in the room. `identity` is the LiveKit identity, random for each admission; names and avatars
 * reach a browser only here, never through LiveKit. `seat` is a place in the ring, 0 … 14.
 */
export const Seat = z.object({
  identity: Id,
  seat: z.int(),
  role: RoomRole,
  pseudonym: z.string(),
  avatar: z.string(),
  /** muted by a facilitator: cannot turn the microphone on until a facilitator lifts it */
  muted: z.boolean(),
})
export type Seat = z.infer<typeof Seat>

/** What everyone in a room may know of it. `version` counts every change of state. */
export const RoomView = z.object({
  version: z.int(),
  phase: RoomPhase,
  seats: z.array(Seat),
  you: z.object({ identity: Id, role: RoomRole }),
})
export type RoomView = z.infer<typeof RoomView>

/** Room metadata as LiveKit carries it: nothing a stranger may not read. Clients fetch the view when it changes. */
export type PublicRoomState = { version: number; phase: RoomPhase }

export const RoomCommand = z.discriminatedUnion('type', [
  z.object({ type: z.literal('open_floor') }),
  z.object({ type: z.literal('mute'), identity: Id }),
  z.object({ type: z.literal('unmute'), identity: Id }),
  z.object({ type: z.literal('give_role'), identity: Id, role: RoomRole }),
  z.object({ type: z.literal('remove'), identity: Id }),
  z.object({ type: z.literal('end') }),
])
export type RoomCommand = z.infer<typeof RoomCommand>

const params = z.object({ meetupId: Id })

export const roomsContract = {
  'POST /api/meetups/:meetupId/join': {
    summary: 'Come into the room: an admission and a LiveKit token, valid for at most 60 seconds',
    params,
    body: z.object({
      tab: Id.describe('random id of this browser tab; a reload keeps it'),
      moveHere: z.boolean().default(false).describe('leave the other tab that is in the room'),
      ticket: Id.optional().describe(
        'random id that the signalling socket may be opened with at once, in the place of the token',
      ),
    }),
    response: z.object({
      token: z.string().describe('for the signalling socket, at /livekit on this origin'),
      room: RoomView,
    }),
    errors: [
      'not_open_yet',
      'meetup_over',
      'rsvp_needed',
      'removed_from_room',
      'open_in_another_tab',
      'room_unavailable',
      'no_seat_left',
    ],
  },
  'GET /api/meetups/:meetupId/room': {
    summary: 'The room as it is now, for those who are admitted to it',
    params,
    response: RoomView,
    errors: ['meetup_over', 'removed_from_room'],
  },
  'POST /api/meetups/:meetupId/room/leave': {
    summary: 'Leave the room; the seat stays mine until the meetup ends',
    params,
    body: z.object({ tab: Id }),
    response: null,
  },
  'POST /api/meetups/:meetupId/room/commands': {
    summary: 'A facilitator’s command on the state of a given version',
    params,
    body: z.object({ version: z.int().min(0), command: RoomCommand }),
    response: RoomView,
    errors: ['room_changed', 'not_in_room', 'meetup_over', 'command_refused'],
  },
} as const satisfies Contract

export const roomErrors = {
  not_open_yet: [409, 'The room opens 15 minutes before the meetup starts.'],
  rsvp_needed: [403, 'Take a seat for this meetup first; then you can come in.'],
  removed_from_room: [403, 'A facilitator has ended your place in this meetup.'],
  open_in_another_tab: [409, 'You are in this room in another tab or device. Move here?'],
  room_unavailable: [
    503,
    'The video service is not answering. It is being restarted; try again in a few seconds.',
  ],
  room_changed: [409, 'The room has changed since then. Look again and repeat it if it is still right.'],
  not_in_room: [404, 'That person is not in the room any more.'],
  command_refused: [409, 'That is not possible right now.'],
} as const satisfies ErrorTable
