import { type Clock, isOver, movedOn, started, stopped, tAt } from '../../scenes/kit/timeline.ts'
import type { Manifest } from '../../scenes/kit/types.ts'
import type { SceneStage } from './contract.ts'

/**
 * A scene that a circle is in together. Whoever is not `out` may be in it; what anyone chooses or answers there is theirs
 * and never comes here.
 */
export type SceneState = {
  id: string
  /** epoch milliseconds: the same scene opened again is another going-through */
  opened: number
  stage: SceneStage
  /** in epoch milliseconds of the server */
  clock: Clock
  /** the mildest intensity for everyone */
  soft: boolean
  /** which of the scene's questions is at the hearth */
  question: number
  /** admissions of those who wait by the hearth; nobody asks why */
  out: readonly string[]
  /** admissions of those who said that they come along, for their own second screens alone */
  along?: readonly string[]
  /** epoch milliseconds since when no facilitator is there */
  alone?: number
}

/** A facilitator's commands, a person's steps for themself, and the passing of time, with whether a facilitator is there. */
export type SceneEvent =
  | { type: 'open_scene'; scene: string; draftConfirmed: boolean }
  | { type: 'begin_scene' | 'pause_scene' | 'resume_scene' | 'move_on_scene' | 'end_scene' }
  | { type: 'soften_scene'; on: boolean }
  | { type: 'step_out' | 'step_in'; admission: string }
  | { type: 'time_passes'; facilitator: boolean }

const OF_SCENES = [
  'open_scene',
  'begin_scene',
  'pause_scene',
  'resume_scene',
  'move_on_scene',
  'end_scene',
  'soften_scene',
  'step_out',
  'step_in',
  'time_passes',
] as const satisfies readonly SceneEvent['type'][]
export const isSceneEvent = (event: { type: string }): event is SceneEvent =>
  (OF_SCENES as readonly string[]).includes(event.type)

/** `now` in epoch milliseconds */
export type Facts = { now: number; sceneOf: (id: string) => Manifest | undefined }

export type SceneRefusal = 'command_refused' | 'draft_not_confirmed' | 'no_such_scene'
export type SceneReduced = { ok: true; scene: SceneState | undefined } | { ok: false; refusal: SceneRefusal }

/** So long a circle is in a scene, or is grounding, without anybody who looks after it. */
export const ALONE_MS = 30_000

const refuse = (refusal: SceneRefusal = 'command_refused'): SceneReduced => ({ ok: false, refusal })
const become = (scene: SceneState | undefined): SceneReduced => ({ ok: true, scene })

/** Decides what a circle's scene becomes; undefined is none. Pure. */
export function reduceScene(
  scene: SceneState | undefined,
  event: SceneEvent,
  { now, sceneOf }: Facts,
): SceneReduced {
  if (event.type === 'open_scene') {
    const manifest = sceneOf(event.scene)
    if (scene) return refuse()
    if (!manifest) return refuse('no_such_scene')
    if (manifest.status === 'draft' && !event.draftConfirmed) return refuse('draft_not_confirmed')
    const clock = { at: now, t: 0, running: false }
    return become({
      id: manifest.id,
      opened: now,
      stage: 'notes',
      clock,
      soft: false,
      question: 0,
      out: [],
    })
  }
  if (!scene) return event.type === 'time_passes' ? become(undefined) : refuse()
  const manifest = sceneOf(scene.id)
  // a version of the service that does not have it any more
  if (!manifest) return become(undefined)
  const { beats } = manifest
  const { stage, clock, out } = scene
  const playing = stage === 'playing'
  switch (event.type) {
    case 'begin_scene':
      return stage === 'notes'
        ? become({ ...scene, stage: 'playing', clock: { at: now, t: 0, running: true } })
        : refuse()
    case 'pause_scene':
      return playing && clock.running ? become({ ...scene, clock: stopped(clock, now, beats) }) : refuse()
    case 'resume_scene':
      return playing && !clock.running ? become({ ...scene, clock: started(clock, now, beats) }) : refuse()
    case 'soften_scene':
      if (stage !== 'notes' && !playing) return refuse()
      return become(scene.soft === event.on ? scene : { ...scene, soft: event.on })
    case 'move_on_scene': {
      if (stage === 'notes') return refuse()
      const next = movedOn(clock, now, beats)
      return playing && !isOver(beats, next.t)
        ? become({ ...scene, clock: next })
        : become(after(scene, manifest, now))
    }
    case 'end_scene':
      // who is in the scene is not torn out of it: all ground first, and the next “end” closes it
      return become(playing ? after(scene, manifest, now) : undefined)
    case 'step_out': {
      const next = notAlong(scene, event.admission)
      return become(out.includes(event.admission) ? next : { ...next, out: [...out, event.admission] })
    }
    case 'step_in': {
      const next = notOut(scene, event.admission)
      const { along = [] } = next
      // nobody comes along into what is over
      const comes = (stage === 'notes' || playing) && !along.includes(event.admission)
      return become(comes ? { ...next, along: [...along, event.admission] } : next)
    }
    case 'time_passes':
      return become(passed(scene, manifest, event.facilitator, now))
  }
}

/**
 * Whether all that changed is who comes along into what has not begun: nobody sees that yet, and a facilitator's command that is
 * on its way stays as right as it was.
 */
export const isUnseen = (before: SceneState | undefined, after: SceneState | undefined): boolean =>
  before?.stage === 'notes' && after !== undefined && before.along !== after.along && before.out === after.out

const notOut = (scene: SceneState, admission: string): SceneState =>
  scene.out.includes(admission)
    ? { ...scene, out: scene.out.filter((waiting) => waiting !== admission) }
    : scene
/** The scene without what somebody has said of coming along; who waits by the hearth waits still. */
export const notAlong = (scene: SceneState, admission: string): SceneState =>
  scene.along?.includes(admission)
    ? { ...scene, along: scene.along.filter((one) => one !== admission) }
    : scene

/** The scene without somebody who leaves: neither in it nor by the hearth. */
export const without = (scene: SceneState, admission: string): SceneState =>
  notAlong(notOut(scene, admission), admission)

/** What comes after the scene itself, after grounding, and after each question. */
function after(scene: SceneState, { beats, reflection }: Manifest, now: number): SceneState | undefined {
  const { stage, clock, question } = scene
  if (stage === 'playing') return { ...scene, stage: 'grounding', clock: stopped(clock, now, beats) }
  const next = stage === 'questions' ? question + 1 : 0
  return next < reflection.questions.length ? { ...scene, stage: 'questions', question: next } : undefined
}

/** What time alone makes of it: the end comes, and a circle that is left by its facilitators is brought back gently. */
function passed(
  scene: SceneState,
  manifest: Manifest,
  facilitator: boolean,
  now: number,
): SceneState | undefined {
  const { stage, clock, alone } = scene
  if (stage === 'playing' && isOver(manifest.beats, tAt(clock, now, manifest.beats)))
    return after(scene, manifest, now)
  if (facilitator) {
    const { alone: _, ...attended } = scene
    return alone === undefined ? scene : attended
  }
  if (alone === undefined) return { ...scene, alone: now }
  if (now - alone < ALONE_MS || stage === 'questions') return scene
  // nobody could begin it
  if (stage === 'notes') return undefined
  const back = after(scene, manifest, now)
  return back && { ...back, alone: now }
}
