import type { CaptionEngine, Told } from '../engine.ts'
import { languageOf } from './choose.ts'

// the parts of the Web Speech API that TypeScript does not know yet
type Result = { readonly isFinal: boolean; readonly [index: number]: { readonly transcript: string } }
type ResultEvent = { readonly resultIndex: number; readonly results: ArrayLike<Result> }
type Recogniser = {
  lang: string
  continuous: boolean
  interimResults: boolean
  processLocally: boolean
  onresult: ((event: ResultEvent) => void) | null
  onerror: ((event: { readonly error: string }) => void) | null
  onend: (() => void) | null
  onstart: (() => void) | null
  start: (track: MediaStreamTrack) => void
  stop: () => void
  abort: () => void
}
type Asked = { langs: string[]; processLocally: true }
export type Recognition = {
  new (): Recogniser
  prototype: object
  available?: (asked: Asked) => Promise<string>
  install?: (asked: Asked) => Promise<boolean>
}

/** A language as this browser names it, and whether the device has all that is needed for it. */
export type OnDevice = { tag: string; here: boolean }

/** The browser's own recognition, when it can be told to stay on the device. One that cannot sends sound away: it is never used. */
export function localRecognition(scope: object = globalThis): Recognition | undefined {
  const { SpeechRecognition: found } = scope as { SpeechRecognition?: Recognition }
  return found?.available && found.install && 'processLocally' in found.prototype ? found : undefined
}

/** Which of these BCP 47 tags are recognised on the device, or could be after a fetch; by language, the first tag of each. */
export async function onDeviceLanguages(
  tags: readonly string[],
  recognition: Recognition | undefined,
): Promise<Map<string, OnDevice>> {
  const found = new Map<string, OnDevice>()
  for (const tag of tags) {
    if (found.has(languageOf(tag))) continue
    const state = await recognition
      ?.available?.({ langs: [tag], processLocally: true })
      .catch(() => undefined)
    if (state === 'available' || state === 'downloadable' || state === 'downloading')
      found.set(languageOf(tag), { tag, here: state === 'available' })
  }
  return found
}

/** Browsers end it after a while of silence: then it begins again soon. After a fault that waits. */
const SOON_MS = 300
const LATER_MS = 5000
const LAST_WORDS_MS = 2000
/** What ends by itself, or is no fault. */
const HARMLESS = ['no-speech', 'aborted']

/** The browser's own recognition of one language, on the device. */
export function createBrowserEngine({ tag, here }: OnDevice, recognition: Recognition): CaptionEngine {
  let ready: Promise<void> | undefined
  const prepare = () => {
    ready ??= install().catch((error) => {
      ready = undefined
      throw error
    })
    return ready
  }
  async function install(): Promise<void> {
    if (!(await recognition.install?.({ langs: [tag], processLocally: true })))
      throw new Error(`${tag} could not be installed on this device`)
  }

  return {
    id: `browser-${tag}`,
    languages: [languageOf(tag)],
    bytes: here ? 0 : undefined,
    supported: () => true,
    prepare,
    async start(track, told) {
      let stopped = false
      let phrases = 0
      let now: Recogniser | undefined
      let again: ReturnType<typeof setTimeout> | undefined
      let ended = () => {}
      const later = (ms: number) => {
        if (!stopped) again = setTimeout(() => void listen(), ms)
      }
      async function listen(): Promise<void> {
        let count = 0
        let wait = SOON_MS
        try {
          await prepare()
          if (stopped) return
          const recogniser = new recognition()
          recogniser.lang = tag
          recogniser.continuous = true
          recogniser.interimResults = true
          recogniser.processLocally = true
          recogniser.onstart = () => told.broken(false)
          recogniser.onresult = (event) => {
            count = event.results.length
            tell(event, phrases, told)
          }
          recogniser.onerror = ({ error }) => {
            if (HARMLESS.includes(error)) return
            wait = LATER_MS
            told.broken(true)
          }
          recogniser.onend = () => {
            phrases += count
            now = undefined
            ended()
            later(wait)
          }
          recogniser.start(track)
          now = recogniser
        } catch {
          told.broken(true)
          later(LATER_MS)
        }
      }
      await listen()
      return async () => {
        stopped = true
        clearTimeout(again)
        if (!now) return
        const over = new Promise<void>((resolve) => {
          ended = resolve
        })
        now.stop()
        await Promise.race([over, new Promise((resolve) => setTimeout(resolve, LAST_WORDS_MS))])
        now?.abort()
      }
    },
    close() {},
  }
}

function tell({ resultIndex, results }: ResultEvent, before: number, told: Told): void {
  for (const [i, result] of Array.from(results).entries()) {
    if (i < resultIndex) continue
    const text = result[0]?.transcript.trim() ?? ''
    const phrase = before + i
    if (result.isFinal) told.heard({ phrase, agreed: text, tentative: '', final: true })
    else told.heard({ phrase, agreed: '', tentative: text, final: false })
  }
}
