import type { ButtonHTMLAttributes } from 'react'
import { Link } from 'react-router'
import styles from './Button.module.css'

export type Kind = 'main' | 'plain' | 'quiet' | 'stop'

/** `busy` keeps its place and its focus while something is on its way, and does not answer a second press. */
export function Button({
  kind = 'main',
  busy = false,
  className = '',
  onClick,
  ...rest
}: ButtonHTMLAttributes<HTMLButtonElement> & { kind?: Kind; busy?: boolean }) {
  return (
    <button
      type="button"
      className={`${styles.button} ${styles[kind]} ${className}`}
      aria-disabled={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
      {...rest}
    />
  )
}

/** A link that looks like a button, for going somewhere. */
export function ButtonLink({
  to,
  kind = 'main',
  target,
  children,
}: {
  to: string
  kind?: Kind
  target?: '_blank' | undefined
  children: React.ReactNode
}) {
  return (
    <Link to={to} target={target} className={`${styles.button} ${styles[kind]}`}>
      {children}
    </Link>
  )
}
