import { useLingui } from '@lingui/react/macro'
import { Field } from '../ui/Field.tsx'
import { type Choices, type DeviceKind, deviceKinds, devicesOf, pickDevice } from './devices.ts'

type Props = {
  devices: readonly MediaDeviceInfo[]
  chosen: Choices['devices']
  choose: (kind: DeviceKind, deviceId: string) => void
}

/** Which microphone, camera and speaker; a kind with nothing to choose from is not shown. */
export function DeviceFields({ devices, chosen, choose }: Props) {
  const { t } = useLingui()
  const labels: Record<DeviceKind, string> = {
    audioinput: t`Microphone`,
    videoinput: t`Camera`,
    audiooutput: t`Speaker`,
  }
  return deviceKinds.map((kind) => {
    const choices = devicesOf(kind, devices)
    if (choices.length < 2) return null
    return (
      <Field
        key={kind}
        name={kind}
        label={labels[kind]}
        value={pickDevice(kind, choices, chosen[kind]) ?? ''}
        onChange={(id) => choose(kind, id)}
        options={choices.map((d, i) => [d.deviceId, d.label || `${labels[kind]} ${i + 1}`])}
      />
    )
  })
}
