import { timingSafeEqual } from 'node:crypto'
import { hashSecret, newId } from '../lib/ids.ts'
import { keyedHash } from '../lib/seal.ts'

/** Which going-through of a scene. */
export type Going = { meetupId: string; opened: number }

const markOf = (secret: Buffer, { meetupId, opened }: Going, chance: string) =>
  keyedHash(secret, 'tally slip', `${meetupId} ${opened} ${chance}`)

/** A slip for one going-through. Nothing is kept of it: that it is ours shows from the slip itself, and whose it is from nothing. */
export function makeSlip(secret: Buffer, going: Going, chance = newId()): string {
  return `${chance}.${markOf(secret, going, chance)}`
}

/** What its answers are kept under; undefined when it is not ours, or of another going-through. */
export function keyOf(secret: Buffer, going: Going, slip: string): string | undefined {
  const [chance = '', mark = ''] = slip.split('.')
  const [given, right] = [Buffer.from(mark), Buffer.from(markOf(secret, going, chance))]
  return given.length === right.length && timingSafeEqual(given, right) ? hashSecret(chance) : undefined
}
