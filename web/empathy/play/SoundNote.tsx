import { Trans } from '@lingui/react/macro'
import { useStore } from 'zustand'
import { Button } from '../../ui/Button.tsx'
import { comfort } from '../comfort.ts'
import type { Heard } from '../useSound.ts'
import type { Visit } from '../visit.ts'
import styles from './Play.module.css'

/** Says why nothing is heard. The scene goes on all the same: captions carry it. */
export function SoundNote({ visit, heard, retry }: { visit: Visit; heard: Heard; retry: () => void }) {
  const quiet = useStore(comfort, (now) => now.quiet)
  const away = useStore(visit.state, (now) => now.away)
  return (
    <div role="status" className={styles.sound}>
      {!quiet && away && (
        <p>
          <Trans>
            The headset is off, and the scene is silent on this device. It goes on for the others.
          </Trans>{' '}
          <Button kind="plain" onClick={() => visit.actions.send({ type: 'here' })}>
            <Trans>Sound on again</Trans>
          </Button>
        </p>
      )}
      {!quiet && (heard === 'none' || heard === 'missing') && (
        <p>
          {heard === 'none' ? (
            <Trans>There is no sound on this device right now. Captions say what matters.</Trans>
          ) : (
            <Trans>The sound did not arrive. Captions say what matters.</Trans>
          )}{' '}
          <Button kind="plain" onClick={retry}>
            <Trans>Try again</Trans>
          </Button>
        </p>
      )}
    </div>
  )
}
