import { createStore } from 'zustand/vanilla'
import { type Answers, measures } from './measures.ts'

/** Answers of one visit that its person wanted to keep: on this device, and nowhere else. */
export type Kept = {
  readonly scene: string
  readonly on: string
  readonly before: Answers
  readonly after: Answers
}

const KEY = 'answers kept from scenes'
const MOST = 50

function answersFrom(value: unknown): Answers {
  if (typeof value !== 'object' || value === null) return {}
  const given = value as Record<string, unknown>
  const inside = measures.flatMap(({ id, scale }) => {
    const n = given[id]
    return typeof n === 'number' && n >= scale.from && n <= scale.to ? [[id, n]] : []
  })
  return Object.fromEntries(inside)
}

/** What a device has kept, without what cannot be read. */
export function keptFrom(text: string | null): Kept[] {
  try {
    const parsed: unknown = JSON.parse(text ?? '[]')
    if (!Array.isArray(parsed)) return []
    return parsed.flatMap((one) =>
      typeof one?.scene === 'string' && typeof one.on === 'string' && !Number.isNaN(Date.parse(one.on))
        ? [{ scene: one.scene, on: one.on, before: answersFrom(one.before), after: answersFrom(one.after) }]
        : [],
    )
  } catch {
    return []
  }
}

const read = (): Kept[] => {
  try {
    return keptFrom(localStorage.getItem(KEY))
  } catch {
    return []
  }
}

/** All that is kept on this device. */
export const kept = createStore<{ all: readonly Kept[] }>(() => ({ all: read() }))

/** False when this browser keeps nothing. */
export function keep(one: Kept): boolean {
  const all = [...kept.getState().all, one].slice(-MOST)
  try {
    localStorage.setItem(KEY, JSON.stringify(all))
  } catch {
    return false
  }
  kept.setState({ all })
  return true
}

export function forgetAll(): void {
  try {
    localStorage.removeItem(KEY)
  } catch {
    // then nothing was kept either
  }
  kept.setState({ all: [] })
}
