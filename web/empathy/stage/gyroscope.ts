import { turned } from './angles.ts'
import { type Look, lookOfDevice } from './look.ts'

type Asking = { requestPermission?: () => Promise<'granted' | 'denied'> }

/** Asks for the phone's own movement; iOS does so only within a press. False when it may not be had. */
export async function askForGyroscope(): Promise<boolean> {
  if (typeof DeviceOrientationEvent === 'undefined') return false
  const { requestPermission } = DeviceOrientationEvent as unknown as Asking
  if (!requestPermission) return true
  return (await requestPermission().catch(() => 'denied')) === 'granted'
}

/**
 * Writes where the phone looks into `look`, to the sides from where it looked first. Returns its end.
 * The phone's own shaking is below what can be seen once a third of the way is taken each time.
 */
export function watchGyroscope(look: Look, changed: () => void): () => void {
  const now: Look = { yaw: 0, pitch: 0 }
  let from: number | undefined
  const listener = ({ alpha, beta, gamma }: DeviceOrientationEvent) => {
    // a computer says that it has none by an event without numbers
    if (alpha === null || beta === null || gamma === null) return
    lookOfDevice(now, alpha, beta, gamma)
    if (from === undefined) {
      from = now.yaw
      look.yaw = 0
      look.pitch = now.pitch
    }
    look.yaw = turned(look.yaw + turned(now.yaw - from - look.yaw) / 3)
    look.pitch += (now.pitch - look.pitch) / 3
    changed()
  }
  addEventListener('deviceorientation', listener)
  return () => removeEventListener('deviceorientation', listener)
}
