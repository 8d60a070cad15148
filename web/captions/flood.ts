/** Five updates a second come from the fastest speaker; a burst after a break of the line may be so many. */
const PER_SECOND = 6
const BURST = 30

/** A token bucket for each sender: `allows` says whether the next message of theirs is still read. */
export function createFloodGate() {
  const buckets = new Map<string, { left: number; at: number }>()
  return {
    /** `now` in milliseconds of a clock that never goes back. */
    allows(sender: string, now: number): boolean {
      const bucket = buckets.get(sender) ?? { left: BURST, at: now }
      bucket.left = Math.min(BURST, bucket.left + ((now - bucket.at) / 1000) * PER_SECOND)
      bucket.at = now
      buckets.set(sender, bucket)
      if (bucket.left < 1) return false
      bucket.left--
      return true
    },
  }
}
