import { Trans } from '@lingui/react/macro'
import { type ReactNode, useLayoutEffect, useRef } from 'react'
import { Button } from '../../ui/Button.tsx'
import styles from './Worn.module.css'

type Props = {
  /** how one comes back from in there */
  children: ReactNode
  leave: () => void
  /** what had the focus here goes with this: where it comes to */
  next?: () => HTMLElement | null | undefined
}

/** Over the picture while a headset shows it, where the page has only a dark box: says so to whoever looks here. */
export function Worn({ children, leave, next }: Props) {
  const whole = useRef<HTMLElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const after = useRef(next)
  useLayoutEffect(() => {
    const here = whole.current
    // what was pressed to enter is gone
    heading.current?.focus({ preventScroll: true })
    return () => {
      if (here?.contains(document.activeElement)) after.current?.()?.focus({ preventScroll: true })
    }
  }, [])
  return (
    <section ref={whole} className={styles.worn}>
      <h2 ref={heading} tabIndex={-1}>
        <Trans>You are in the headset.</Trans>
      </h2>
      <p>{children}</p>
      <Button onClick={leave}>
        <Trans>Come back to this page</Trans>
      </Button>
    </section>
  )
}
