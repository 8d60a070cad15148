import { describe, expect, it } from 'vitest'
import { waysThrough } from '../../../scenes/kit/check.ts'
import { beatAt, beginOf, cuesOf, secondsOf } from '../../../scenes/kit/timeline.ts'
import { LANGUAGES, type Language } from '../../../scenes/kit/types.ts'
import { script as dinner } from '../../../scenes/table-for-eight/script.ts'
import { manifest as day } from '../../../scenes/three-good-hours/manifest.ts'
import { script as hours } from '../../../scenes/three-good-hours/script.ts'
import { MOST_STONES, spent, stonesAt } from '../../../scenes/three-good-hours/stones.ts'

const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

describe('what Ruth misses', () => {
  const missed = ['four-conversations', 'the-laugh'].flatMap((beat) =>
    cuesOf(dinner, beat, {}).filter(({ line }) => line.en.includes('——')),
  )
  const again = (language: Language) =>
    waysThrough(dinner).map((made) =>
      cuesOf(dinner, 'once-more', made).map(({ line }) => plain(line[language])),
    )

  it.each(LANGUAGES)(
    'is said in full once the table has changed, whichever change it was (%s)',
    (language) => {
      expect(missed.length).toBeGreaterThan(4)
      for (const lines of again(language))
        for (const { line } of missed) {
          const pieces = line[language].split('——').map(plain).filter(Boolean)
          expect(
            lines.some((full) => pieces.every((piece) => full.includes(piece))),
            line[language],
          ).toBe(true)
        }
    },
  )

  it('is missing in both languages, and nowhere else', () => {
    for (const [beat, { lines }] of Object.entries(dinner.beats))
      for (const line of lines) {
        expect(line.en.includes('——'), line.en).toBe(line.es.includes('——'))
        if (line.en.includes('——')) expect(['four-conversations', 'the-laugh']).toContain(beat)
      }
  })
})

describe('Aiko’s stones', () => {
  it('are never more than nine, and only ever become fewer within a beat', () => {
    let before = { beat: '', stones: 0 }
    for (let t = 0; t < secondsOf(day.beats); t += 0.1) {
      const { beat, into } = beatAt(day.beats, t)
      const stones = stonesAt({ beat, into })
      expect(stones).toBeGreaterThanOrEqual(0)
      expect(stones).toBeLessThanOrEqual(before.beat === beat.id ? before.stones : MOST_STONES)
      before = { beat: beat.id, stones }
    }
  })

  it('go one by one', () => {
    for (const { beat: id, at } of spent) {
      const beat = beatAt(day.beats, beginOf(day.beats, id)).beat
      expect(stonesAt({ beat, into: at - 0.01 }) - stonesAt({ beat, into: at })).toBe(1)
    }
  })

  it.each([
    ['nine-stones', 'Nine.', 9],
    ['her-room', 'Eight.', 8],
    ['a-small-joy', 'Seven.', 7],
    ['next-morning', 'Two.', 2],
    ['morning-again', 'Five.', 5],
    ['window', 'One left.', 1],
  ])('are as many as she says in “%s”: “%s”', (id, says, stones) => {
    const { beat } = beatAt(day.beats, beginOf(day.beats, id))
    for (const made of waysThrough(hours)) {
      const cue = cuesOf(hours, id, made).find(({ line }) => line.en.startsWith(says))
      expect(stonesAt({ beat, into: cue?.at ?? Number.NaN })).toBe(stones)
    }
  })
})
