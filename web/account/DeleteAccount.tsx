import { Trans } from '@lingui/react/macro'
import { useState } from 'react'
import type { Standing } from '../../server/accounts/contract.ts'
import { useChange } from '../lib/queries.ts'
import { useTimes } from '../lib/times.ts'
import { Button } from '../ui/Button.tsx'
import card from '../ui/Card.module.css'
import { ErrorNote } from '../ui/ErrorNote.tsx'

/** Deleting the account, with a day to take it back. */
export function DeleteAccount({ due, standing }: { due: string | null; standing: Standing }) {
  const { full } = useTimes()
  const remove = useChange('POST /api/account/delete')
  const keep = useChange('POST /api/account/keep')
  const [sure, setSure] = useState(false)
  if (due)
    return (
      <div className={card.card} role="status">
        <p>
          <Trans>
            This account is being deleted. It is gone on {full(due)}, and from backups 14 days later. Until
            then you can take it back.
          </Trans>
        </p>
        <ErrorNote error={keep.error} />
        <Button busy={keep.isPending} onClick={() => keep.mutate({})}>
          <Trans>Keep my account</Trans>
        </Button>
      </div>
    )
  if (!sure)
    return (
      <Button kind="quiet" className={card.flush} onClick={() => setSure(true)}>
        <Trans>Delete my account</Trans>
      </Button>
    )
  return (
    <div className={card.card}>
      <p>
        <Trans>
          Your names in all circles, your seats and your keys are deleted. You have 24 hours to change your
          mind.
        </Trans>
      </p>
      {standing !== 'member' && (
        <p>
          <Trans>
            Circles that only you facilitate take nobody new in from now on. Their meetups of the next 24
            hours are cancelled at once, later ones a day before they begin, unless a steward names somebody.
            It stays so if you change your mind: you can open the circle and plan again.
          </Trans>
        </p>
      )}
      <ErrorNote error={remove.error} />
      <p className={card.row}>
        <Button kind="stop" busy={remove.isPending} onClick={() => remove.mutate({})}>
          <Trans>Delete it</Trans>
        </Button>
        <Button kind="plain" onClick={() => setSure(false)}>
          <Trans>Keep it</Trans>
        </Button>
      </p>
    </div>
  )
}
