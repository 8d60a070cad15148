import { describe, expect, it } from 'vitest'
import { blursItself, createBlurJudge, modelMayRun } from '../../../web/room/blur/way.ts'

describe('blur is offered', () => {
  const renderers: [renderer: string | undefined, offered: boolean][] = [
    ['ANGLE (Intel, Mesa Intel(R) UHD Graphics 620 (KBL GT2), OpenGL 4.6)', true],
    ['ANGLE (Apple, ANGLE Metal Renderer: Apple M1, Unspecified Version)', true],
    ['Adreno (TM) 650', true],
    ['ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device (Subzero)), SwiftShader driver)', false],
    ['ANGLE (Microsoft, Microsoft Basic Render Driver Direct3D11, D3D11)', false],
    ['llvmpipe (LLVM 15.0.7, 256 bits)', false],
    [undefined, false],
  ]
  it.each(renderers)('with %s: %s', (renderer, offered) => {
    expect(modelMayRun({ streams: true, renderer })).toBe(offered)
    expect(modelMayRun({ streams: false, renderer })).toBe(false)
  })

  it('where the camera, the browser or the system does it by itself', () => {
    expect(blursItself({ backgroundBlur: [true, false] })).toBe(true)
    expect(blursItself({ backgroundBlur: [false] })).toBe(false)
    expect(blursItself({})).toBe(false)
    expect(blursItself(undefined)).toBe(false)
  })
})

describe('blur that runs', () => {
  /** What is judged when the camera gives so many pictures a second and so many come out. */
  function run(given: number, out: number, seconds = 20) {
    const judge = createBlurJudge(0)
    let frames = 0
    for (let now = 0; now < seconds * 1000; now += 500) {
      for (; frames < (out * now) / 1000; frames++) judge.frame(now)
      const why = judge.tick(now, Math.floor((given * now) / 1000))
      if (why) return { why, after: now }
    }
    return undefined
  }

  it.each([
    [30, 30],
    [24, 16],
    [60, 20],
  ])('goes on when the camera gives %i pictures a second and %i come out', (given, out) => {
    expect(run(given, out)).toBeUndefined()
  })

  it.each([14, 8, 5])('goes on in the dark, where a camera gives only %i pictures a second', (given) => {
    expect(run(given, given * 0.9)).toBeUndefined()
  })

  it.each([12, 8, 2])('ends as slow within six seconds when only %i of 24 pictures come out', (out) => {
    const end = run(24, out)
    expect(end?.why).toBe('slow')
    expect(end?.after).toBeLessThan(6000)
  })

  it('is not judged by its first two seconds, nor by the first ones after the page was hidden', () => {
    const judge = createBlurJudge(0)
    const slowly = (from: number) => {
      for (let now = from; now < from + 2000; now += 500) {
        judge.frame(now)
        expect(judge.tick(now, now / 40)).toBeUndefined()
      }
    }
    const well = (from: number) => {
      for (let now = from; now < from + 7000; now += 40) {
        judge.frame(now)
        expect(judge.tick(now, now / 40)).toBeUndefined()
      }
    }
    slowly(0)
    well(2000)
    judge.rest(20_000)
    slowly(20_000)
    well(22_000)
  })

  it('ends as broken when no picture comes for five seconds, unless the page was hidden', () => {
    const judge = createBlurJudge(0)
    judge.frame(100)
    expect(judge.tick(5000, 0)).toBeUndefined()
    judge.rest(5050)
    expect(judge.tick(10_000, 0)).toBeUndefined()
    expect(judge.tick(10_100, 0)).toBe('broken')
  })
})
