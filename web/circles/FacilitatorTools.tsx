import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { Circle } from '../../server/circles/contract.ts'
import { useApi, useChange } from '../lib/queries.ts'
import { useTimes } from '../lib/times.ts'
import { announce } from '../ui/Announcer.tsx'
import { Button } from '../ui/Button.tsx'
import card from '../ui/Card.module.css'
import { CopyLink } from '../ui/CopyLink.tsx'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { CircleFields, type CircleValues } from './CircleFields.tsx'

/** Invitations, and the circle's own words. */
export function FacilitatorTools({ circle }: { circle: Circle }) {
  const { t } = useLingui()
  const { full } = useTimes()
  const circleId = circle.id
  const invitations = useApi('GET /api/circles/:circleId/invitations', { circleId })
  const invite = useChange('POST /api/circles/:circleId/invitations')
  const takeBack = useChange('DELETE /api/circles/:circleId/invitations/:invitationId')
  const change = useChange('PATCH /api/circles/:circleId')
  const { name, topic, language, description, guidelines, entry } = circle
  const [value, setValue] = useState<CircleValues>({ name, topic, language, description, guidelines, entry })
  return (
    <section className={card.section} aria-labelledby="tools">
      <h2 id="tools">
        <Trans>For facilitators</Trans>
      </h2>
      <ErrorNote error={invitations.error ?? invite.error ?? takeBack.error} />
      <h3>
        <Trans>Invitations</Trans>
      </h3>
      <p className="soft">
        <Trans>Each link is for one person: the first who opens it. It is shown once, here.</Trans>
      </p>
      {invite.data && <CopyLink url={invite.data.url} />}
      <Button kind="plain" busy={invite.isPending} onClick={() => invite.mutate({ circleId })}>
        <Trans>Make an invitation</Trans>
      </Button>
      <ul>
        {invitations.data?.invitations.map((i) => (
          <li key={i.id}>
            {i.opened ? <Trans>Opened, not yet joined</Trans> : <Trans>Not opened yet</Trans>} ·{' '}
            <Trans>until {full(i.expiresAt)}</Trans>{' '}
            <Button
              kind="quiet"
              onClick={() =>
                takeBack.mutate({ circleId, invitationId: i.id }, { onSuccess: () => invite.reset() })
              }
            >
              <Trans>Take back</Trans>
            </Button>
          </li>
        ))}
      </ul>
      <details>
        <summary>
          <Trans>Change the circle</Trans>
        </summary>
        <form
          onSubmit={(event) => {
            event.preventDefault()
            change.mutate({ circleId, body: value }, { onSuccess: () => announce(t`Saved.`) })
          }}
        >
          <CircleFields value={value} onChange={setValue} error={change.error} />
          <ErrorNote error={change.error} />
          <Button type="submit" busy={change.isPending}>
            <Trans>Save</Trans>
          </Button>
        </form>
      </details>
    </section>
  )
}
