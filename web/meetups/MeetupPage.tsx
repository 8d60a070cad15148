import { Trans, useLingui } from '@lingui/react/macro'
import { useEffect } from 'react'
import { Link, useParams } from 'react-router'
import type { Meetup } from '../../server/meetups/contract.ts'
import { deviceZone, useTimes } from '../lib/times.ts'
import { Avatar } from '../ui/Avatar.tsx'
import { ButtonLink } from '../ui/Button.tsx'
import card from '../ui/Card.module.css'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { Lines } from '../ui/Lines.tsx'
import { Loading } from '../ui/Loading.tsx'
import { Page } from '../ui/Page.tsx'
import { Countdown } from './Countdown.tsx'
import { RoomPage } from './doors.ts'
import styles from './Meetup.module.css'
import { MeetupTools } from './MeetupTools.tsx'
import { Seat } from './Seat.tsx'
import { useMeetup } from './useMeetup.ts'

export function MeetupPage() {
  const { meetupId = '' } = useParams()
  const { t } = useLingui()
  const { data: meetup, error, isPending, refetch, skew } = useMeetup(meetupId)
  useEarly(meetup)
  if (isPending) return <Loading />
  if (!meetup)
    return (
      <Page title={t`This meetup cannot be shown`}>
        <ErrorNote error={error} retry={() => void refetch()} />
        <p className={card.row}>
          {error?.code === 'sign_in_needed' && (
            <ButtonLink to="/account">
              <Trans>Start or sign in</Trans>
            </ButtonLink>
          )}
          <ButtonLink to="/circles" kind="plain">
            <Trans>See the circles</Trans>
          </ButtonLink>
        </p>
      </Page>
    )
  return (
    <Page title={meetup.title} tab={t`Meetup`}>
      <When meetup={meetup} />
      <ErrorNote error={error} retry={() => void refetch()} />
      <div className={card.columns}>
        <div className={styles.first}>
          <Entrance meetup={meetup} skew={skew} />
        </div>
        <div>
          {meetup.description && <p className="words">{meetup.description}</p>}
          <section className={card.section} aria-labelledby="who">
            <h2 id="who">
              <Trans>Who will be there for you</Trans>
            </h2>
            <ul className={styles.people}>
              {meetup.facilitators.map((f) => (
                <li key={f.id}>
                  <Avatar seed={f.avatar} className={styles.face} />
                  <span>
                    <bdi>{f.pseudonym}</bdi>, <Trans>facilitator</Trans>
                  </span>
                </li>
              ))}
            </ul>
          </section>
          <section className={card.section} aria-labelledby="guidelines">
            <h2 id="guidelines">
              <Trans>How we are with each other</Trans>
            </h2>
            <Lines text={meetup.guidelines || t`The facilitators have not written guidelines yet.`} />
          </section>
          {meetup.me.role === 'facilitator' && <MeetupTools meetup={meetup} />}
        </div>
      </div>
    </Page>
  )
}

function When({ meetup }: { meetup: Meetup }) {
  const { full, inZone } = useTimes()
  return (
    <p>
      {full(meetup.startsAt)} · <Trans>{meetup.minutes} minutes</Trans>
      <br />
      <span className="soft">
        <Link to={`/circles/${meetup.circleId}`}>
          <bdi>{meetup.circleName}</bdi>
        </Link>
        {meetup.zone !== deviceZone() && (
          <>
            {' '}
            · <Trans>planned as {inZone(meetup.startsAt, meetup.zone)}</Trans>
          </>
        )}
      </span>
    </p>
  )
}

/** What one can do now: wait, take a seat, come in; or why not. */
function Entrance({ meetup, skew }: { meetup: Meetup; skew: number }) {
  if (meetup.phase === 'cancelled')
    return (
      <div className={card.card} role="status">
        <p>
          <strong>
            <Trans>This meetup is cancelled.</Trans>
          </strong>
        </p>
        {meetup.cancelReason && <p className="words">{meetup.cancelReason}</p>}
        <ButtonLink to={`/circles/${meetup.circleId}`} kind="plain">
          <Trans>See the circle’s other meetups</Trans>
        </ButtonLink>
      </div>
    )
  if (meetup.phase === 'ended')
    return (
      <div className={card.card} role="status">
        <p>
          <Trans>This meetup is over.</Trans>
        </p>
        <ButtonLink to={`/circles/${meetup.circleId}`} kind="plain">
          <Trans>See the circle’s other meetups</Trans>
        </ButtonLink>
      </div>
    )
  return (
    <div className={card.card}>
      <Countdown meetup={meetup} skew={skew} />
      <Seat meetup={meetup} />
    </div>
  )
}

const EARLY_MS = 1500

/** Fetches the door of the room for who may go through it, once the page has been there for a moment. */
function useEarly(meetup: Meetup | undefined): void {
  const mayComeIn = meetup?.me.rsvp === 'going' || meetup?.me.role === 'facilitator'
  useEffect(() => {
    const timer = mayComeIn ? setTimeout(RoomPage.early, EARLY_MS) : undefined
    return () => clearTimeout(timer)
  }, [mayComeIn])
}
