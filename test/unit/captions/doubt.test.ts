import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { doubtOf, loops } from '../../../web/captions/worker/doubt.ts'

/** One token for each word, as sure as said. */
function tokens(text: string, logprob = -0.1) {
  const ids = new Map<string, number>()
  return text
    .split(' ')
    .filter(Boolean)
    .map((word) => {
      const id = ids.get(word) ?? ids.size
      ids.set(word, id)
      return { id, logprob }
    })
}
const times = (count: number, text: string) => Array(count).fill(text).join(' ')
/** The decoder came to its own end before it had as many tokens as the sound could hold. */
const whole = { growing: false, most: 1000 }
const growing = { growing: true, most: 1000 }

describe('a text', () => {
  const natural = [
    'no',
    'no no no',
    times(12, 'no'),
    times(30, 'no'),
    times(8, 'I am sorry'),
    times(6, 'please help me'),
    'it was the best of times it was the worst of times',
    'I was there I was there and I saw it',
    'thank you thank you thank you so much',
    'row row row your boat gently down the stream',
    'and he said and he said that he would come',
    times(3, 'what do you want'),
    times(6, 'in the end'),
  ]
  it.each(natural)('that somebody may well say is believed: %s', (text) => {
    expect(doubtOf(tokens(text), whole)).toBeUndefined()
    expect(doubtOf(tokens(text), growing)).toBeUndefined()
  })

  it.each(natural)('that is sure is also believed when it is as fast as can be: %s', (text) => {
    const said = tokens(text)
    expect(doubtOf(said, { growing: false, most: said.length })).toBeUndefined()
  })

  const looping = [
    times(4, 'what do you want'),
    `and then ${times(3, 'I want to go home')}`,
    `${times(4, 'I want to go home')} I want`,
    times(6, 'the man'),
    times(6, 'in the end'),
    times(30, 'no'),
  ]
  it.each(looping)('that the model is not sure of and cannot end is a loop: %s', (text) => {
    const said = tokens(text, -0.4)
    expect(doubtOf(said, { growing: false, most: said.length })).toBe('loop')
    expect(doubtOf(said, { growing: true, most: said.length })).toBe('loop')
    expect(doubtOf(said, whole)).toBeUndefined()
  })

  it('that is only sure because it says the same again is not believed', () => {
    const made = tokens('we are the ones who want', -1.6)
    const said = [
      ...made,
      ...Array(6)
        .fill(made)
        .flat()
        .map(({ id }) => ({ id, logprob: -0.01 })),
    ]
    expect(doubtOf(said, whole)).toBe('unsure')
    expect(doubtOf(said, growing)).toBe('unsure')
  })

  it('without a token is nothing', () => {
    expect(doubtOf([], whole)).toBe('nothing')
    expect(doubtOf([], growing)).toBe('nothing')
  })

  it.each([
    [-0.05, undefined, undefined],
    [-0.4, undefined, undefined],
    [-0.7, undefined, 'unsure'],
    [-0.9, 'unsure', 'unsure'],
  ])(
    'with a mean log-probability of %d is %s while it grows and %s at its end',
    (logprob, atFirst, atEnd) => {
      expect(doubtOf(tokens('we are here', logprob), growing)).toBe(atFirst)
      expect(doubtOf(tokens('we are here', logprob), whole)).toBe(atEnd)
    },
  )

  it('is measured by what its model is like', () => {
    const said = tokens('we are here', -0.9)
    expect(doubtOf(said, { ...whole, leastSure: -1 })).toBeUndefined()
    expect(doubtOf(tokens('we are here', -1.1), { ...whole, leastSure: -1 })).toBe('unsure')
    expect(doubtOf(tokens('we are here', -1.1), { ...growing, leastSure: -1 })).toBeUndefined()
  })

  it('is not doubted for one unsure word among sure ones', () => {
    expect(doubtOf([...tokens('we have seen this'), { id: 9, logprob: -2 }], whole)).toBeUndefined()
  })
})

describe('a loop', () => {
  const some = (size: { minLength: number; maxLength: number }) => fc.array(fc.nat(3), size)

  it('is found wherever four tokens or more come three times in a row', () => {
    fc.assert(
      fc.property(
        some({ minLength: 4, maxLength: 12 }),
        some({ minLength: 0, maxLength: 12 }),
        some({ minLength: 0, maxLength: 12 }),
        (again, before, after) => {
          expect(loops([...before, ...again, ...again, ...again, ...after])).toBe(true)
        },
      ),
    )
  })

  it('is never found among tokens that are all different, nor among fewer than twelve', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat()), some({ minLength: 0, maxLength: 11 }), (different, few) => {
        expect(loops(different)).toBe(false)
        expect(loops(few)).toBe(false)
      }),
    )
  })
})
