import { Trans, useLingui } from '@lingui/react/macro'
import { UnfacilitatedCircles } from '../circles/UnfacilitatedCircles.tsx'
import { CrisisContacts } from '../help/CrisisContacts.tsx'
import { useApi, useChange } from '../lib/queries.ts'
import { useTimes } from '../lib/times.ts'
import { Button } from '../ui/Button.tsx'
import card from '../ui/Card.module.css'
import { CopyLink } from '../ui/CopyLink.tsx'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { Loading } from '../ui/Loading.tsx'
import { Page } from '../ui/Page.tsx'
import { TrainedPerson } from './TrainedPerson.tsx'
import { standings } from './words.ts'

/** Who facilitates here, and the way to make somebody a facilitator. */
export function StewardPage() {
  const { t } = useLingui()
  const { full } = useTimes()
  const people = useApi('GET /api/steward/people')
  const invite = useChange('POST /api/steward/invitations')
  const withdraw = useChange('DELETE /api/steward/invitations/:linkId')
  if (people.isPending) return <Loading />
  return (
    <Page title={t`Steward`}>
      <ErrorNote error={people.error ?? invite.error ?? withdraw.error} />
      {people.data && (
        <>
          <section className={card.section} aria-labelledby="trained">
            <h2 id="trained">
              <Trans>Facilitators and stewards</Trans>
            </h2>
            <ul className={card.rows}>
              {people.data.people.map((p) => (
                <TrainedPerson key={p.id} person={p} />
              ))}
            </ul>
          </section>
          <UnfacilitatedCircles />
          <section className={card.section} aria-labelledby="invite">
            <h2 id="invite">
              <Trans>Invite somebody</Trans>
            </h2>
            <p>
              <Trans>
                The link makes the account that opens it a facilitator, or a steward. It works once, for 7
                days.
              </Trans>
            </p>
            {invite.data && (
              <>
                <p>
                  {invite.variables?.body.standing === 'steward' ? (
                    <Trans>This link makes a steward, who can do all that you can:</Trans>
                  ) : (
                    <Trans>This link makes a facilitator:</Trans>
                  )}
                </p>
                <CopyLink url={invite.data.url} />
              </>
            )}
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
            <ul className={card.rows}>
              {people.data.invitations.map((i) => (
                <li key={i.id}>
                  <span>
                    {t(standings[i.standing])} · <Trans>until {full(i.expiresAt)}</Trans>
                  </span>
                  <Button
                    kind="quiet"
                    onClick={() => withdraw.mutate({ linkId: i.id }, { onSuccess: () => invite.reset() })}
                  >
                    <Trans>Take back</Trans>
                  </Button>
                </li>
              ))}
            </ul>
          </section>
          <CrisisContacts />
        </>
      )}
    </Page>
  )
}
