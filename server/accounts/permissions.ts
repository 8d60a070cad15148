import { AppError } from '../lib/errors.ts'
import type { Asked, Permission } from '../lib/http.ts'
import type { Actor } from './auth.ts'
import { type Keys, needsStrength } from './rules.ts'

export const anyone: Permission<{ actor: Actor | null }> = {
  name: 'anyone',
  check: async ({ actor }) => ({ actor }),
}

/** Signed in, whatever the account's state: for what concerns the account itself. */
export const accountHolder: Permission<{ actor: Actor }> = {
  name: 'account holder',
  check: async ({ actor }) => {
    if (!actor) throw new AppError('sign_in_needed')
    return { actor }
  },
}

/** Signed in with an account that is not being deleted. */
export function requireSignedIn({ actor }: Asked): Actor {
  if (!actor) throw new AppError('sign_in_needed')
  if (actor.deletionDue) throw new AppError('not_allowed')
  return actor
}

export const signedIn: Permission<{ actor: Actor }> = {
  name: 'signed in',
  check: async (asked) => ({ actor: requireSignedIn(asked) }),
}

/** Throws unless this login session was proven by a passkey or a second factor in the last 12 hours. */
export function requireStrong(actor: Actor): void {
  if (!actor.strong) throw new AppError('strong_sign_in_needed')
}

/**
 * The same, but a member whose strong key is lost has a recovery code instead. Those with power over others are made what
 * they are again by a steward.
 */
export function requireStrongOrRecovering(actor: Actor): void {
  if (actor.recovering && actor.standing === 'member') return
  requireStrong(actor)
}

/** Throws where an account with these keys may not get another one from this login session. */
export function requireKeyHolder(actor: Actor, keys: Keys): void {
  if (needsStrength(keys)) requireStrongOrRecovering(actor)
}

const standing = (name: string, among: readonly Actor['standing'][]): Permission<{ actor: Actor }> => ({
  name,
  check: async (asked) => {
    const actor = requireSignedIn(asked)
    if (!among.includes(actor.standing)) throw new AppError('not_allowed')
    requireStrong(actor)
    return { actor }
  },
})

export const trainedFacilitator = standing('trained facilitator', ['facilitator', 'steward'])
export const steward = standing('steward', ['steward'])
