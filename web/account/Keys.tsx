import { Trans, useLingui } from '@lingui/react/macro'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Suspense, useState } from 'react'
import type { Account } from '../../server/accounts/contract.ts'
import type { ApiError } from '../lib/api.ts'
import { part } from '../lib/parts.ts'
import { useChange } from '../lib/queries.ts'
import { useTimes } from '../lib/times.ts'
import { Button } from '../ui/Button.tsx'
import card from '../ui/Card.module.css'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { Field } from '../ui/Field.tsx'
import { addPasskey, passkeysRefused, signInWithPasskey } from './passkeys.ts'
import { RecoveryCodes } from './RecoveryCodes.tsx'

const Totp = part(async () => (await import('./Totp.tsx')).Totp)

/** Ways back into the account, and the proof a facilitator or steward needs. */
export function Keys({ account }: { account: Account }) {
  const { keys, email, standing, assurance } = account
  const strongNeeded = standing !== 'member'
  return (
    <section className={card.section} aria-labelledby="keys">
      <h2 id="keys">
        <Trans>Ways back in</Trans>
      </h2>
      <p>
        <Trans>Without one of these, this account lives only in this browser.</Trans>
      </p>
      {strongNeeded && assurance !== 'strong' && (
        <p role="status" className={card.card}>
          {keys.passkeys.length > 0 || keys.totp ? (
            <Trans>
              To use your facilitator’s rights, confirm with your passkey or your authenticator app. It holds
              for 12 hours.
            </Trans>
          ) : (
            <Trans>Your role needs a passkey or an authenticator app. Add one here.</Trans>
          )}
        </p>
      )}
      {assurance === 'recovering' && (keys.passkeys.length > 0 || keys.totp) && (
        <p role="status" className={card.card}>
          {strongNeeded ? (
            <Trans>
              You came in with a printed code. If your passkey or authenticator app is lost, ask a steward to
              make you a member and to invite you again; then you can set up a new one.
            </Trans>
          ) : (
            <Trans>
              You came in with a printed code. For an hour you can remove what is lost and set up something
              new.
            </Trans>
          )}
        </p>
      )}
      <div className={card.pairs}>
        <Passkeys account={account} />
        <Suspense>
          <Totp account={account} />
        </Suspense>
        <Email current={email} />
        <RecoveryCodes left={keys.recoveryCodesLeft} />
      </div>
    </section>
  )
}

function Passkeys({ account }: { account: Account }) {
  const { t } = useLingui()
  const { day } = useTimes()
  const queries = useQueryClient()
  const refused = passkeysRefused()
  const done = { onSuccess: () => queries.invalidateQueries() }
  const add = useMutation<boolean, ApiError>({
    mutationFn: () => addPasskey(navigator.platform || t`This device`),
    ...done,
  })
  const prove = useMutation<boolean, ApiError>({ mutationFn: signInWithPasskey, ...done })
  const remove = useChange('DELETE /api/account/passkeys/:passkeyId')
  const { passkeys } = account.keys
  return (
    <div className={card.card}>
      <h3>
        <Trans>Passkey</Trans>
      </h3>
      <p className="soft">
        {refused === undefined && (
          <Trans>Your phone or computer remembers it for you: a fingerprint, a face or a PIN.</Trans>
        )}
        {(refused === 'insecure' || refused === 'address') && (
          <Trans>
            Passkeys do not work at this address, because it has no trusted certificate. Facilitators can use
            an authenticator app instead. For the same reason Hearthside does not start here without a
            network.
          </Trans>
        )}
        {refused === 'browser' && <Trans>This browser has no passkeys. Choose another way below.</Trans>}
      </p>
      <ul>
        {passkeys.map((p) => (
          <li key={p.id}>
            {p.name || t`Passkey`} · <Trans>since {day(p.createdAt)}</Trans>{' '}
            <Button kind="quiet" onClick={() => remove.mutate({ passkeyId: p.id })}>
              <Trans>Remove</Trans>
            </Button>
          </li>
        ))}
      </ul>
      <ErrorNote error={add.error ?? prove.error ?? remove.error} />
      {refused === undefined && (
        <p className={card.row}>
          {passkeys.length > 0 && account.assurance !== 'strong' && (
            <Button busy={prove.isPending} onClick={() => prove.mutate()}>
              <Trans>Confirm with my passkey</Trans>
            </Button>
          )}
          <Button kind="plain" busy={add.isPending} onClick={() => add.mutate()}>
            <Trans>Add a passkey</Trans>
          </Button>
        </p>
      )}
    </div>
  )
}

function Email({ current }: { current: string | null }) {
  const { t } = useLingui()
  const send = useChange('POST /api/account/email')
  const [email, setEmail] = useState('')
  return (
    <form
      className={card.card}
      onSubmit={(event) => {
        event.preventDefault()
        send.mutate({ body: { email } })
      }}
    >
      <h3>
        <Trans>E-mail link</Trans>
      </h3>
      {current && (
        <p>
          <Trans>Kept with {current}.</Trans>
        </p>
      )}
      <Field
        name="email"
        type="email"
        label={current ? t`Another address` : t`E-mail address`}
        hint={t`Only used to send you a link. Our letters say nothing about circles.`}
        value={email}
        onChange={setEmail}
        error={send.error}
        required
        autoComplete="email"
      />
      <ErrorNote error={send.error} />
      {send.isSuccess && (
        <p role="status">
          <Trans>A letter is on its way. Open its link in this browser.</Trans>
        </p>
      )}
      <Button type="submit" kind="plain" busy={send.isPending}>
        <Trans>Send the link</Trans>
      </Button>
    </form>
  )
}
