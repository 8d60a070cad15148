import { Trans } from '@lingui/react/macro'
import { type ReactNode, useEffect, useLayoutEffect, useRef } from 'react'
import { Button } from './Button.tsx'
import styles from './Panel.module.css'

type Props = {
  title: string
  close: () => void
  children: ReactNode
  /** Esc is for something else now, as for a question on top of it */
  keepOpen?: boolean
}

/** A list beside what goes on: it takes focus when it opens, gives it back when it closes, and stops nothing. */
export function Panel({ title, close, children, keepOpen = false }: Props) {
  const panel = useRef<HTMLElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  useLayoutEffect(() => {
    const before = document.activeElement
    return () => {
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
  // what is in it may have taken it already
  useEffect(() => {
    if (!panel.current?.contains(document.activeElement)) heading.current?.focus()
  }, [])
  return (
    <aside
      ref={panel}
      className={styles.panel}
      aria-label={title}
      onKeyDown={(event) => event.key === 'Escape' && !keepOpen && close()}
    >
      <div className={styles.head}>
        <h2 ref={heading} tabIndex={-1}>
          {title}
        </h2>
        <Button kind="quiet" onClick={close}>
          <Trans>Close</Trans>
        </Button>
      </div>
      {children}
    </aside>
  )
}
