import { createVoice } from './voice.ts'

type Options = Pick<Parameters<typeof createVoice>[0], 'engine' | 'mayFetch'> & {
  /** somebody's voice while it should be listened to here */
  sound: (identity: string) => MediaStreamTrack | undefined
  heard: (identity: string, ...phrase: Parameters<Parameters<typeof createVoice>[0]['heard']>) => void
}

/** Other people's voices that are written down here, for ourselves alone. */
export function createHearing({ engine, mayFetch, sound, heard }: Options) {
  const voices = new Map<string, ReturnType<typeof createVoice>>()
  const each = (what: 'follow' | 'again' | 'close') => [...voices.values()].map((voice) => voice[what]())
  return {
    /** Begins with somebody's, or ends it. */
    hear(identity: string, on: boolean): void {
      if (on === voices.has(identity)) return
      if (on) {
        const voice = createVoice({
          engine,
          mayFetch,
          sound: () => sound(identity),
          tell: () => {},
          heard: (id, phrase) => heard(identity, id, phrase),
        })
        voices.set(identity, voice)
      } else {
        void voices.get(identity)?.close()
        voices.delete(identity)
      }
    },
    /** whose, by identity */
    whose: () => new Set(voices.keys()),
    follow: () => void each('follow'),
    again: () => void each('again'),
    close: () => Promise.all(each('close')),
  }
}
