import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { BeginForm } from '../account/BeginForm.tsx'
import { useAccount, useChange } from '../lib/queries.ts'
import { Button } from '../ui/Button.tsx'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { Field } from '../ui/Field.tsx'
import { Page } from '../ui/Page.tsx'

/** Opens an invitation. Its code stands in the fragment, so that no server or log between sees it. */
export function InvitationPage() {
  const { t } = useLingui()
  const code = useLocation().hash.slice(1)
  const navigate = useNavigate()
  const account = useAccount().data?.account
  const open = useChange('POST /api/invitations/open')
  const accept = useChange('POST /api/invitations/accept')
  const [name, setName] = useState('')
  const pseudonym = name || (account?.pseudonym ?? '')
  const circle = open.data?.circle
  return (
    <Page title={circle ? circle.name : t`You are invited to a circle`}>
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
          <p className="words">{circle.guidelines}</p>
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
