import { Trans } from '@lingui/react/macro'
import { type ReactNode, useEffect, useId, useLayoutEffect, useRef } from 'react'
import { Announcer } from './Announcer.tsx'
import { Button } from './Button.tsx'
import styles from './Sheet.module.css'

type Props = {
  title: string
  close: () => void
  children: ReactNode
  actions?: ReactNode
  /** what closing it means, where that is more than “not now” */
  dismiss?: ReactNode
  /** it is to be read from its beginning before anything in it is pressed */
  reading?: boolean
  /** something goes on in it that a press beside it must not end */
  busy?: boolean
}

/** The browser's own dialog: it keeps focus inside, gives it back, and closes with Esc or a press beside it. */
export function Sheet({ title, close, children, actions, dismiss, reading = false, busy = false }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const id = useId()
  useLayoutEffect(() => {
    const shown = dialog.current
    shown?.showModal()
    if (reading) heading.current?.focus()
    // closed while it is still there: only then the browser gives focus back
    return () => shown?.close()
  }, [reading])
  // another title is another thing to read
  const read = useRef(title)
  useEffect(() => {
    if (reading && title !== read.current) heading.current?.focus()
    read.current = title
  }, [reading, title])
  return (
    <dialog
      ref={dialog}
      className={styles.sheet}
      aria-labelledby={id}
      onClose={close}
      closedby={busy ? 'closerequest' : 'any'}
    >
      <h2 id={id} ref={heading} tabIndex={reading ? -1 : undefined}>
        {title}
      </h2>
      {children}
      {/* what is behind a modal dialog is not heard */}
      <Announcer />
      <div className={styles.actions}>
        {actions}
        <Button kind={actions ? 'plain' : 'main'} onClick={close}>
          {dismiss ?? (actions ? <Trans>Not now</Trans> : <Trans>Close</Trans>)}
        </Button>
      </div>
    </dialog>
  )
}
