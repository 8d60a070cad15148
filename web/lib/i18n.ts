import { i18n } from '@lingui/core'
import type { Language } from '../../server/lib/contract.ts'

const KEY = 'language'
const LANGUAGES: readonly Language[] = ['en', 'es']
const catalogues = { en: () => import('../locales/en.po'), es: () => import('../locales/es.po') }

/** The language chosen on this device, or the browser's first one that we have. */
export function preferredLanguage(): Language {
  const wanted = [localStorage.getItem(KEY), ...navigator.languages.map((l) => l.slice(0, 2))]
  return (
    LANGUAGES.find(
      (l) => wanted.includes(l) && l === wanted.find((w) => LANGUAGES.includes(w as Language)),
    ) ?? 'en'
  )
}

/** Loads a language's texts and shows them everywhere. */
export async function loadLanguage(language: Language): Promise<void> {
  const { messages } = await catalogues[language]()
  i18n.loadAndActivate({ locale: language, messages })
  document.documentElement.lang = language
}

export async function chooseLanguage(language: Language): Promise<void> {
  localStorage.setItem(KEY, language)
  await loadLanguage(language)
}
