import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { charactersOf, plainCode } from '../../server/lib/codes.ts'
import { newScreenCode } from '../../server/rooms/rules.ts'

describe('a code for a second screen', () => {
  const codes = fc
    .array(fc.nat(), { minLength: 8, maxLength: 8 })
    .map((chance) => newScreenCode((max) => (chance.pop() ?? 0) % max))

  it('has two groups of four, and no character that is read as another', () => {
    fc.assert(
      fc.property(codes, (code) => {
        expect(code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/)
        expect(code).not.toMatch(/[OILZSGBU]/)
        expect(plainCode(code)).toBe(code.replace('-', ''))
      }),
    )
  })

  it('is the same however it is typed', () => {
    const typed = (code: string) => plainCode(` ${code.toLowerCase().replace('-', ' – ')}`)
    fc.assert(
      fc.property(codes, (code) => {
        expect(typed(code)).toBe(plainCode(code))
      }),
    )
    for (const alike of ['0125-68V1', 'OIZS-GBUL', 'oizs gbul', '0l25.6bu1'])
      expect(plainCode(alike)).toBe('012568V1')
  })
})

describe('a code for a headset', () => {
  it('has six characters, each of them as likely as the others', () => {
    const seen = new Map<string, number>()
    for (let i = 0; i < 2800; i++)
      for (const character of charactersOf(6)) seen.set(character, (seen.get(character) ?? 0) + 1)
    expect(charactersOf(6)).toMatch(/^[0-9A-Z]{6}$/)
    expect(seen.size).toBe(28)
    // 600 of each are expected; eight deviations do not happen
    for (const count of seen.values()) expect(Math.abs(count - 600)).toBeLessThan(200)
  })
})
