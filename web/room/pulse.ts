import { serverAnswers } from '../lib/reach.ts'

const EVERY_MS = 1000
const ANSWER_MS = 1500

/** `lost` and `back` are called when that changes; the first beat comes a second after the start. */
export type Pulse = (told: { lost: () => void; back: () => void }) => {
  alive: () => boolean
  stop: () => void
}

/**
 * Notices a lost network within about two and a half seconds: WebRTC itself takes five and more, a silent socket
 * fifteen. Asks our own server for its smallest answer, and listens to the browser's own word.
 */
export const startPulse: Pulse = ({ lost, back }) => {
  let alive = true
  let stopped = false
  let timer: ReturnType<typeof setTimeout> | undefined
  const become = (next: boolean) => {
    if (stopped || next === alive) return
    alive = next
    if (alive) back()
    else lost()
  }
  const beat = async () => {
    clearTimeout(timer)
    const answered = await serverAnswers(ANSWER_MS)
    if (stopped) return
    become(answered)
    clearTimeout(timer)
    timer = setTimeout(beat, EVERY_MS)
  }
  const offline = () => become(false)
  window.addEventListener('offline', offline)
  window.addEventListener('online', beat)
  timer = setTimeout(beat, EVERY_MS)
  return {
    alive: () => alive,
    stop() {
      stopped = true
      clearTimeout(timer)
      window.removeEventListener('offline', offline)
      window.removeEventListener('online', beat)
    },
  }
}
