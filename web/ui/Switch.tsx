import { useId } from 'react'
import styles from './Switch.module.css'

type Props = { label: string; hint?: string; on: boolean; set: (on: boolean) => void }

/** Something that is on or off at once, without a button to confirm. */
export function Switch({ label, hint, on, set }: Props) {
  const id = useId()
  return (
    <div className={styles.switch}>
      <input
        id={id}
        type="checkbox"
        role="switch"
        checked={on}
        aria-checked={on}
        onChange={(event) => set(event.target.checked)}
        aria-describedby={hint && `${id}-more`}
      />
      <label htmlFor={id}>{label}</label>
      {hint && (
        <span id={`${id}-more`} className="soft">
          {hint}
        </span>
      )}
    </div>
  )
}
