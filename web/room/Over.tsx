import { Trans, useLingui } from '@lingui/react/macro'
import { Navigate } from 'react-router'
import type { Meetup } from '../../server/meetups/contract.ts'
import { HelpButton } from '../help/HelpButton.tsx'
import { errorTexts } from '../lib/errors.ts'
import { Button, ButtonLink } from '../ui/Button.tsx'
import card from '../ui/Card.module.css'
import { Page } from '../ui/Page.tsx'
import styles from './Over.module.css'
import type { RoomState } from './state.ts'

type Props = {
  refusal: RoomState['refusal']
  /** one sat in the ring before */
  wasIn: boolean
  meetup: Meetup
  moveHere: () => void
}

/** Where one is when the room is not there any more, by why. */
export function Over({ refusal, wasIn, meetup, moveHere }: Props) {
  const { t } = useLingui()
  if (refusal === undefined || (refusal === 'meetup_over' && wasIn))
    return <Navigate to={`/meetups/${meetup.id}/after`} replace />
  const elsewhere = refusal === 'open_in_another_tab'
  const signIn = refusal === 'sign_in_needed' || refusal === 'strong_sign_in_needed'
  return (
    <main id="main" className={styles.main}>
      <Page title={elsewhere ? t`You are in this room somewhere else` : t`You are not in the room`}>
        <p>
          {!elsewhere ? (
            t(errorTexts[refusal])
          ) : wasIn ? (
            <Trans>You moved to another tab or device. This one has let go of camera and microphone.</Trans>
          ) : (
            <Trans>Move here? The other tab or device leaves; until you say so, it stays.</Trans>
          )}
        </p>
        <p className={card.row}>
          {elsewhere && (
            <Button onClick={moveHere}>
              {wasIn ? <Trans>Come back here</Trans> : <Trans>Move here</Trans>}
            </Button>
          )}
          {signIn && (
            <ButtonLink to="/account">
              <Trans>Go to “You”</Trans>
            </ButtonLink>
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
