import { Trans, useLingui } from '@lingui/react/macro'
import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import type { Captions } from '../captions.ts'
import { rememberTranslation } from '../settings.ts'
import { sameLanguage } from '../translation/translator.ts'

/** Languages that are asked for, by how many people speak them; a device offers some of them, or none. */
const LANGUAGES = [
  ...['en', 'zh', 'hi', 'es', 'ar', 'fr', 'bn', 'pt', 'ru', 'ur', 'id', 'de', 'ja', 'tr', 'vi', 'ko', 'it'],
  ...['th', 'pl', 'uk', 'fa', 'nl', 'ro', 'el', 'cs', 'hu', 'sv', 'he', 'da', 'fi', 'nb', 'sk', 'bg', 'hr'],
  ...['lt', 'sl', 'lv', 'et', 'ta', 'te', 'mr', 'kn'],
] as const
/** What can be translated from before anybody has spoken. */
const FIRST = 'en'

/** In which language one reads what is said, beside the original. Not there where nothing can translate on this device. */
export function TranslationField({ captions }: { captions: Captions }) {
  const { t, i18n } = useLingui()
  const { can, choose, fetch, state } = captions.translations
  const { into, loading, waiting, failed, notices } = useStore(state)
  const spoken = useStore(captions.state, ({ segments }) =>
    [...new Set(segments.flatMap(({ language }) => language ?? []))].sort().join(' '),
  )
  const [offered, offer] = useState<readonly string[]>([])
  useEffect(() => {
    let here = true
    const from = spoken ? spoken.split(' ') : [FIRST]
    const possible = (language: string) =>
      Promise.all(from.map((one) => !sameLanguage(one, language) && can(one, language)))
    void Promise.all(LANGUAGES.map(async (one) => ((await possible(one)).some(Boolean) ? [one] : []))).then(
      (all) => here && offer(all.flat()),
    )
    return () => {
      here = false
    }
  }, [spoken, can])
  if (offered.length === 0 && !into) return null
  const own = (language: string) =>
    new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language
  const named = (languages: ReadonlySet<string>) => {
    const names = new Intl.DisplayNames([i18n.locale], { type: 'language' })
    return [...languages].map((one) => names.of(one) ?? one).join(', ')
  }
  const share = new Intl.NumberFormat(i18n.locale, { style: 'percent' }).format(loading ?? 0)
  const listed = into && !offered.includes(into) ? [...offered, into] : offered
  const missing = named(failed)
  const asked = named(waiting)
  return (
    <>
      <Field
        name="translation"
        label={t`Translation beside the original`}
        hint={t`Made by machine on this device: it can be wrong. What is said goes to nobody else for it.`}
        value={into ?? ''}
        onChange={(language) => {
          rememberTranslation(language)
          choose(language || undefined)
        }}
        options={[['', t`None`], ...listed.map((one) => [one, own(one)] as const)]}
      />
      <p className="soft" role="status">
        {loading !== undefined && <Trans>Your browser fetches the language: {share}.</Trans>}
        {missing && <Trans>It cannot be translated from {missing} here.</Trans>}
      </p>
      {[...notices].map((notice) => (
        <p key={notice} className="soft">
          {notice}
        </p>
      ))}
      {asked && (
        <p>
          <Button kind="plain" onClick={fetch}>
            <Trans>Fetch what is needed for {asked}</Trans>
          </Button>
        </p>
      )}
    </>
  )
}
