/** Milliseconds since the epoch, by a clock that goes on evenly while the page is open, whatever the computer's is set to. */
export const steadyNow = (): number => performance.timeOrigin + performance.now()
