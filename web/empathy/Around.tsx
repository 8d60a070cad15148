import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { HelpButton } from '../help/HelpButton.tsx'
import { quickExit } from '../lib/quickExit.ts'
import { Announcer } from '../ui/Announcer.tsx'
import { Button } from '../ui/Button.tsx'
import { Mark } from '../ui/Mark.tsx'
import styles from './Around.module.css'

type Props = {
  children: ReactNode
  /** to the calm room; none while one is there already */
  stepOut?: (() => void) | undefined
  /** somebody looks for help: what plays waits */
  pause?: () => void
  hand?: 'both' | 'left' | 'right'
}

/** What stands around a visit: help, the quick way out of everything, and the way out of the scene, always at the same place. */
export function Around({ children, stepOut, pause, hand = 'both' }: Props) {
  const { t } = useLingui()
  return (
    <div className={styles.around} data-hand={hand}>
      <header className={styles.header}>
        <Link to="/scenes" className={styles.home} aria-label={t`All scenes`}>
          <Mark />
          <span>
            <Trans>Scenes</Trans>
          </span>
        </Link>
        <div className={styles.safety} onClickCapture={pause}>
          <HelpButton />
          <Button kind="quiet" onClick={quickExit}>
            <Trans>Leave quickly</Trans>
          </Button>
        </div>
        <div className={styles.out}>
          {stepOut && (
            <Button onClick={stepOut} aria-keyshortcuts="Escape">
              <Trans>Step out</Trans>
            </Button>
          )}
        </div>
      </header>
      <main className={styles.main}>{children}</main>
      <Announcer />
    </div>
  )
}
