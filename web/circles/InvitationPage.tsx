import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { BeginForm } from '../account/BeginForm.tsx'
import { useAccount, useChange } from '../lib/queries.ts'
import { Button, ButtonLink } from '../ui/Button.tsx'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { Field } from '../ui/Field.tsx'
import { Lines } from '../ui/Lines.tsx'
import { Loading } from '../ui/Loading.tsx'
import { Page } from '../ui/Page.tsx'

/** Opens an invitation. Its code stands in the fragment, so that no server or log between sees it. */
export function InvitationPage() {
  const { t } = useLingui()
  const code = useLocation().hash.slice(1)
  const navigate = useNavigate()
  const { data, isPending } = useAccount()
  const account = data?.account
  const open = useChange('POST /api/invitations/open')
  const accept = useChange('POST /api/invitations/accept')
  const [name, setName] = useState<string>()
  const pseudonym = name ?? account?.pseudonym ?? ''
  const circle = open.data?.circle
  if (isPending) return <Loading />
  if (code === '')
    return (
      <Page title={t`You are invited to a circle`}>
        <p role="alert">
          <Trans>
            This invitation is not whole: a part of its link was lost on the way. Ask for it to be sent again.
          </Trans>
        </p>
        <ButtonLink to="/circles">
          <Trans>See the circles</Trans>
        </ButtonLink>
      </Page>
    )
  return (
    <Page title={circle ? circle.name : t`You are invited to a circle`} tab={t`Invitation`}>
      {!account && (
        <>
          <p>
            <Trans>First choose a name. Then you can read what the circle is about before you decide.</Trans>
          </p>
          <BeginForm />
        </>
      )}
      {account && !circle && (
        <>
          <p>
            <Trans>This invitation is for one person. When you open it, it belongs to you.</Trans>
          </p>
          <ErrorNote error={open.error} />
          <Button busy={open.isPending} onClick={() => open.mutate({ body: { code } })}>
            <Trans>Open the invitation</Trans>
          </Button>
        </>
      )}
      {account && circle && (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            accept.mutate(
              { body: { code, pseudonym } },
              { onSuccess: ({ circleId }) => navigate(`/circles/${circleId}`) },
            )
          }}
        >
          <p className="words">{circle.description}</p>
          <h2>
            <Trans>How we are with each other</Trans>
          </h2>
          <Lines text={circle.guidelines} />
          <Field
            name="pseudonym"
            label={t`Your name in this circle`}
            value={pseudonym}
            onChange={setName}
            error={accept.error}
            maxLength={32}
            autoComplete="off"
          />
          <ErrorNote error={accept.error} />
          <Button type="submit" busy={accept.isPending}>
            <Trans>Join as {pseudonym}</Trans>
          </Button>
        </form>
      )}
    </Page>
  )
}
