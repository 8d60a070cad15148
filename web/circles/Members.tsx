import { Trans } from '@lingui/react/macro'
import type { MyMembership } from '../../server/circles/contract.ts'
import { useApi, useChange } from '../lib/queries.ts'
import { Button } from '../ui/Button.tsx'
import card from '../ui/Card.module.css'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { Loading } from '../ui/Loading.tsx'
import { MemberRow, MemberTools } from './MemberRow.tsx'
import styles from './Members.module.css'

/** The personas of a circle, for its members; a facilitator also answers those who ask, gives roles, and removes. */
export function Members({ circleId, me }: { circleId: string; me: MyMembership }) {
  const members = useApi('GET /api/circles/:circleId/members', { circleId })
  const answer = useChange('PUT /api/circles/:circleId/members/:membershipId/answer')
  const facilitator = me.role === 'facilitator'
  const asking = members.data?.asking ?? []
  return (
    <section className={card.section} aria-labelledby="members">
      {asking.length > 0 && (
        <div className={`${card.card} ${styles.asking}`}>
          <h2 className={card.small}>
            <Trans>Asking to join</Trans>
          </h2>
          <ErrorNote error={answer.error} />
          <ul className={card.rows}>
            {asking.map((m) => (
              <MemberRow key={m.id} member={m}>
                <span className={card.row}>
                  <Button
                    onClick={() => answer.mutate({ circleId, membershipId: m.id, body: { answer: 'yes' } })}
                  >
                    <Trans>Welcome them</Trans>
                  </Button>
                  <Button
                    kind="quiet"
                    onClick={() => answer.mutate({ circleId, membershipId: m.id, body: { answer: 'no' } })}
                  >
                    <Trans>Say no</Trans>
                  </Button>
                </span>
              </MemberRow>
            ))}
          </ul>
        </div>
      )}
      <h2 id="members">
        <Trans>Who is in this circle</Trans>
      </h2>
      {members.isPending && <Loading />}
      <ErrorNote error={members.error} retry={() => void members.refetch()} />
      <ul className={card.rows}>
        {members.data?.members.map((m) => (
          <MemberRow key={m.id} member={m} me={m.id === me.id}>
            {facilitator && m.id !== me.id && <MemberTools circleId={circleId} member={m} />}
          </MemberRow>
        ))}
      </ul>
    </section>
  )
}
