import { encode } from 'uqr'
import styles from './QrCode.module.css'

/** A link as a picture for another device's camera. It says nothing that does not stand beside it as text. */
export function QrCode({ text }: { text: string }) {
  const { data, size } = encode(text)
  const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('')
  return (
    <svg className={styles.code} viewBox={`0 0 ${size} ${size}`} aria-hidden>
      <path d={path} />
    </svg>
  )
}
