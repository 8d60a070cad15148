import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { Meetup } from '../../server/meetups/contract.ts'
import { useChange } from '../lib/queries.ts'
import { randomId } from '../lib/randomId.ts'
import { deviceZone } from '../lib/times.ts'
import { wallClock } from '../lib/zones.ts'
import { Button } from '../ui/Button.tsx'
import card from '../ui/Card.module.css'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { Field } from '../ui/Field.tsx'
import { TimePreview } from './TimePreview.tsx'

const tomorrowEvening = () => `${wallClock(Date.now() + 86_400_000, deviceZone()).slice(0, 10)}T19:00`

/** Plans a meetup, or changes one that has not begun. Its time is a wall clock in a zone, as people say it. */
export function MeetupForm({
  circleId,
  meetup,
  done,
}: {
  circleId: string
  meetup?: Meetup
  done: () => void
}) {
  const { t } = useLingui()
  const create = useChange('POST /api/circles/:circleId/meetups')
  const change = useChange('PATCH /api/meetups/:meetupId')
  // the same press again, after a lost answer, plans no second meetup
  const [id] = useState(randomId)
  const [v, setV] = useState({
    title: meetup?.title ?? '',
    description: meetup?.description ?? '',
    startsLocal: meetup?.startsLocal ?? tomorrowEvening(),
    zone: meetup?.zone ?? deviceZone(),
    minutes: String(meetup?.minutes ?? 60),
    seats: String(meetup?.seats ?? 8),
  })
  const set = (key: keyof typeof v) => (value: string) => setV({ ...v, [key]: value })
  const error = create.error ?? change.error
  const zones = [...new Set([deviceZone(), v.zone, ...Intl.supportedValuesOf('timeZone')])]
  return (
    <form
      className={card.card}
      onSubmit={(event) => {
        event.preventDefault()
        const body = { ...v, minutes: Number(v.minutes), seats: Number(v.seats) }
        if (meetup) change.mutate({ meetupId: meetup.id, body }, { onSuccess: done })
        else create.mutate({ circleId, body: { id, ...body } }, { onSuccess: done })
      }}
    >
      <Field
        name="title"
        label={t`Title`}
        value={v.title}
        onChange={set('title')}
        error={error}
        required
        maxLength={80}
      />
      <Field
        name="description"
        label={t`What people can expect`}
        rows={2}
        value={v.description}
        onChange={set('description')}
        error={error}
        maxLength={1000}
      />
      <Field
        name="startsLocal"
        label={t`Begins`}
        type="datetime-local"
        value={v.startsLocal}
        onChange={set('startsLocal')}
        error={error}
        required
      />
      <Field
        name="zone"
        label={t`Time zone`}
        hint={t`Everyone sees the time in their own zone.`}
        value={v.zone}
        onChange={set('zone')}
        options={zones.map((z) => [z, z.replaceAll('_', ' ')])}
        error={error}
      />
      <TimePreview startsLocal={v.startsLocal} zone={v.zone} />
      <Field
        name="minutes"
        label={t`Length in minutes`}
        type="number"
        min={15}
        max={180}
        value={v.minutes}
        onChange={set('minutes')}
        error={error}
      />
      <Field
        name="seats"
        label={t`Seats, with you`}
        hint={t`3 to 10 lets everyone speak.`}
        type="number"
        min={2}
        max={15}
        value={v.seats}
        onChange={set('seats')}
        error={error}
      />
      <ErrorNote error={error} />
      <p className={card.row}>
        <Button type="submit" busy={create.isPending || change.isPending}>
          {meetup ? <Trans>Save</Trans> : <Trans>Plan this meetup</Trans>}
        </Button>
        <Button kind="quiet" onClick={done}>
          <Trans>Not now</Trans>
        </Button>
      </p>
    </form>
  )
}
