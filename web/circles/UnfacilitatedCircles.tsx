import { Trans } from '@lingui/react/macro'
import { useApi, useChange } from '../lib/queries.ts'
import { Button } from '../ui/Button.tsx'
import card from '../ui/Card.module.css'
import { CopyLink } from '../ui/CopyLink.tsx'
import { ErrorNote } from '../ui/ErrorNote.tsx'

/** For stewards: circles that nobody facilitates now, and the way to name somebody who does. Absent when there are none. */
export function UnfacilitatedCircles() {
  const { data, error, refetch } = useApi('GET /api/steward/circles')
  const give = useChange('PUT /api/steward/circles/:circleId/facilitator')
  const invite = useChange('POST /api/steward/circles/:circleId/invitations')
  if (error) return <ErrorNote error={error} retry={() => void refetch()} />
  if (!data || data.circles.length === 0) return null
  return (
    <section className={card.section} aria-labelledby="unfacilitated">
      <h2 id="unfacilitated">
        <Trans>Circles without a facilitator</Trans>
      </h2>
      <p>
        <Trans>
          Nobody new can come in, and their meetups are cancelled a day before they begin. Name a member whom
          a steward has made a facilitator; or invite such a person, and name them once they have joined.
        </Trans>
      </p>
      <ErrorNote error={give.error ?? invite.error} />
      <ul className={card.list}>
        {data.circles.map(({ id: circleId, name, trained }) => (
          <li key={circleId} className={card.card}>
            <h3>{name}</h3>
            {invite.data && invite.variables?.circleId === circleId && <CopyLink url={invite.data.url} />}
            <p className={card.row}>
              {trained.map((m) => (
                <Button
                  key={m.id}
                  busy={give.isPending}
                  onClick={() => give.mutate({ circleId, body: { membershipId: m.id } })}
                >
                  <Trans>Make {m.pseudonym} its facilitator</Trans>
                </Button>
              ))}
              <Button kind="plain" busy={invite.isPending} onClick={() => invite.mutate({ circleId })}>
                <Trans>Make an invitation</Trans>
              </Button>
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
