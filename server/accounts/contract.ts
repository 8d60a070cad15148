import { z } from 'zod'
import { type Contract, type ErrorTable, Id, Instant, line } from '../lib/contract.ts'

/**
 * How strongly this login session was proven. `strong` is a passkey or a second factor on top of
 * anything else; only `strong` may use a facilitator's or steward's rights. `recovering` is a recovery code, a short
 * while ago: a member may change keys without the lost one.
 */
export const Assurance = z.enum(['basic', 'recovering', 'strong'])
export type Assurance = z.infer<typeof Assurance>

/** What the community lets an account do besides taking part. Given by a steward's invitation. */
export const Standing = z.enum(['member', 'facilitator', 'steward'])
export type Standing = z.infer<typeof Standing>

export const Pseudonym = line(2, 32).describe('the name others see; never a real one')

export const Account = z.object({
  pseudonym: z.string(),
  email: z.string().nullable(),
  standing: Standing,
  assurance: Assurance,
  /** Ways back in that this account has. */
  keys: z.object({
    passkeys: z.array(z.object({ id: z.string(), name: z.string(), createdAt: Instant })),
    recoveryCodesLeft: z.int(),
    totp: z.boolean(),
  }),
  /** null: not asked yet. */
  attendanceConsent: z.boolean().nullable(),
  deletionDue: Instant.nullable(),
})
export type Account = z.infer<typeof Account>

const Code = z.string().max(64)

export const accountsContract = {
  'GET /api/account': {
    summary: 'The account of this login session, or null when there is none',
    response: z.object({ account: Account.nullable() }),
  },
  'POST /api/account': {
    summary: 'Start with a pseudonym and a declared age of 18 or more; signs this browser in',
    body: z.object({ pseudonym: Pseudonym, adult: z.literal(true) }),
    response: z.object({ account: Account }),
    status: 201,
    errors: ['already_signed_in'],
  },
  'PATCH /api/account': {
    summary: 'Change the default pseudonym, or the consent to keep my attendance',
    body: z.object({ pseudonym: Pseudonym.optional(), attendanceConsent: z.boolean().optional() }),
    response: z.object({ account: Account }),
  },
  'POST /api/account/sign-out': { summary: 'End this login session', response: null },
  'POST /api/account/sign-out-elsewhere': {
    summary: 'End every other login session of my account',
    response: null,
  },
  'POST /api/account/email': {
    summary: 'Send a link that adds this e-mail address to the account',
    body: z.object({ email: z.email().max(254) }),
    response: null,
  },
  'POST /api/account/sign-in-link': {
    summary: 'Send a sign-in link, if an account has this address; the answer is the same either way',
    body: z.object({ email: z.email().max(254) }),
    response: null,
  },
  'POST /api/account/links/open': {
    summary: 'Use a one-time link: sign in, add an e-mail address, or take up the first steward’s place',
    body: z.object({ token: z.string().max(128) }),
    response: z.object({
      purpose: z.enum(['sign_in', 'add_email', 'standing']),
      account: Account,
    }),
    errors: ['link_not_valid', 'email_in_use', 'other_browser', 'sign_in_needed'],
  },
  'POST /api/account/recovery-codes': {
    summary: 'Make ten new recovery codes, shown once; earlier ones stop working',
    response: z.object({ codes: z.array(z.string()) }),
    errors: ['second_factor_needed'],
  },
  'POST /api/account/recover': {
    summary: 'Sign in with a recovery code; it works once',
    body: z.object({ code: Code }),
    response: z.object({ account: Account }),
    errors: ['code_not_valid'],
  },
  'POST /api/account/totp': {
    summary: 'Begin to set up an authenticator app',
    response: z.object({ secret: z.string(), uri: z.string() }),
    errors: ['second_factor_needed'],
  },
  'POST /api/account/totp/confirm': {
    summary: 'Finish setting up the authenticator app with its first code',
    body: z.object({ code: Code }),
    response: z.object({ account: Account }),
    errors: ['code_not_valid', 'second_factor_needed'],
  },
  'POST /api/account/totp/verify': {
    summary: 'Prove the second factor for this login session',
    body: z.object({ code: Code }),
    response: z.object({ account: Account }),
    errors: ['code_not_valid'],
  },
  'DELETE /api/account/totp': {
    summary: 'Remove the authenticator app',
    response: null,
    errors: ['second_factor_needed', 'last_strong_key'],
  },
  'DELETE /api/account/passkeys/:passkeyId': {
    summary: 'Remove a passkey',
    params: z.object({ passkeyId: z.string().regex(/^[\w-]{1,64}$/) }),
    response: null,
    errors: ['last_key', 'last_strong_key', 'second_factor_needed'],
  },
  'GET /api/account/export': {
    summary:
      'What is kept about my account, as JSON: all but the secrets of its keys, and what an open room holds',
    response: z.record(z.string(), z.unknown()),
  },
  'POST /api/account/delete': {
    summary:
      'Delete my account: hidden at once, gone from live data after 24 hours, from backups after 14 days',
    response: z.object({ deletionDue: Instant }),
  },
  'POST /api/account/keep': {
    summary: 'Take back the deletion, while it is not done',
    response: z.object({ account: Account }),
  },
  'GET /api/steward/people': {
    summary: 'Facilitators and stewards, and the open invitations to become one',
    response: z.object({
      people: z.array(
        z.object({ id: Id, pseudonym: z.string(), standing: Standing, strongKey: z.boolean() }),
      ),
      invitations: z.array(z.object({ id: z.string(), standing: Standing, expiresAt: Instant })),
    }),
  },
  'PUT /api/steward/people/:accountId/standing': {
    summary:
      'Lower somebody’s standing: ends the strength of their login sessions and the links they made; a member facilitates no circle',
    params: z.object({ accountId: Id }),
    body: z.object({ standing: z.enum(['member', 'facilitator']) }),
    response: null,
    errors: ['last_steward'],
  },
  'DELETE /api/steward/invitations/:linkId': {
    summary: 'Withdraw an open link that makes somebody a facilitator or steward',
    params: z.object({ linkId: Id }),
    response: null,
  },
  'POST /api/steward/invitations': {
    summary: 'A one-time link that makes the account which opens it a facilitator or steward',
    body: z.object({ standing: z.enum(['facilitator', 'steward']) }),
    response: z.object({ url: z.string(), expiresAt: Instant }),
    status: 201,
  },
} as const satisfies Contract

export const accountErrors = {
  already_signed_in: [409, 'This browser is signed in already. Sign out first to start a new account.'],
  link_not_valid: [410, 'This link has been used or is too old. Ask for a new one.'],
  other_browser: [409, 'Open this link in the browser where you asked for it, while signed in there.'],
  email_in_use: [409, 'This address already belongs to an account. Sign in with it instead.'],
  code_not_valid: [422, 'That code did not match, or was used before. Check it and try again.'],
  last_key: [409, 'This is the only way back into your account. Add another one first.'],
  last_strong_key: [409, 'Your role needs a passkey or a second factor. Add another one first.'],
  last_steward: [409, 'A community needs a steward. Make somebody else a steward first.'],
  device_check_needed: [403, 'A passkey works here only when its device checks a finger, a face or a PIN.'],
  second_factor_needed: [403, 'Confirm with your passkey or your second factor first.'],
} as const satisfies ErrorTable
