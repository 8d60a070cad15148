import { Trans, useLingui } from '@lingui/react/macro'
import { useEffect, useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { Sheet } from '../ui/Sheet.tsx'
import { Switch } from '../ui/Switch.tsx'
import { BlurEnded, BlurField } from './BlurField.tsx'
import { DeviceFields } from './DeviceFields.tsx'
import { rememberDevices, rememberedDevices } from './devices.ts'
import type { Room } from './room.ts'
import { ShortcutsSwitch } from './ShortcutsSwitch.tsx'
import type { RoomState } from './state.ts'
import { TroubleNotes } from './Trouble.tsx'

type Props = {
  room: Room
  state: RoomState
  selfView: boolean
  setSelfView: (on: boolean) => void
  /** absent where no headset can be entered, and while a scene is open */
  openHeadset: (() => void) | undefined
  close: () => void
}

/** Devices, and what comes in: all that one sets once and forgets. */
export function DeviceMenu({ room, state, selfView, setSelfView, openHeadset, close }: Props) {
  const { t } = useLingui()
  const devices = useDevices()
  const [chosen, setChosen] = useState(rememberedDevices)
  return (
    <Sheet title={t`Devices and pictures`} close={close}>
      <DeviceFields
        devices={devices}
        chosen={chosen}
        choose={(kind, id) => {
          const next = { ...chosen, [kind]: id }
          setChosen(next)
          rememberDevices(next)
          void room.actions.chooseDevice(kind, id)
        }}
      />
      <TroubleNotes troubles={state.troubles} inRoom role="alert" />
      {state.blurEnded && (
        <div role="alert">
          <BlurEnded
            why={state.blurEnded}
            without={() => {
              void room.actions.setBlur(false)
              void room.actions.setCamera(true)
            }}
          />
        </div>
      )}
      <BlurField on={state.blur} set={(on) => void room.actions.setBlur(on)} />
      <Switch label={t`Show me my own picture`} on={selfView} set={setSelfView} />
      <Switch
        label={t`Only sound`}
        hint={t`No pictures come in. Good for a weak connection, or for tired eyes.`}
        on={state.audioOnly}
        set={room.actions.setAudioOnly}
      />
      {openHeadset && (
        <Button kind="plain" aria-haspopup="dialog" onClick={openHeadset}>
          <Trans>Sit in the circle with a headset</Trans>
        </Button>
      )}
      <ShortcutsSwitch />
      {devices.length === 0 && (
        <p className="soft">
          <Trans>Microphones and cameras can be chosen here once one of them is on.</Trans>
        </p>
      )}
    </Sheet>
  )
}

function useDevices(): readonly MediaDeviceInfo[] {
  const [devices, setDevices] = useState<readonly MediaDeviceInfo[]>([])
  useEffect(() => {
    const media = navigator.mediaDevices
    if (!media) return
    const list = () => void media.enumerateDevices().then(setDevices, () => {})
    list()
    media.addEventListener('devicechange', list)
    return () => media.removeEventListener('devicechange', list)
  }, [])
  return devices
}
