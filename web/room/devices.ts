import { recall, remember } from '../lib/remembered.ts'

export const deviceKinds = ['audioinput', 'videoinput', 'audiooutput'] as const
export type DeviceKind = (typeof deviceKinds)[number]
export type Choices = {
  mic: boolean
  camera: boolean
  /** the camera's picture goes out only with its background blurred */
  blur: boolean
  devices: Partial<Record<DeviceKind, string>>
}

const KEY = 'devices'

/** Device choices out of what was stored; anything that is not a choice is left out. */
export function devicesFrom(text: string | null): Choices['devices'] {
  try {
    const stored: unknown = JSON.parse(text ?? '{}')
    if (typeof stored !== 'object' || stored === null) return {}
    const kept = Object.entries(stored).filter(
      ([kind, id]) => (deviceKinds as readonly string[]).includes(kind) && typeof id === 'string',
    )
    return Object.fromEntries(kept)
  } catch {
    return {}
  }
}

/** The devices chosen last time on this device. Camera and microphone themselves always begin switched off. */
export const rememberedDevices = (): Choices['devices'] => devicesFrom(recall(KEY))

export const rememberDevices = (devices: Choices['devices']) => remember(KEY, JSON.stringify(devices))

const BLUR = 'blur'
export const rememberedBlur = (): boolean => recall(BLUR) === 'on'
export const rememberBlur = (on: boolean) => remember(BLUR, on ? 'on' : 'off')

/** The devices of a kind that can be chosen: browsers hide ids until permission is given. */
export const devicesOf = <D extends { kind: string; deviceId: string }>(
  kind: DeviceKind,
  there: readonly D[],
) => there.filter((d) => d.kind === kind && d.deviceId !== '')

/** The chosen device while it is plugged in, else the first one there; undefined when there is none of its kind. */
export function pickDevice(
  kind: DeviceKind,
  there: readonly { kind: string; deviceId: string }[],
  wanted: string | undefined,
): string | undefined {
  const ofKind = devicesOf(kind, there)
  return (ofKind.find((d) => d.deviceId === wanted) ?? ofKind[0])?.deviceId
}

/** Why a camera or microphone could not be had, or (`gone`) stopped by itself; each has its own help (`words.ts`). */
export type DeviceTrouble =
  | 'denied'
  | 'dismissed'
  | 'system'
  | 'policy'
  | 'none'
  | 'gone'
  | 'busy'
  | 'unfit'
  | 'insecure'
  | 'unknown'

/** What does not work now: one device's trouble stays until that very device works or is tried again. */
export type Troubles = { mic?: DeviceTrouble | undefined; camera?: DeviceTrouble | undefined }

const BY_NAME: Record<string, DeviceTrouble> = {
  SecurityError: 'policy',
  NotFoundError: 'none',
  NotReadableError: 'busy',
  AbortError: 'busy',
  OverconstrainedError: 'unfit',
}

/**
 * Why a device failed, by the name of the browser's error (W3C Media Capture and Streams). Chromium says in the message
 * when the system refuses; `permission` tells a question that was closed from a site that is refused for good.
 */
export function troubleOf(error: unknown, secure: boolean, permission?: PermissionState): DeviceTrouble {
  if (!secure) return 'insecure'
  const { name, message } = error instanceof Error ? error : { name: '', message: '' }
  if (name !== 'NotAllowedError') return BY_NAME[name] ?? 'unknown'
  if (/system/i.test(message)) return 'system'
  return permission === 'prompt' ? 'dismissed' : 'denied'
}

/** The same, with what the browser remembers for this page, where it tells. Never asks the person. */
export async function troubleWith(what: 'mic' | 'camera', error: unknown): Promise<DeviceTrouble> {
  const name = (what === 'mic' ? 'microphone' : 'camera') as PermissionName
  const permission = await globalThis.navigator?.permissions?.query({ name }).then(
    (p) => p.state,
    () => undefined,
  )
  return troubleOf(error, globalThis.isSecureContext, permission)
}
