import { describe, expect, it } from 'vitest'
import { createSlips } from '../../web/empathy/together/slips.ts'

const wren = { opened: 7, slip: 'wren’s', shared: true }
const fern = { opened: 9, slip: 'fern’s', shared: true }

const tab = () => {
  const kept = new Map<string, string>()
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  }
}

describe('the slips that a tab keeps', () => {
  it('are apart for everybody who was at this device: each can still take out their own', () => {
    const memory = tab()
    const slips = createSlips(() => memory)
    slips.keep('wren', wren)
    slips.keep('fern', fern)
    expect(slips.of('wren', 7)).toEqual(wren)
    expect(slips.of('fern', 9)).toEqual(fern)
    expect(slips.of('luz', 9)).toBeUndefined()
  })

  it('are of one going-through', () => {
    const memory = tab()
    const slips = createSlips(() => memory)
    slips.keep('wren', wren)
    expect(slips.of('wren', 8)).toBeUndefined()
    slips.keep('wren', { ...wren, opened: 8, shared: false })
    expect(slips.of('wren', 7)).toBeUndefined()
    expect(slips.of('wren', 8)?.shared).toBe(false)
  })

  it.each(['nonsense', '{"opened":7}', '[]', 'null'])('are nothing where the tab keeps %s', (text) => {
    const slips = createSlips(() => ({ getItem: () => text, setItem: () => {} }))
    expect(slips.of('wren', 7)).toBeUndefined()
  })

  it('are not kept by a browser that refuses, and nothing breaks', () => {
    const slips = createSlips(() => {
      throw new Error('refused')
    })
    slips.keep('wren', wren)
    expect(slips.of('wren', 7)).toBeUndefined()
  })
})
