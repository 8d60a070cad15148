import { Trans, useLingui } from '@lingui/react/macro'
import type { Screen } from '../../../server/rooms/contract.ts'
import { useChange } from '../../lib/queries.ts'
import { useTimes } from '../../lib/times.ts'
import { Button } from '../../ui/Button.tsx'
import card from '../../ui/Card.module.css'
import { CopyLink } from '../../ui/CopyLink.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { QrCode } from '../../ui/QrCode.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import styles from './SecondScreens.module.css'

type Props = {
  meetupId: string
  /** one's own that are open now */
  screens: readonly Screen[]
  close: () => void
}

/** Captions on another device, without sound, picture or account: a code that opens them there, and a way to end them. */
export function SecondScreens({ meetupId, screens, close }: Props) {
  const { t } = useLingui()
  const { time } = useTimes()
  const make = useChange('POST /api/meetups/:meetupId/room/screens')
  const end = useChange('DELETE /api/meetups/:meetupId/room/screens/:identity')
  const made = make.data
  const page = `${location.origin}/screen`
  const expiry = made && time(made.expiresAt)
  return (
    <Sheet title={t`Captions on another screen`} close={close}>
      <p>
        <Trans>
          A phone, a braille display or a projector can show the captions alone: no sound, no picture, no
          account. Others see in the list of people that one of your devices reads along.
        </Trans>
      </p>
      {made && (
        <div className={styles.code}>
          <QrCode text={`${page}#${made.code}`} />
          <div role="status">
            <p>
              <Trans>On the other device, read the picture with its camera, or open</Trans>
            </p>
            <CopyLink url={page} />
            <p>
              <Trans>and type</Trans>
            </p>
            <p className={styles.letters}>{made.code}</p>
            <p className="soft">
              <Trans>It works once, until {expiry}.</Trans>
            </p>
          </div>
        </div>
      )}
      {made && location.hostname === 'localhost' && (
        <p className="soft">
          <Trans>You have opened Hearthside under an address that only this computer knows.</Trans>
        </p>
      )}
      <ErrorNote error={make.error} />
      <p>
        <Button
          kind={made ? 'plain' : 'main'}
          busy={make.isPending}
          onClick={() => make.mutate({ meetupId })}
        >
          {made ? <Trans>Make a new code</Trans> : <Trans>Make a code</Trans>}
        </Button>
      </p>
      {screens.length > 0 && (
        <ul className={card.rows} aria-label={t`Your other screens`}>
          {screens.map(({ identity }, i) => {
            const number = i + 1
            return (
              <li key={identity}>
                <Trans>Screen {number} reads along</Trans>
                <Button
                  kind="plain"
                  aria-label={t`End screen ${number}`}
                  onClick={() => end.mutate({ meetupId, identity })}
                >
                  <Trans>End</Trans>
                </Button>
              </li>
            )
          })}
        </ul>
      )}
      <ErrorNote error={end.error} />
    </Sheet>
  )
}
