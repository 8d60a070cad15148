import { Trans } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { Meetup } from '../../server/meetups/contract.ts'
import { useClock, useTimes } from '../lib/times.ts'
import { ButtonLink } from '../ui/Button.tsx'

/** How long until the room opens, by the server's clock, and the door once it has. */
export function Countdown({ meetup, skew }: { meetup: Meetup; skew: number }) {
  const { relative } = useTimes()
  const queries = useQueryClient()
  const now = useClock() + skew
  const opensIn = Date.parse(meetup.opensAt) - now
  const due = opensIn <= 0 && meetup.phase === 'scheduled'
  useEffect(() => {
    if (due) void queries.invalidateQueries()
  }, [due, queries])
  const mayEnter = meetup.me.rsvp === 'going' || meetup.me.role === 'facilitator'
  if (opensIn > 0)
    return (
      <p>
        <Trans>The room opens {relative(opensIn)}.</Trans>
      </p>
    )
  return (
    <>
      <p>
        {meetup.phase === 'live' ? (
          <Trans>It has begun. You are welcome to come in now.</Trans>
        ) : (
          <Trans>The room is open for arriving.</Trans>
        )}
      </p>
      {mayEnter && (
        <p>
          <ButtonLink to={`/meetups/${meetup.id}/room`}>
            <Trans>Come in</Trans>
          </ButtonLink>
        </p>
      )}
    </>
  )
}
