import { Trans, useLingui } from '@lingui/react/macro'
import { useRef } from 'react'
import type { Meetup } from '../../server/meetups/contract.ts'
import { useChange } from '../lib/queries.ts'
import { announce } from '../ui/Announcer.tsx'
import { Button } from '../ui/Button.tsx'
import card from '../ui/Card.module.css'
import { ErrorNote } from '../ui/ErrorNote.tsx'

/** My seat: taking one and giving it back. */
export function Seat({ meetup }: { meetup: Meetup }) {
  const { t } = useLingui()
  const rsvp = useChange('PUT /api/meetups/:meetupId/rsvp')
  const going = meetup.me.rsvp === 'going'
  // what seemed not to have arrived may be seen here all the same: then the doubt about it is over
  const error = rsvp.variables?.body.answer === meetup.me.rsvp ? null : rsvp.error
  const free = meetup.seats - meetup.seatsTaken
  const status = useRef<HTMLParagraphElement>(null)
  const answer = (next: 'going' | 'not_going') =>
    rsvp.mutate(
      { meetupId: meetup.id, body: { answer: next } },
      {
        onSuccess: () => {
          // not on the button that comes in its place: a second press of the key would undo the first
          status.current?.focus()
          announce(next === 'going' ? t`You have a seat.` : t`Your seat is free again.`)
        },
      },
    )
  return (
    <>
      <p className="soft" ref={status} tabIndex={-1}>
        {going ? (
          <Trans>
            You have a seat, as <bdi>{meetup.me.pseudonym}</bdi>.
          </Trans>
        ) : free > 0 ? (
          <Trans>
            {free} of {meetup.seats} seats are free.
          </Trans>
        ) : (
          <Trans>All seats are taken. Look again later: a seat may come free.</Trans>
        )}
      </p>
      <ErrorNote error={error} />
      {going ? (
        <Button kind="quiet" className={card.flush} busy={rsvp.isPending} onClick={() => answer('not_going')}>
          <Trans>Give my seat back</Trans>
        </Button>
      ) : (
        free > 0 && (
          <Button busy={rsvp.isPending} onClick={() => answer('going')}>
            <Trans>
              Take a seat as <bdi>{meetup.me.pseudonym}</bdi>
            </Trans>
          </Button>
        )
      )}
    </>
  )
}
