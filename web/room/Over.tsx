import { Trans, useLingui } from '@lingui/react/macro'
import { Navigate } from 'react-router'
import type { Meetup } from '../../server/meetups/contract.ts'
import { HelpButton } from '../help/HelpButton.tsx'
import { errorTexts } from '../lib/errors.ts'
import { Button, ButtonLink } from '../ui/Button.tsx'
import card from '../ui/Card.module.css'
import { Page } from '../ui/Page.tsx'
import type { RoomState } from './room.ts'

/** Where one is when the room is not there any more, by why. */
export function Over({
  refusal,
  meetup,
  moveHere,
}: {
  refusal: RoomState['refusal']
  meetup: Meetup
  moveHere: () => void
}) {
  const { t } = useLingui()
  if (refusal === undefined || refusal === 'meetup_over')
    return <Navigate to={`/meetups/${meetup.id}/after`} replace />
  const elsewhere = refusal === 'open_in_another_tab'
  return (
    <main id="main" style={{ padding: '1.5rem' }}>
      <Page title={elsewhere ? t`You are in this room somewhere else` : t`You are not in the room`}>
        <p>
          {elsewhere ? (
            <Trans>Move here? The other tab or device leaves; until you say so, it stays.</Trans>
          ) : (
            t(errorTexts[refusal])
          )}
        </p>
        <p className={card.row}>
          {elsewhere && (
            <Button onClick={moveHere}>
              <Trans>Move here</Trans>
            </Button>
          )}
          <ButtonLink to={`/meetups/${meetup.id}`} kind="plain">
            <Trans>See the meetup</Trans>
          </ButtonLink>
          <HelpButton />
        </p>
      </Page>
    </main>
  )
}
