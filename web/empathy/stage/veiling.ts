/** Milliseconds until it is dark, and until the other place is wholly there: within a second of the press. */
const CLOSING = 240
const OPENING = 560

/** How dark it is so many milliseconds after it began to close, or to open: 0 to 1. */
export const veilAt = (ms: number, closing: boolean): number =>
  closing ? Math.min(1, Math.max(0, ms / CLOSING)) : Math.max(0, 1 - Math.max(0, ms) / OPENING)

export const closed = (ms: number): boolean => ms >= CLOSING
