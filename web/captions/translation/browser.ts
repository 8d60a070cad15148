import { NeedsPress, type TranslationProvider } from './translator.ts'

type Availability = 'unavailable' | 'downloadable' | 'downloading' | 'available'
type Pair = { sourceLanguage: string; targetLanguage: string }
type Monitor = {
  addEventListener: (type: 'downloadprogress', then: (event: { loaded: number }) => void) => void
}
type Instance = { translate: (text: string) => Promise<string>; destroy: () => void }
/** https://developer.mozilla.org/docs/Web/API/Translator */
export type TranslatorApi = {
  availability: (pair: Pair) => Promise<Availability>
  create: (options: Pair & { monitor: (monitor: Monitor) => void; signal: AbortSignal }) => Promise<Instance>
}

/** What of the browser matters here. */
export type Host = {
  Translator?: TranslatorApi
  navigator: { userAgentData?: { brands: readonly { brand: string }[] } }
}

/**
 * The browser's own Translator. Its specification leaves open where it runs; the one of Chromium is known to run on the
 * device, and no other is used.
 */
export function browserTranslation(host = globalThis as unknown as Host): TranslationProvider | undefined {
  const api = host.Translator
  const chromium = host.navigator.userAgentData?.brands.some(({ brand }) => brand === 'Chromium')
  if (!api || !chromium) return undefined
  const pair = (from: string, into: string) => ({ sourceLanguage: from, targetLanguage: into })
  return {
    async can(from, into) {
      try {
        return (await api.availability(pair(from, into))) !== 'unavailable'
      } catch {
        return false
      }
    },
    async open(from, into, progress, signal) {
      try {
        const made = await api.create({
          ...pair(from, into),
          signal,
          monitor: (monitor) =>
            monitor.addEventListener('downloadprogress', ({ loaded }) => progress(loaded)),
        })
        return { translate: (text) => made.translate(text), close: () => made.destroy() }
      } catch (error) {
        if (error instanceof DOMException && error.name === 'NotAllowedError')
          throw new NeedsPress('the browser fetches a language after a press', { cause: error })
        throw error
      }
    },
  }
}
