import { Trans, useLingui } from '@lingui/react/macro'
import { useParams } from 'react-router'
import { useApi } from '../lib/queries.ts'
import { deviceZone, useTimes } from '../lib/times.ts'
import { MeetupList } from '../meetups/MeetupList.tsx'
import { ButtonLink } from '../ui/Button.tsx'
import card from '../ui/Card.module.css'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { Lines } from '../ui/Lines.tsx'
import { Loading } from '../ui/Loading.tsx'
import { Page } from '../ui/Page.tsx'
import { FacilitatorTools } from './FacilitatorTools.tsx'
import { JoinForm } from './JoinForm.tsx'
import { LeaveCircle } from './LeaveCircle.tsx'
import { Members } from './Members.tsx'
import { MyPersona } from './MyPersona.tsx'
import { entries, languageName, topics } from './words.ts'

export function CirclePage() {
  const { circleId = '' } = useParams()
  const { t, i18n } = useLingui()
  const circle = useApi('GET /api/circles/:circleId', { circleId })
  if (circle.isPending) return <Loading />
  if (!circle.data)
    return (
      <Page title={t`This circle cannot be shown`}>
        <ErrorNote error={circle.error} retry={() => void circle.refetch()} />
        <ButtonLink to="/circles">
          <Trans>See the circles</Trans>
        </ButtonLink>
      </Page>
    )
  const { me, ...c } = circle.data
  const joined = me?.state === 'joined'
  return (
    <Page title={c.name} tab={t`Circle`}>
      <p className="soft">
        {t(topics[c.topic])} · {languageName(c.language, i18n.locale)} · {t(entries[c.entry])}
      </p>
      <p className="words">{c.description}</p>
      {me?.state === 'asked' && (
        <p role="status">
          <Trans>
            You asked to join as {me.pseudonym}. A facilitator reads every request; look here again in a day
            or two.
          </Trans>
        </p>
      )}
      <div className={card.columns}>
        <div>
          {joined ? (
            <MeetupList circleId={circleId} facilitator={me.role === 'facilitator'} />
          ) : (
            <Times starts={c.nextStarts} />
          )}
          <section className={card.section} aria-labelledby="guidelines">
            <h2 id="guidelines">
              <Trans>How we are with each other</Trans>
            </h2>
            <Lines text={c.guidelines || t`The facilitators have not written guidelines yet.`} />
          </section>
          {joined && me.role === 'facilitator' && <FacilitatorTools circle={c} />}
        </div>
        <div>
          {!me && <JoinForm circle={c} />}
          {joined && <MyPersona circleId={circleId} me={me} />}
          {joined && <Members circleId={circleId} me={me} />}
          {me && <LeaveCircle circleId={circleId} asked={!joined} hidden={c.entry === 'invitation'} />}
        </div>
      </div>
    </Page>
  )
}

function Times({ starts }: { starts: readonly string[] }) {
  const { full } = useTimes()
  return (
    <section className={card.section} aria-labelledby="times">
      <h2 id="times">
        <Trans>When it meets</Trans>
      </h2>
      {starts.length === 0 ? (
        <p>
          <Trans>No meetup is planned yet.</Trans>
        </p>
      ) : (
        <>
          <Lines text={starts.map(full).join('\n')} />
          <p className="soft">
            <Trans>In your own time zone, {deviceZone().replaceAll('_', ' ')}.</Trans>
          </p>
        </>
      )}
    </section>
  )
}
