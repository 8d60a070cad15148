import { recall, remember } from '../lib/remembered.ts'
import type { Backend } from './worker/backend.ts'

const OWN = 'captions'
const LANGUAGE = 'speaking'
const MODEL = 'speech model'
const backendOf = (model: string) => `speech on ${model}`

/** Whether our own speech is written down: yes, until somebody says no. */
export const rememberedOwnCaptions = (): boolean => recall(OWN) !== 'off'
/** Whether what is fetched now is paid by the megabyte, as far as the browser tells. */
export function isMetered(): boolean {
  const { connection } = navigator as { connection?: { saveData?: boolean; type?: string } }
  return connection?.saveData === true || connection?.type === 'cellular'
}

export const rememberOwnCaptions = (on: boolean) => remember(OWN, on ? 'on' : 'off')

/** The language this person speaks; undefined until they say one. */
export const rememberedSpeaking = () => recall(LANGUAGE) ?? undefined
export const rememberSpeaking = (language: string) => remember(LANGUAGE, language)

/** The model this person chose, where there are several. */
export const rememberedModel = () => recall(MODEL) ?? undefined
export const rememberModel = (name: string) => remember(MODEL, name)

/** What a model was found to run best on, on this device. */
export function recallBackend(model: string): Backend | undefined {
  const kept = recall(backendOf(model))
  return kept === 'wasm' || kept === 'webgpu' ? kept : undefined
}
export const rememberBackend = (model: string, backend: Backend) => remember(backendOf(model), backend)
const INTO = 'translation of captions'
/** The language that captions are translated into here; undefined for none. */
export const rememberedTranslation = (): string | undefined => recall(INTO) || undefined
export const rememberTranslation = (language: string) => remember(INTO, language)
