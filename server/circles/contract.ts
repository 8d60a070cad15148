import { z } from 'zod'
import { Pseudonym } from '../accounts/contract.ts'
import {
  type Contract,
  type ErrorTable,
  Id,
  Instant,
  Language,
  line,
  NewId,
  paragraph,
} from '../lib/contract.ts'

export const Topic = z.enum([
  'chronic_illness',
  'grief',
  'caring',
  'autism',
  'disability',
  'migration',
  'parenting',
  'anxiety',
  'loneliness',
  'other',
])
export type Topic = z.infer<typeof Topic>

/** open: anyone joins · ask: a facilitator says yes · invitation: by invitation only, never listed. */
export const Entry = z.enum(['open', 'ask', 'invitation'])
export type Entry = z.infer<typeof Entry>

export const CircleRole = z.enum(['member', 'facilitator'])
export type CircleRole = z.infer<typeof CircleRole>

/** asked: waiting for a facilitator's answer. */
export const MembershipState = z.enum(['asked', 'joined'])

/** What others in the circle see of a person. `avatar` is a seed for the generated picture. */
export const Persona = z.object({
  id: Id,
  pseudonym: z.string(),
  avatar: z.string(),
  role: CircleRole,
})
export type Persona = z.infer<typeof Persona>

const CircleFields = {
  name: line(3, 60),
  topic: Topic,
  language: Language,
  description: paragraph(1000),
  guidelines: paragraph(4000),
  entry: Entry,
}
export const CircleInput = z.object(CircleFields)

export const Circle = z.object({
  id: Id,
  name: z.string(),
  topic: Topic,
  language: Language,
  description: z.string(),
  guidelines: z.string(),
  entry: Entry,
  /** Starts of the next meetups, at most three. */
  nextStarts: z.array(Instant),
})
export type Circle = z.infer<typeof Circle>

export const MyMembership = Persona.extend({ state: MembershipState })
export type MyMembership = z.infer<typeof MyMembership>

const circleParams = z.object({ circleId: Id })
const memberParams = circleParams.extend({ membershipId: Id })

export const circlesContract = {
  'GET /api/circles': {
    summary: 'Circles anyone may see (open, or ask to join), and those I belong to',
    response: z.object({
      listed: z.array(Circle),
      mine: z.array(Circle.extend({ me: MyMembership })),
    }),
  },
  'POST /api/circles': {
    summary: 'Create a circle; its creator becomes its facilitator under the given pseudonym',
    body: CircleInput.extend({ id: NewId, pseudonym: Pseudonym }),
    response: Circle.extend({ me: MyMembership }),
    status: 201,
    errors: ['name_not_allowed', 'name_taken'],
  },
  'GET /api/circles/:circleId': {
    summary: 'One circle, and my membership in it',
    params: circleParams,
    response: Circle.extend({ me: MyMembership.nullable() }),
  },
  'PATCH /api/circles/:circleId': {
    summary: 'Change the circle’s name, words or way of joining',
    params: circleParams,
    body: CircleInput.partial(),
    response: Circle,
  },
  'POST /api/circles/:circleId/join': {
    summary: 'Join an open circle, or ask to join',
    params: circleParams,
    body: z.object({ pseudonym: Pseudonym }),
    response: z.object({ me: MyMembership }),
    status: 201,
    errors: ['name_taken', 'name_not_allowed'],
  },
  'POST /api/circles/:circleId/leave': {
    summary: 'Leave the circle; my persona and RSVPs in it are deleted',
    params: circleParams,
    response: null,
    errors: ['last_facilitator'],
  },
  'PATCH /api/circles/:circleId/me': {
    summary: 'Change my pseudonym or avatar in this circle',
    params: circleParams,
    body: z.object({ pseudonym: Pseudonym.optional(), newAvatar: z.literal(true).optional() }),
    response: z.object({ me: MyMembership }),
    errors: ['name_taken', 'name_not_allowed'],
  },
  'GET /api/circles/:circleId/members': {
    summary:
      'The personas of the circle, for its members; facilitators also see who asks to join, in a strong login session',
    params: circleParams,
    response: z.object({ members: z.array(Persona), asking: z.array(Persona) }),
  },
  'PUT /api/circles/:circleId/members/:membershipId/answer': {
    summary: 'Say yes or no to somebody who asks to join',
    params: memberParams,
    body: z.object({ answer: z.enum(['yes', 'no']) }),
    response: null,
    errors: ['name_taken'],
  },
  'PUT /api/circles/:circleId/members/:membershipId/role': {
    summary: 'Make a member a facilitator of this circle, or a member again',
    params: memberParams,
    body: z.object({ role: CircleRole }),
    response: Persona,
    errors: ['last_facilitator', 'not_trained'],
  },
  'DELETE /api/circles/:circleId/members/:membershipId': {
    summary: 'Remove somebody from the circle; they cannot come back by themselves',
    params: memberParams,
    response: null,
    errors: ['last_facilitator'],
  },
  'GET /api/circles/:circleId/invitations': {
    summary: 'Invitations that are still open',
    params: circleParams,
    response: z.object({
      invitations: z.array(z.object({ id: Id, expiresAt: Instant, opened: z.boolean() })),
    }),
  },
  'POST /api/circles/:circleId/invitations': {
    summary: 'A single-use invitation; it is bound to the first account that opens it',
    params: circleParams,
    response: z.object({ id: Id, url: z.string(), expiresAt: Instant }),
    status: 201,
  },
  'DELETE /api/circles/:circleId/invitations/:invitationId': {
    summary: 'Take an invitation back',
    params: circleParams.extend({ invitationId: Id }),
    response: null,
  },
  'POST /api/invitations/open': {
    summary: 'Open an invitation with this account; from now on no other account can use it',
    body: z.object({ code: z.string().max(64) }),
    response: z.object({ circle: Circle }),
    errors: ['invitation_not_valid'],
  },
  'POST /api/invitations/accept': {
    summary: 'Join the circle of an opened invitation',
    body: z.object({ code: z.string().max(64), pseudonym: Pseudonym }),
    response: z.object({ circleId: Id, me: MyMembership }),
    status: 201,
    errors: ['invitation_not_valid', 'name_taken', 'name_not_allowed'],
  },
  'GET /api/steward/circles': {
    summary: 'Circles that nobody facilitates now, with those of their members who may',
    response: z.object({
      circles: z.array(z.object({ id: Id, name: z.string(), trained: z.array(Persona) })),
    }),
  },
  'PUT /api/steward/circles/:circleId/facilitator': {
    summary: 'Name a member the facilitator of a circle that has none',
    params: circleParams,
    body: z.object({ membershipId: Id }),
    response: null,
    errors: ['has_facilitator', 'not_trained'],
  },
  'POST /api/steward/circles/:circleId/invitations': {
    summary: 'An invitation to a circle that has no facilitator, for somebody who is to become it',
    params: circleParams,
    response: z.object({ id: Id, url: z.string(), expiresAt: Instant }),
    status: 201,
    errors: ['has_facilitator'],
  },
} as const satisfies Contract

export const circleErrors = {
  name_taken: [409, 'That name, or one that looks like it, is taken in this circle. Choose another.'],
  name_not_allowed: [422, 'That name could be mistaken for a role or an official. Choose another.'],
  last_facilitator: [409, 'A circle needs a facilitator. Make somebody else a facilitator first.'],
  has_facilitator: [409, 'This circle has a facilitator.'],
  not_trained: [409, 'Only an account that a steward has made a facilitator can facilitate a circle.'],
  invitation_not_valid: [410, 'This invitation has been used, taken back, or is too old. Ask for a new one.'],
} as const satisfies ErrorTable
