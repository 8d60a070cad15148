/** Refusals after which trying again cannot help; all others are tried again without a press. */
const FINAL: readonly string[] = [
  'meetup_over',
  'removed_from_room',
  'open_in_another_tab',
  'rsvp_needed',
  'not_open_yet',
  'not_found',
  'sign_in_needed',
  'strong_sign_in_needed',
  'no_seat_left',
  'not_allowed',
  'not_valid',
  'screen_ended',
]
export const isFinal = (code: string): boolean => FINAL.includes(code)

const JOIN_MS = [0, 300, 500, 700, 1000, 1000, 1500, 2000, 3000, 5000] as const
/** Milliseconds before the `attempt`-th try (from 0) to come into the room through our server. */
export const joinDelay = (attempt: number): number => JOIN_MS[Math.min(attempt, JOIN_MS.length - 1)] ?? 5000

const GIVE_UP_AFTER_MS = 45_000
/**
 * Milliseconds before LiveKit's client tries once more by itself, or null to give up and ask our server. While our own
 * server answers, a refused socket means that LiveKit was restarted and has forgotten the room, and only our server can
 * make it again: one try is enough. While nothing answers it is the network, and a session that is resumed brings
 * sound and picture back soonest.
 */
export function resumeDelay(retry: number, elapsedMs: number, serverAnswers: boolean): number | null {
  if (serverAnswers) return retry === 0 ? 0 : null
  return elapsedMs > GIVE_UP_AFTER_MS ? null : Math.min(300 * 2 ** retry, 2000)
}

/** A wait that can be cut short. */
export function createPause() {
  let end = () => {}
  return {
    wait: (ms: number) =>
      new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, ms)
        end = () => {
          clearTimeout(timer)
          resolve()
        }
      }),
    end: () => end(),
  }
}
