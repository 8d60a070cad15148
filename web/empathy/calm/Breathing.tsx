import { Trans } from '@lingui/react/macro'
import { useEffect, useState } from 'react'
import { useStill } from '../comfort.ts'
import styles from './Calm.module.css'

const IN_MS = 4000
const OUT_MS = 6000

/** A light that breathes slowly, to breathe along with. With less motion only its words change. */
export function Breathing() {
  const still = useStill()
  const [out, setOut] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setOut(!out), out ? OUT_MS : IN_MS)
    return () => clearTimeout(timer)
  }, [out])
  return (
    <div className={styles.breathing}>
      <div className={styles.light} data-out={out} data-still={still} aria-hidden="true">
        <span>{out ? <Trans>Breathe out</Trans> : <Trans>Breathe in</Trans>}</span>
      </div>
      <p className="soft">
        <Trans>In for four, out for six, as long as you like. Or not at all: just sit.</Trans>
      </p>
    </div>
  )
}
