import { Trans } from '@lingui/react/macro'
import type { MyMembership, Persona } from '../../server/circles/contract.ts'
import { useApi, useChange } from '../lib/queries.ts'
import { Avatar } from '../ui/Avatar.tsx'
import { Button } from '../ui/Button.tsx'
import card from '../ui/Card.module.css'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import styles from './Members.module.css'

/** The personas of a circle, for its members; a facilitator also answers those who ask, gives roles, and removes. */
export function Members({ circleId, me }: { circleId: string; me: MyMembership }) {
  const members = useApi('GET /api/circles/:circleId/members', { circleId })
  const answer = useChange('PUT /api/circles/:circleId/members/:membershipId/answer')
  const role = useChange('PUT /api/circles/:circleId/members/:membershipId/role')
  const remove = useChange('DELETE /api/circles/:circleId/members/:membershipId')
  const facilitator = me.role === 'facilitator'
  const tools = (m: Persona) =>
    facilitator &&
    m.id !== me.id && (
      <span className={card.row}>
        <Button
          kind="quiet"
          onClick={() =>
            role.mutate({
              circleId,
              membershipId: m.id,
              body: { role: m.role === 'member' ? 'facilitator' : 'member' },
            })
          }
        >
          {m.role === 'member' ? <Trans>Make facilitator</Trans> : <Trans>Make member</Trans>}
        </Button>
        <Button kind="quiet" onClick={() => remove.mutate({ circleId, membershipId: m.id })}>
          <Trans>Remove</Trans>
        </Button>
      </span>
    )
  return (
    <section className={card.section} aria-labelledby="members">
      <h2 id="members">
        <Trans>Who is in this circle</Trans>
      </h2>
      <ErrorNote error={members.error ?? role.error ?? remove.error ?? answer.error} />
      <ul className={styles.people}>
        {members.data?.members.map((m) => (
          <li key={m.id}>
            <Avatar seed={m.avatar} className={styles.face} />
            <span>
              {m.pseudonym} {m.id === me.id && <Trans>(you)</Trans>}
              {m.role === 'facilitator' && (
                <span className="soft">
                  {' '}
                  · <Trans>facilitator</Trans>
                </span>
              )}
            </span>
            {tools(m)}
          </li>
        ))}
      </ul>
      {facilitator && (members.data?.asking.length ?? 0) > 0 && (
        <>
          <h3>
            <Trans>Asking to join</Trans>
          </h3>
          <ul className={styles.people}>
            {members.data?.asking.map((m) => (
              <li key={m.id}>
                <Avatar seed={m.avatar} className={styles.face} />
                {m.pseudonym}
                <span className={card.row}>
                  <Button
                    kind="plain"
                    onClick={() => answer.mutate({ circleId, membershipId: m.id, body: { answer: 'yes' } })}
                  >
                    <Trans>Welcome them</Trans>
                  </Button>
                  <Button
                    kind="quiet"
                    onClick={() => answer.mutate({ circleId, membershipId: m.id, body: { answer: 'no' } })}
                  >
                    <Trans>Not now</Trans>
                  </Button>
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
