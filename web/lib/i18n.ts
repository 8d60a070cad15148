import { i18n } from '@lingui/core'
import type { Language } from '../../server/lib/contract.ts'
import { recall, remember } from './remembered.ts'

const KEY = 'language'
const catalogues = { en: () => import('../locales/en.po'), es: () => import('../locales/es.po') }
const isOurs = (language: string): language is Language => language in catalogues

/** The language chosen on this device, else the browser's first one that we have. */
export function preferredLanguage(chosen = recall(KEY), browser = navigator.languages): Language {
  const wanted = [chosen ?? '', ...browser].map((tag) => tag.slice(0, 2).toLowerCase())
  return wanted.find(isOurs) ?? 'en'
}

/** Loads a language's texts and shows them everywhere. */
export async function loadLanguage(language: Language): Promise<void> {
  const { messages } = await catalogues[language]()
  i18n.loadAndActivate({ locale: language, messages })
  document.documentElement.lang = language
}

export async function chooseLanguage(language: Language): Promise<void> {
  await loadLanguage(language)
  remember(KEY, language)
}
