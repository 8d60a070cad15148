import { Trans } from '@lingui/react/macro'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useChange } from '../lib/queries.ts'
import { Button } from '../ui/Button.tsx'
import card from '../ui/Card.module.css'
import { ErrorNote } from '../ui/ErrorNote.tsx'

type Props = {
  circleId: string
  asked: boolean
  /** who has left cannot look at it any more */
  hidden: boolean
}

export function LeaveCircle({ circleId, asked, hidden }: Props) {
  const navigate = useNavigate()
  const leave = useChange('POST /api/circles/:circleId/leave')
  const [sure, setSure] = useState(false)
  const act = () =>
    leave.mutateAsync({ circleId }).then(
      () => void (hidden && navigate('/circles')),
      () => {},
    )
  if (!sure)
    return (
      <Button kind="quiet" className={card.flush} onClick={() => setSure(true)}>
        {asked ? <Trans>Take back my request</Trans> : <Trans>Leave this circle</Trans>}
      </Button>
    )
  return (
    <div className={card.card}>
      <p>
        <Trans>
          Your name here and your seats at its meetups are deleted. Nobody is told. You may join again another
          day.
        </Trans>
      </p>
      <ErrorNote error={leave.error} />
      <p className={card.row}>
        <Button kind="stop" busy={leave.isPending} onClick={() => void act()}>
          <Trans>Leave</Trans>
        </Button>
        <Button kind="plain" onClick={() => setSure(false)}>
          <Trans>Stay</Trans>
        </Button>
      </p>
    </div>
  )
}
