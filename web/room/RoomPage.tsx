import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { useParams } from 'react-router'
import { HelpButton } from '../help/HelpButton.tsx'
import { useMeetup } from '../meetups/useMeetup.ts'
import { Announcer } from '../ui/Announcer.tsx'
import { ButtonLink } from '../ui/Button.tsx'
import card from '../ui/Card.module.css'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { Loading } from '../ui/Loading.tsx'
import { Page } from '../ui/Page.tsx'
import type { Choices } from './devices.ts'
import { LiveRoom } from './LiveRoom.tsx'
import { Safety } from './Safety.tsx'
import { loadLivekit } from './signalling.ts'
import type { Together } from './together.ts'

/** `together` is what a circle can do here beside talking. */
export function RoomPage({ together }: { together?: Together }) {
  const { meetupId = '' } = useParams()
  const { t } = useLingui()
  const { data: meetup, error, isPending, refetch, skew } = useMeetup(meetupId)
  const [choices, setChoices] = useState<Choices>()
  if (isPending)
    return (
      <main id="main">
        <Safety />
        <Loading />
      </main>
    )
  const shut =
    meetup && (meetup.phase === 'cancelled' || meetup.phase === 'ended' || meetup.phase === 'scheduled')
  if (!meetup || (shut && !choices))
    return (
      <main id="main" style={{ padding: '1.5rem' }}>
        <Page
          title={meetup?.phase === 'scheduled' ? t`The room is not open yet` : t`You cannot come in here now`}
        >
          {meetup?.phase === 'cancelled' && (
            <p role="status">
              <Trans>This meetup is cancelled.</Trans> {meetup.cancelReason}
            </p>
          )}
          {meetup?.phase === 'ended' && (
            <p role="status">
              <Trans>This meetup is over.</Trans>
            </p>
          )}
          <ErrorNote error={error} retry={() => void refetch()} />
          <p className={card.row}>
            <ButtonLink to={meetup ? `/meetups/${meetupId}` : '/circles'}>
              {meetup ? <Trans>See the meetup</Trans> : <Trans>See the circles</Trans>}
            </ButtonLink>
            <HelpButton />
          </p>
        </Page>
      </main>
    )
  void loadLivekit()
  return (
    <>
      <LiveRoom
        key={meetupId}
        meetup={meetup}
        skew={skew}
        choices={choices}
        choose={setChoices}
        together={together}
      />
      <Announcer />
    </>
  )
}
