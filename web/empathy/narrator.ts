import { useEffect, useState } from 'react'
import type { Language } from '../../scenes/kit/types.ts'

export type VoiceLike = Pick<SpeechSynthesisVoice, 'lang' | 'localService' | 'default' | 'name'>

/** The device's own voice for a language. A voice that works elsewhere would send every line to somebody: never one of those. */
export function chooseVoice<V extends VoiceLike>(voices: readonly V[], language: string): V | undefined {
  const ours = voices.filter(
    ({ lang, localService }) => localService && /^[a-z]+/i.exec(lang)?.[0].toLowerCase() === language,
  )
  return ours.find((voice) => voice.default) ?? ours[0]
}

/** Reads aloud, one text at a time. */
export type Narrator = {
  /** Fulfilled when the text was said, or stopped; never rejected. */
  say: (text: string) => Promise<void>
  stop: () => void
}

export function createNarrator(
  synthesis: SpeechSynthesis,
  voice: SpeechSynthesisVoice,
  volume: () => number,
): Narrator {
  let saying: (() => void) | undefined
  const stop = () => {
    saying?.()
    saying = undefined
    synthesis.cancel()
  }
  return {
    say(text) {
      stop()
      return new Promise((resolve) => {
        const utterance = new SpeechSynthesisUtterance(text)
        utterance.voice = voice
        utterance.lang = voice.lang
        utterance.volume = volume()
        saying = resolve
        utterance.onend = () => resolve()
        utterance.onerror = () => resolve()
        synthesis.speak(utterance)
      })
    },
    stop,
  }
}

/** The device's voice for this language; undefined where there is none. Voices may come late. */
export function useVoice(language: Language): SpeechSynthesisVoice | undefined {
  const find = () =>
    'speechSynthesis' in globalThis ? chooseVoice(speechSynthesis.getVoices(), language) : undefined
  const [voice, setVoice] = useState(find)
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is found anew for each language
  useEffect(() => {
    if (!('speechSynthesis' in globalThis)) return
    const look = () => setVoice(find())
    look()
    speechSynthesis.addEventListener?.('voiceschanged', look)
    return () => speechSynthesis.removeEventListener?.('voiceschanged', look)
  }, [language])
  return voice
}
