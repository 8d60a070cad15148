import { i18n } from '@lingui/core'
import type { Language } from '../../server/lib/contract.ts'
import { recall, remember } from './remembered.ts'

const KEY = 'language'
/** Every first load carries the first ones; the others come with what they belong to. */
const catalogues = {
  first: { en: () => import('../locales/en.po'), es: () => import('../locales/es.po') },
  account: { en: () => import('../locales/account/en.po'), es: () => import('../locales/account/es.po') },
  room: { en: () => import('../locales/room/en.po'), es: () => import('../locales/room/es.po') },
  captions: { en: () => import('../locales/captions/en.po'), es: () => import('../locales/captions/es.po') },
  together: { en: () => import('../locales/together/en.po'), es: () => import('../locales/together/es.po') },
  scenes: { en: () => import('../locales/scenes/en.po'), es: () => import('../locales/scenes/es.po') },
  stage: { en: () => import('../locales/stage/en.po'), es: () => import('../locales/stage/es.po') },
}
type Catalogue = keyof typeof catalogues
const isOurs = (language: string): language is Language => language in catalogues.first

/** The language chosen on this device, else the browser's first one that we have. */
export function preferredLanguage(chosen = recall(KEY), browser = navigator.languages): Language {
  const wanted = [chosen ?? '', ...browser].map((tag) => tag.slice(0, 2).toLowerCase())
  return wanted.find(isOurs) ?? 'en'
}

const wanted = new Set<Catalogue>(['first'])
/** Loads more texts, in this language and in whatever is chosen from now on. */
export async function loadTexts(more: Catalogue): Promise<void> {
  wanted.add(more)
  const language = i18n.locale as Language
  i18n.load(language, (await catalogues[more][language]()).messages)
}

/** Loads a language's texts and shows them everywhere. */
export async function loadLanguage(language: Language): Promise<void> {
  const loaded = await Promise.all([...wanted].map((some) => catalogues[some][language]()))
  i18n.loadAndActivate({ locale: language, messages: Object.assign({}, ...loaded.map((l) => l.messages)) })
  document.documentElement.lang = language
}

export async function chooseLanguage(language: Language): Promise<void> {
  await loadLanguage(language)
  remember(KEY, language)
}
