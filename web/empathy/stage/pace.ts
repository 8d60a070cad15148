/** Frames that are looked at together. */
const FRAMES = 45
/**
 * Fewer frames a second than this tire the eyes; below it the picture gets coarser. A screen may be held to 30, as by a phone
 * that saves its battery: fewer points would not make it faster.
 */
const FEWEST = { screen: 27, headset: 40 } as const
const STEPS = [2, 1.5, 1.25, 1, 0.75] as const

/** Measures frames and says when the device should draw fewer pixels. It never goes back up: that would only swing. */
export type Pace = { frames: number; since: number }
export const createPace = (): Pace => ({ frames: 0, since: 0 })

/** True when the last frames came too slowly for where they are seen. `now` in milliseconds. A gap (a hidden tab) is not counted. */
export function isSlow(pace: Pace, now: number, where: keyof typeof FEWEST): boolean {
  if (pace.frames === 0) pace.since = now
  pace.frames += 1
  if (pace.frames <= FRAMES) return false
  const seconds = (now - pace.since) / 1000
  const slow = seconds < 10 && FRAMES / seconds < FEWEST[where]
  pace.frames = 0
  return slow
}

/** The next smaller number of pixels for each CSS pixel; the same when there is none. */
export const coarser = (dpr: number): number => STEPS.find((step) => step < dpr) ?? dpr
