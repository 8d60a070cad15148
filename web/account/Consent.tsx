import { Trans } from '@lingui/react/macro'
import { useChange } from '../lib/queries.ts'
import { Button } from '../ui/Button.tsx'
import card from '../ui/Card.module.css'
import { ErrorNote } from '../ui/ErrorNote.tsx'

/** Whether my attendance may be kept, asked apart from everything else. Nothing depends on the answer. */
export function Consent({ given }: { given: boolean | null }) {
  const change = useChange('PATCH /api/account')
  const answer = (attendanceConsent: boolean) => change.mutate({ body: { attendanceConsent } })
  return (
    <section className={card.section} aria-labelledby="attendance">
      <h2 id="attendance">
        <Trans>Keeping track of where you were</Trans>
      </h2>
      <p>
        <Trans>
          May Hearthside keep for 30 days which meetups you came to? It helps facilitators notice when
          somebody stops coming. Otherwise it is forgotten when the meetup ends. You can change this at any
          time, and nothing else depends on it.
        </Trans>
      </p>
      <ErrorNote error={change.error} />
      <p className={card.row}>
        <Button
          kind={given === true ? 'main' : 'plain'}
          aria-pressed={given === true}
          onClick={() => answer(true)}
        >
          <Trans>Yes, keep it</Trans>
        </Button>
        <Button
          kind={given === false ? 'main' : 'plain'}
          aria-pressed={given === false}
          onClick={() => answer(false)}
        >
          <Trans>No, forget it</Trans>
        </Button>
      </p>
    </section>
  )
}
