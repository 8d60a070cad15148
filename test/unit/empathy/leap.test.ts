import { describe, expect, it } from 'vitest'
import { createLeap } from '../../../web/empathy/stage/leap.ts'

const made = {}
const at = (drawn: number, t: number, chosen = made, running = true) => ({ drawn, t, made: chosen, running })

describe('a leap in a scene’s time', () => {
  it('is none when time goes on, however seldom one looks', () => {
    const leap = createLeap(made)
    expect(leap(at(0, 0), 1000)).toBe(false)
    expect(leap(at(0, 0.016), 1016)).toBe(false)
    expect(leap(at(0.016, 3.016), 4016)).toBe(false)
  })

  it('is none when a clock is put right by a little', () => {
    const leap = createLeap(made)
    leap(at(10, 10), 0)
    expect(leap(at(10, 10.4), 10)).toBe(false)
    expect(leap(at(10.4, 10), 20)).toBe(false)
  })

  it('is one ahead and back, for as long as the picture stays where it was', () => {
    const leap = createLeap(made)
    leap(at(10, 10), 0)
    expect(leap(at(10, 60), 16)).toBe(true)
    expect(leap(at(10, 60.2), 200)).toBe(true)
    expect(leap(at(60.2, 60.2), 216)).toBe(false)
    expect(leap(at(60.2, 3), 232)).toBe(true)
  })

  it('is one after a long pause too, in which no picture was drawn', () => {
    const leap = createLeap(made)
    leap(at(10, 10, made, false), 0)
    expect(leap(at(10, 60, made, false), 90_000)).toBe(true)
  })

  it('is none at the first picture', () => {
    expect(createLeap(made)(at(0, 30), 5000)).toBe(false)
  })

  it('is none where one has chosen', () => {
    const leap = createLeap(made)
    leap(at(10, 10), 0)
    expect(leap(at(10, 40, { lamp: 'on' }), 16)).toBe(false)
  })
})
