/** Whether our own server gives any answer at all within so many milliseconds. */
export const serverAnswers = (withinMs: number): Promise<boolean> =>
  fetch('/healthz', { cache: 'no-store', signal: AbortSignal.timeout(withinMs) }).then(
    () => true,
    () => false,
  )
