import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { Switch } from '../ui/Switch.tsx'
import { blurOffered } from './blur/camera.ts'
import { type BlurEnd, blursItself } from './blur/way.ts'
import { rememberBlur } from './devices.ts'

type Props = { on: boolean; set: (on: boolean) => void; camera?: MediaStreamTrack | undefined }

/** The switch for background blur; absent where it would not run well, unless it is on already. */
export function BlurField({ on, set, camera }: Props) {
  const { t } = useLingui()
  const [offered] = useState(blurOffered)
  if (!offered && !on && !(camera && blursItself(camera.getCapabilities()))) return null
  return (
    <Switch
      label={t`Blur what is behind me`}
      hint={t`Others get only the blurred picture. If blur should ever fail, your camera goes off.`}
      on={on}
      set={(next) => {
        rememberBlur(next)
        set(next)
      }}
    />
  )
}

/** Says that blur ended and took the camera with it; going on without it is the person's own word. */
export function BlurEnded({ why, without }: { why: BlurEnd; without: () => void }) {
  return (
    <>
      <span>
        <strong>
          {why === 'slow' ? (
            <Trans>Blur is too much for this device; it is off.</Trans>
          ) : (
            <Trans>Blur does not work here right now; it is off.</Trans>
          )}
        </strong>{' '}
        <Trans>Your camera is off too, so that nobody sees what you wanted to hide.</Trans>
      </span>
      <Button
        kind="plain"
        onClick={() => {
          rememberBlur(false)
          without()
        }}
      >
        <Trans>Turn on the camera without blur</Trans>
      </Button>
    </>
  )
}
