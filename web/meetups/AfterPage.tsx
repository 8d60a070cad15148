import { Trans, useLingui } from '@lingui/react/macro'
import { useParams } from 'react-router'
import { HelpButton } from '../help/HelpButton.tsx'
import { ButtonLink } from '../ui/Button.tsx'
import card from '../ui/Card.module.css'
import { Page } from '../ui/Page.tsx'
import { MyMeetups } from './MyMeetups.tsx'
import { useMeetup } from './useMeetup.ts'

/** After a meetup: a moment to land, and somebody to turn to. */
export function AfterPage() {
  const { t } = useLingui()
  const { meetupId = '' } = useParams()
  const { data: meetup } = useMeetup(meetupId)
  const stillOn = meetup?.phase === 'arrival' || meetup?.phase === 'live'
  return (
    <Page title={t`Thank you for being there`}>
      <p>
        <Trans>
          Listening counts as much as speaking. If something stays with you, give it a little time: a glass of
          water, a window, a few slow breaths.
        </Trans>
      </p>
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
        <ButtonLink to="/" kind="plain">
          <Trans>Back to the start</Trans>
        </ButtonLink>
      </p>
      <MyMeetups />
    </Page>
  )
}
