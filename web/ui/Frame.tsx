import { Trans, useLingui } from '@lingui/react/macro'
import { Suspense } from 'react'
import { Link, NavLink, Outlet } from 'react-router'
import { HelpButton } from '../help/HelpButton.tsx'
import { useAccount } from '../lib/queries.ts'
import { quickExit } from '../lib/quickExit.ts'
import { Announcer } from './Announcer.tsx'
import { Button } from './Button.tsx'
import styles from './Frame.module.css'
import { Loading } from './Loading.tsx'

/** What stands around every page but the room: the way around, help, and the quick way out. */
export function Frame() {
  const { t } = useLingui()
  const { data } = useAccount()
  return (
    <>
      <a className={styles.skip} href="#main">
        <Trans>Skip to the content</Trans>
      </a>
      <header className={styles.header}>
        <Link to="/" className={styles.name}>
          Hearthside
        </Link>
        <nav aria-label={t`Main`} className={styles.nav}>
          <NavLink to="/circles">
            <Trans>Circles</Trans>
          </NavLink>
          <NavLink to="/account">{data?.account ? <Trans>You</Trans> : <Trans>Start</Trans>}</NavLink>
          {data?.account?.standing === 'steward' && (
            <NavLink to="/steward">
              <Trans>Steward</Trans>
            </NavLink>
          )}
        </nav>
        <div className={styles.safety}>
          <HelpButton />
          <Button kind="quiet" onClick={quickExit}>
            <Trans>Leave quickly</Trans>
          </Button>
        </div>
      </header>
      <main id="main" className={styles.main}>
        <Suspense fallback={<Loading />}>
          <Outlet />
        </Suspense>
      </main>
      <Announcer />
    </>
  )
}
