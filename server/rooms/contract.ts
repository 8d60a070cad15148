import { z } from 'zod'
import { type Contract, type ErrorTable, Id, Instant } from '../lib/contract.ts'
import { SceneName } from '../scenes/contract.ts'

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

/**
 * A device that reads somebody's captions along, without a seat: `owner` is the identity of that person's seat. As with
 * seats, LiveKit tells whether it is connected.
 */
export const Screen = z.object({ identity: Id, owner: Id })
export type Screen = z.infer<typeof Screen>

/** notes: everyone reads what it is about, and comes along or not · grounding: it is over · questions: at the hearth */
export const SceneStage = z.enum(['notes', 'playing', 'grounding', 'questions'])
export type SceneStage = z.infer<typeof SceneStage>

/** The scene that the circle is in together. What somebody chooses or answers in it is never here. */
export const SceneView = z.object({
  id: SceneName,
  opened: z.number().describe('epoch milliseconds; the same scene opened again is another going-through'),
  stage: SceneStage,
  clock: z
    .object({ at: z.number(), t: z.number(), running: z.boolean() })
    .describe('at `at` (epoch milliseconds, see GET /api/clock) the scene was at `t` seconds'),
  soft: z.boolean().describe('the mildest intensity for everyone'),
  question: z.int().describe('index of the question at the hearth'),
  out: z
    .array(Id)
    .describe(
      'identities of those who wait by the hearth: all for a facilitator, else only mine; for a second screen its person’s, until they came along',
    ),
  alone: z.boolean().describe('no facilitator is there'),
})
export type SceneView = z.infer<typeof SceneView>

/** What everyone in a room may know of it. `version` counts every change of state. */
export const RoomView = z.object({
  version: z.int(),
  phase: RoomPhase,
  seats: z.array(Seat),
  /** second screens of those who sit here: it is no secret that another device reads along */
  screens: z.array(Screen),
  scene: SceneView.optional(),
  tallies: z
    .array(z.number())
    .optional()
    .describe('going-throughs of scenes, as `opened`, of which there is what the circle’s answers came to'),
  /** on a second screen: the screen itself, as an observer without a seat */
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
  z.object({
    type: z.literal('open_scene'),
    scene: SceneName,
    draftConfirmed: z
      .boolean()
      .default(false)
      .describe('the facilitator has read that nobody who lives this has reviewed the scene'),
  }),
  z.object({ type: z.enum(['begin_scene', 'pause_scene', 'resume_scene', 'move_on_scene', 'end_scene']) }),
  z.object({ type: z.literal('soften_scene'), on: z.boolean() }),
])
export type RoomCommand = z.infer<typeof RoomCommand>

const params = z.object({ meetupId: Id })
const ScreenKey = z.string().max(64).describe('the secret that this device was given for its code')

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
    errors: [
      'room_changed',
      'not_in_room',
      'meetup_over',
      'command_refused',
      'draft_not_confirmed',
      'no_such_scene',
    ],
  },
  'PUT /api/meetups/:meetupId/room/scene/me': {
    summary:
      'Wait by the hearth while the circle is in a scene, or be in it again. For oneself only, whatever version the room is at',
    params,
    body: z.object({ out: z.boolean() }),
    response: RoomView,
    errors: ['removed_from_room', 'not_in_room', 'meetup_over', 'command_refused'],
  },
  'POST /api/meetups/:meetupId/room/screens': {
    summary:
      'A code that opens my captions on another device: for 5 minutes, once, in the place of the one before',
    params,
    response: z.object({ code: z.string().describe('two groups of four'), expiresAt: Instant }),
    status: 201,
    errors: ['meetup_over', 'removed_from_room', 'open_in_another_tab', 'too_many_screens'],
  },
  'DELETE /api/meetups/:meetupId/room/screens/:identity': {
    summary: 'End a second screen: one of mine, or as a facilitator anybody’s',
    params: params.extend({ identity: Id }),
    response: null,
    errors: ['removed_from_room'],
  },
  'POST /api/screens': {
    summary: 'Use a code: makes this device a second screen, without an account',
    body: z.object({
      code: z.string().max(64).describe('as typed: case, gaps and look-alikes do not matter'),
    }),
    response: z.object({ key: ScreenKey }),
    status: 201,
    errors: ['screen_code_not_valid'],
  },
  'POST /api/screens/join': {
    summary:
      'Come into the room as a second screen, or look at it again: the room, and a LiveKit token that receives text only',
    body: z.object({ key: ScreenKey }),
    response: z.object({
      token: z.string().describe('valid for at most 60 seconds, for the signalling socket at /livekit'),
      room: RoomView,
    }),
    errors: ['screen_ended', 'screen_waiting', 'room_unavailable'],
  },
  'POST /api/screens/leave': {
    summary: 'End this second screen; nothing happens when it has ended already',
    body: z.object({ key: ScreenKey }),
    response: null,
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
  draft_not_confirmed: [
    409,
    'This scene is a draft: nobody who lives this has reviewed it yet. Confirm that you know before you open it.',
  ],
  no_such_scene: [404, 'That scene is not here.'],
  too_many_screens: [409, 'You have three second screens already. End one of them first.'],
  screen_code_not_valid: [
    422,
    'That code did not match, was used before, or is older than 5 minutes. Check it, or make a new one in the room.',
  ],
  screen_waiting: [
    409,
    'The person this screen belongs to is not in the room. It goes on as soon as they are back.',
  ],
  screen_ended: [410, 'This second screen has ended. To open it again, make a new code in the room.'],
} as const satisfies ErrorTable
