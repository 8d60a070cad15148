import { Trans } from '@lingui/react/macro'
import { useStore } from 'zustand'
import type { Captions } from '../captions/captions.ts'
import { OwnWords } from '../captions/OwnCaptions.tsx'
import { Button } from '../ui/Button.tsx'
import { BlurEnded } from './BlurField.tsx'
import styles from './Notices.module.css'
import { seatOf } from './powers.ts'
import type { Room } from './room.ts'
import type { RoomState } from './state.ts'
import { TroubleNotes } from './Trouble.tsx'

type Props = { room: Room; captions: Captions; state: RoomState; held: boolean }

/** What the person should know about sound, picture and microphone, beside the controls that it is about. */
export function Notices({ room, captions, state, held }: Props) {
  const own = useStore(captions.state, (now) => now.own)
  const onAir = useStore(captions.state, (now) => now.onAir)
  const { troubles, blurEnded, soundBlocked, weak, audioOnly } = state
  const role = seatOf(state.view)?.role
  const listening = role === 'observer'
  const writes = role === 'captioner' && !onAir
  return (
    <div className={styles.notices} role="status" aria-atomic={false}>
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
      {listening && (
        <p>
          <Trans>You are listening: you see and hear everybody, and nobody hears you.</Trans>
        </p>
      )}
      {writes && (
        <p>
          <Trans>You write captions here. Press “Captions” to begin.</Trans>
        </p>
      )}
      {(own.how === 'broken' ||
        own.how === 'asking' ||
        own.how === 'unwritten' ||
        (own.how === 'loading' && own.late) ||
        (own.how === 'listening' && (own.slow || !own.understood))) && (
        <p>
          <OwnWords own={own} />
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
