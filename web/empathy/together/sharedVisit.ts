import { createStore } from 'zustand/vanilla'
import { beatAt, moveTo, settledChoices, tAt } from '../../../scenes/kit/timeline.ts'
import type { Made, Manifest, Moment, Script } from '../../../scenes/kit/types.ts'
import type { SceneView } from '../../../server/rooms/contract.ts'
import { beginning, type Mode, type Visit, type VisitEvent, type VisitState } from '../visit.ts'

/** What the circle's scene means for one's own visit of it. */
type Led = Pick<SceneView, 'stage' | 'clock' | 'soft'>

/**
 * Decides what a visit in a circle becomes by oneself: how, how strongly and with which choices one is there, and whether
 * one is. The clock is the room's, so what would move it changes nothing. Pure.
 */
export function stepTogether(
  state: VisitState,
  event: VisitEvent,
  { script, manifest, now }: { manifest: Manifest; script: Script; now: number },
): VisitState {
  switch (event.type) {
    case 'exit':
      return { ...state, calm: true }
    case 'come_back':
      return { ...state, calm: false }
    case 'away':
    case 'here':
      return state.away === (event.type === 'away') ? state : { ...state, away: event.type === 'away' }
    case 'mode':
      return { ...state, mode: event.mode }
    case 'intensity':
      return { ...state, intensity: event.intensity }
    case 'choose': {
      if (state.phase !== 'scene' || state.calm) return state
      const { beat, into } = beatAt(manifest.beats, tAt(state.clock, now, manifest.beats))
      const choice = script.beats[beat.id]?.choice
      const open = choice?.id === event.choice && (into >= choice.from || state.mode === 'text')
      if (!open || !choice.options.some(({ id }) => id === event.option)) return state
      return { ...state, made: { ...state.made, [event.choice]: event.option } }
    }
    default:
      return state
  }
}

const PHASE = { notes: 'notes', playing: 'scene', grounding: 'grounding', questions: 'done' } as const

/** The visit as the circle's scene is now. */
export const led = (state: VisitState, { stage, clock }: Led): VisitState => ({
  ...state,
  phase: PHASE[stage],
  clock,
})

type Options = {
  manifest: Manifest
  script: Script
  mode: Mode
  scene: Led
  /** epoch milliseconds of the server */
  now: () => number
  /** one stepped out, or came back */
  stepped: (out: boolean) => void
}

/** One's own going-through of a scene that the circle is in. Everyone's clock is the room's; what one chooses stays here. */
export function createSharedVisit({ manifest, script, mode, scene, now, stepped }: Options): Visit & {
  /** The room has changed. */
  follow: (scene: Led) => void
} {
  const { beats } = manifest
  const [first] = beats
  if (!first) throw new Error('a scene without beats')
  let soft = scene.soft
  const state = createStore(() => led(beginning(mode), scene))
  const moment: Moment = { t: 0, beat: first, into: 0, made: {}, intensity: 1, still: false }
  let chosen: Made | undefined
  return {
    led: true,
    manifest,
    script,
    state,
    moment(still) {
      const { clock, made, intensity } = state.getState()
      const before = moment.beat
      moveTo(moment, beats, tAt(clock, now(), beats))
      if (moment.beat !== before || made !== chosen) {
        chosen = made
        moment.made = settledChoices(manifest, script, made, moment.t)
      }
      // the facilitator softens it for everyone; nobody is ever put into more than they chose
      moment.intensity = soft ? 1 : intensity
      moment.still = still
      return moment
    },
    actions: {
      send(event) {
        const before = state.getState()
        const next = stepTogether(before, event, { manifest, script, now: now() })
        if (next === before) return
        state.setState(next, true)
        if (next.calm !== before.calm) stepped(next.calm)
      },
    },
    follow(next) {
      soft = next.soft
      state.setState((before) => led(before, next), true)
    },
    close() {},
  }
}
