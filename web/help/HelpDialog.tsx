import { Trans } from '@lingui/react/macro'
import { useEffect, useId, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { Button } from '../ui/Button.tsx'
import styles from './Help.module.css'
import { HelpContent } from './HelpContent.tsx'

let show = () => {}
export const openHelp = () => show()

/**
 * Help, once for the whole app: a page that changes under it, or ends, takes no number away from who is reading it. It
 * is the browser's own dialog and in the first load with all its numbers, so that it opens at once and without a
 * network; they are on the page only while it is open.
 */
export function HelpDialog() {
  const dialog = useRef<HTMLDialogElement>(null)
  const [opened, setOpened] = useState(false)
  const title = useId()
  useEffect(() => {
    show = () => {
      // first, so that the dialog finds what to put the focus on
      flushSync(() => setOpened(true))
      if (!dialog.current?.open) dialog.current?.showModal()
    }
    return () => {
      show = () => {}
    }
  }, [])
  return (
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
  )
}
