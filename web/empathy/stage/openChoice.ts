import type { Choice, Made, Moment, Script } from '../../../scenes/kit/types.ts'

/** The choice that is open at a moment, for who has chosen `made` so far; the same object as long as it is. */
export function openChoice(script: Script, moment: Moment, made: Made): Choice | undefined {
  const choice = script.beats[moment.beat.id]?.choice
  return choice && moment.into >= choice.from && made[choice.id] === undefined ? choice : undefined
}
