import { Trans, useLingui } from '@lingui/react/macro'
import { CircleCard } from '../circles/CircleCard.tsx'
import { useAccount, useApi } from '../lib/queries.ts'
import { MyMeetups } from '../meetups/MyMeetups.tsx'
import { ButtonLink } from '../ui/Button.tsx'
import card from '../ui/Card.module.css'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { Loading } from '../ui/Loading.tsx'
import { Page } from '../ui/Page.tsx'
import { RingPicture } from './RingPicture.tsx'
import styles from './Welcome.module.css'

/** The first screen: what this is, what it is not, and a look around without an account; later, what comes next. */
export function WelcomePage() {
  const { t } = useLingui()
  const { data, isFetched, failureReason } = useAccount()
  // without a network there is no answer to wait for, and most of this page needs none
  if (!isFetched && failureReason?.code !== 'offline') return <Loading />
  const me = data?.account
  if (!me)
    return (
      <>
        <div className={styles.hero}>
          <div>
            <Page title={t`A place to be with others who know`}>
              <Newcomer />
            </Page>
          </div>
          <div className={styles.picture}>
            <RingPicture />
          </div>
        </div>
        <Promises />
        <CirclesToJoin />
        <SomebodysDay />
        <WhatThisIsNot />
      </>
    )
  return (
    <Page title={t`Welcome back, ${me.pseudonym}`} tab={t`Welcome`}>
      <MyMeetups />
      <CirclesToJoin />
      <SomebodysDay />
      <WhatThisIsNot />
    </Page>
  )
}

function Newcomer() {
  return (
    <>
      <p className={styles.lead}>
        <Trans>
          Small video circles for people who carry something heavy: illness, grief, caring, exclusion, worry.
          A facilitator is always there. You come under a name you choose, with the camera off if you like,
          and you never have to speak.
        </Trans>
      </p>
      <p className={card.row}>
        <ButtonLink to="/account">
          <Trans>Start</Trans>
        </ButtonLink>
        <ButtonLink to="/circles" kind="plain">
          <Trans>Look around first</Trans>
        </ButtonLink>
      </p>
    </>
  )
}

function Promises() {
  return (
    <ul className={styles.promises}>
      <li>
        <h2 className={card.small}>
          <Trans>No e-mail, no real name</Trans>
        </h2>
        <p>
          <Trans>A name you make up is enough. Each circle can know you by another one.</Trans>
        </p>
      </li>
      <li>
        <h2 className={card.small}>
          <Trans>Nothing is recorded</Trans>
        </h2>
        <p>
          <Trans>Neither picture nor sound is kept. What somebody photographs, nobody can prevent.</Trans>
        </p>
      </li>
      <li>
        <h2 className={card.small}>
          <Trans>Silence is welcome</Trans>
        </h2>
        <p>
          <Trans>
            Listening is taking part. You can pass, step out or leave at any time, without a reason.
          </Trans>
        </p>
      </li>
    </ul>
  )
}

function CirclesToJoin() {
  const circles = useApi('GET /api/circles')
  const mine = circles.data?.mine.map((c) => c.id) ?? []
  const others = circles.data?.listed.filter((c) => !mine.includes(c.id)) ?? []
  if (circles.data && others.length === 0 && mine.length > 0) return null
  return (
    <section className={card.section} aria-labelledby="circles">
      <h2 id="circles">
        <Trans>Circles you can join</Trans>
      </h2>
      {circles.isPending && <Loading />}
      <ErrorNote error={circles.error} retry={() => void circles.refetch()} />
      {circles.data && others.length === 0 && (
        <p>
          <Trans>
            There is no open circle yet. The people who run this place are setting it up; look again in a few
            days.
          </Trans>
        </p>
      )}
      <ul className={card.list}>
        {others.slice(0, 6).map((circle) => (
          <CircleCard key={circle.id} circle={circle} />
        ))}
      </ul>
    </section>
  )
}

function SomebodysDay() {
  return (
    <section className={card.section} aria-labelledby="day">
      <h2 id="day">
        <Trans>Step into somebody’s day</Trans>
      </h2>
      <p>
        <Trans>
          Scenes of a few minutes in the place of one person: on a screen, in a headset, by ear or as a story
          to read. Without an account, and one press takes you out.
        </Trans>
      </p>
      <ButtonLink to="/scenes" kind="plain">
        <Trans>See the scenes</Trans>
      </ButtonLink>
    </section>
  )
}

function WhatThisIsNot() {
  return (
    <section className={`${card.section} ${styles.not}`} aria-labelledby="not">
      <h2 id="not">
        <Trans>What this is not</Trans>
      </h2>
      <p>
        <Trans>
          Hearthside is peer support. It is not therapy and not a crisis service, and nobody here gives
          medical advice. It is for people of 18 and over.
        </Trans>
      </p>
      <p>
        <Trans>
          If you need somebody right now, the Help button at the top has numbers for your country. It works
          without an account and without a network.
        </Trans>
      </p>
    </section>
  )
}
