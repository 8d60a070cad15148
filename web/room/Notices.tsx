import { Trans } from '@lingui/react/macro'
import { Button } from '../ui/Button.tsx'
import { BlurEnded } from './BlurField.tsx'
import styles from './Notices.module.css'
import type { Room } from './room.ts'
import type { RoomState } from './state.ts'
import { TroubleNotes } from './Trouble.tsx'

/** What the person should know about sound, picture and microphone, beside the controls that it is about. */
export function Notices({ room, state, held }: { room: Room; state: RoomState; held: boolean }) {
  const { troubles, blurEnded, soundBlocked, weak, audioOnly } = state
  return (
    <div className={styles.notices} role="status">
      {soundBlocked && (
        <p>
          <span>
            <Trans>Your browser keeps the sound off until you press here.</Trans>
          </span>
          <Button onClick={() => void room.actions.turnOnSound()}>
            <Trans>Turn on sound</Trans>
          </Button>
        </p>
      )}
      <TroubleNotes troubles={troubles} inRoom />
      {blurEnded && (
        <p>
          <BlurEnded
            why={blurEnded}
            without={() => {
              void room.actions.setBlur(false)
              void room.actions.setCamera(true)
            }}
          />
        </p>
      )}
      {held && (
        <p>
          <Trans>A facilitator has muted your microphone. They can let you speak again.</Trans>
        </p>
      )}
      {weak && !audioOnly && (
        <p>
          <span>
            <Trans>Your connection is weak, so pictures are smaller.</Trans>
          </span>
          <Button kind="plain" onClick={() => room.actions.setAudioOnly(true)}>
            <Trans>Only sound</Trans>
          </Button>
        </p>
      )}
      {audioOnly && (
        <p>
          <span>
            <Trans>Only sound comes in.</Trans>
          </span>
          <Button kind="plain" onClick={() => room.actions.setAudioOnly(false)}>
            <Trans>Show pictures</Trans>
          </Button>
        </p>
      )}
    </div>
  )
}
