import { cuesOf } from '../kit/timeline.ts'
import type { Made } from '../kit/types.ts'
import { script } from './script.ts'

const NUMBERS = ['One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine']

/** When Nour comes to which aisle in a beat: seconds into it, and the number, in order. */
export const aislesIn = (beat: string, made: Made): readonly (readonly [at: number, number: number])[] =>
  cuesOf(script, beat, made).flatMap(({ line, at }) => {
    const number = NUMBERS.findIndex((name) => line.who === 'nour' && line.en.startsWith(`${name}.`)) + 1
    return number > 0 ? [[at, number] as const] : []
  })

/** When a line begins, in seconds into its beat; never, when it is not said. */
export const saidAt = (beat: string, made: Made, begins: string): number =>
  cuesOf(script, beat, made).find(({ line }) => line.en.startsWith(begins))?.at ?? Number.POSITIVE_INFINITY
