import { Trans } from '@lingui/react/macro'
import { Button } from '../../ui/Button.tsx'
import styles from './Play.module.css'
import type { Opened } from './Play.tsx'

/** What can be changed on the way. Alone the scene waits meanwhile. */
export function Tools({ open }: { open: (sheet: Opened) => void }) {
  return (
    <div className={styles.tools}>
      <Button kind="quiet" aria-haspopup="dialog" onClick={() => open('ways')}>
        <Trans>Another way</Trans>
      </Button>
      <Button kind="quiet" aria-haspopup="dialog" onClick={() => open('settings')}>
        <Trans>Settings</Trans>
      </Button>
      <Button kind="quiet" aria-haspopup="dialog" onClick={() => open('feeling')}>
        <Trans>How am I?</Trans>
      </Button>
    </div>
  )
}
