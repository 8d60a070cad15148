import { Trans } from '@lingui/react/macro'
import { Suspense, useState } from 'react'
import { part } from '../lib/parts.ts'
import { useApi } from '../lib/queries.ts'
import { Button } from '../ui/Button.tsx'
import card from '../ui/Card.module.css'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { MeetupCard } from './MeetupCard.tsx'

const MeetupForm = part(async () => (await import('./MeetupForm.tsx')).MeetupForm)

/** A circle's meetups, with the way to plan one for its facilitators. */
export function MeetupList({ circleId, facilitator }: { circleId: string; facilitator: boolean }) {
  const meetups = useApi('GET /api/circles/:circleId/meetups', { circleId })
  const [planning, setPlanning] = useState(false)
  const coming = meetups.data?.meetups.filter((m) => m.phase !== 'ended' && m.phase !== 'cancelled') ?? []
  return (
    <section className={card.section} aria-labelledby="meetups">
      <h2 id="meetups">
        <Trans>Meetups</Trans>
      </h2>
      <ErrorNote error={meetups.error} retry={() => void meetups.refetch()} />
      {meetups.data && coming.length === 0 && (
        <p>
          <Trans>No meetup is planned yet.</Trans>
        </p>
      )}
      <ul className={card.list}>
        {coming.map((meetup) => (
          <MeetupCard key={meetup.id} meetup={meetup} />
        ))}
      </ul>
      {facilitator && !planning && (
        <p className={card.section}>
          <Button kind="plain" onClick={() => setPlanning(true)}>
            <Trans>Plan a meetup</Trans>
          </Button>
        </p>
      )}
      {planning && (
        <Suspense>
          <MeetupForm circleId={circleId} done={() => setPlanning(false)} />
        </Suspense>
      )}
    </section>
  )
}
