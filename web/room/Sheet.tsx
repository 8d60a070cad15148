import { Trans } from '@lingui/react/macro'
import { type ReactNode, useId, useLayoutEffect, useRef } from 'react'
import { Button } from '../ui/Button.tsx'
import styles from './Sheet.module.css'

type Props = { title: string; close: () => void; children: ReactNode; actions?: ReactNode }

/** The browser's own dialog: it keeps focus inside, gives it back, and closes with Esc or a press beside it. */
export function Sheet({ title, close, children, actions }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  useLayoutEffect(() => {
    const shown = dialog.current
    shown?.showModal()
    // closed while it is still there: only then the browser gives focus back
    return () => shown?.close()
  }, [])
  return (
    <dialog ref={dialog} className={styles.sheet} aria-labelledby={id} onClose={close} closedby="any">
      <h2 id={id}>{title}</h2>
      {children}
      <div className={styles.actions}>
        {actions}
        <Button kind={actions ? 'plain' : 'main'} onClick={close}>
          {actions ? <Trans>Not now</Trans> : <Trans>Close</Trans>}
        </Button>
      </div>
    </dialog>
  )
}
