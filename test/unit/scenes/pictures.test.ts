import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { beginOf, moveTo, secondsOf } from '../../../scenes/kit/timeline.ts'
import type { Made, Manifest, Moment } from '../../../scenes/kit/types.ts'
import { onWay, walkers } from '../../../scenes/saturday-supermarket/crowd.ts'
import { nearGoods } from '../../../scenes/saturday-supermarket/goods.ts'
import { AISLE } from '../../../scenes/saturday-supermarket/hall.ts'
import { manifest as nour } from '../../../scenes/saturday-supermarket/manifest.ts'
import { SLIDES, type Slide, slideAt } from '../../../scenes/saturday-supermarket/sliders.ts'
import { leavesAt, stationAt } from '../../../scenes/saturday-supermarket/stations.ts'
import { aislesIn, saidAt } from '../../../scenes/saturday-supermarket/times.ts'
import { manifest as aiko } from '../../../scenes/three-good-hours/manifest.ts'
import { lightOf, litAt, placeOf, shownAt } from '../../../scenes/three-good-hours/pebbles.ts'
import { MOST_STONES, stonesAt } from '../../../scenes/three-good-hours/stones.ts'
import { inKitchen } from '../../../scenes/three-good-hours/where.ts'

function momentAt(manifest: Manifest, t: number, made: Made = {}): Moment {
  const [beat] = manifest.beats
  if (!beat) throw new Error('a scene without beats')
  const moment: Moment = { t: 0, beat, into: 0, made, intensity: 2, still: false }
  moveTo(moment, manifest.beats, t)
  return moment
}
const whereOf = ({ id }: Manifest, { beat, into }: Moment) =>
  `${into.toFixed(1)} s into “${beat.id}” of ${id}`
const anyTime = fc.double({ min: 0, max: secondsOf(aiko.beats), noNaN: true })

describe('the stones on the sill', () => {
  it('are lit as many as Aiko has, but for the moments in which one goes dark', () => {
    fc.assert(
      fc.property(anyTime, (t) => {
        const moment = momentAt(aiko, t)
        const lit = litAt(moment)
        expect(lit, whereOf(aiko, moment)).toBeGreaterThanOrEqual(stonesAt(moment) - 1e-9)
        expect(lit, whereOf(aiko, moment)).toBeLessThanOrEqual(shownAt(moment))
      }),
    )
    for (const { id, seconds } of aiko.beats) {
      const moment = momentAt(aiko, beginOf(aiko.beats, id) + seconds - 0.01)
      expect(litAt(moment), whereOf(aiko, moment)).toBeCloseTo(stonesAt(moment))
    }
  })

  it('never lie in each other', () => {
    const [one, other] = [
      { x: 0, z: 0 },
      { x: 0, z: 0 },
    ]
    fc.assert(
      fc.property(anyTime, (t) => {
        const moment = momentAt(aiko, t)
        for (let i = 0; i < shownAt(moment); i++)
          for (let j = 0; j < i; j++) {
            placeOf(i, moment, litAt(moment), one)
            placeOf(j, moment, litAt(moment), other)
            expect(
              Math.hypot(one.x - other.x, one.z - other.z),
              `stones ${j} and ${i}, ${whereOf(aiko, moment)}`,
            ).toBeGreaterThan(0.09)
          }
      }),
    )
  })

  it('go dark one after the other', () => {
    const levels = Array.from({ length: MOST_STONES }, (_, i) => lightOf(i, 4.5, 0))
    expect(levels.filter((light) => light > 0)).toHaveLength(5)
    expect(levels[4]).toBeLessThan(0.6)
  })
})

it('is lunch at Maya’s but for who asked her to come', () => {
  expect(inKitchen('lunch', {})).toBe(true)
  expect(inKitchen('lunch-again', { visit: 'sofa' })).toBe(true)
  expect(inKitchen('lunch-again', { visit: 'here' })).toBe(false)
})

describe('the shop', () => {
  it('has the aisles come in order, whichever way one goes', () => {
    for (const route of ['green', 'blue']) {
      const numbers = aislesIn('aisles-four-to-eight', { route }).map(([, number]) => number)
      expect(numbers).toEqual([4, 5, 6, 7, 8])
      for (const sound of ['music', 'tills', 'loudspeaker'])
        expect(aislesIn('quiet-hour', { route, sound, light: 'half' }).map(([, n]) => n)).toEqual([
          4, 5, 6, 7, 8, 9,
        ])
    }
  })

  it('knows when things are said that the picture follows', () => {
    for (const [beat, made, begins] of [
      ['outside', {}, '[Sliding doors'],
      ['inside', {}, '[Fridges hum'],
      ['inside', {}, '[A thin buzz'],
      ['inside', {}, '[A trolley wheel'],
      ['aisle-nine', { tool: 'cap' }, '[Foil'],
      ['quiet-hour', { route: 'green' }, 'May I'],
      ['the-tick', {}, '[A pencil'],
    ] as const)
      expect(
        saidAt(beat, made, begins),
        `saturday-supermarket: no line of “${beat}” begins with “${begins}” for ${JSON.stringify(made)}`,
      ).toBeLessThan(60)
  })

  it('has people who walk no faster than they should and turn round without a jump', () => {
    for (const { way } of walkers) {
      let before = { ...onWay(way, 0) }
      for (let t = 0.1; t < 200; t += 0.1) {
        const now = { ...onWay(way, t) }
        expect(Math.abs(now.x - before.x)).toBeLessThan(0.12)
        const turned = Math.abs(now.facing - before.facing) % (Math.PI * 2)
        expect(Math.min(turned, Math.PI * 2 - turned)).toBeLessThan(0.5)
        before = now
      }
    }
  })

  it('has the slider that one chose for go to its place before one’s eyes, and stay there', () => {
    const slide = (of: Slide, beat: string, into: number, made: Made) =>
      slideAt(of, momentAt(nour, beginOf(nour.beats, beat) + into, made))
    const ends = (of: Slide, made: Made) => slide(of, 'quiet-hour', leavesAt('quiet-hour') - 0.5, made)
    for (const light of ['half', 'islands']) {
      // where it stood when one chose, also for whoever chose long ago or looks at it once more
      expect(slide('lights', 'quiet-hour', 0, { light })).toBe(slide('lights', 'the-lights', 20, { light }))
      expect(slide('lights', 'quiet-hour', 40, { light })).toBe(ends('lights', { light }))
    }
    expect(ends('lights', { light: 'half' })).toBeCloseTo(slide('lights', 'the-lights', 0, {}) / 2)
    expect(ends('lights', { light: 'islands' })).toBeLessThan(ends('lights', { light: 'half' }) - 0.2)
    for (const sound of ['music', 'tills', 'loudspeaker'] as const)
      for (const one of SLIDES)
        if (one !== 'lights') expect(ends(one, { sound }) < 0.1, `${one} for ${sound}`).toBe(one === sound)
  })

  it('is looked at from the panel while that goes on, and nothing is said of the aisle before one is there', () => {
    const moment = (into: number) => momentAt(nour, beginOf(nour.beats, 'quiet-hour') + into)
    const back = leavesAt('quiet-hour')
    expect(stationAt(moment(back - 0.1))).toBe('panel')
    expect(stationAt(moment(back + 0.1))).toBe('aisle')
    expect(aislesIn('quiet-hour', { light: 'half' })[0]?.[0]).toBeGreaterThan(back)
  })

  it('has the sliders go slowly enough to be seen', () => {
    for (const light of ['half', 'islands'])
      for (const one of SLIDES)
        for (let t = beginOf(nour.beats, 'the-keys'); t < beginOf(nour.beats, 'nour-says') - 0.2; t += 0.1) {
          const made = { sound: 'music', light }
          const [before, now] = [t, t + 0.1].map((at) => slideAt(one, momentAt(nour, at, made)))
          expect(Math.abs((now ?? 0) - (before ?? 0)), `${one} at ${t}`).toBeLessThan(0.06)
        }
  })

  it('leaves the aisle free, and puts the same goods there each time', () => {
    for (const side of [-1, 1] as const) {
      const { matrices } = nearGoods(side)
      for (const { elements } of matrices) expect(Math.abs(elements[12])).toBeGreaterThan(AISLE.half)
      expect(nearGoods(side).matrices.map((m) => m.elements)).toEqual(matrices.map((m) => m.elements))
    }
  })
})
