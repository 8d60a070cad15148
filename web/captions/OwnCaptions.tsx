import { Trans, useLingui } from '@lingui/react/macro'
import { useStore } from 'zustand'
import { Button } from '../ui/Button.tsx'
import { Switch } from '../ui/Switch.tsx'
import type { Captions } from './captions.ts'
import { SpeechFields } from './SpeechFields.tsx'
import { rememberOwnCaptions } from './settings.ts'
import type { Writing } from './voice.ts'

/** Whether one's own speech is written down, how that is done here, and how it goes. */
export function OwnCaptions({ captions }: { captions: Captions }) {
  const { t } = useLingui()
  const { wanted, own } = useStore(captions.state)
  return (
    <>
      <Switch
        label={t`Write down what I say`}
        hint={t`So that everyone here can read along. It happens on this device: your voice goes to nobody else for it, and nothing is kept.`}
        on={wanted}
        set={(on) => {
          rememberOwnCaptions(on)
          captions.actions.want(on)
        }}
      />
      {wanted && <SpeechFields speech={captions.speech} />}
      {wanted && (
        <p className="soft" role="status">
          <OwnWords own={own} />
        </p>
      )}
      {wanted && own.how === 'asking' && (
        <p>
          <Button kind="plain" onClick={captions.actions.allowFetching}>
            <Trans>Fetch it now</Trans>
          </Button>
        </p>
      )}
    </>
  )
}

/** How it goes, in words; nothing while there is nothing to say. */
export function OwnWords({ own }: { own: Writing }) {
  const { i18n } = useLingui()
  if (own.how === 'loading' && own.late)
    return (
      <Trans>
        What writes down what you say is not ready yet, and others see that. You are heard all the same.
      </Trans>
    )
  if (own.how === 'loading') {
    const { loaded, total } = own.progress
    const share = new Intl.NumberFormat(i18n.locale, { style: 'percent' }).format(total ? loaded / total : 0)
    return <Trans>Getting ready to write down what you say: {share}. You can speak already.</Trans>
  }
  if (own.how === 'asking') return <Asking bytes={own.bytes} />
  if (own.how === 'impossible')
    return (
      <Trans>This browser cannot write down what you say. Others see that; you can speak by typing.</Trans>
    )
  if (own.how === 'unwritten')
    return (
      <Trans>
        Your language cannot be written down here yet. Others see that, and you can speak by typing.
      </Trans>
    )
  if (own.how === 'broken')
    return (
      <Trans>Your captions have stopped; they are being started again. You are heard all the same.</Trans>
    )
  if (own.how !== 'listening') return null
  if (!own.understood)
    return (
      <Trans>
        Your words are not understood here, and others see that nothing is written down. If you speak another
        language than the one chosen under Captions, change it there.
      </Trans>
    )
  return own.slow ? <Trans>Captions are slow on this device.</Trans> : null
}

function Asking({ bytes }: { bytes: number | undefined }) {
  const { i18n } = useLingui()
  if (bytes === undefined)
    return (
      <Trans>
        Writing down what you say needs something to be fetched once, and your connection seems to count the
        megabytes. Until then others see that nothing is written down.
      </Trans>
    )
  const unit = { style: 'unit', unit: 'megabyte', maximumFractionDigits: 0 } as const
  const size = new Intl.NumberFormat(i18n.locale, unit).format(bytes / 1e6)
  return (
    <Trans>
      Writing down what you say needs about {size} once, and your connection seems to count the megabytes.
      Until then others see that nothing is written down.
    </Trans>
  )
}
