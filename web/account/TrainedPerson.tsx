import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { Standing } from '../../server/accounts/contract.ts'
import { useChange } from '../lib/queries.ts'
import { Button } from '../ui/Button.tsx'
import card from '../ui/Card.module.css'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { standings } from './words.ts'

type Props = { person: { id: string; pseudonym: string; standing: Standing; strongKey: boolean } }

/** A facilitator or steward in the stewards' list, and taking that away again: closed until wanted, and asked once more. */
export function TrainedPerson({ person: { id: accountId, pseudonym, standing, strongKey } }: Props) {
  const { t } = useLingui()
  const lower = useChange('PUT /api/steward/people/:accountId/standing')
  const [to, setTo] = useState<'facilitator' | 'member'>()
  return (
    <li>
      <span>
        <bdi>{pseudonym}</bdi>, {t(standings[standing])}
        {!strongKey && (
          <span className="soft">
            {' '}
            · <Trans>has no passkey or app yet</Trans>
          </span>
        )}
      </span>
      <details className={card.tools}>
        <summary>
          <Trans>Change</Trans>
          <span className="visually-hidden">: {pseudonym}</span>
        </summary>
        <ErrorNote error={lower.error} />
        {to ? (
          <>
            <p>
              {to === 'member' ? (
                <Trans>
                  {pseudonym} becomes a member, here and in every circle, at once. Circles that have no other
                  facilitator take nobody new in, their meetups of the next 24 hours are cancelled now, and
                  they are listed on this page until you name somebody. Links they made for others end.
                </Trans>
              ) : (
                <Trans>
                  {pseudonym} facilitates on, but has no say on this page any more. Links they made for others
                  end.
                </Trans>
              )}
            </p>
            <p className={card.row}>
              <Button
                kind="stop"
                busy={lower.isPending}
                onClick={() =>
                  lower.mutate({ accountId, body: { standing: to } }, { onSettled: () => setTo(undefined) })
                }
              >
                {to === 'member' ? <Trans>Make them a member</Trans> : <Trans>Make them a facilitator</Trans>}
              </Button>
              <Button kind="plain" onClick={() => setTo(undefined)}>
                <Trans>Not now</Trans>
              </Button>
            </p>
          </>
        ) : (
          <p className={card.row}>
            {standing === 'steward' && (
              <Button kind="quiet" onClick={() => setTo('facilitator')}>
                <Trans>No longer a steward…</Trans>
              </Button>
            )}
            <Button kind="quiet" onClick={() => setTo('member')}>
              <Trans>No longer a facilitator…</Trans>
            </Button>
          </p>
        )}
      </details>
    </li>
  )
}
