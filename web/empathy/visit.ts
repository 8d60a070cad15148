import { createStore, type StoreApi } from 'zustand/vanilla'
import {
  beatAt,
  type Clock,
  isOver,
  movedOn,
  moveTo,
  settledChoices,
  soughtTo,
  started,
  stopped,
  tAt,
} from '../../scenes/kit/timeline.ts'
import type { Intensity, Made, Manifest, Moment, Script } from '../../scenes/kit/types.ts'

/** The way through a visit. The calm room is beside it, and can be reached from each of them. */
export const PHASES = [
  'notes',
  'before',
  'imagine',
  'scene',
  'grounding',
  'reflection',
  'after',
  'done',
] as const
export type Phase = (typeof PHASES)[number]

/** Five equal ways to be in a scene. */
export const MODES = ['headset', 'desktop', 'phone', 'audio', 'text'] as const
export type Mode = (typeof MODES)[number]

export type VisitState = {
  phase: Phase
  /** in the calm room; the way back leads to where one was */
  calm: boolean
  /** the headset is off, in a scene that goes on without: silent here until one is back. Alone it is paused then */
  away: boolean
  mode: Mode
  intensity: Intensity
  clock: Clock
  made: Made
  /** “I live with this”: the scene itself is skipped */
  lived: boolean
}

export type VisitEvent =
  | {
      type:
        | 'next'
        | 'live_with_this'
        | 'pause'
        | 'resume'
        | 'move_on'
        | 'over'
        | 'exit'
        | 'come_back'
        | 'away'
        | 'here'
    }
  | { type: 'seek'; t: number }
  | { type: 'mode'; mode: Mode }
  | { type: 'intensity'; intensity: Intensity }
  | { type: 'choose'; choice: string; option: string }

type Facts = { manifest: Manifest; script: Script; now: number }

/** Reading and listening go at one's own pace; only what plays has a clock that runs. */
const plays = (mode: Mode) => mode !== 'text'

export const beginning = (mode: Mode): VisitState => ({
  phase: 'notes',
  calm: false,
  away: false,
  mode,
  intensity: 1,
  clock: { at: 0, t: 0, running: false },
  made: {},
  lived: false,
})

function following({ phase, lived }: VisitState): Phase {
  // who lives with it is asked nothing about the simulation, and comes to the questions that everyone talks about
  if (lived) return phase === 'reflection' ? 'done' : 'reflection'
  return PHASES[PHASES.indexOf(phase) + 1] ?? 'done'
}

/** Decides what a visit becomes; what makes no sense where one is changes nothing. Pure. */
export function step(state: VisitState, event: VisitEvent, { manifest, script, now }: Facts): VisitState {
  const { beats } = manifest
  const { clock, mode, phase, calm } = state
  const inScene = phase === 'scene' && !calm
  const run = (next: VisitState): VisitState =>
    next.phase === 'scene' && !next.calm && plays(next.mode)
      ? { ...next, clock: started(next.clock, now, beats) }
      : { ...next, clock: stopped(next.clock, now, beats) }
  switch (event.type) {
    case 'next':
      return phase === 'scene' || phase === 'done' ? state : run({ ...state, phase: following(state) })
    case 'live_with_this':
      return phase === 'notes' ? { ...state, lived: true, phase: 'reflection' } : state
    case 'pause':
      return inScene ? { ...state, clock: stopped(clock, now, beats) } : state
    case 'resume':
      return inScene ? run(state) : state
    case 'seek':
      return inScene ? { ...state, clock: soughtTo(clock, event.t, now) } : state
    case 'move_on': {
      if (!inScene) return state
      const next = movedOn(clock, now, beats)
      return isOver(beats, next.t)
        ? step(state, { type: 'over' }, { manifest, script, now })
        : { ...state, clock: next }
    }
    case 'over':
      return phase === 'scene' ? run({ ...state, phase: 'grounding' }) : state
    case 'exit':
      return run({ ...state, calm: true })
    case 'come_back':
      return run({ ...state, calm: false })
    case 'away':
    case 'here':
      return state
    case 'mode': {
      if (mode === event.mode) return state
      const next = { ...state, mode: event.mode }
      // a pause outlasts a change between modes that play
      return plays(mode) && plays(event.mode) && !clock.running ? next : run(next)
    }
    case 'intensity':
      return { ...state, intensity: event.intensity }
    case 'choose': {
      if (!inScene) return state
      const { beat, into } = beatAt(beats, tAt(clock, now, beats))
      const choice = script.beats[beat.id]?.choice
      const open = choice?.id === event.choice && (into >= choice.from || !plays(mode))
      if (!open || !choice.options.some(({ id }) => id === event.option)) return state
      return {
        ...state,
        made: { ...state.made, [event.choice]: event.option },
        clock: movedOn(clock, now, beats),
      }
    }
  }
}

export type Visit = {
  /** the clock is a circle's: pausing, seeking and moving on are not one's own to do, and are not offered */
  led?: true
  manifest: Manifest
  script: Script
  state: Pick<StoreApi<VisitState>, 'getState' | 'subscribe' | 'getInitialState'>
  /** The moment now, written into the one object that is always the same. */
  moment: (still: boolean) => Moment
  actions: { send: (event: VisitEvent) => void }
  close: () => void
}

type Options = {
  manifest: Manifest
  script: Script
  mode: Mode
  /** milliseconds of the clock that the visit follows */
  now: () => number
  /** where it goes on, when it has begun on another device */
  from?: VisitState
}

/** One going-through of a scene, alone. Keeps nothing after `close`. */
export function createVisit({ manifest, script, mode, now, from = beginning(mode) }: Options): Visit {
  const { beats } = manifest
  const state = createStore(() => from)
  const [first] = beats
  if (!first) throw new Error('a scene without beats')
  const moment: Moment = { t: 0, beat: first, into: 0, made: {}, intensity: 1, still: false }
  let chosen: Made | undefined
  const send = (event: VisitEvent) => {
    const before = state.getState()
    const next = step(before, event, { manifest, script, now: now() })
    if (next !== before) state.setState(next, true)
  }
  // the end comes by the clock alone
  const timer = setInterval(() => {
    const { phase, calm, clock } = state.getState()
    if (phase === 'scene' && !calm && clock.running && isOver(beats, tAt(clock, now(), beats)))
      send({ type: 'over' })
  }, 250)
  return {
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
      moment.intensity = intensity
      moment.still = still
      return moment
    },
    actions: { send },
    close: () => clearInterval(timer),
  }
}
