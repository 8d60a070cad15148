import { z } from 'zod'
import { type Contract, type ErrorTable, Id } from '../lib/contract.ts'
import { SceneName } from '../scenes/contract.ts'

/**
 * The questions whose answers may be shared: those about the person in the scene. How somebody is, how tense and how sick
 * is a signal for their own safety, and no result: it is not taken here at all.
 */
export const SharedId = z.enum(['closeness', 'capable', 'pity', 'distance', 'canDo'])
export type SharedId = z.infer<typeof SharedId>

const Step = z.int().min(1).max(7)
const Pair = z.strictObject({ before: Step, after: Step })

/** One person’s answers before and after, and nothing beside them. */
export const SharedAnswers = z
  .strictObject(
    Object.fromEntries(SharedId.options.map((id) => [id, Pair.optional()])) as Record<
      SharedId,
      z.ZodOptional<typeof Pair>
    >,
  )
  .refine((answers) => Object.keys(answers).length > 0, 'not_valid')
export type SharedAnswers = z.infer<typeof SharedAnswers>

export const Amount = z.enum(['few', 'some', 'most'])
export type Amount = z.infer<typeof Amount>
export const Middle = z.enum(['much_lower', 'lower', 'same', 'higher', 'much_higher'])
export type Middle = z.infer<typeof Middle>

/** What a circle’s answers came to: rounded so that nobody’s own can be worked out from it. */
export const Tally = z.object({
  scene: SceneName,
  opened: z.number().describe('which going-through of it, as in the room’s view'),
  atLeast: z.int().min(5).describe('so many shared, or a few more'),
  items: z.array(
    z.object({
      id: SharedId,
      higher: Amount.describe('how many answered higher after than before; a third means two, never nobody'),
      same: Amount,
      lower: Amount,
      middle: Middle.describe('the median of the changes; “much” is two steps or more'),
    }),
  ),
})
export type Tally = z.infer<typeof Tally>

const params = z.object({ meetupId: Id })
const Slip = z.string().max(128).describe('says that a seat of this room may share once, and not which')

export const talliesContract = {
  'POST /api/meetups/:meetupId/room/scene/slip': {
    summary:
      'A slip with which I can share my answers, once for each going-through. That I took one is kept until the scene is closed; which one is kept nowhere',
    params,
    response: z.object({ slip: Slip }),
    status: 201,
    errors: ['removed_from_room', 'sharing_closed', 'slip_taken'],
  },
  'PUT /api/meetups/:meetupId/room/scene/answers': {
    summary:
      'Share answers, without anything that says whose they are; the same slip again replaces them. They are deleted when the scene is closed',
    params,
    body: z.object({ slip: Slip, answers: SharedAnswers }),
    response: null,
    errors: ['removed_from_room', 'sharing_closed', 'slip_not_valid'],
  },
  'POST /api/meetups/:meetupId/room/scene/answers/withdraw': {
    summary: 'Take shared answers back, before the circle’s are shown',
    params,
    body: z.object({ slip: Slip }),
    response: null,
    errors: ['removed_from_room', 'sharing_closed', 'slip_not_valid'],
  },
  'GET /api/meetups/:meetupId/tallies': {
    summary:
      'What the circle’s answers came to, for those who were there: made once, when the scene was closed, from at least five; deleted an hour after the meetup',
    params,
    response: z.object({ tallies: z.array(Tally) }),
    errors: ['removed_from_room'],
  },
} as const satisfies Contract

export const tallyErrors = {
  sharing_closed: [
    409,
    'The scene is closed, and so is what the circle shares of it. Your answers stay yours.',
  ],
  slip_taken: [
    409,
    'From your seat this was asked for already, perhaps on another device. What is shared is shared once.',
  ],
  slip_not_valid: [422, 'This cannot be shared: it belongs to another scene. Your answers stay yours.'],
} as const satisfies ErrorTable
