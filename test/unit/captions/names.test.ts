import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { putNamesRight } from '../../../web/captions/names.ts'

const HERE = [
  'Wren',
  'Tove',
  'Noor',
  'Zoë',
  'Bjørn',
  'Kristin',
  'Quiet Oak',
  'Ана',
  '小林',
  'Jean-Luc',
  'The',
  'I',
  'Bo',
]

describe('a name that was nearly heard', () => {
  const right: [string, string][] = [
    ['I agree with Ren.', 'I agree with Wren.'],
    ['Thank you, Rin, that helps.', 'Thank you, Wren, that helps.'],
    ['I was at Tova’s house, and Tova said so.', 'I was at Tove’s house, and Tove said so.'],
    ["that was Ren's idea", "that was Wren's idea"],
    ['Yes (Nur said it).', 'Yes (Noor said it).'],
    ['and Noore came', 'and Noor came'],
    ['with Zoe and Bjorn', 'with Zoë and Bjørn'],
    ['and Christin too', 'and Kristin too'],
    ['Ren, would you like to begin?', 'Wren, would you like to begin?'],
    ["Ren's turn.", "Wren's turn."],
    ['I saw a wren', 'I saw a Wren'],
    ['Wren and WREN', 'Wren and Wren'],
  ]
  it.each(right)('is put right: %s', (heard, said) => {
    expect(putNamesRight(heard, HERE)).toBe(said)
  })

  const alone = [
    'ten then run ran rain rent when were went',
    'I run. Ran home. Then he ran, and the rain came.',
    'Run, then rest. Then, nor. Ten of them.',
    'Ren is a word at the beginning of a sentence.',
    'He told me. Ren is here.',
    'Ron and Ryan and Renee and the Rhine',
    'my ren and a rin',
    'Nora and Norma, Tom and Toby',
    'Anna-Ren and Ren-2 and Ren2',
    'Ана, Ане, 小林, Jean and Luc',
    'the quiet of an oak',
    'And so my fellow Americans',
  ]
  it.each(alone)('is not seen in: %s', (text) => {
    expect(putNamesRight(text, HERE)).toBe(text)
  })

  it('of two people is neither’s when it fits both, and one who is here is never taken for another', () => {
    expect(putNamesRight('I met Anni', ['Anna', 'Anne'])).toBe('I met Anni')
    expect(putNamesRight('I met Anna and Anne', ['Anna', 'Anne'])).toBe('I met Anna and Anne')
    expect(putNamesRight('I met Anna', ['Anne'])).toBe('I met Anne')
    expect(putNamesRight('I met Mary, Eric and June', ['Mark', 'Erin', 'Jane'])).toBe(
      'I met Mary, Eric and June',
    )
  })

  it.each(['The', 'I', 'Yes', 'Know', 'Help', 'Sorry', 'No', 'You', 'and', 'Sunday', 'Christmas'])(
    'cannot be chosen so that it changes what is said: %s',
    (name) => {
      const text =
        'They knew. I know, yes! And you, they, no: sorry. The help on Sunday, then At Christmas, Thee.'
      expect(putNamesRight(text, [name])).toBe(text)
    },
  )
})

describe('any text', () => {
  const word = fc.oneof(
    fc.constantFrom(
      'Ren',
      'Rin,',
      'Tova’s',
      'tova',
      'Nor.',
      'Noor',
      'wren',
      'Then',
      'I',
      'said.',
      '—',
      '“Ren”',
      'x-Ren',
      '!',
      'Zoe',
    ),
    fc.string({ unit: 'grapheme', maxLength: 6 }),
  )
  const text = fc
    .array(fc.tuple(word, fc.constantFrom(' ', '  ', '\n')))
    .map((words) => words.map((pair) => pair.join('')).join(''))
  const names = fc.subarray(HERE)

  it('is put right once: a second time changes nothing', () => {
    fc.assert(
      fc.property(text, names, (text, names) => {
        const once = putNamesRight(text, names)
        expect(putNamesRight(once, names)).toBe(once)
      }),
    )
  })

  it('that grows by whole words keeps what was put right', () => {
    fc.assert(
      fc.property(text, text, names, (text, more, names) => {
        expect(putNamesRight(text + more, names).startsWith(putNamesRight(text, names))).toBe(true)
      }),
    )
  })

  it('keeps its words, its spaces and all that is no letter', () => {
    const rest = (text: string) => text.replace(/[\p{L}\p{M}]+/gu, 'x')
    fc.assert(
      fc.property(text, names, (text, names) => {
        expect(rest(putNamesRight(text, names))).toBe(rest(text))
      }),
    )
  })

  it('without a capital letter is not changed, but for names that are written right', () => {
    fc.assert(
      fc.property(text, names, (text, names) => {
        const small = text.toLowerCase()
        const others = ['wren', 'zoe', 'noor']
        fc.pre(others.every((name) => !small.includes(name)))
        expect(putNamesRight(small, names)).toBe(small)
      }),
    )
  })
})
