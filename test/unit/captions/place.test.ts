import { expect, it } from 'vitest'
import { placeIn } from '../../../web/captions/usePlace.ts'

it.each([
  ['start', 4, true, 'bottom'],
  ['end', 1.5, true, 'bottom'],
  ['end', 1.25, true, 'end'],
  ['start', 4, false, 'start'],
  ['top', 4, true, 'top'],
  ['bottom', 1, true, 'bottom'],
] as const)(
  'captions chosen at the %s, %s × as large, in a window that is narrow (%s): %s',
  (place, size, narrow, where) => {
    expect(placeIn(narrow, { place, size })).toBe(where)
  },
)
