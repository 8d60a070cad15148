import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { waysThrough } from '../../../scenes/kit/check.ts'
import {
  beatAt,
  beginOf,
  cueAt,
  cuesOf,
  isOver,
  LINE_LENGTH,
  movedOn,
  moveTo,
  readingSeconds,
  secondsOf,
  settledChoices,
  soughtTo,
  started,
  stopped,
  tAt,
  wrapped,
} from '../../../scenes/kit/timeline.ts'
import type { Beat, Moment } from '../../../scenes/kit/types.ts'
import { manifest, script } from './tiny.ts'

const beats = fc
  .array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 12 })
  .map((all) => all.map((seconds, n): Beat => ({ id: `b${n}`, kind: 'world', seconds })))
const seconds = fc.double({ min: -20, max: 1200, noNaN: true })
const now = fc.integer({ min: 0, max: 1e9 })
const clockAt = (t: number, at: number) => ({ at, t, running: true })
const momentIn = (all: readonly Beat[]): Moment => ({
  t: 0,
  beat: all[0] as Beat,
  into: 0,
  made: {},
  intensity: 1,
  still: false,
})

describe('the timeline', () => {
  it('is at one place for one time, however it came there', () => {
    fc.assert(
      fc.property(beats, seconds, seconds, now, (all, t, before, at) => {
        const sought = tAt(soughtTo(clockAt(before, at), t, at), at, all)
        const { beat, index, into } = beatAt(all, sought)
        const moment = momentIn(all)
        moveTo(moment, all, tAt(clockAt(before, at), at, all))
        moveTo(moment, all, sought)
        expect(moment.beat).toBe(beat)
        expect(moment.into).toBeCloseTo(into, 6)
        expect(sought).toBeGreaterThanOrEqual(0)
        expect(sought).toBeLessThanOrEqual(secondsOf(all))
        expect(beginOf(all, beat.id) + into).toBeCloseTo(sought, 6)
        expect(all[index]).toBe(beat)
      }),
    )
  })

  it('is computed from the clock: reading it often or once is the same', () => {
    fc.assert(
      fc.property(beats, now, fc.array(fc.integer({ min: 0, max: 5000 })), (all, at, waits) => {
        const clock = started({ at, t: 0, running: false }, at, all)
        let time = at
        for (const wait of waits) {
          time += wait
          tAt(clock, time, all)
        }
        expect(tAt(clock, time, all)).toBe(Math.min((time - at) / 1000, secondsOf(all)))
      }),
    )
  })

  it('stands still while stopped and goes on from there', () => {
    fc.assert(
      fc.property(beats, now, now, now, (all, ran, rested, went) => {
        const begin = clockAt(0, 0)
        const rest = stopped(begin, ran, all)
        expect(tAt(rest, ran + rested, all)).toBe(tAt(begin, ran, all))
        const again = started(rest, ran + rested, all)
        expect(tAt(again, ran + rested + went, all)).toBeCloseTo(
          Math.min((ran + went) / 1000, secondsOf(all)),
          6,
        )
      }),
    )
  })

  it('moves on to the beginning of the next beat, and from the last to the end', () => {
    fc.assert(
      fc.property(
        beats,
        fc.nat(),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        now,
        (all, which, part, at) => {
          const index = which % all.length
          const beat = all[index] as Beat
          const t = beginOf(all, beat.id) + part * beat.seconds
          const next = movedOn(clockAt(t, at), at, all)
          const following = all[index + 1]
          expect(next.running).toBe(true)
          if (following) expect(next.t).toBe(beginOf(all, following.id))
          else expect(isOver(all, next.t)).toBe(true)
        },
      ),
    )
  })

  it('ends in its last beat', () => {
    const { beat, into } = beatAt(manifest.beats, secondsOf(manifest.beats) + 5)
    expect([beat.id, into]).toEqual(['out', 20])
  })

  it('says so when there is no such beat', () => {
    expect(() => beginOf(manifest.beats, 'attic')).toThrow('no beat “attic”')
    expect(() => beatAt([], 0)).toThrow('a scene without beats')
  })
})

describe('choices', () => {
  it('count from when they are made, and as the script says once their beat is over', () => {
    const settled = (made: Record<string, string>, t: number) => settledChoices(manifest, script, made, t)
    expect(settled({}, 139)).toEqual({})
    expect(settled({}, 140)).toEqual({ way: 'wait' })
    expect(settled({ way: 'ask' }, 110)).toEqual({ way: 'ask' })
    expect(settled({ way: 'ask' }, 170)).toEqual({ way: 'ask', light: 'on' })
    expect(settled({ other: 'x' }, 0)).toEqual({})
  })
})

describe('captions', () => {
  it('follow one another without touching, whatever was chosen', () => {
    for (const made of waysThrough(script))
      for (const { id } of manifest.beats) {
        const cues = cuesOf(script, id, made)
        let end = 0
        for (const cue of cues) {
          expect(cue.at).toBeGreaterThan(end)
          expect(cueAt(cues, cue.at)).toBe(cue)
          expect(cueAt(cues, cue.at + cue.seconds)).toBeUndefined()
          end = cue.at + cue.seconds
        }
      }
  })

  it('are only those of the choices made', () => {
    const said = (made: Record<string, string>) => cuesOf(script, 'noise-again', made).map((c) => c.line.en)
    expect(said({ light: 'on' })).toEqual(['Now I see them.', 'Better?'])
    expect(said({ light: 'near' })).toEqual(['Now they are near, all of them.', 'Better?'])
    expect(said({})).toEqual(['Better?'])
    expect(cuesOf(script, 'attic', {})).toEqual([])
  })

  it('stay long enough for the longer of the two languages', () => {
    expect(readingSeconds({ en: 'Yes.', es: 'Sí.' })).toBe(1.6)
    expect(readingSeconds({ en: 'x'.repeat(14), es: 'x'.repeat(42) })).toBe(3)
  })

  it('are broken between words, and lose none', () => {
    const word = fc.string({ minLength: 1, maxLength: 20 }).filter((text) => !/\s/.test(text))
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 14 }), (all) => {
        const lines = wrapped(all.join(' '))
        expect(lines.join(' ')).toBe(all.join(' '))
        for (const line of lines) expect(line.length).toBeLessThanOrEqual(LINE_LENGTH)
        // no line could have taken the next one's first word
        for (const [index, line] of lines.slice(0, -1).entries())
          expect(line.length + 1 + (/^\S*/.exec(lines[index + 1] ?? '')?.[0].length ?? 0)).toBeGreaterThan(
            LINE_LENGTH,
          )
      }),
    )
  })
})
