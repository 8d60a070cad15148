import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { Account } from '../../server/accounts/contract.ts'
import { useAccount, useChange, useForget } from '../lib/queries.ts'
import { Button } from '../ui/Button.tsx'
import card from '../ui/Card.module.css'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { Loading } from '../ui/Loading.tsx'
import { Page } from '../ui/Page.tsx'
import { BeginForm } from './BeginForm.tsx'
import { Consent } from './Consent.tsx'
import { DeleteAccount } from './DeleteAccount.tsx'
import { Keys } from './Keys.tsx'
import { MyName } from './MyName.tsx'

export function AccountPage() {
  const { t } = useLingui()
  const { data, error, isPending, refetch } = useAccount()
  if (isPending) return <Loading />
  const account = data?.account
  if (!account)
    return (
      <Page title={t`Start`}>
        <ErrorNote error={error} retry={() => void refetch()} />
        <p>
          <Trans>A name is enough. You need no e-mail, and you can leave at any time.</Trans>
        </p>
        <BeginForm />
      </Page>
    )
  return (
    <Page title={t`You`}>
      {account.deletionDue ? (
        <DeleteAccount due={account.deletionDue} standing={account.standing} />
      ) : (
        <>
          <MyName pseudonym={account.pseudonym} />
          <Keys account={account} />
          <Consent given={account.attendanceConsent} />
          <section className={card.section} aria-labelledby="data">
            <h2 id="data">
              <Trans>Your data</Trans>
            </h2>
            <p className={card.row}>
              <a href="/api/account/export" download="my-hearthside-data.json">
                <Trans>Download what is kept about you</Trans>
              </a>
            </p>
            <DeleteAccount due={null} standing={account.standing} />
          </section>
        </>
      )}
      <SignOut account={account} />
    </Page>
  )
}

function SignOut({ account }: { account: Account }) {
  const signOut = useChange('POST /api/account/sign-out')
  const elsewhere = useChange('POST /api/account/sign-out-elsewhere')
  const forget = useForget()
  const { passkeys, recoveryCodesLeft } = account.keys
  const lost = passkeys.length === 0 && recoveryCodesLeft === 0 && !account.email
  const [sure, setSure] = useState(false)
  return (
    <section className={card.section} aria-labelledby="out">
      <h2 id="out">
        <Trans>Sign out</Trans>
      </h2>
      {lost && (
        <p>
          <Trans>
            You have no way back in yet: if you sign out now, this account is gone for you. Add one above
            first.
          </Trans>
        </p>
      )}
      <ErrorNote error={signOut.error ?? elsewhere.error} />
      {elsewhere.isSuccess && (
        <p role="status">
          <Trans>Done. Only this browser is signed in now.</Trans>
        </p>
      )}
      <p className={card.row}>
        <Button
          kind="plain"
          busy={signOut.isPending}
          onClick={() => (lost && !sure ? setSure(true) : signOut.mutate({}, { onSuccess: forget }))}
        >
          {lost && sure ? <Trans>Sign out and give this account up</Trans> : <Trans>Sign out</Trans>}
        </Button>
        <Button kind="plain" busy={elsewhere.isPending} onClick={() => elsewhere.mutate({})}>
          <Trans>Sign out everywhere else</Trans>
        </Button>
      </p>
    </section>
  )
}
