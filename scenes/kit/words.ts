import type { Line, Made } from './types.ts'

type Write = (en: string, es: string, after?: number) => Line

/** Writes lines of one voice; `after` is seconds of quiet before one. */
export const said =
  (who: string): Write =>
  (en, es, after) => ({ who, en, es, ...(after !== undefined && { after }) })

/** A sound that matters, written in brackets. */
export const heard: Write = (en, es, after) => ({
  who: null,
  // what was left out stays missing, and is not a word in brackets
  en: en && `[${en}]`,
  es: es && `[${es}]`,
  ...(after !== undefined && { after }),
})

/** Lines only for those who have chosen this. */
export const forThose = (when: Made, lines: readonly Line[]): Line[] =>
  lines.map((line) => ({ ...line, when }))
