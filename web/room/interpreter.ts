import { createStore } from 'zustand/vanilla'
import { recall, remember } from '../lib/remembered.ts'
import type { PersonInRoom } from './people.ts'

const KEY = 'interpreter'

type Wish = {
  /** an interpreter is always in sight, beside whoever speaks: remembered on this device */
  keeps: boolean
  /** the one who was chosen, where there are several; by identity */
  chosen: string | undefined
}

export const interpreterWish = createStore<Wish>(() => ({
  keeps: recall(KEY) === 'kept',
  chosen: undefined,
}))

/** Keeps an interpreter in sight from now on, also in later meetups; or nobody. */
export function keepInterpreter(identity: string | undefined): void {
  interpreterWish.setState({ keeps: identity !== undefined, chosen: identity })
  remember(KEY, identity === undefined ? 'not kept' : 'kept')
}

/** Who stays in sight: the one who was chosen, or else one who can be seen. */
export function keptInterpreter(
  people: readonly PersonInRoom[],
  { keeps, chosen }: Wish,
): string | undefined {
  if (!keeps) return undefined
  const interpreters = people.filter((person) => person.role === 'interpreter' && !person.you)
  const found =
    interpreters.find(({ identity }) => identity === chosen) ??
    interpreters.find(({ camera }) => camera) ??
    interpreters[0]
  return found?.identity
}
