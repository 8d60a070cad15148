import { Trans } from '@lingui/react/macro'
import { useId, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { Button, type Kind } from '../ui/Button.tsx'
import styles from './Help.module.css'
import { HelpContent } from './HelpContent.tsx'

/**
 * Help in one action from every screen. It is the browser's own dialog and in the first load with all its numbers, so
 * that it opens at once and without a network; they are on the page only while it is open.
 */
export function HelpButton({ kind = 'plain' }: { kind?: Kind }) {
  const dialog = useRef<HTMLDialogElement>(null)
  const [opened, setOpened] = useState(false)
  const title = useId()
  const open = () => {
    // first, so that the dialog finds what to put the focus on
    flushSync(() => setOpened(true))
    dialog.current?.showModal()
  }
  return (
    <>
      <Button kind={kind} aria-haspopup="dialog" onClick={open}>
        <Trans>Help</Trans>
      </Button>
      <dialog
        ref={dialog}
        className={styles.dialog}
        aria-labelledby={title}
        closedby="any"
        onClose={() => setOpened(false)}
      >
        {opened && <HelpContent titleId={title} />}
        <form method="dialog" className={styles.close}>
          <Button type="submit">
            <Trans>Close</Trans>
          </Button>
        </form>
      </dialog>
    </>
  )
}
