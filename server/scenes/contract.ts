import { z } from 'zod'
import { type Contract, type ErrorTable, Id, Instant } from '../lib/contract.ts'

/** The name of a scene, or of a part of one, as its folder and its script have it. */
export const SceneName = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/)

const MOST_CHOICES = 12
const MOST_SETTINGS = 24
const LONGEST_SCENE_SECONDS = 3600

const atMost = <Value extends z.ZodType>(most: number, value: Value) =>
  z
    .record(z.string().regex(/^[A-Za-z0-9-]{1,32}$/), value)
    .refine((record) => Object.keys(record).length <= most, 'not_valid')

/** Where somebody is in a scene. Numbers, switches and names of parts only: nobody can be read from it. */
export const Handover = z.strictObject({
  scene: SceneName,
  t: z.number().min(0).max(LONGEST_SCENE_SECONDS).describe('seconds'),
  made: atMost(MOST_CHOICES, SceneName).describe('what was chosen: choice → option'),
  intensity: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  settings: atMost(
    MOST_SETTINGS,
    z.union([z.boolean(), z.number(), z.string().regex(/^[A-Za-z0-9-]{1,32}$/)]),
  ).describe('how captions, sound and motion are set'),
  meetupId: Id.optional().describe('the circle it is seen with: coming in there needs one’s own sign-in'),
})
export type Handover = z.infer<typeof Handover>

export const scenesContract = {
  'GET /api/clock': {
    summary: 'The server’s time, by which a circle’s scene is reckoned',
    response: z.object({ now: z.number().describe('epoch milliseconds') }),
  },
  'POST /api/handover': {
    summary: 'A code that goes on with this scene on another device: for 5 minutes, once',
    body: Handover,
    response: z.object({
      code: z.string().describe('six characters'),
      expiresAt: Instant,
      seconds: z.number().describe('how long it works: for a device whose own clock is wrong'),
    }),
    status: 201,
  },
  'POST /api/handover/use': {
    summary: 'Use a code: where the other device was. Nothing about a person, and no sign-in',
    body: z.object({
      code: z.string().max(64).describe('as typed: case, gaps and look-alikes do not matter'),
    }),
    response: Handover,
    errors: ['handover_code_not_valid'],
  },
} as const satisfies Contract

export const sceneErrors = {
  handover_code_not_valid: [
    422,
    'That code did not match, was used before, or is older than 5 minutes. Check it, or make a new one on the page.',
  ],
} as const satisfies ErrorTable
