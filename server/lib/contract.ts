import { z } from 'zod'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/**
 * What one HTTP endpoint takes and gives. `response: null` answers 204 without a body; `'events'` is a stream of
 * server-sent events that carry no content: each says “look again”.
 */
export type Endpoint = {
  summary: string
  params?: z.ZodObject
  query?: z.ZodObject
  body?: z.ZodType
  response: z.ZodType | null | 'events'
  /** Success status when it is not 200 (or 204 for `response: null`). */
  status?: 201
  errors?: readonly string[]
}

/** Endpoints by `METHOD /path`; the key is what the web client calls and what the route table must cover. */
export type Contract = { readonly [key: `${Method} /api/${string}`]: Endpoint }

/** A feature's own errors: stable code → HTTP status and one plain English sentence with the next step. */
export type ErrorTable = { readonly [code: string]: readonly [status: number, sentence: string] }

// Control characters, and the invisible ones that reorder or hide text (Unicode bidi controls, zero width).
// Zero-width joiner and non-joiner stay: several scripts and emoji need them.
const FORBIDDEN = /(?![\n\t])\p{Cc}|[\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/u

/** What is wrong with one field of a request. Stable like error codes: the client has the words. */
export const FieldProblem = z.enum([
  'too_short',
  'too_long',
  'too_low',
  'too_high',
  'hidden_characters',
  'no_such_time',
  'in_the_past',
  'too_far_ahead',
  'no_phone_number',
  'not_valid',
])
export type FieldProblem = z.infer<typeof FieldProblem>
const HIDDEN: FieldProblem = 'hidden_characters'

/** The problem that a failed check stands for. */
export function problemOf(issue: z.core.$ZodIssue): FieldProblem {
  if (issue.code === 'too_small') return issue.origin === 'string' ? 'too_short' : 'too_low'
  if (issue.code === 'too_big') return issue.origin === 'string' ? 'too_long' : 'too_high'
  return FieldProblem.safeParse(issue.message).data ?? 'not_valid'
}

/** One line a person typed: trimmed, NFC, no control or text-reordering characters. Lengths in UTF-16 units. */
export function line(min: number, max: number) {
  return z
    .string()
    .max(max * 4)
    .overwrite((s) => s.normalize('NFC').trim().replace(/\s+/gu, ' '))
    .min(min)
    .max(max)
    .refine((s) => !FORBIDDEN.test(s), HIDDEN)
}

/** Several lines a person typed; kept as written but for trimming and line endings. */
export function paragraph(max: number) {
  return z
    .string()
    .max(max * 2)
    .overwrite((s) => s.normalize('NFC').replace(/\r\n?/gu, '\n').trim())
    .max(max)
    .refine((s) => !FORBIDDEN.test(s), HIDDEN)
}

/** Random 128-bit id as 22 base64url characters (`server/lib/ids.ts`). */
export const Id = z.string().regex(/^[A-Za-z0-9_-]{22}$/)

/** The id of what is made, chosen by who makes it: sent again after a lost answer it makes nothing twice. */
export const NewId = Id.optional().describe(
  'random; the same id sent again makes nothing twice, and writes it again',
)
export const Instant = z.iso.datetime().describe('UTC instant, ISO 8601')
export const Language = z.enum(['en', 'es'])
export type Language = z.infer<typeof Language>
