import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Segment } from '../segments.ts'
import { NeedsPress, sameLanguage, type TranslationProvider, type Translator } from './translator.ts'

/** A segment's text in another language. `of` is the text that was translated: it may have been put right since. */
export type Translated = { of: string; text: string }

export type TranslationsState = {
  /** BCP 47; undefined while nothing is translated */
  into: string | undefined
  /** by the segment's key */
  texts: ReadonlyMap<string, Translated>
  /** what is being fetched: its share, 0 … 1 */
  loading: number | undefined
  /** languages that are spoken here and wait for a press, or cannot be translated from */
  waiting: ReadonlySet<string>
  failed: ReadonlySet<string>
  /** what has to be shown where the models are used */
  notices: ReadonlySet<string>
}

type Options = {
  provider: TranslationProvider | undefined
  /** what was said, and a way to hear of changes; returns what ends that */
  segments: () => readonly Segment[]
  onChange: (changed: () => void) => () => void
}

const NOTHING = {
  texts: new Map(),
  loading: undefined,
  waiting: new Set<string>(),
  failed: new Set<string>(),
  notices: new Set<string>(),
}

/** Keeps whole lines translated into the language that this reader chose, the newest first. */
export function createTranslations({ provider, segments, onChange }: Options) {
  const state = createStore<TranslationsState>(() => ({ into: undefined, ...NOTHING }))
  const { getState, setState: set } = state
  let open = new Map<string, Promise<Translator>>()
  /** one for each language that was chosen: aborted when another is */
  let round = new AbortController()
  let working: AbortController | undefined

  function translator(from: string, into: string): Promise<Translator> | undefined {
    const known = open.get(from)
    if (known || !provider) return known
    const now = round
    const made = provider.open(from, into, (share) => now === round && set({ loading: share }), now.signal)
    open.set(from, made)
    made.then(
      ({ notices = [] }) =>
        now === round &&
        set((before) => ({ loading: undefined, notices: new Set([...before.notices, ...notices]) })),
      (error: unknown) => {
        if (now !== round) return
        open.delete(from)
        const which = error instanceof NeedsPress ? 'waiting' : 'failed'
        set((before) => ({ loading: undefined, [which]: new Set([...before[which], from]) }))
      },
    )
    return made
  }

  function due({ key, final, text, language }: Segment): boolean {
    const { into, texts, waiting, failed } = getState()
    if (!into || !final || !text || !language || sameLanguage(language, into)) return false
    return !waiting.has(language) && !failed.has(language) && texts.get(key)?.of !== text
  }

  async function work(): Promise<void> {
    const now = round
    if (working === now) return
    working = now
    const next = () => (now === round ? segments().findLast(due) : undefined)
    for (let line = next(); line; line = next()) {
      const { key, text, language } = line
      const { into } = getState()
      try {
        const translated = await (await translator(language as string, into as string))?.translate(text)
        if (now === round)
          set(({ texts }) => ({ texts: new Map(texts).set(key, { of: text, text: translated ?? '' }) }))
      } catch {
        // one that cannot be opened is not tried again; a text that cannot be translated stays as it is
        if (now === round && open.has(language as string))
          set(({ texts }) => ({ texts: new Map(texts).set(key, { of: text, text: '' }) }))
      }
    }
    if (working === now) working = undefined
  }

  function forget(): void {
    round.abort()
    round = new AbortController()
    for (const made of open.values())
      made.then(
        ({ close }) => close(),
        () => {},
      )
    open = new Map()
  }

  const end = onChange(() => void work())
  return {
    state: state as Pick<StoreApi<TranslationsState>, 'getState' | 'subscribe' | 'getInitialState'>,
    /** Translates into a language from now on, all that was said before too; or no more. Called by a press, it may fetch. */
    choose(into: string | undefined): void {
      forget()
      set({ into, ...NOTHING })
      const spoken = new Set(segments().flatMap(({ language }) => language ?? []))
      if (into)
        for (const from of spoken) if (!sameLanguage(from, into)) translator(from, into)?.catch(() => {})
      void work()
    },
    /** After a press: fetches what waited for one. */
    fetch(): void {
      const { into, waiting } = getState()
      set({ waiting: new Set(), failed: new Set() })
      if (into) for (const from of waiting) translator(from, into)?.catch(() => {})
      void work()
    },
    can: (from: string, into: string): Promise<boolean> =>
      provider?.can(from, into) ?? Promise.resolve(false),
    close(): void {
      end()
      forget()
      set({ into: undefined, ...NOTHING })
    },
  }
}

export type Translations = ReturnType<typeof createTranslations>
