import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createAgreement, wordsAfter, wordsOf } from '../../../web/captions/worker/agreement.ts'

/** Few words, so that decodings often agree; written as the model writes them. */
const anyDecoding = fc
  .array(
    fc.constantFrom(
      'I',
      'i',
      'was',
      'Was,',
      'was-',
      'there',
      'there.',
      'well-known',
      'no',
      '—',
      "don't",
      'don’t',
    ),
    {
      maxLength: 12,
    },
  )
  .map((list) => list.join(' '))

/** Decodings of a phrase that grows: each hears one word more, and some of them otherwise. */
const growing = fc
  .array(fc.tuple(fc.constantFrom('we', 'are', 'here', 'again', 'today'), fc.array(fc.nat(20))), {
    maxLength: 20,
  })
  .map((said) =>
    said.map((_, last) =>
      said
        .slice(0, last + 1)
        .map(([word, misheard]) => (misheard.includes(last) ? 'hm' : word))
        .join(' '),
    ),
  )

describe('what is agreed', () => {
  it('never changes nor shrinks, whatever is heard', () => {
    fc.assert(
      fc.property(fc.oneof(fc.array(anyDecoding), fc.array(fc.string()), growing), (decodings) => {
        const agreement = createAgreement()
        let before: string[] = []
        for (const decoding of decodings) {
          const agreed = wordsOf(agreement.hear(decoding).agreed)
          expect(agreed.slice(0, before.length)).toEqual(before)
          before = agreed
        }
      }),
    )
  })

  it('is never the last word: it may be half a word', () => {
    fc.assert(
      fc.property(fc.oneof(fc.array(anyDecoding), growing), (decodings) => {
        const agreement = createAgreement()
        let before = ''
        for (const decoding of decodings) {
          const { agreed, tentative } = agreement.hear(decoding)
          if (agreed !== before) expect(tentative).toMatch(/\S/)
          if (tentative) expect(decoding.replace(/\s+/g, ' ')).toContain(tentative)
          before = agreed
        }
      }),
    )
  })

  it('is nothing after one decoding alone', () => {
    fc.assert(
      fc.property(anyDecoding, (decoding) => {
        expect(createAgreement().hear(decoding).agreed).toBe('')
      }),
    )
  })

  it('comes word by word', () => {
    const { hear } = createAgreement()
    expect(hear('I')).toEqual({ agreed: '', tentative: 'I' })
    expect(hear('I have')).toEqual({ agreed: 'I', tentative: 'have' })
    expect(hear('I heard that')).toEqual({ agreed: 'I', tentative: 'heard that' })
    expect(hear('I heard that you')).toEqual({ agreed: 'I heard that', tentative: 'you' })
    expect(hear('')).toEqual({ agreed: 'I heard that', tentative: '' })
  })

  it('does not hang on capitals and punctuation', () => {
    const { hear } = createAgreement()
    hear('well i don’t know')
    expect(hear("Well, I don't know it.").agreed).toBe("Well, I don't know")
  })

  it('of someone who says a word over and over has each once', () => {
    const { hear } = createAgreement()
    for (let times = 1; times <= 8; times++)
      expect(hear(Array(times).fill('no').join(' '))).toEqual({
        agreed: Array(times - 1)
          .fill('no')
          .join(' '),
        tentative: 'no',
      })
  })
})

describe('the words after known ones', () => {
  /** Words that are all different, and none of `heard` is among `said`. */
  const different = (letters: string, size: { minLength: number }) =>
    fc.uniqueArray(fc.stringMatching(new RegExp(`^[${letters}]{1,6}$`)), { ...size, maxLength: 8 })
  const known = different('a-f', { minLength: 1 })
  const rest = different('g-l', { minLength: 0 })
  const other = fc.stringMatching(/^[m-r]{1,6}$/)

  it('are the rest when all is heard alike, also when words come again and again', () => {
    const few = fc.array(fc.constantFrom('no', 'yes', 'well', 'twenty-one'), { maxLength: 10 })
    fc.assert(
      fc.property(few, few, (first, then) => {
        expect(wordsAfter(first, [...first, ...then])).toEqual(then)
      }),
    )
  })

  it('are the rest when any of the known ones is heard as another word', () => {
    const ears = fc.infiniteStream(fc.option(other, { nil: undefined }))
    fc.assert(
      fc.property(known, rest, ears, (first, then, ear) => {
        const heard = first.map((word) => ear.next().value ?? word)
        expect(wordsAfter(first, [...heard, ...then])).toEqual(then)
      }),
    )
  })

  it('are the rest when one before the last is heard as two, left out or put in', () => {
    const change = fc.constantFrom(
      (word: string, a: string, b: string) => [word, a, b].slice(1),
      () => [],
      (word: string, a: string) => [word, a],
    )
    fc.assert(
      fc.property(known, rest, fc.nat(), change, other, other, (first, then, place, change, a, b) => {
        const last = first.length - 1
        const heard = first.flatMap((word, i) =>
          last > 0 && i === place % last ? change(word, a, b) : [word],
        )
        expect(wordsAfter(first, [...heard, ...then])).toEqual(then)
      }),
    )
  })

  const table: [known: string, heard: string, rest: string][] = [
    ['', 'and so', 'and so'],
    ['and so', '', ''],
    ['and so it goes', 'and so', ''],
    ['my fellow citizens', 'my fellow-citizens, ask', 'ask'],
    ['my fellow-citizens', 'My fellow citizens ask', 'ask'],
    ['twenty-one of us', 'twenty one of us left', 'left'],
    ["I don't know", 'i dont know, really', 'really'],
    ['Well, yes.', 'well yes I think', 'I think'],
    ['I am gonna go', 'I am going to go home', 'home'],
    ['I was-', 'I was going', 'going'],
    ['I- I', 'I, I think', 'think'],
    ['well—I', 'well, I think', 'think'],
    ['wait …', 'wait what', 'what'],
    ['no no', 'no no no no', 'no no'],
    ['we were the lot', 'we were there a lot back then', 'back then'],
  ]
  it.each(table)('after “%s” in “%s”: “%s”', (first, heard, rest) => {
    expect(wordsAfter(wordsOf(first), wordsOf(heard)).join(' ')).toBe(rest)
  })
})
