import type { Script } from './types.ts'

/** The place among a scene's people, from 0, of whoever has this voice: every voice of one person is at theirs. */
export function personOf({ voices }: Script, who: string): number {
  const people = Object.keys(voices).filter((id) => voices[id]?.same === undefined)
  return people.indexOf(voices[who]?.same ?? who)
}
