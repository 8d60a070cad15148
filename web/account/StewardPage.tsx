import { Trans, useLingui } from '@lingui/react/macro'
import { CrisisContacts } from '../help/CrisisContacts.tsx'
import { useApi, useChange } from '../lib/queries.ts'
import { useTimes } from '../lib/times.ts'
import { Button } from '../ui/Button.tsx'
import card from '../ui/Card.module.css'
import { CopyLink } from '../ui/CopyLink.tsx'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { Loading } from '../ui/Loading.tsx'
import { Page } from '../ui/Page.tsx'

/** Who facilitates here, and the way to make somebody a facilitator. */
export function StewardPage() {
  const { t } = useLingui()
  const { full } = useTimes()
  const people = useApi('GET /api/steward/people')
  const invite = useChange('POST /api/steward/invitations')
  const standing = { member: t`member`, facilitator: t`facilitator`, steward: t`steward` }
  if (people.isPending) return <Loading />
  return (
    <Page title={t`Steward`}>
      <ErrorNote error={people.error ?? invite.error} />
      {people.data && (
        <>
          <h2>
            <Trans>Facilitators and stewards</Trans>
          </h2>
          <ul>
            {people.data.people.map((p) => (
              <li key={`${p.pseudonym}${p.standing}`}>
                <bdi>{p.pseudonym}</bdi>, {standing[p.standing]}
                {!p.strongKey && (
                  <span className="soft">
                    {' '}
                    · <Trans>has no passkey or app yet</Trans>
                  </span>
                )}
              </li>
            ))}
          </ul>
          <h2>
            <Trans>Invite somebody</Trans>
          </h2>
          <p>
            <Trans>The link makes the account that opens it a facilitator. It works once, for 7 days.</Trans>
          </p>
          {invite.data && <CopyLink url={invite.data.url} />}
          <p className={card.row}>
            <Button
              busy={invite.isPending}
              onClick={() => invite.mutate({ body: { standing: 'facilitator' } })}
            >
              <Trans>Invite a facilitator</Trans>
            </Button>
            <Button
              kind="plain"
              busy={invite.isPending}
              onClick={() => invite.mutate({ body: { standing: 'steward' } })}
            >
              <Trans>Invite a steward</Trans>
            </Button>
          </p>
          <ul>
            {people.data.invitations.map((i) => (
              <li key={i.id}>
                {standing[i.standing]} · <Trans>until {full(i.expiresAt)}</Trans>
              </li>
            ))}
          </ul>
          <CrisisContacts />
        </>
      )}
    </Page>
  )
}
