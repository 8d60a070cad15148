import { Trans, useLingui } from '@lingui/react/macro'
import { Suspense, useState } from 'react'
import type { Meetup } from '../../server/meetups/contract.ts'
import { part } from '../lib/parts.ts'
import { useChange } from '../lib/queries.ts'
import { Button } from '../ui/Button.tsx'
import card from '../ui/Card.module.css'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { Field } from '../ui/Field.tsx'

const MeetupForm = part(async () => (await import('./MeetupForm.tsx')).MeetupForm)

/** Changing and cancelling, for facilitators. */
export function MeetupTools({ meetup }: { meetup: Meetup }) {
  const { t } = useLingui()
  const cancel = useChange('POST /api/meetups/:meetupId/cancel')
  const [open, setOpen] = useState<'change' | 'cancel'>()
  const [reason, setReason] = useState('')
  if (meetup.phase === 'ended' || meetup.phase === 'cancelled') return null
  return (
    <section className={card.section} aria-labelledby="tools">
      <h2 id="tools">
        <Trans>For facilitators</Trans>
      </h2>
      {!open && (
        <p className={card.row}>
          {meetup.phase === 'scheduled' && (
            <Button kind="plain" onClick={() => setOpen('change')}>
              <Trans>Change</Trans>
            </Button>
          )}
          <Button
            kind="quiet"
            className={meetup.phase === 'scheduled' ? '' : card.flush}
            onClick={() => setOpen('cancel')}
          >
            <Trans>Cancel this meetup</Trans>
          </Button>
        </p>
      )}
      {open === 'change' && (
        <Suspense>
          <MeetupForm circleId={meetup.circleId} meetup={meetup} done={() => setOpen(undefined)} />
        </Suspense>
      )}
      {open === 'cancel' && (
        <form
          className={card.card}
          onSubmit={(event) => {
            event.preventDefault()
            cancel.mutate({ meetupId: meetup.id, body: { reason } }, { onSuccess: () => setOpen(undefined) })
          }}
        >
          <Field
            name="reason"
            label={t`A word for those who were coming (optional)`}
            rows={2}
            value={reason}
            onChange={setReason}
            error={cancel.error}
            maxLength={300}
          />
          <p className="soft">
            <Trans>Everyone who waits is told at once. This cannot be undone.</Trans>
          </p>
          <ErrorNote error={cancel.error} />
          <p className={card.row}>
            <Button type="submit" kind="stop" busy={cancel.isPending}>
              <Trans>Cancel this meetup</Trans>
            </Button>
            <Button kind="plain" onClick={() => setOpen(undefined)}>
              <Trans>Keep it</Trans>
            </Button>
          </p>
        </form>
      )}
    </section>
  )
}
