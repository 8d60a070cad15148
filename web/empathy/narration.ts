import { createStore, type StoreApi } from 'zustand/vanilla'
import { beatAt, cueAt, cuesOf } from '../../scenes/kit/timeline.ts'
import type { Language } from '../../scenes/kit/types.ts'
import type { Narrator } from './narrator.ts'
import type { Visit } from './visit.ts'
import { isThought } from './words.ts'

const LOOK_MS = 100
/** A beat that was entered later than this is not described again. */
const BEGINNING_SECONDS = 1.5

export type Narration = {
  /** `held`: the scene waits for what is being read */
  state: Pick<StoreApi<{ held: boolean }>, 'getState' | 'subscribe' | 'getInitialState'>
  actions: {
    /** play or pause, whatever it is now */
    toggle: () => void
    /** no more of what is being read: one goes somewhere else */
    hush: () => void
  }
  /** looks where the scene is, and reads what is to be read; called ten times a second by itself */
  look: () => void
  close: () => void
}

type Options = {
  visit: Visit
  narrator: Narrator
  language: Language
  /** whether sounds are named too, since they cannot be heard */
  soundsToo: () => boolean
}

/** Reads a scene aloud: every beat's description before it goes on, every line at its time, every choice. The scene waits for the voice, never the voice for the scene. */
export function createNarration({ visit, narrator, language, soundsToo }: Options): Narration {
  const { manifest, script, actions } = visit
  const state = createStore(() => ({ held: false }))
  let saying: string | undefined
  let beatSaid: string | undefined
  let lineSaid: string | undefined
  let choiceSaid: string | undefined
  let lastT = 0

  const hush = () => {
    if (!saying) return
    saying = undefined
    narrator.stop()
    state.setState({ held: false })
  }
  const hold = () => {
    state.setState({ held: true })
    actions.send({ type: 'pause' })
  }
  const say = (key: string, text: string) => {
    saying = key
    void narrator.say(text).then(() => {
      if (saying !== key) return
      saying = undefined
      if (!state.getState().held) return
      state.setState({ held: false })
      actions.send({ type: 'resume' })
    })
  }
  const speaker = (who: string) => {
    const voice = script.voices[who]
    // one's own thoughts need no name
    return voice && !isThought(visit, voice) ? `${voice.name[language]}: ` : ''
  }

  function look(): void {
    const { phase, calm, clock } = visit.state.getState()
    if (phase !== 'scene' || calm) {
      hush()
      return
    }
    const { t, made } = visit.moment(true)
    if (t < lastT - 0.5) beatSaid = lineSaid = choiceSaid = undefined
    lastT = t
    const { held } = state.getState()
    if (held) return
    if (!clock.running) {
      if (saying) hush()
      return
    }
    const { beat, into } = beatAt(manifest.beats, t)
    const part = script.beats[beat.id]
    const cue = cueAt(cuesOf(script, beat.id, made), into)
    const newBeat = beatSaid !== beat.id
    const newLine = cue !== undefined && cue.key !== lineSaid
    if (saying) {
      // the next has come before this one was said
      if (newLine || newBeat) hold()
      return
    }
    if (newBeat) {
      beatSaid = beat.id
      if (part && into < BEGINNING_SECONDS) {
        hold()
        say(`${beat.id} described`, part.describe[language])
        return
      }
    }
    const { choice } = part ?? {}
    if (choice && into >= choice.from && choiceSaid !== choice.id) {
      choiceSaid = choice.id
      hold()
      const options = choice.options.map(({ label }) => label[language])
      say(choice.id, [choice.ask[language], ...options].join(' … '))
      return
    }
    if (newLine) {
      lineSaid = cue.key
      const { who } = cue.line
      const text = cue.line[language]
      if (who !== null) say(cue.key, speaker(who) + text)
      else if (soundsToo()) say(cue.key, text.replace(/[[\]]/g, ''))
    }
  }
  const timer = setInterval(look, LOOK_MS)

  return {
    state,
    actions: {
      toggle() {
        if (state.getState().held) return hush()
        const { running } = visit.state.getState().clock
        if (running) hush()
        actions.send({ type: running ? 'pause' : 'resume' })
      },
      hush() {
        const { held } = state.getState()
        hush()
        if (held) actions.send({ type: 'resume' })
      },
    },
    look,
    close() {
      clearInterval(timer)
      const { held } = state.getState()
      hush()
      if (held) actions.send({ type: 'resume' })
    },
  }
}
