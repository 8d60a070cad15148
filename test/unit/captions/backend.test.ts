import { describe, expect, it } from 'vitest'
import { better, testSound } from '../../../web/captions/worker/backend.ts'

describe('what a model runs on', () => {
  const wasm = { ms: 100, tokens: [5, 6, 7] }
  it.each([
    ['the graphics processor when it is faster', { ms: 60, tokens: [5, 6, 7] }, 'webgpu'],
    ['the processor when that is as fast', { ms: 100, tokens: [5, 6, 7] }, 'wasm'],
    ['the processor when the other writes something else, however fast', { ms: 1, tokens: [5, 6] }, 'wasm'],
    ['the processor when the other fails', undefined, 'wasm'],
  ] as const)('is %s', (_, webgpu, expected) => {
    expect(better(wasm, webgpu)).toBe(expected)
  })

  it('is measured with one second of sound that is neither silent nor too loud', () => {
    const sound = testSound()
    expect(sound).toHaveLength(16_000)
    const loudest = Math.max(...sound.map(Math.abs))
    expect(loudest).toBeGreaterThan(0.05)
    expect(loudest).toBeLessThan(1)
  })
})
