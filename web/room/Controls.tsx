import { Trans } from '@lingui/react/macro'
import {
  Camera,
  CameraOff,
  DoorOpen,
  Headphones,
  Mic,
  MicOff,
  ScreenShare,
  ScreenShareOff,
  Users,
} from 'lucide-react'
import { HelpButton } from '../help/HelpButton.tsx'
import { quickExit } from '../lib/quickExit.ts'
import { Button } from '../ui/Button.tsx'
import styles from './Controls.module.css'
import type { Room, RoomState } from './room.ts'

type Props = { room: Room; state: RoomState; panel: boolean; togglePanel: () => void; leave: () => void }

/** What one can do in the room. What is not possible now is not there. */
export function Controls({ room, state, panel, togglePanel, leave }: Props) {
  const { actions } = room
  const { view, mic, camera, screen, audioOnly } = state
  const me = view?.seats.find((s) => s.identity === view.you.identity)
  const publishes = me && me.role !== 'observer' && me.role !== 'captioner'
  return (
    <footer className={styles.controls}>
      {publishes && !me.muted && (
        <Button
          kind="plain"
          aria-pressed={mic}
          aria-keyshortcuts="m"
          onClick={() => void actions.setMic(!mic)}
        >
          {mic ? <Mic aria-hidden /> : <MicOff aria-hidden />}
          {mic ? <Trans>Mute me</Trans> : <Trans>Unmute me</Trans>}
        </Button>
      )}
      {publishes && (
        <Button
          kind="plain"
          aria-pressed={camera}
          aria-keyshortcuts="v"
          onClick={() => void actions.setCamera(!camera)}
        >
          {camera ? <Camera aria-hidden /> : <CameraOff aria-hidden />}
          {camera ? <Trans>Camera off</Trans> : <Trans>Camera on</Trans>}
        </Button>
      )}
      {me?.role === 'facilitator' && 'getDisplayMedia' in (navigator.mediaDevices ?? {}) && (
        <Button kind="plain" aria-pressed={screen} onClick={() => void actions.setScreen(!screen)}>
          {screen ? <ScreenShareOff aria-hidden /> : <ScreenShare aria-hidden />}
          {screen ? <Trans>Stop sharing</Trans> : <Trans>Share screen</Trans>}
        </Button>
      )}
      <Button kind="plain" aria-pressed={audioOnly} onClick={() => actions.setAudioOnly(!audioOnly)}>
        <Headphones aria-hidden />
        {audioOnly ? <Trans>Show pictures</Trans> : <Trans>Only sound</Trans>}
      </Button>
      <Button kind="plain" aria-expanded={panel} aria-keyshortcuts="p" onClick={togglePanel}>
        <Users aria-hidden />
        <Trans>People</Trans>
      </Button>
      <HelpButton kind="quiet" />
      <Button kind="quiet" onClick={leave}>
        <DoorOpen aria-hidden />
        <Trans>Leave</Trans>
      </Button>
      <Button kind="quiet" onClick={quickExit}>
        <Trans>Leave quickly</Trans>
      </Button>
    </footer>
  )
}
