import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'

export type DeviceKind = 'audioinput' | 'videoinput' | 'audiooutput'
export type Choices = { mic: boolean; camera: boolean; devices: Partial<Record<DeviceKind, string>> }

const KEY = 'devices'

/** The devices chosen last time on this device. Camera and microphone themselves always begin switched off. */
export function rememberedDevices(): Choices['devices'] {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '{}')
  } catch {
    return {}
  }
}

export const rememberDevices = (devices: Choices['devices']) =>
  localStorage.setItem(KEY, JSON.stringify(devices))

/** The chosen device while it is plugged in, else the first one there; undefined when there is none of its kind. */
export function pickDevice(
  kind: DeviceKind,
  there: readonly { kind: string; deviceId: string }[],
  wanted: string | undefined,
): string | undefined {
  const ofKind = there.filter((d) => d.kind === kind && d.deviceId !== '')
  return (ofKind.find((d) => d.deviceId === wanted) ?? ofKind[0])?.deviceId
}

/** Why a camera or microphone could not be had, by the name of the browser's error (W3C Media Capture and Streams). */
export type DeviceTrouble = 'denied' | 'none' | 'busy' | 'unfit' | 'insecure' | 'unknown'

export function troubleOf(error: unknown, secure: boolean): DeviceTrouble {
  if (!secure) return 'insecure'
  const name = error instanceof Error || error instanceof DOMException ? error.name : ''
  const known: Record<string, DeviceTrouble> = {
    NotAllowedError: 'denied',
    SecurityError: 'denied',
    NotFoundError: 'none',
    NotReadableError: 'busy',
    AbortError: 'busy',
    OverconstrainedError: 'unfit',
    TypeError: 'insecure',
  }
  return known[name] ?? 'unknown'
}

export const troubleTexts: Record<DeviceTrouble, MessageDescriptor> = {
  denied: msg`The browser was not allowed to use it. Press the lock or camera sign beside the address, allow it, and try again. On a phone, look in the settings for this browser.`,
  none: msg`No such device was found. Plug one in, or come in without: that is fine.`,
  busy: msg`Another program is using it. Close other video programs, then try again. You can also come in without.`,
  unfit: msg`The device chosen before is not there any more. Choose another one.`,
  insecure: msg`At this address the browser does not give out camera or microphone: it needs https. You can come in and listen.`,
  unknown: msg`It did not start. Unplug it or restart the browser; or come in without: that is fine.`,
}
