import { describe, expect, it } from 'vitest'
import { beginOf, moveTo, secondsOf } from '../../../scenes/kit/timeline.ts'
import type { Moment } from '../../../scenes/kit/types.ts'
import * as is from '../../../scenes/table-for-eight/evening.ts'
import { CHAIR_AWAY, GUESTS, indexOf, SEATS, TABLE } from '../../../scenes/table-for-eight/guests.ts'
import { manifest } from '../../../scenes/table-for-eight/manifest.ts'
import { script } from '../../../scenes/table-for-eight/script.ts'
import * as setting from '../../../scenes/table-for-eight/setting.ts'
import { supper } from '../../../scenes/table-for-eight/things.ts'

const { beats } = manifest
const EYES = [0, 1.2, 0] as const

function momentAt(t: number, more: Partial<Moment> = {}): Moment {
  const moment: Moment = { t, beat: beats[0], into: 0, made: {}, intensity: 2, still: false, ...more }
  moveTo(moment, beats, t)
  return moment
}
const inBeat = (id: string, into: number, more?: Partial<Moment>) => momentAt(beginOf(beats, id) + into, more)

const NUMBERS = {
  crowd: is.crowd,
  attention: is.attention,
  frontRoom: is.frontRoom,
  lamp: is.lamp,
  faceLight: is.faceLight,
  plates: is.plates,
  rain: is.rain,
  watch: is.watch,
  cakeLight: is.cakeLight,
  dusk: is.dusk,
  ottoStands: is.ottoStands,
}

describe('the picture of the table for eight', () => {
  it('each guest sits where their voice comes from', () => {
    for (const { id, at } of SEATS) {
      const [x = 0, , z = 0] = script.voices[id]?.at ?? []
      expect(Math.hypot(at[0] - x, at[2] - z)).toBeLessThan(0.02)
      expect(Math.hypot(at[0] - TABLE[0], at[2] - TABLE[2])).toBeCloseTo(CHAIR_AWAY)
    }
    expect(GUESTS.map(indexOf)).toEqual([0, 1, 2, 3, 4, 5, 6])
  })

  it.each(Object.entries(NUMBERS))('“%s” is a number at any time, and never jumps', (_, number) => {
    let before = number(momentAt(0))
    for (let t = 0; t <= secondsOf(beats); t += 0.25) {
      const now = number(momentAt(t))
      expect(now).toBeGreaterThanOrEqual(0)
      expect(now).toBeLessThan(1.3)
      expect(Math.abs(now - before)).toBeLessThan(0.2)
      before = now
    }
  })

  it('the lamps never flash: light changes by less than a tenth in a tenth of a second', () => {
    for (let t = 0; t < secondsOf(beats); t += 0.1)
      expect(Math.abs(is.lamp(momentAt(t + 0.1)) - is.lamp(momentAt(t)))).toBeLessThan(0.1)
  })

  it('nobody is there before they come in; then all seven are', () => {
    const here = (moment: Moment) => GUESTS.map((_, guest) => is.presence(moment, guest))
    expect(here(inBeat('arriving', 20))).toEqual(Array(7).fill(0))
    expect(here(inBeat('her-chair', 1))).toEqual(Array(7).fill(1))
  })

  it('who has a caption is who speaks, and in the end it is one at a time', () => {
    const talk = is.talkOf({ change: 'turns' })
    const voices = Array<number>(GUESTS.length).fill(0)
    for (const beat of ['bread-and-olives', 'four-conversations', 'once-more'] as const)
      for (const { line, at, seconds } of talk.cues.get(beat) ?? []) {
        const guest = indexOf(line.who)
        is.speaking(talk, inBeat(beat, at + seconds / 2), voices)
        expect(voices.map((voice) => voice > 0.5)).toEqual(GUESTS.map((_, other) => other === guest))
      }
  })

  it('laughs when the captions say so', () => {
    const talk = is.talkOf({})
    const laugh = talk.laughter.get('the-laugh')?.[0]
    expect(laugh).toBeDefined()
    expect(is.laughing(talk, inBeat('the-laugh', (laugh?.at ?? 0) + 1))).toBeGreaterThan(0.9)
    expect(is.laughing(talk, inBeat('four-conversations', 10))).toBe(0)
  })

  it('what was changed comes softly, stays, and is one thing only', () => {
    const made = { change: 'music' }
    expect(is.changed(inBeat('four-conversations', 5, { made }), 'music')).toBe(0)
    expect(is.changed(inBeat('once-more', 0, { made }), 'music')).toBe(0)
    expect(is.changed(inBeat('once-more', 4, { made }), 'music')).toBe(1)
    expect(is.changed(inBeat('candles', 4, { made }), 'music')).toBe(1)
    expect(is.changed(inBeat('candles', 4, { made }), 'captions')).toBe(0)
  })

  it('time at the table stands still while it is asked what it could do', () => {
    const [one, later] = [momentAt(0), momentAt(0)]
    is.atTable(inBeat('what-the-table-can-do', 6), one)
    is.atTable(inBeat('what-the-table-can-do', 30), later)
    expect(later.t).toBe(one.t)
  })

  it('nothing that stands in the room is nearer than the comfort says', () => {
    for (const shape of [setting.still(), setting.folds(), supper()]) {
      const position = shape.getAttribute('position')
      let nearest = Number.POSITIVE_INFINITY
      for (let i = 0; i < position.count; i++)
        nearest = Math.min(
          nearest,
          Math.hypot(position.getX(i) - EYES[0], position.getY(i) - EYES[1], position.getZ(i) - EYES[2]),
        )
      expect(nearest).toBeGreaterThan(manifest.comfort.nearest)
    }
  })
})
