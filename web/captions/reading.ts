import { createStore } from 'zustand/vanilla'
import { recall, remember } from '../lib/remembered.ts'

/** What can be chosen, each with its first value as the one until somebody chooses. */
export const choices = {
  shown: [true, false],
  /** times the size of the text around it */
  size: [1, 1.25, 1.5, 2, 3, 4],
  font: ['ours', 'device', 'serif', 'mono'],
  weight: [400, 600, 800],
  /** characters in a line, at most */
  width: [68, 40, 100],
  lines: [3, 1, 2, 4, 6],
  theme: ['room', 'black on white', 'white on black', 'yellow on black'],
  background: ['filled', 'clear'],
  place: ['bottom', 'top', 'start', 'end'],
  /** whether one's own words are shown to oneself */
  whose: ['everyone', 'others'],
  /** seconds that words wait before they are shown: fewer of them change then */
  delay: [0, 1, 2, 4],
  /** what the list of all captions reads out */
  spoken: ['finals', 'everything', 'nothing'],
} as const

export type Reading = { [Name in keyof typeof choices]: (typeof choices)[Name][number] }

const KEY = 'reading captions'
const names = Object.keys(choices) as (keyof Reading)[]

/** What is remembered, without what nobody can choose. */
export function readingFrom(text: string | null): Reading {
  let kept: Partial<Record<string, unknown>> = {}
  try {
    const parsed: unknown = JSON.parse(text ?? '{}')
    if (typeof parsed === 'object' && parsed !== null) kept = parsed as typeof kept
  } catch {
    // as if nothing had been chosen
  }
  const values = names.map((name) => {
    const all: readonly unknown[] = choices[name]
    return [name, all.includes(kept[name]) ? kept[name] : all[0]]
  })
  return Object.fromEntries(values) as Reading
}

/** How captions are read on this device: one for all that shows them. */
export const reading = createStore<Reading>(() => readingFrom(recall(KEY)))

export function changeReading(change: Partial<Reading>): void {
  reading.setState(change)
  remember(KEY, JSON.stringify(reading.getState()))
}
