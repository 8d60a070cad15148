import { accountErrors, accountsContract } from './accounts/contract.ts'
import { captionsContract } from './captions/contract.ts'
import { circleErrors, circlesContract } from './circles/contract.ts'
import type { ErrorTable } from './lib/contract.ts'
import { meetupErrors, meetupsContract } from './meetups/contract.ts'
import { roomErrors, roomsContract } from './rooms/contract.ts'
import { safetyContract } from './safety/contract.ts'
import { sceneErrors, scenesContract } from './scenes/contract.ts'
import { talliesContract, tallyErrors } from './tallies/contract.ts'

/** Every endpoint of the API by `METHOD /path`: the one list that routes, OpenAPI, tests and the web client share. */
export const contract = {
  ...accountsContract,
  ...circlesContract,
  ...meetupsContract,
  ...roomsContract,
  ...safetyContract,
  ...captionsContract,
  ...scenesContract,
  ...talliesContract,
}

/** Errors any route can answer with. */
export const commonErrors = {
  not_valid: [400, 'Something in what was sent is not right. The details say what.'],
  sign_in_needed: [401, 'Sign in or start first.'],
  strong_sign_in_needed: [403, 'This needs a passkey or a second factor.'],
  not_allowed: [403, 'Your role does not include this.'],
  not_found: [404, 'There is nothing here, or it is not for this account.'],
  cross_site: [403, 'This request came from another site and was refused.'],
  too_large: [413, 'That is too much at once.'],
  too_many: [429, 'That was a lot in a short time. Wait a moment and try again.'],
  internal: [500, 'Something went wrong on our side. Nothing you saved before is lost. Try again.'],
  storage_unavailable: [503, 'The service cannot save right now. Try again in a moment.'],
} as const satisfies ErrorTable

export const errors = {
  ...commonErrors,
  ...accountErrors,
  ...circleErrors,
  ...meetupErrors,
  ...roomErrors,
  ...sceneErrors,
  ...tallyErrors,
}
export type ErrorCode = keyof typeof errors
