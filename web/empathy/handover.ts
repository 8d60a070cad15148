import { secondsOf } from '../../scenes/kit/timeline.ts'
import type { Language, Made, Manifest, Script } from '../../scenes/kit/types.ts'
import type { Handover } from '../../server/scenes/contract.ts'
import type { Comfort } from './comfort.ts'
import { usualMode } from './device.ts'
import { beginning, type Mode, type Visit, type VisitState } from './visit.ts'

export type { Handover }

type Set = { comfort: Comfort; still: boolean; language: Language }

/** Where somebody is, for another device: place, choices and settings. What they have answered stays where it is. */
export function handoverOf(visit: Visit, { comfort, still, language }: Set): Handover {
  const { made, intensity, mode } = visit.state.getState()
  return {
    scene: visit.manifest.id,
    t: visit.moment(still).t,
    made,
    intensity,
    // what this device asks for in general, the other one cannot know
    settings: { ...comfort, motion: still ? 'less' : comfort.motion, mode, language },
  }
}

/** How one is there on the other device: in its headset, which is why one has come; else as before. */
export function modeOnArrival(
  { settings }: Handover,
  device: { headset: boolean; drawing: boolean; usual?: Mode },
): Mode {
  if (device.headset && device.drawing) return 'headset'
  const { mode } = settings
  return mode === 'audio' || mode === 'text' ? mode : (device.usual ?? usualMode(device.drawing))
}

type Of = { manifest: Manifest; script: Script; mode: Mode }

/** The visit as it goes on: at the same place, waiting for a press. What this scene does not know of is left out. */
export function arrivedAt({ t, made, intensity }: Handover, { manifest, script, mode }: Of): VisitState {
  return {
    ...beginning(mode),
    phase: 'scene',
    intensity,
    clock: { at: 0, t: Math.min(Math.max(t, 0), secondsOf(manifest.beats)), running: false },
    made: known(made, script),
  }
}

const known = (made: Made, { beats }: Script): Made =>
  Object.fromEntries(
    Object.values(beats).flatMap(({ choice }) => {
      const option = choice?.options.find(({ id }) => id === made[choice.id])
      return choice && option ? [[choice.id, option.id]] : []
    }),
  )

/** What the page for codes leaves for the scene's page, in the browser's history: coming again is at the same place. */
export const leftFor = (scene: string, state: unknown): Handover | undefined => {
  const { goOn } = (state ?? {}) as { goOn?: Handover }
  return goOn?.scene === scene ? goOn : undefined
}

/** A code in groups of three, as one reads it out. */
export const grouped = (code: string): string => code.replace(/(.{3})(?=.)/g, '$1 ')
