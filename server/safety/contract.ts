import { z } from 'zod'
import { type Contract, line } from '../lib/contract.ts'

/** ISO 3166-1 alpha-2. */
const Country = z.string().regex(/^[A-Z]{2}$/)
/** As people read it; spaces and dashes are for the eye. What a phone dials is made from it. */
const Shown = line(2, 24).regex(/^[*+]?[\d -]{2,23}$/, 'no_phone_number')
const Page = z.url({ protocol: /^https$/ }).max(300)

const CrisisLine = z.object({
  name: z.string(),
  /** what a phone dials */
  call: z.string(),
  /** where text messages go */
  text: z.string().optional(),
  /** the number as people read it */
  shown: z.string(),
  /** `24/7`, or in words */
  hours: z.string(),
  /** the line's own page */
  page: z.string().optional(),
})

/** Whom to call in one country. */
export const CountryHelp = z.object({
  country: Country,
  emergency: z.string().nullable(),
  lines: z.array(CrisisLine),
  checkedOn: z.iso.date(),
})
export type CountryHelp = z.infer<typeof CountryHelp>

/** What a steward has checked: by calling, or on the line's own page. */
export const CheckedHelp = z.object({
  emergency: line(2, 6)
    .regex(/^\d{2,6}$/, 'no_phone_number')
    .nullable(),
  lines: z
    .array(
      z.object({
        name: line(2, 120),
        shown: Shown,
        text: line(2, 24)
          .regex(/^\d{2,15}$/, 'no_phone_number')
          .optional(),
        hours: line(2, 80),
        page: Page.optional(),
      }),
    )
    .max(5),
})
export type CheckedHelp = z.infer<typeof CheckedHelp>

const params = z.object({ country: Country })

export const safetyContract = {
  'GET /api/safety/contacts': {
    summary:
      'Crisis contacts that stewards here have checked; they go before those that come with Hearthside',
    response: z.object({ countries: z.array(CountryHelp) }),
  },
  'GET /api/steward/contacts': {
    summary: 'All crisis contacts that Help shows, with who checked them and when',
    response: z.object({
      countries: z.array(
        CountryHelp.extend({
          checkedBy: z.string().describe('a steward’s name, or where the shipped entry is from'),
          /** checked by a steward here, not only shipped */
          ours: z.boolean(),
          /** last checked more than 180 days ago */
          outdated: z.boolean(),
        }),
      ),
    }),
  },
  'PUT /api/steward/contacts/:country': {
    summary: 'Keep what a steward has checked today for a country',
    params,
    body: CheckedHelp,
    response: null,
  },
  'DELETE /api/steward/contacts/:country': {
    summary:
      'Forget the entry of this service for a country; the shipped one is shown again, if there is one',
    params,
    response: null,
  },
} as const satisfies Contract
