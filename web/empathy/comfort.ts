import { useSyncExternalStore } from 'react'
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { recall, remember } from '../lib/remembered.ts'

/** What can be chosen, each with its first value as the one until somebody chooses. */
export const comforts = {
  /** nothing moves but what must */
  motion: ['device', 'less', 'full'],
  /** both ears hear the same */
  mono: [false, true],
  /** no sound at all */
  quiet: [false, true],
  /** how loud, of what the scene allows itself */
  volume: [0.8, 0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.9, 1],
  /** strong outlines and plain colours */
  contrast: [false, true],
  /** everything to press is on this side */
  hand: ['both', 'left', 'right'],
  /** the scene is raised or lowered by so many centimetres, for how high one sits */
  height: [0, -30, -20, -10, 10, 20, 30, 40],
  /** where captions are inside the picture */
  captions: ['follow', 'locked', 'speaker', 'history'],
  /** in a headset, looking at a button for a while presses it */
  dwell: [false, true],
  /** the picture turns with the phone */
  gyroscope: [false, true],
  /** a voice of this device reads aloud where there is no picture */
  aloud: [true, false],
  /** what there is to see is written beside the picture */
  described: [false, true],
} as const

export type Comfort = { [Name in keyof typeof comforts]: (typeof comforts)[Name][number] }

const KEY = 'comfort in scenes'

/** What is remembered, without what nobody can choose. */
export function comfortFrom(text: string | null): Comfort {
  let kept: Partial<Record<string, unknown>> = {}
  try {
    const parsed: unknown = JSON.parse(text ?? '{}')
    if (typeof parsed === 'object' && parsed !== null) kept = parsed as typeof kept
  } catch {
    // as if nothing had been chosen
  }
  const values = Object.entries<readonly unknown[]>(comforts).map(([name, all]) => [
    name,
    all.includes(kept[name]) ? kept[name] : all[0],
  ])
  return Object.fromEntries(values) as Comfort
}

/** How scenes are shown on this device. */
export const comfort = createStore<Comfort>(() => comfortFrom(recall(KEY)))

export function changeComfort(change: Partial<Comfort>): void {
  comfort.setState(change)
  remember(KEY, JSON.stringify(comfort.getState()))
}

/** As it was on another device, for this page: a headset that is lent on remembers nothing of it. */
export const holdComfort = (settings: Readonly<Record<string, unknown>>): void =>
  comfort.setState(comfortFrom(JSON.stringify({ ...comfort.getState(), ...settings })))

const asksForLess = () => matchMedia('(prefers-reduced-motion: reduce)')
const watch = (tell: () => void) => {
  const query = asksForLess()
  query.addEventListener('change', tell)
  return () => query.removeEventListener('change', tell)
}

/** Whether nothing should move but what must: chosen here, else as the device says. */
export function useStill(): boolean {
  const motion = useStore(comfort, (now) => now.motion)
  const device = useSyncExternalStore(watch, () => asksForLess().matches)
  return motion === 'device' ? device : motion === 'less'
}
