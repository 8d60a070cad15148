import { FRAMES_PER_SECOND } from './phrases.ts'

/** A phrase that waited so long is late; so many in a row, or one that waited twice as long, make a device slow. */
const LATE = 3 * FRAMES_PER_SECOND
const LATE_IN_A_ROW = 2
/**
 * It keeps up again when so much speech took no more than this share of its own time: growing phrases may take half of
 * the time, and the longest one that is just being decoded must not make the next one late.
 */
const STEADY = 10 * FRAMES_PER_SECOND
const SHARE = 0.25

/**
 * Judges whether a device keeps up, in frames. Becoming slow takes more than one hiccup, and while it is slow it has less
 * to do, so keeping up then is not enough to call it fast: one that is always equally fast changes once at most.
 */
export function createPace() {
  let slow = false
  let late = 0
  let length = 0
  let took = 0

  function unsteady(): void {
    length = 0
    took = 0
  }
  function beSlow(): void {
    slow = true
    unsteady()
  }

  return {
    slow: () => slow,
    leftOut: beSlow,
    /** A whole phrase is decoded now that ended so long ago. */
    begins(waited: number): void {
      late = waited > LATE ? late + 1 : 0
      if (late >= LATE_IN_A_ROW || waited > 2 * LATE) beSlow()
      else if (late) unsteady()
    },
    /** It was so long, and took as long as so much sound. */
    done(phrase: { length: number; took: number }): void {
      if (late) return
      length += phrase.length
      took += phrase.took
      if (length < STEADY) return
      if (took <= SHARE * length) slow = false
      unsteady()
    },
  }
}
