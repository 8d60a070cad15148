import { keptInSeat, type Part, type Pose, type SentPose } from './pose.ts'

/** Poses are shown so long after they came: two may come late or be lost without a jerk. */
export const BEHIND_MS = 130
/** After so long without a pose somebody is drawn as a light again. */
export const FADE_MS = 3000
const KEPT = 8
/** So much faster than it was sent a movement is drawn after a gap; what is further behind than LOST_MS is left out. */
const CATCHING_UP = 1.6
const LOST_MS = 500

const WRAP = 2 ** 32
const WRAP_SEQUENCE = 2 ** 16

/** How much later `b` is than `a`, where both begin again from zero. */
const later = (b: number, a: number, wrap: number) => {
  const apart = (((b - a) % wrap) + wrap) % wrap
  return apart > wrap / 2 ? apart - wrap : apart
}

export type PosePlayback = {
  /** a pose came in at `now`, milliseconds of this device's clock */
  take: (sent: SentPose, now: number) => void
  /** the pose to draw at `now`, in an object that is always the same; undefined before the first and after the fade */
  at: (now: number) => Pose | undefined
}

type Kept = { at: number; pose: Pose }

/** Somebody's poses, smoothed: read {@link BEHIND_MS} behind their coming, between the two that are nearest. */
export function createPosePlayback(): PosePlayback {
  let last: SentPose | undefined
  let cameLast = Number.NEGATIVE_INFINITY
  /** from the sender's clock to ours, by the fastest packet so far */
  let offset = Number.POSITIVE_INFINITY
  /** the sender's time without its wrapping */
  let time = 0
  const kept: Kept[] = []
  const shown: Pose = { head: emptyPart(), left: emptyPart(), right: emptyPart() }
  const spare = { left: emptyPart(), right: emptyPart() }

  /** the sender's time that was drawn last, and when */
  let drawn = Number.NEGATIVE_INFINITY
  let askedAt = 0
  /** The sender's time to draw: after a gap it catches up by going a little faster, not by a jump. */
  function caughtUp(now: number): number {
    const due = Math.min(now - offset - BEHIND_MS, time)
    const passed = now - askedAt
    askedAt = now
    if (due - drawn > LOST_MS) drawn = due
    else drawn = Math.max(drawn, Math.min(due, drawn + passed * CATCHING_UP))
    return drawn
  }

  return {
    take(sent, now) {
      if (now - cameLast > FADE_MS) {
        // they were away: what they send now has nothing to do with what they sent then
        last = undefined
        kept.length = 0
        offset = Number.POSITIVE_INFINITY
        drawn = Number.NEGATIVE_INFINITY
      }
      // late or doubled: a newer one has been drawn already
      if (last && later(sent.sequence, last.sequence, WRAP_SEQUENCE) <= 0) return
      const passed = last ? later(sent.at, last.at, WRAP) : 0
      if (passed < 0) return
      time += passed
      last = sent
      cameLast = now
      // two clocks drift apart by less than a thousandth
      offset = Math.min(offset + passed / 1000, now - time)
      kept.push({ at: time, pose: keptInSeat(sent.pose) })
      if (kept.length > KEPT) kept.shift()
    },
    at(now) {
      if (now - cameLast > FADE_MS) return undefined
      const wanted = caughtUp(now)
      let [before] = kept
      let after = before
      for (const one of kept) {
        if (one.at > wanted) {
          after = one
          break
        }
        before = after = one
      }
      if (!before || !after) return undefined
      const span = after.at - before.at
      const part = span > 0 ? Math.min(Math.max((wanted - before.at) / span, 0), 1) : 0
      blend(shown.head, before.pose.head, after.pose.head, part)
      shown.left = blendHand(spare.left, before.pose.left, after.pose.left, part)
      shown.right = blendHand(spare.right, before.pose.right, after.pose.right, part)
      return shown
    },
  }
}

function emptyPart(): Part {
  return { position: [0, 0, 0], orientation: [0, 0, 0, 1] }
}

function blendHand(into: Part, from: Part | undefined, to: Part | undefined, part: number): Part | undefined {
  if (!from || !to) return undefined
  blend(into, from, to, part)
  return into
}

/** Straight between two places, and the shorter way round between two orientations (normalised lerp: they are close). */
function blend(into: Part, from: Part, to: Part, part: number): void {
  for (let i = 0; i < 3; i++) into.position[i] = mix(from.position[i], to.position[i], part)
  let dot = 0
  for (let i = 0; i < 4; i++) dot += (from.orientation[i] ?? 0) * (to.orientation[i] ?? 0)
  const sign = dot < 0 ? -1 : 1
  let length = 0
  for (let i = 0; i < 4; i++) {
    const value = mix(from.orientation[i], sign * (to.orientation[i] ?? 0), part)
    into.orientation[i] = value
    length += value * value
  }
  const scale = length > 0 ? 1 / Math.sqrt(length) : 1
  for (let i = 0; i < 4; i++) into.orientation[i] = (into.orientation[i] ?? 0) * scale
}

const mix = (a = 0, b = 0, part: number) => a + (b - a) * part
