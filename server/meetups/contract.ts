import { z } from 'zod'
import { Persona, Topic } from '../circles/contract.ts'
import { type Contract, type ErrorTable, Id, Instant, line, NewId, paragraph } from '../lib/contract.ts'

/** scheduled → arrival (15 min before) → live → ended; or cancelled. Follows from the clock and two stored facts. */
export const MeetupPhase = z.enum(['scheduled', 'arrival', 'live', 'ended', 'cancelled'])
export type MeetupPhase = z.infer<typeof MeetupPhase>

export const Rsvp = z.enum(['going', 'not_going'])
export type Rsvp = z.infer<typeof Rsvp>

/** Local wall-clock time, `YYYY-MM-DDTHH:MM`; together with the zone it is what is stored. */
export const WallClock = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/)
export const TimeZone = z.string().max(64).describe('IANA time zone, e.g. Europe/Madrid')

const fields = {
  title: line(3, 80),
  description: paragraph(1000),
  startsLocal: WallClock,
  zone: TimeZone,
  minutes: z.int().min(15).max(180),
  seats: z.int().min(2).max(15).describe('including facilitators'),
}
export const MeetupInput = z.object(fields)
export const MeetupChange = z.object(fields).partial()
export type MeetupChange = z.infer<typeof MeetupChange>
export type MeetupInput = z.infer<typeof MeetupInput>

export const Meetup = z.object({
  id: Id,
  circleId: Id,
  circleName: z.string(),
  topic: Topic,
  title: z.string(),
  description: z.string(),
  startsLocal: WallClock,
  zone: TimeZone,
  startsAt: Instant,
  opensAt: Instant,
  endsAt: Instant,
  minutes: z.int(),
  seats: z.int(),
  seatsTaken: z.int(),
  phase: MeetupPhase,
  cancelReason: z.string().nullable(),
  facilitators: z.array(Persona),
  guidelines: z.string(),
  me: z.object({
    role: z.enum(['member', 'facilitator']),
    rsvp: Rsvp.nullable(),
    pseudonym: z.string(),
    avatar: z.string(),
  }),
})
export type Meetup = z.infer<typeof Meetup>

const circleParams = z.object({ circleId: Id })
const meetupParams = z.object({ meetupId: Id })

export const meetupsContract = {
  'GET /api/meetups': {
    summary: 'Meetups of my circles that are not over',
    response: z.object({ meetups: z.array(Meetup), now: Instant }),
  },
  'GET /api/circles/:circleId/meetups': {
    summary: 'Meetups of a circle that are not over, and those of the last 30 days',
    params: circleParams,
    response: z.object({ meetups: z.array(Meetup) }),
  },
  'POST /api/circles/:circleId/meetups': {
    summary: 'Schedule a meetup',
    params: circleParams,
    body: MeetupInput.extend({ id: NewId }),
    response: Meetup,
    status: 201,
    errors: ['time_not_possible', 'meetup_over', 'seats_in_use'],
  },
  'GET /api/meetups/:meetupId': {
    summary: 'One meetup; `now` is the server’s clock, so that countdowns are right on a wrong one',
    params: meetupParams,
    response: Meetup.extend({ now: Instant }),
  },
  'GET /api/meetups/:meetupId/events': {
    summary: 'Says when the meetup or its room has changed: cancelled, moved, a seat taken, the floor opened',
    params: meetupParams,
    response: 'events',
  },
  'PATCH /api/meetups/:meetupId': {
    summary: 'Change a meetup that has not begun',
    params: meetupParams,
    body: MeetupChange,
    response: Meetup,
    errors: ['time_not_possible', 'meetup_over', 'seats_in_use'],
  },
  'POST /api/meetups/:meetupId/cancel': {
    summary: 'Cancel a meetup; everyone who waits is told at once',
    params: meetupParams,
    body: z.object({ reason: paragraph(300).default('') }),
    response: Meetup,
    errors: ['meetup_over'],
  },
  'PUT /api/meetups/:meetupId/rsvp': {
    summary: 'Say whether I come; taking a seat is refused when all are taken',
    params: meetupParams,
    body: z.object({ answer: Rsvp }),
    response: Meetup,
    errors: ['no_seat_left', 'meetup_over'],
  },
} as const satisfies Contract

export const meetupErrors = {
  time_not_possible: [422, 'That time is in the past, too far ahead, or does not exist in that time zone.'],
  meetup_over: [409, 'This meetup is over or was cancelled.'],
  seats_in_use: [409, 'More people are coming than that. Choose at least as many seats as are taken.'],
  no_seat_left: [409, 'All seats are taken. You can look again later: a seat may come free.'],
} as const satisfies ErrorTable
