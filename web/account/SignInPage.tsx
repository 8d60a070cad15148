import { Trans, useLingui } from '@lingui/react/macro'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
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
  // what was read as somebody else, or as nobody, is forgotten
  const home = () => void queries.resetQueries().then(() => navigate('/'))
  const refused = passkeysRefused()
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
      <div className={card.pairs}>
        <section className={card.card} aria-labelledby="passkey">
          <h2 id="passkey" className={card.small}>
            <Trans>Passkey</Trans>
          </h2>
          {refused === undefined ? (
            <>
              <p className="soft">
                <Trans>With the fingerprint, face or PIN of this device.</Trans>
              </p>
              <ErrorNote error={passkey.error} />
              <Button busy={passkey.isPending} onClick={() => passkey.mutate()}>
                <Trans>Sign in with a passkey</Trans>
              </Button>
            </>
          ) : (
            <p>
              <Trans>
                Passkeys do not work here: they need a trusted address and a browser that has them.
              </Trans>
            </p>
          )}
        </section>
        <form
          className={card.card}
          onSubmit={(event) => {
            event.preventDefault()
            link.mutate({ body: { email } })
          }}
        >
          <h2 className={card.small}>
            <Trans>E-mail link</Trans>
          </h2>
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
          <h2 className={card.small}>
            <Trans>A code you printed</Trans>
          </h2>
          <Field
            name="code"
            label={t`Recovery code`}
            hint={t`Each works once. Spaces, dashes and small letters do not matter.`}
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
      <p className={card.section}>
        <Link to="/account">
          <Trans>I am new here: start</Trans>
        </Link>
      </p>
    </Page>
  )
}
