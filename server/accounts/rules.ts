import { randomInt } from 'node:crypto'
import type { Standing } from './contract.ts'

export const HOUR = 3600_000
export const DAY = 24 * HOUR

export const LINK_LIFE_MS = { sign_in: 15 * 60_000, add_email: 24 * HOUR, standing: 7 * DAY } as const

/** Time between the wish to be deleted and its being done: long enough to change one's mind. */
export const DELETION_DELAY_MS = DAY

/** Crockford's base32 without letters that are read as others. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
export const CODES = 10

/** A recovery code to print: 26 characters (130 bits) as XXXXX-XXXXX-XXXXX-XXXXX-XXXXXX. */
export function newRecoveryCode(random: (max: number) => number = randomInt): string {
  const chars = Array.from({ length: 26 }, () => ALPHABET[random(ALPHABET.length)]).join('')
  return chars.replace(/(.{5})(.{5})(.{5})(.{5})(.{6})/, '$1-$2-$3-$4-$5')
}

/** A code as typed by a person, brought to the one form that is hashed: case, gaps and look-alikes do not matter. */
export function normaliseCode(typed: string): string {
  return typed
    .toUpperCase()
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
    .replace(/[^0-9A-Z]/g, '')
}

/** What an account can sign in with. A second factor is no way in by itself. */
export type Keys = { passkeys: number; recoveryCodes: number; totp: boolean; email: boolean }

/** Why a key may not be taken away, or undefined when it may. */
export function refuseRemoval(
  keys: Keys,
  standing: Standing,
  removing: 'passkey' | 'totp',
): 'last_key' | 'last_strong_key' | undefined {
  const left = {
    ...keys,
    passkeys: keys.passkeys - (removing === 'passkey' ? 1 : 0),
    totp: removing === 'totp' ? false : keys.totp,
  }
  const wayIn = left.passkeys > 0 || left.email || left.recoveryCodes > 0
  if (removing === 'passkey' && !wayIn) return 'last_key'
  if (standing !== 'member' && left.passkeys === 0 && !left.totp) return 'last_strong_key'
  return undefined
}

/** An account that has a strong key changes its keys only from a login session proven by one. */
export const needsStrength = (keys: Keys): boolean => keys.passkeys > 0 || keys.totp
