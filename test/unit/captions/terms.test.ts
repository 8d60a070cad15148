import english from 'an-array-of-english-words' with { type: 'json' }
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Topic } from '../../../server/circles/contract.ts'
import { putTermsRight } from '../../../web/captions/terms.ts'

const topics = Topic.options

describe('a word of the circle’s topic that was nearly heard', () => {
  const right: [Topic, string, string][] = [
    ['grief', 'It was a Miss Carriage, in May.', 'It was a miscarriage, in May.'],
    ['grief', 'Miss carriage is a cold word.', 'Miscarriage is a cold word.'],
    ['chronic_illness', 'I have fibromialgia.', 'I have fibromyalgia.'],
    ['chronic_illness', 'since my long-covid began', 'since my long covid began'],
    ['autism', 'a censory overload (again)', 'a censory overload (again)'],
    ['autism', 'a sensory over load (again)', 'a sensory overload (again)'],
    ['caring', 'so safe guarding', 'so safeguarding'],
    ['anxiety', 'my agonaphobia', 'my agoraphobia'],
    ['caring', 'She has Alsheimers, you know.', 'She has Alzheimer’s, you know.'],
    ['disability', 'the quotlier implant', 'the quotlier implant'],
    ['disability', 'a cocklear implant.', 'a cochlear implant.'],
  ]
  it.each(right)('%s: %s → %s', (topic, heard, said) => {
    expect(putTermsRight(heard, topic)).toBe(said)
  })

  const alone: [Topic, string][] = [
    ['chronic_illness', 'Fibromyalgia, arthritis and Parkinson’s.'],
    ['chronic_illness', "Parkinson's, as they call it"],
    ['anxiety', 'She is agoraphobic and claustrophobic.'],
    ['disability', 'two wheelchairs, one paraplegic'],
    ['grief', 'I miss. Carriage by carriage.'],
    ['grief', 'a merriment'],
    ['other', 'a Miss Carriage'],
    ['chronic_illness', 'a Miss Carriage'],
  ]
  it.each(alone)('is not seen, %s: %s', (topic, text) => {
    expect(putTermsRight(text, topic)).toBe(text)
  })
})

describe('any other text', () => {
  /** Other spellings of terms, and words that nobody says in a circle. */
  const known =
    `arteritis chromotherapy crymotherapy mismarriage savegarding aspergers quadraplegia quadraplegias
    quadraplegic coparenting`.split(/\s+/)

  it.each(topics)('keeps each of 275,000 English words: %s', { timeout: 120_000 }, (topic) => {
    const text = english.map((word) => `so ${word}.`).join(' ')
    const after = putTermsRight(text, topic).split('. ')
    const changed = english.filter((word, i) => after[i]?.replace('.', '') !== `so ${word}`)
    expect(changed.filter((word) => !known.includes(word))).toEqual([])
  })

  it('is put right once: a second time changes nothing', () => {
    const word = fc.constantFrom(
      'miss',
      'carriage,',
      'Miss-carriage',
      'miscariage',
      'bereavment',
      'still',
      '—',
      'x.',
    )
    fc.assert(
      fc.property(fc.array(word), fc.constantFrom(...topics), (words, topic) => {
        const once = putTermsRight(words.join(' '), topic)
        expect(putTermsRight(once, topic)).toBe(once)
      }),
    )
  })

  it('that is no words at all stays as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(' ', '.', '’', '1', '\n', '😀', '—') }), (text) => {
        expect(putTermsRight(text, 'grief')).toBe(text)
      }),
    )
  })
})
