import { Trans, useLingui } from '@lingui/react/macro'
import {
  Captions,
  DoorOpen,
  Keyboard,
  Mic,
  MicOff,
  ScreenShare,
  ScreenShareOff,
  Settings2,
  Users,
  Video,
  VideoOff,
} from 'lucide-react'
import { Button } from '../ui/Button.tsx'
import styles from './Controls.module.css'
import type { RoomState } from './state.ts'

export type Opened =
  | 'captions'
  | 'people'
  | 'devices'
  | 'shortcuts'
  | 'scenes'
  | 'headset'
  | 'leave'
  | undefined

type Props = {
  state: RoomState
  opened: Opened
  open: (what: Opened) => void
  /** each is absent while it is not possible */
  toggleMic: (() => void) | undefined
  toggleCamera: (() => void) | undefined
  toggleScreen: (() => void) | undefined
  /** a facilitator has muted the microphone */
  held: boolean
  leave: () => void
}

/** What one can do in the room. What is not possible now is not there. */
export function Controls({ state, opened, open, held, leave, ...can }: Props) {
  const { t } = useLingui()
  const { mic, camera, screen } = state
  return (
    <nav className={styles.controls} aria-label={t`What you can do`}>
      {can.toggleMic && (
        <Button kind="plain" className={mic ? styles.on : ''} aria-keyshortcuts="m" onClick={can.toggleMic}>
          {mic ? <Mic aria-hidden /> : <MicOff aria-hidden />}
          {mic ? <Trans>Mute me</Trans> : <Trans>Unmute me</Trans>}
        </Button>
      )}
      {held && (
        <p className={styles.held}>
          <MicOff aria-hidden />
          <Trans>Muted for now</Trans>
        </p>
      )}
      {can.toggleCamera && (
        <Button
          kind="plain"
          className={camera ? styles.on : ''}
          aria-keyshortcuts="v"
          onClick={can.toggleCamera}
        >
          {camera ? <Video aria-hidden /> : <VideoOff aria-hidden />}
          {camera ? <Trans>Camera off</Trans> : <Trans>Camera on</Trans>}
        </Button>
      )}
      {can.toggleScreen && (
        <Button kind="plain" className={screen ? styles.on : ''} onClick={can.toggleScreen}>
          {screen ? <ScreenShareOff aria-hidden /> : <ScreenShare aria-hidden />}
          {screen ? <Trans>Stop sharing</Trans> : <Trans>Share screen</Trans>}
        </Button>
      )}
      <Button
        kind="plain"
        aria-expanded={opened === 'people'}
        aria-keyshortcuts="p"
        onClick={() => open(opened === 'people' ? undefined : 'people')}
      >
        <Users aria-hidden />
        <Trans>People</Trans>
      </Button>
      <Button
        kind="plain"
        aria-expanded={opened === 'captions'}
        aria-keyshortcuts="c"
        onClick={() => open(opened === 'captions' ? undefined : 'captions')}
      >
        <Captions aria-hidden />
        <Trans>Captions</Trans>
      </Button>
      <Button kind="plain" onClick={() => open('devices')}>
        <Settings2 aria-hidden />
        <Trans>Devices</Trans>
      </Button>
      <Button kind="quiet" className={styles.keys} aria-keyshortcuts="?" onClick={() => open('shortcuts')}>
        <Keyboard aria-hidden />
        <Trans>Keys</Trans>
      </Button>
      <Button kind="quiet" aria-keyshortcuts="l" onClick={leave}>
        <DoorOpen aria-hidden />
        <Trans>Leave</Trans>
      </Button>
    </nav>
  )
}
