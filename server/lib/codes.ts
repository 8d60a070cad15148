import { randomInt } from 'node:crypto'

/** Of characters that look alike only one is here; who types the other means this one. */
const ALPHABET = '0123456789ACDEFHJKMNPQRTVWXY'
const LOOKS_LIKE: Record<string, string> = { O: '0', I: '1', L: '1', Z: '2', S: '5', G: '6', B: '8', U: 'V' }

/** So many characters for a code that somebody types: 4.8 bits each. `random` gives 0 … max − 1. */
export const charactersOf = (length: number, random: (max: number) => number = randomInt): string =>
  Array.from({ length }, () => ALPHABET[random(ALPHABET.length)]).join('')

/** A code as somebody typed it, in the one form that is hashed. */
export const plainCode = (typed: string): string =>
  typed
    .toUpperCase()
    .replace(/[OILZSGBU]/g, (c) => LOOKS_LIKE[c] ?? c)
    .replace(/[^0-9A-Z]/g, '')
