import { Trans } from '@lingui/react/macro'
import { type ReactNode, useState } from 'react'
import type { Persona } from '../../server/circles/contract.ts'
import { useChange } from '../lib/queries.ts'
import { Avatar } from '../ui/Avatar.tsx'
import { Button } from '../ui/Button.tsx'
import card from '../ui/Card.module.css'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import styles from './Members.module.css'

/** One persona in a list, with what can be done beside it. */
export function MemberRow({ member, me, children }: { member: Persona; me?: boolean; children?: ReactNode }) {
  return (
    <li>
      <Avatar seed={member.avatar} className={styles.face} />
      <span>
        <bdi>{member.pseudonym}</bdi> {me && <Trans>(you)</Trans>}
        {member.role === 'facilitator' && (
          <span className="soft">
            {' '}
            · <Trans>facilitator</Trans>
          </span>
        )}
      </span>
      {children}
    </li>
  )
}

/** What a facilitator can do about somebody: closed until wanted, and removing asks once more. */
export function MemberTools({ circleId, member }: { circleId: string; member: Persona }) {
  const role = useChange('PUT /api/circles/:circleId/members/:membershipId/role')
  const remove = useChange('DELETE /api/circles/:circleId/members/:membershipId')
  const [sure, setSure] = useState(false)
  const membershipId = member.id
  const give = () =>
    role.mutate({
      circleId,
      membershipId,
      body: { role: member.role === 'member' ? 'facilitator' : 'member' },
    })
  return (
    <details className={card.tools}>
      <summary>
        <Trans>Change</Trans>
        <span className="visually-hidden">: {member.pseudonym}</span>
      </summary>
      <ErrorNote error={role.error ?? remove.error} />
      {sure ? (
        <>
          <p>
            <Trans>
              Remove {member.pseudonym} from the circle? They cannot come back by themselves; a new invitation
              lets them.
            </Trans>
          </p>
          <p className={card.row}>
            <Button
              kind="stop"
              busy={remove.isPending}
              onClick={() => remove.mutate({ circleId, membershipId })}
            >
              <Trans>Remove</Trans>
            </Button>
            <Button kind="plain" onClick={() => setSure(false)}>
              <Trans>Not now</Trans>
            </Button>
          </p>
        </>
      ) : (
        <p className={card.row}>
          <Button kind="plain" busy={role.isPending} onClick={give}>
            {member.role === 'member' ? <Trans>Make facilitator</Trans> : <Trans>Make member</Trans>}
          </Button>
          <Button kind="quiet" onClick={() => setSure(true)}>
            <Trans>Remove…</Trans>
          </Button>
        </p>
      )}
    </details>
  )
}
