import { Trans } from '@lingui/react/macro'
import styles from './Footer.module.css'
import { Preferences } from './Preferences.tsx'

/** At the foot of every page: language and light, and once more what this is. */
export function Footer() {
  return (
    <footer className={styles.footer}>
      <Preferences />
      <p className="soft">
        <Trans>Peer support, not therapy and not a crisis service. For people of 18 and over.</Trans>
      </p>
    </footer>
  )
}
