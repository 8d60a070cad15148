import { Trans, useLingui } from '@lingui/react/macro'
import { useLocation, useNavigate } from 'react-router'
import { useChange, useForget } from '../lib/queries.ts'
import { Button, ButtonLink } from '../ui/Button.tsx'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { Page } from '../ui/Page.tsx'
import { BeginForm } from './BeginForm.tsx'

/** A one-time link. It is used by a press, not by being looked at: mail programs look at links too. */
export function LinkPage() {
  const { t } = useLingui()
  const token = useLocation().hash.slice(1)
  const navigate = useNavigate()
  const open = useChange('POST /api/account/links/open')
  const forget = useForget()
  if (open.data)
    return (
      <Page title={t`Done`}>
        <p>
          {open.data.purpose === 'sign_in' && (
            <Trans>You are signed in as {open.data.account.pseudonym}.</Trans>
          )}
          {open.data.purpose === 'add_email' && <Trans>Your account is kept with this address now.</Trans>}
          {open.data.purpose === 'standing' && (
            <Trans>
              You can facilitate here now. One more step: add a passkey or an authenticator app, so that
              nobody else can in your name.
            </Trans>
          )}
        </p>
        <ButtonLink to={open.data.purpose === 'sign_in' ? '/' : '/account'}>
          <Trans>Continue</Trans>
        </ButtonLink>
      </Page>
    )
  const use = () =>
    open.mutate(
      { body: { token } },
      {
        onSuccess: ({ purpose }) => {
          // what was read as somebody else, or as nobody, is forgotten
          if (purpose === 'sign_in') void forget()
          navigate('/account/link', { replace: true })
        },
      },
    )
  const begins = open.error?.code === 'sign_in_needed'
  return (
    <Page title={t`Your link`}>
      {token === '' ? (
        <p role="alert">
          <Trans>
            This link is not whole: a part of it was lost on the way. Copy all of it from your letter, or ask
            for a new one.
          </Trans>
        </p>
      ) : begins ? (
        <>
          <p>
            <Trans>Choose a name first; the link goes on from there.</Trans>
          </p>
          <BeginForm done={use} />
        </>
      ) : (
        <>
          <p>
            <Trans>This link works once. Press Continue to use it.</Trans>
          </p>
          <ErrorNote error={open.error} />
          <Button busy={open.isPending} onClick={use}>
            <Trans>Continue</Trans>
          </Button>
        </>
      )}
    </Page>
  )
}
