import { Trans, useLingui } from '@lingui/react/macro'
import { type ComponentType, Suspense } from 'react'
import { useParams } from 'react-router'
import type { Tally as TallyOf } from '../../server/tallies/contract.ts'
import { HelpButton } from '../help/HelpButton.tsx'
import { useApi } from '../lib/queries.ts'
import { ButtonLink } from '../ui/Button.tsx'
import card from '../ui/Card.module.css'
import { Page } from '../ui/Page.tsx'
import { MyMeetups } from './MyMeetups.tsx'
import { useMeetup } from './useMeetup.ts'

/** After a meetup: a moment to land, and somebody to turn to. `Tally` shows what a circle's answers to a scene came to. */
export function AfterPage({ Tally }: { Tally?: ComponentType<{ tally: TallyOf }> }) {
  const { t } = useLingui()
  const { meetupId = '' } = useParams()
  const { data: meetup } = useMeetup(meetupId)
  const { data: came } = useApi('GET /api/meetups/:meetupId/tallies', { meetupId }, { enabled: !!meetup })
  const stillOn = meetup?.phase === 'arrival' || meetup?.phase === 'live'
  const cancelled = meetup?.phase === 'cancelled'
  return (
    <Page title={cancelled ? t`This meetup is cancelled` : t`Thank you for being there`}>
      {cancelled && (
        <p role="status">
          <Trans>A facilitator has cancelled it, and the room is closed for everyone.</Trans>{' '}
          <span className="words">{meetup.cancelReason}</span>
        </p>
      )}
      {meetup?.phase === 'ended' && (
        <p role="status">
          <Trans>The meetup is over, and the room is closed for everyone.</Trans>
        </p>
      )}
      {!cancelled && (
        <p>
          <Trans>
            Listening counts as much as speaking. If something stays with you, give it a little time: a glass
            of water, a window, a few slow breaths.
          </Trans>
        </p>
      )}
      <p>
        <Trans>If it stays heavy, talk to somebody you trust, or open Help.</Trans>
      </p>
      <p className={card.row}>
        <HelpButton />
        {stillOn && (
          <ButtonLink to={`/meetups/${meetupId}/room`} kind="plain">
            <Trans>Go back in: it is still on</Trans>
          </ButtonLink>
        )}
        {meetup && !stillOn && (
          <ButtonLink to={`/circles/${meetup.circleId}`} kind="plain">
            <Trans>See the circle’s other meetups</Trans>
          </ButtonLink>
        )}
        <ButtonLink to="/" kind="plain">
          <Trans>Back to the start</Trans>
        </ButtonLink>
      </p>
      {Tally && came && came.tallies.length > 0 && (
        <section className={card.card} aria-labelledby="tallies">
          <h2 id="tallies" className={card.small}>
            <Trans>The circle’s before and after</Trans>
          </h2>
          <Suspense>
            {came.tallies.map((tally) => (
              <Tally key={tally.opened} tally={tally} />
            ))}
          </Suspense>
          <p className="soft">
            <Trans>It is deleted within an hour after the meetup.</Trans>
          </p>
        </section>
      )}
      <MyMeetups />
    </Page>
  )
}
