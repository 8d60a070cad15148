import { describe, expect, it } from 'vitest'
import { captionerOnAir, ownSupply, type Supply, withSupply } from '../../../web/captions/supply.ts'
import type { Writing } from '../../../web/captions/voice.ts'

const people = [
  { identity: 'ann', role: 'member' },
  { identity: 'cleo', role: 'captioner' },
  { identity: 'cara', role: 'captioner' },
]
const listening: Writing = { how: 'listening', slow: false, understood: true }

describe('what somebody says of their own words', () => {
  it.each<[string, boolean, Writing, Supply]>([
    ['they do not want it', false, { how: 'off' }, 'off'],
    ['their microphone is off', true, { how: 'off' }, 'on'],
    ['they are heard', true, listening, 'on'],
    ['they are not understood', true, { ...listening, understood: false }, 'unable'],
    [
      'the model has just begun to load',
      true,
      { how: 'loading', progress: { loaded: 0, total: 1 }, late: false },
      'on',
    ],
    [
      'it loads while they speak',
      true,
      { how: 'loading', progress: { loaded: 0, total: 1 }, late: true },
      'unable',
    ],
    ['it broke', true, { how: 'broken' }, 'unable'],
    ['nothing writes their language', true, { how: 'unwritten' }, 'unable'],
  ])('where %s', (_, wanted, own, supply) =>
    expect(ownSupply({ wanted, own, onAir: undefined }, { you: 'ann', people })).toBe(supply),
  )

  it('is, of a captioner, whether they write for everyone', () => {
    const supply = (onAir: string | undefined) =>
      ownSupply({ wanted: true, own: listening, onAir }, { you: 'cleo', people })
    expect([supply('cleo'), supply('cara'), supply(undefined)]).toEqual(['on', 'off', 'off'])
  })
})

describe('who writes for everyone', () => {
  const here = { you: 'cleo', people }
  it('is the last captioner who said so; whoever was taken over from does not go on by themselves', () => {
    const first = withSupply(new Map(), 'cleo', 'on', here)
    expect(captionerOnAir(first, people)).toBe('cleo')
    const second = withSupply(first, 'cara', 'on', here)
    expect(captionerOnAir(second, people)).toBe('cara')
    expect(captionerOnAir(withSupply(second, 'cara', 'off', here), people)).toBe(undefined)
  })
  it('is nobody who is no captioner', () => {
    const told = withSupply(withSupply(new Map(), 'cleo', 'on', here), 'ann', 'on', here)
    expect(captionerOnAir(told, people)).toBe('cleo')
  })
})
