import { Trans, useLingui } from '@lingui/react/macro'
import type { DeviceTrouble } from './devices.ts'
import { troubleTexts } from './words.ts'

type Props = { what: 'mic' | 'camera'; why: DeviceTrouble; inRoom?: boolean }

/** What happened to a camera or microphone, and what to do about it. */
export function Trouble({ what, why, inRoom = false }: Props) {
  const { t } = useLingui()
  return (
    <span>
      <strong>{why === 'gone' ? <Stopped what={what} /> : <NotStarted what={what} />}</strong>{' '}
      {t(troubleTexts[why])}{' '}
      {inRoom ? (
        <Trans>Or stay without: that is fine.</Trans>
      ) : (
        <Trans>Or come in without: that is fine.</Trans>
      )}
    </span>
  )
}

const Stopped = ({ what }: { what: 'mic' | 'camera' }) =>
  what === 'mic' ? <Trans>Your microphone stopped.</Trans> : <Trans>Your camera stopped.</Trans>

const NotStarted = ({ what }: { what: 'mic' | 'camera' }) =>
  what === 'mic' ? <Trans>The microphone did not start.</Trans> : <Trans>The camera did not start.</Trans>
