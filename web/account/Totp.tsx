import { Trans, useLingui } from '@lingui/react/macro'
import { useMemo, useState } from 'react'
import { encode } from 'uqr'
import type { Account } from '../../server/accounts/contract.ts'
import { useChange } from '../lib/queries.ts'
import { Button } from '../ui/Button.tsx'
import card from '../ui/Card.module.css'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { Field } from '../ui/Field.tsx'
import styles from './Account.module.css'

/** The authenticator app: setting it up, and proving it again. A second factor, not a way in by itself. */
export function Totp({ account }: { account: Account }) {
  const { t } = useLingui()
  const begin = useChange('POST /api/account/totp')
  const confirm = useChange('POST /api/account/totp/confirm')
  const verify = useChange('POST /api/account/totp/verify')
  const remove = useChange('DELETE /api/account/totp')
  const [code, setCode] = useState('')
  const has = account.keys.totp
  const settingUp = begin.data && !has
  const asks = settingUp || (has && account.assurance !== 'strong')
  const check = has ? verify : confirm
  return (
    <form
      className={card.card}
      onSubmit={(event) => {
        event.preventDefault()
        check.mutate(
          { body: { code } },
          {
            onSuccess: () => {
              setCode('')
              begin.reset()
            },
          },
        )
      }}
    >
      <h3>
        <Trans>Authenticator app</Trans>
      </h3>
      <p className="soft">
        {has ? (
          <Trans>Set up. It confirms that it is you; it is not a way in by itself.</Trans>
        ) : (
          <Trans>A second proof for facilitators and stewards, where passkeys do not work.</Trans>
        )}
      </p>
      {settingUp && (
        <>
          <QrCode text={begin.data.uri} label={t`QR code for your authenticator app`} />
          <p>
            <Trans>
              Scan it with your app, or type this in: <code>{begin.data.secret}</code>
            </Trans>
          </p>
        </>
      )}
      {asks && (
        <Field
          name="code"
          label={t`Code from the app`}
          value={code}
          onChange={setCode}
          error={check.error}
          inputMode="numeric"
          autoComplete="one-time-code"
          required
          maxLength={10}
        />
      )}
      <ErrorNote error={begin.error ?? check.error ?? remove.error} />
      <p className={card.row}>
        {asks && (
          <Button type="submit" busy={check.isPending}>
            <Trans>Confirm</Trans>
          </Button>
        )}
        {!has && (
          <Button kind="plain" busy={begin.isPending} onClick={() => begin.mutate({})}>
            {settingUp ? <Trans>Show a new one</Trans> : <Trans>Set up an app</Trans>}
          </Button>
        )}
        {has && account.assurance !== 'basic' && (
          <Button kind="quiet" busy={remove.isPending} onClick={() => remove.mutate({})}>
            <Trans>Remove the app</Trans>
          </Button>
        )}
      </p>
    </form>
  )
}

function QrCode({ text, label }: { text: string; label: string }) {
  const { path, size } = useMemo(() => {
    const { data, size } = encode(text)
    return {
      size,
      path: data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : []))).join(''),
    }
  }, [text])
  return (
    <svg
      viewBox={`0 0 ${size} ${size}`}
      className={styles.qr}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <path d={path} fill="#000" />
    </svg>
  )
}
