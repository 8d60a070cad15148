import { Trans } from '@lingui/react/macro'
import { HelpButton } from '../help/HelpButton.tsx'
import { quickExit } from '../lib/quickExit.ts'
import { Button } from '../ui/Button.tsx'
import styles from './Safety.module.css'

/** Help and the quick way out, in the same corner before the room and in it. */
export function Safety() {
  return (
    <div className={styles.safety}>
      <HelpButton kind="quiet" />
      <Button kind="quiet" onClick={quickExit}>
        <Trans>Leave quickly</Trans>
      </Button>
    </div>
  )
}
