import { describe, expect, test } from 'vitest'
import { createPressCounter } from '../../web/lib/quickExit.ts'

describe('leaving quickly with Esc', () => {
  test.each([
    ['three presses within a second and a half leave', [0, 700, 1400], [false, false, true]],
    ['two presses do not', [0, 100], [false, false]],
    ['three slow presses do not', [0, 1000, 2000], [false, false, false]],
    ['an old press does not count, the last three do', [0, 1600, 1900, 2200], [false, false, false, true]],
    ['who goes on pressing goes on leaving', [0, 100, 200, 300], [false, false, true, true]],
  ])('%s', (_, times, expected) => {
    const pressed = createPressCounter()
    expect(times.map((at) => pressed(at))).toEqual(expected)
  })
})
