import { describe, expect, it } from 'vitest'
import { createBacklog } from '../../../web/captions/worker/backlog.ts'

const RATE = 48_000
const sound = (value: number, seconds = 0.5) => ({
  samples: new Float32Array(seconds * RATE).fill(value),
  rate: RATE,
})
const values = (backlog: ReturnType<typeof createBacklog>) =>
  backlog.sounds().map(({ samples }) => samples[0])

describe('what is said while a model is still on its way', () => {
  it('is kept in order', () => {
    const backlog = createBacklog(20)
    for (const value of [1, 2, 3]) backlog.push(sound(value))
    expect(values(backlog)).toEqual([1, 2, 3])
  })

  it('is kept as far as the newest seconds, however long it takes', () => {
    const backlog = createBacklog(2)
    for (let value = 0; value < 10_000; value++) backlog.push(sound(value))
    expect(values(backlog)).toEqual([9996, 9997, 9998, 9999])
  })

  it('is kept when a single piece is longer than that', () => {
    const backlog = createBacklog(2)
    for (const value of [1, 2]) backlog.push(sound(value, 5))
    expect(values(backlog)).toEqual([2])
  })
})
