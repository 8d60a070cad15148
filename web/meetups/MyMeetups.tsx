import { Trans } from '@lingui/react/macro'
import { useApi } from '../lib/queries.ts'
import card from '../ui/Card.module.css'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { MeetupCard } from './MeetupCard.tsx'

/** The next meetups of all my circles. */
export function MyMeetups() {
  const meetups = useApi('GET /api/meetups')
  return (
    <section className={card.section} aria-labelledby="next">
      <h2 id="next">
        <Trans>Your next meetups</Trans>
      </h2>
      <ErrorNote error={meetups.error} retry={() => void meetups.refetch()} />
      {meetups.data?.meetups.length === 0 && (
        <p>
          <Trans>
            Nothing is planned in your circles yet. When a facilitator plans a meetup, it appears here.
          </Trans>
        </p>
      )}
      <ul className={card.list}>
        {meetups.data?.meetups.map((meetup) => (
          <MeetupCard key={meetup.id} meetup={meetup} showCircle />
        ))}
      </ul>
    </section>
  )
}
