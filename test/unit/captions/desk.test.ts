import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDesk } from '../../../web/captions/desk.ts'
import { LONGEST } from '../../../web/captions/wire.ts'

const people = [
  { identity: 't', pseudonym: 'Tove' },
  { identity: 'w', pseudonym: 'Wren of the Lake' },
]
const read = (written: string, speaker?: string) => readDesk(written, speaker, people)
const line = (text: string, speaker?: string) => ({ text, speaker })

describe('what a captioner writes', () => {
  it('goes on until it is ended', () => {
    expect(read('I went to the ', 't')).toEqual({ ended: [], open: line('I went to the ', 't') })
    expect(read('I went home.\n', 't')).toEqual({ ended: [line('I went home.', 't')], open: line('', 't') })
  })

  it('has a speaker by their name, with or without the sign of stenographers, in any case', () => {
    expect(read('>> TOVE: Welcome.\nWren of the lake: Thank you.\nI am glad.')).toEqual({
      ended: [line('Welcome.', 't'), line('Thank you.', 'w')],
      open: line('I am glad.', 'w'),
    })
  })

  it('is nobody’s who is named after the bare sign, and whoever is not here stays in the text', () => {
    expect(read('>> MAN: Is it open?\n>> Yes.\n', 't').ended).toEqual([
      line('MAN: Is it open?'),
      line('Yes.'),
    ])
  })

  it('keeps a colon that is only part of what was said', () => {
    expect(read('She said: come in. Tove:ish', 'w').open).toEqual(line('She said: come in. Tove:ish', 'w'))
    expect(read('At 10:30 Tove: waits', 'w').open.speaker).toBe('w')
  })

  it('takes a label as soon as it is whole, so that the name is not shown as words', () => {
    expect(read('Tove:', 'w').open).toEqual(line('', 't'))
  })

  it('is pasted with any line breaks, without empty lines', () => {
    expect(read('One.\r\n\r\nTwo.\rThree.\n', 't').ended.map((l) => l.text)).toEqual([
      'One.',
      'Two.',
      'Three.',
    ])
  })

  it('ends by itself where a sentence ends when it gets long', () => {
    const sentence = 'This is a sentence of a certain length. '
    const { ended, open } = read(sentence.repeat(8), 't')
    expect(ended).toHaveLength(1)
    expect(ended[0]?.text).toMatch(/length\.$/)
    expect(open.text.length).toBeLessThan(240)
  })

  it('loses no word and doubles none, whatever is pasted, and every line can be sent', () => {
    const words = fc.array(fc.stringMatching(/^[\p{L}.,!?]{1,30}$/u), { minLength: 1, maxLength: 200 })
    const text = fc
      .tuple(words, fc.array(fc.constantFrom(' ', '\n', '  ', '\r\n', '\t')))
      .map(([all, gaps]) => all.map((word, i) => word + (gaps[i % Math.max(1, gaps.length)] ?? ' ')).join(''))
    fc.assert(
      fc.property(text, (written) => {
        const { ended, open } = read(written, 't')
        const lines = [...ended, open].map((l) => l.text)
        expect(lines.join(' ').split(/\s+/).filter(Boolean)).toEqual(written.split(/\s+/).filter(Boolean))
        for (const one of lines) expect(one.length).toBeLessThanOrEqual(LONGEST)
      }),
    )
  })

  it('comes out the same when it is written letter by letter', () => {
    const written = '>> Tove: Welcome. Take your time.\nWren of the Lake: Thank you, I will.\n[laughter]\n'
    let field = line('')
    const ended = []
    for (const letter of written) {
      const now = read(field.text + letter, field.speaker)
      ended.push(...now.ended)
      field = { text: now.open.text, speaker: now.open.speaker as undefined }
    }
    expect(ended).toEqual(read(written).ended)
  })
})
