import { Trans, useLingui } from '@lingui/react/macro'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { ApiError } from '../lib/api.ts'
import { useChange } from '../lib/queries.ts'
import { Button } from '../ui/Button.tsx'
import card from '../ui/Card.module.css'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { Field } from '../ui/Field.tsx'
import { Page } from '../ui/Page.tsx'
import { passkeysRefused, signInWithPasskey } from './passkeys.ts'

export function SignInPage() {
  const { t } = useLingui()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const home = () => void queries.invalidateQueries().then(() => navigate('/'))
  const passkey = useMutation<boolean, ApiError>({
    mutationFn: signInWithPasskey,
    onSuccess: (done) => done && home(),
  })
  const link = useChange('POST /api/account/sign-in-link')
  const recover = useChange('POST /api/account/recover')
  const [email, setEmail] = useState('')
  const [code, setCode] = useState('')
  return (
    <Page title={t`Sign in`}>
      <div className={card.stack}>
        {passkeysRefused() === undefined && (
          <div className={card.card}>
            <ErrorNote error={passkey.error} />
            <Button busy={passkey.isPending} onClick={() => passkey.mutate()}>
              <Trans>Sign in with a passkey</Trans>
            </Button>
          </div>
        )}
        <form
          className={card.card}
          onSubmit={(event) => {
            event.preventDefault()
            link.mutate({ body: { email } })
          }}
        >
          <Field
            name="email"
            type="email"
            label={t`E-mail address`}
            value={email}
            onChange={setEmail}
            error={link.error}
            required
            autoComplete="email"
          />
          <ErrorNote error={link.error} />
          {link.isSuccess && (
            <p role="status">
              <Trans>If an account has this address, a link is on its way. It works for 15 minutes.</Trans>
            </p>
          )}
          <Button type="submit" kind="plain" busy={link.isPending}>
            <Trans>Send me a link</Trans>
          </Button>
        </form>
        <form
          className={card.card}
          onSubmit={(event) => {
            event.preventDefault()
            recover.mutate({ body: { code } }, { onSuccess: home })
          }}
        >
          <Field
            name="code"
            label={t`Recovery code`}
            value={code}
            onChange={setCode}
            error={recover.error}
            required
            maxLength={64}
            autoComplete="off"
          />
          <ErrorNote error={recover.error} />
          <Button type="submit" kind="plain" busy={recover.isPending}>
            <Trans>Sign in with this code</Trans>
          </Button>
        </form>
      </div>
    </Page>
  )
}
