import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import type { DeviceTrouble, Troubles } from './devices.ts'
import { troubleTexts } from './words.ts'

type What = 'mic' | 'camera' | 'both'

/** What happened to camera and microphone, and what to do about it; the same about both is said once. */
export function TroubleNotes({ troubles, inRoom = false, ...rest }: Props) {
  const { mic, camera } = troubles
  const one = (what: What, why: DeviceTrouble | undefined): ReactNode =>
    why && (
      <p key={what} {...rest}>
        <Trouble what={what} why={why} inRoom={inRoom} />
      </p>
    )
  return mic === camera ? one('both', mic) : [one('mic', mic), one('camera', camera)]
}
type Props = { troubles: Troubles; inRoom?: boolean; role?: 'alert'; className?: string | undefined }

function Trouble({ what, why, inRoom }: { what: What; why: DeviceTrouble; inRoom: boolean }) {
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

function Stopped({ what }: { what: What }) {
  if (what === 'both') return <Trans>Your camera and microphone stopped.</Trans>
  return what === 'mic' ? <Trans>Your microphone stopped.</Trans> : <Trans>Your camera stopped.</Trans>
}

function NotStarted({ what }: { what: What }) {
  if (what === 'both') return <Trans>Camera and microphone did not start.</Trans>
  return what === 'mic' ? (
    <Trans>The microphone did not start.</Trans>
  ) : (
    <Trans>The camera did not start.</Trans>
  )
}
