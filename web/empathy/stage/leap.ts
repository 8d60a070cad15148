import type { Made } from '../../../scenes/kit/types.ts'

/** Seconds by which a clock may be put right without anybody seeing a leap. */
const UNSEEN = 0.5

type Going = { made: Made; clock: { running: boolean } }

/**
 * Whether the picture would leap in time, from `drawn` to `t` seconds: back, or further ahead than the scene has gone on since
 * it was asked last, `now` in milliseconds. What one has chosen moves on as well, and there a scene sees to it that nothing leaps.
 */
export function createLeap(begin: Made) {
  let chosen = begin
  let before: number | undefined
  let ran = false
  return (drawn: number, t: number, { made, clock }: Going, now: number): boolean => {
    const first = before === undefined
    // a picture of a page that waits may be old, and yet no time has gone by in it
    const gone = ran ? (now - (before ?? now)) / 1000 : 0
    const chose = made !== chosen
    before = now
    chosen = made
    ran = clock.running
    return !first && !chose && (t < drawn - UNSEEN || t > drawn + gone + UNSEEN)
  }
}
