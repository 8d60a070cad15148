import { useLingui } from '@lingui/react/macro'
import { useStore } from 'zustand'
import { Field } from '../ui/Field.tsx'
import { ANOTHER, languagesOf, modelsFor } from './engines/choose.ts'
import { rememberModel, rememberSpeaking } from './settings.ts'
import type { Speech } from './speech.ts'

/** The language we speak, and what writes it down where there are several. */
export function SpeechFields({ speech }: { speech: Speech }) {
  const { t, i18n } = useLingui()
  const { language, offer, choice } = useStore(speech.state)
  if (!offer) return null
  const names = new Intl.DisplayNames([i18n.locale], { type: 'language' })
  const megabytes = new Intl.NumberFormat(i18n.locale, {
    style: 'unit',
    unit: 'megabyte',
    maximumFractionDigits: 0,
  })
  const languages = languagesOf(offer)
  const models = modelsFor(language, offer)
  return (
    <>
      <Field
        name="speaking"
        label={t`I speak`}
        value={languages.includes(language) ? language : ANOTHER}
        onChange={(language) => {
          rememberSpeaking(language)
          speech.actions.speak(language)
        }}
        options={[
          ...languages.map((code) => [code, names.of(code) ?? code] as const),
          [ANOTHER, t`Another language`],
        ]}
      />
      {models.length > 1 && choice?.kind === 'model' && (
        <Field
          name="model"
          label={t`Written down by`}
          hint={t`A larger one understands more and takes longer: an old device may not keep up.`}
          value={choice.model.name}
          onChange={(name) => {
            rememberModel(name)
            speech.actions.use(name)
          }}
          options={models.map(({ name, label, bytes }) => [
            name,
            `${label} (${megabytes.format(bytes / 1e6)})`,
          ])}
        />
      )}
      {choice?.kind === 'model' && choice.model.notice && <p className="soft">{choice.model.notice}</p>}
    </>
  )
}
