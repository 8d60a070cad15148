import { describe, expect, it } from 'vitest'
import { createLeap } from '../../../web/empathy/stage/leap.ts'

const made = {}
const going = (chosen = made, running = true) => ({ made: chosen, clock: { running } })

describe('a leap in a scene’s time', () => {
  it('is none when time goes on, however seldom one looks', () => {
    const leap = createLeap(made)
    expect(leap(0, 0, going(), 1000)).toBe(false)
    expect(leap(0, 0.016, going(), 1016)).toBe(false)
    expect(leap(0.016, 3.016, going(), 4016)).toBe(false)
  })

  it('is none when a clock is put right by a little', () => {
    const leap = createLeap(made)
    leap(10, 10, going(), 0)
    expect(leap(10, 10.4, going(), 10)).toBe(false)
    expect(leap(10.4, 10, going(), 20)).toBe(false)
  })

  it('is one ahead and back, for as long as the picture stays where it was', () => {
    const leap = createLeap(made)
    leap(10, 10, going(), 0)
    expect(leap(10, 60, going(), 16)).toBe(true)
    expect(leap(10, 60.2, going(), 200)).toBe(true)
    expect(leap(60.2, 60.2, going(), 216)).toBe(false)
    expect(leap(60.2, 3, going(), 232)).toBe(true)
  })

  it('is one after a long pause too, in which no picture was drawn', () => {
    const leap = createLeap(made)
    leap(10, 10, going(made, false), 0)
    expect(leap(10, 60, going(made, false), 90_000)).toBe(true)
  })

  it('is none at the first picture', () => {
    expect(createLeap(made)(0, 30, going(), 5000)).toBe(false)
  })

  it('is none where one has chosen', () => {
    const leap = createLeap(made)
    leap(10, 10, going(), 0)
    expect(leap(10, 40, going({ lamp: 'on' }), 16)).toBe(false)
  })
})
