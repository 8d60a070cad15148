import { type ReactNode, useEffect, useRef } from 'react'
import styles from './Steps.module.css'

type Props = { title: string; children: ReactNode; wide?: boolean; first?: boolean }

/** One step of a visit: its heading has the focus, so that everybody knows where they are. */
export function Step({ title, children, wide = false, first = false }: Props) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    scrollTo(0, 0)
    // what is opened by its address keeps the focus where the browser put it
    if (!first) heading.current?.focus({ preventScroll: true })
  }, [first])
  return (
    <div className={wide ? styles.wide : styles.step}>
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {children}
    </div>
  )
}
