import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import type { RoomRole } from '../../server/rooms/contract.ts'
import type { DeviceTrouble } from './devices.ts'

/** Words for the roles in a room; a member needs none. */
export function useRoleWords(): Record<RoomRole, string> {
  const { t } = useLingui()
  return {
    facilitator: t`facilitator`,
    member: '',
    observer: t`listening`,
    captioner: t`captions`,
    interpreter: t`interpreter`,
  }
}

/** What to do when a camera or microphone does not start, or stops. Beside each stands that it is fine without. */
export const troubleTexts: Record<DeviceTrouble, MessageDescriptor> = {
  denied: msg`This browser was told not to allow that on this page. Press the sign beside the address, allow it there, and try again.`,
  dismissed: msg`The browser asked, and the question was closed. Press the button again and choose “Allow”.`,
  system: msg`Your computer or phone does not allow that to this browser. Allow it in the system’s privacy settings, then try again.`,
  policy: msg`That is switched off for this browser, perhaps by whoever looks after this device.`,
  none: msg`No such device was found. Plug one in and try again.`,
  gone: msg`Unplugged, switched off, or taken by another program. Press the button to try again.`,
  busy: msg`Another program is using it, or it is stuck. Close other video programs and try again.`,
  unfit: msg`The device chosen before is not there any more. Choose another one.`,
  insecure: msg`At this address the browser does not give out camera or microphone: it needs https.`,
  unknown: msg`It did not start. Unplug it and plug it in again, or restart the browser.`,
}
