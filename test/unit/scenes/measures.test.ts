import { describe, expect, it } from 'vitest'
import { createAnswers } from '../../../web/empathy/measures/answers.ts'
import { keptFrom } from '../../../web/empathy/measures/kept.ts'
import {
  type Answers,
  askedAt,
  betterStop,
  measures,
  restFirst,
} from '../../../web/empathy/measures/measures.ts'

describe('the questions', () => {
  it('are the same before and after, with how sick one feels only after', () => {
    const before = askedAt('before').map(({ id }) => id)
    expect(askedAt('after').map(({ id }) => id)).toEqual([...before, 'sickness'])
  })

  it('each say where they come from, under which licence, and what they can show', () => {
    for (const { source, licence, shows } of measures)
      for (const words of [source, licence, shows]) expect(words.message?.length).toBeGreaterThan(10)
  })

  it.each<[string, Answers, Answers, boolean]>([
    ['nobody who said nothing', {}, {}, false],
    ['nobody who is calm', { distress: 2 }, { distress: 3 }, false],
    ['whoever is very tense', {}, { distress: 7 }, true],
    ['whoever is much more tense than before', { distress: 1 }, { distress: 4 }, true],
    ['nobody who came tense and leaves a little less so', { distress: 6 }, { distress: 5 }, false],
    ['whoever came very tense and still is', { distress: 9 }, { distress: 8 }, true],
  ])('rest is offered first to %s', (_, before, after, expected) => {
    expect(restFirst(before, after)).toBe(expected)
  })

  it('suggest stopping from the middle of the scale for feeling sick', () => {
    expect([{}, { sickness: 9 }, { sickness: 10 }].map(betterStop)).toEqual([false, false, true])
  })
})

describe('an answer', () => {
  it('can be given, changed and taken back', () => {
    const { state, actions } = createAnswers()
    actions.answer('before', 'pity', 3)
    actions.answer('before', 'mood', 2)
    actions.answer('before', 'pity', 4)
    actions.answer('before', 'mood', undefined)
    expect(state.getState().before).toEqual({ pity: 4 })
  })
})

describe('what a device has kept', () => {
  const one = { scene: 'small', on: '2026-11-27T12:00:00.000Z', before: { pity: 2 }, after: { pity: 3 } }
  it.each([
    ['nothing', null, []],
    ['something broken', '{"', []],
    ['something else', '{"a":1}', []],
    ['answers', JSON.stringify([one]), [one]],
    [
      'a number outside its scale',
      JSON.stringify([{ ...one, after: { pity: 80, mood: 'x' } }]),
      [{ ...one, after: {} }],
    ],
    ['a day that is none', JSON.stringify([{ ...one, on: 'soon' }, null, 4]), []],
  ])('is read when it is %s', (_, text, expected) => {
    expect(keptFrom(text)).toEqual(expected)
  })
})
