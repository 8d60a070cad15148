import { createStore, type StoreApi } from 'zustand/vanilla'
import type { CaptionEngine } from './engine.ts'
import { ANOTHER, type Choice, chooseEngine, type Offer } from './engines/choose.ts'
import type { Here, Known } from './engines/here.ts'

/** A part of the app that could not be fetched is tried again so soon. */
const AGAIN_MS = 5000

export type SpeechState = {
  /** the language we speak */
  language: string
  /** the model we would like best */
  model: string | undefined
  /** what there is to choose from; undefined until that is known */
  offer: Offer | undefined
  /** what writes us down */
  choice: Choice | undefined
}

/** What writes speech down here, and the choice between several. */
export type Speech = {
  state: Pick<StoreApi<SpeechState>, 'getState' | 'subscribe' | 'getInitialState'>
  actions: {
    speak: (language: string) => void
    use: (model: string) => void
  }
  /** for our own voice; `none` when nothing writes our language, undefined until that is known */
  own: () => CaptionEngine | 'none' | undefined
  /** the language that our words are written down in; undefined while they are not */
  spoken: () => string | undefined
  /** for voices that come in */
  others: () => CaptionEngine | 'none' | undefined
  /** a text that one of them heard, with names and words of this circle put right */
  putRight: (text: string, known: Known) => string
  close: () => void
}

type Options = {
  language: string
  model: string | undefined
  /** finds out what there is, once, when somebody is to be written down; tried again when it fails */
  look: () => Promise<Here>
}

// a model that knows several languages is told which when it is opened
const idOf = (choice: Choice | undefined) =>
  choice?.kind === 'model'
    ? `${choice.model.name} ${choice.language}`
    : choice?.kind === 'browser'
      ? choice.language
      : choice?.kind

/** Holds the engine that our choice leads to. One that is replaced ends when the last one who listens with it has stopped. */
export function createSpeech({ language, model, look }: Options): Speech {
  const state = createStore<SpeechState>(() => ({ language, model, offer: undefined, choice: undefined }))
  let engine: ReturnType<typeof untilUnused> | undefined
  /** for others, when nothing writes our own language */
  let spare: ReturnType<typeof untilUnused> | undefined
  let here: Here | undefined
  let looking = false
  let closed = false

  function choose(change: Partial<SpeechState>): void {
    if (closed) return
    const next = { ...state.getState(), ...change }
    const choice = next.offer && chooseEngine(next, next.offer)
    if (idOf(choice) !== idOf(state.getState().choice)) {
      engine?.retire()
      engine = here && choice && choice.kind !== 'none' ? untilUnused(here.make(choice)) : undefined
    }
    state.setState({ ...next, choice })
    if (!engine) return
    spare?.retire()
    spare = undefined
  }

  function begin(): void {
    if (looking || closed) return
    looking = true
    look().then(
      (found) => {
        here = found
        choose({ offer: found.offer })
      },
      () => {
        looking = false
        setTimeout(begin, AGAIN_MS)
      },
    )
  }

  return {
    state,
    actions: {
      speak: (language) => choose({ language }),
      use: (model) => choose({ model }),
    },
    own() {
      begin()
      return engine?.engine ?? (state.getState().choice ? 'none' : undefined)
    },
    spoken: () => (engine ? state.getState().language : undefined),
    others() {
      begin()
      if (engine || !here) return engine?.engine
      const [first] = here.offer.models
      if (!first) return 'none'
      spare ??= untilUnused(
        here.make({ kind: 'model', model: first, language: first.languages[0] ?? ANOTHER }),
      )
      return spare.engine
    },
    putRight: (text, known) => here?.putRight(text, known) ?? text,
    close() {
      closed = true
      engine?.engine.close()
      spare?.engine.close()
    },
  }
}

/** For a device that only reads. */
export const noSpeech = (): Speech =>
  createSpeech({
    language: ANOTHER,
    model: undefined,
    look: async () => ({
      offer: { models: [], onDevice: [] },
      putRight: (text) => text,
      make() {
        throw new Error('nothing is written down here')
      },
    }),
  })

/** An engine that, once it is not wanted any more, closes with the last of those who listen. */
function untilUnused(made: CaptionEngine) {
  let listening = 0
  let retired = false
  const closeWhenUnused = () => {
    if (retired && listening === 0) made.close()
  }
  const engine: CaptionEngine = {
    ...made,
    async start(track, told) {
      listening++
      const leave = () => {
        listening--
        closeWhenUnused()
      }
      try {
        const stop = await made.start(track, told)
        return () => stop().finally(leave)
      } catch (error) {
        leave()
        throw error
      }
    },
  }
  return {
    engine,
    retire() {
      retired = true
      closeWhenUnused()
    },
  }
}
