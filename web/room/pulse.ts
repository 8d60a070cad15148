const EVERY_MS = 1000
const ANSWER_MS = 1500

/**
 * Notices a lost network within about two and a half seconds: WebRTC itself takes five and more, a silent socket
 * fifteen. Asks our own server for its smallest answer, and listens to the browser's own word.
 */
export function createPulse({ lost, back }: { lost: () => void; back: () => void }): { stop: () => void } {
  let stopped = false
  let timer: ReturnType<typeof setTimeout> | undefined
  const beat = async () => {
    const answered = await fetch('/healthz', {
      cache: 'no-store',
      signal: AbortSignal.timeout(ANSWER_MS),
    }).then(
      (a) => a.ok,
      () => false,
    )
    if (stopped) return
    if (answered) back()
    else lost()
    timer = setTimeout(beat, EVERY_MS)
  }
  window.addEventListener('offline', lost)
  timer = setTimeout(beat, EVERY_MS)
  return {
    stop() {
      stopped = true
      clearTimeout(timer)
      window.removeEventListener('offline', lost)
    },
  }
}
