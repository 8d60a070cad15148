import { Trans } from '@lingui/react/macro'
import { Link } from 'react-router'
import type { Meetup } from '../../server/meetups/contract.ts'
import { useTimes } from '../lib/times.ts'
import { ButtonLink } from '../ui/Button.tsx'
import card from '../ui/Card.module.css'

/** A meetup in a list, in the reader's own time. */
export function MeetupCard({ meetup, showCircle = false }: { meetup: Meetup; showCircle?: boolean }) {
  const { full } = useTimes()
  const open = meetup.phase === 'arrival' || meetup.phase === 'live'
  return (
    <li className={card.card}>
      <h3>
        <Link to={`/meetups/${meetup.id}`}>
          <bdi>{meetup.title}</bdi>
        </Link>
      </h3>
      {showCircle && <p className="soft plain">{meetup.circleName}</p>}
      <p>{full(meetup.startsAt)}</p>
      <p className="soft">
        {meetup.phase === 'cancelled' ? (
          <Trans>Cancelled</Trans>
        ) : meetup.phase === 'ended' ? (
          <Trans>Over</Trans>
        ) : meetup.me.rsvp === 'going' ? (
          <Trans>You have a seat.</Trans>
        ) : meetup.seatsTaken >= meetup.seats ? (
          <Trans>All seats are taken.</Trans>
        ) : (
          <Trans>Seats are free.</Trans>
        )}
      </p>
      {open && (meetup.me.rsvp === 'going' || meetup.me.role === 'facilitator') && (
        <ButtonLink to={`/meetups/${meetup.id}/room`}>
          <Trans>Come in</Trans>
        </ButtonLink>
      )}
    </li>
  )
}
