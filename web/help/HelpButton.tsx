import { Trans } from '@lingui/react/macro'
import { useId, useRef } from 'react'
import { Button, type Kind } from '../ui/Button.tsx'
import styles from './Help.module.css'
import { HelpContent } from './HelpContent.tsx'

/**
 * Help in one action from every screen. It is the browser's own dialog and in the first load with all its numbers, so
 * that it opens at once and without a network.
 */
export function HelpButton({ kind = 'plain' }: { kind?: Kind }) {
  const dialog = useRef<HTMLDialogElement>(null)
  const title = useId()
  return (
    <>
      <Button kind={kind} aria-haspopup="dialog" onClick={() => dialog.current?.showModal()}>
        <Trans>Help</Trans>
      </Button>
      <dialog ref={dialog} className={styles.dialog} aria-labelledby={title} closedby="any">
        <HelpContent titleId={title} />
        <form method="dialog" className={styles.close}>
          <Button type="submit">
            <Trans>Close</Trans>
          </Button>
        </form>
      </dialog>
    </>
  )
}
