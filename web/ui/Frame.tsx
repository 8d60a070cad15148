import { Trans, useLingui } from '@lingui/react/macro'
import { Suspense } from 'react'
import { Link, NavLink, Outlet, useLocation } from 'react-router'
import { HelpButton } from '../help/HelpButton.tsx'
import { useAccount } from '../lib/queries.ts'
import { quickExit } from '../lib/quickExit.ts'
import { Announcer } from './Announcer.tsx'
import { Button } from './Button.tsx'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { Footer } from './Footer.tsx'
import styles from './Frame.module.css'
import { Loading } from './Loading.tsx'
import { Mark } from './Mark.tsx'
import { OfflineNote } from './OfflineNote.tsx'

/** What stands around every page but the room: the way around, help, and the quick way out. */
export function Frame() {
  const { t } = useLingui()
  const { data } = useAccount()
  const { pathname } = useLocation()
  return (
    <>
      {/* a button that moves focus: a link would replace the address’s fragment, which may hold a one-time link */}
      <button type="button" className={styles.skip} onClick={() => document.getElementById('main')?.focus()}>
        <Trans>Skip to the content</Trans>
      </button>
      <header className={styles.header}>
        <Link to="/" className={styles.name}>
          <Mark />
          Hearthside
        </Link>
        <div className={styles.safety}>
          <HelpButton />
          <Button kind="quiet" onClick={quickExit}>
            <Trans>Leave quickly</Trans>
          </Button>
        </div>
        <nav aria-label={t`Main`} className={styles.nav}>
          <NavLink to="/circles">
            <Trans>Circles</Trans>
          </NavLink>
          <NavLink to="/scenes">
            <Trans>Scenes</Trans>
          </NavLink>
          <NavLink to="/account">{data?.account ? <Trans>You</Trans> : <Trans>Start</Trans>}</NavLink>
          {data?.account?.standing === 'steward' && (
            <NavLink to="/steward">
              <Trans>Steward</Trans>
            </NavLink>
          )}
        </nav>
      </header>
      <main id="main" tabIndex={-1} className={styles.main}>
        <OfflineNote />
        <ErrorBoundary key={pathname}>
          <Suspense fallback={<Loading />}>
            <Outlet />
          </Suspense>
        </ErrorBoundary>
      </main>
      <Footer />
      <Announcer />
    </>
  )
}
