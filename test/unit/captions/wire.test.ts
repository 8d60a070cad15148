import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Incoming, merge, type Segment, withWords } from '../../../web/captions/segments.ts'
import {
  type Attributes,
  fromWire,
  LONGEST,
  type Outgoing,
  type Speaker,
  toAttributes,
} from '../../../web/captions/wire.ts'

const person = (identity: string, role: string, seat: number): Speaker => ({
  identity,
  role,
  pseudonym: `Name of ${identity}`,
  seat,
  micTrack: role === 'member' || role === 'facilitator' ? `TR_${identity}` : undefined,
  lost: false,
})
const people: readonly Speaker[] = [
  person('ada', 'member', 1),
  person('ben', 'member', 2),
  person('fay', 'facilitator', 3),
  person('cap', 'captioner', 4),
  person('obs', 'observer', 5),
  { ...person('quiet', 'member', 6), micTrack: undefined },
]

const voice: Attributes = {
  'lk.segment_id': 'one',
  'lk.transcription_final': 'true',
  'lk.transcribed_track_id': 'TR_ada',
  'hearthside.kind': 'voice',
}
const typed: Attributes = {
  'lk.segment_id': 'one',
  'lk.transcription_final': 'true',
  'hearthside.kind': 'typed',
}
const captioned: Attributes = { ...typed, 'hearthside.kind': 'captioner', 'hearthside.speaker': 'ada' }

const without = (attributes: Attributes, name: string): Attributes =>
  Object.fromEntries(Object.entries(attributes).filter(([key]) => key !== name))

describe('what comes in by the rules', () => {
  const rightful: [what: string, sender: string, attributes: Attributes, expected: Partial<Incoming>][] = [
    ['a member’s speech', 'ada', voice, { speaker: 'ada', name: 'Name of ada', seat: 1, kind: 'voice' }],
    [
      'speech as LiveKit’s own agents send it',
      'ada',
      without(voice, 'hearthside.kind'),
      { speaker: 'ada', kind: 'voice' },
    ],
    ['a line that is typed', 'quiet', typed, { speaker: 'quiet', kind: 'typed', seat: 6 }],
    ['a captioner’s line', 'cap', captioned, { sender: 'cap', speaker: 'ada', seat: 1, kind: 'captioner' }],
    [
      'a captioner’s line for nobody who is named, as their own',
      'cap',
      without(captioned, 'hearthside.speaker'),
      { speaker: 'cap', name: 'Name of cap', kind: 'captioner' },
    ],
    [
      'a captioner’s line in a stranger’s name, as their own',
      'cap',
      { ...captioned, 'hearthside.speaker': 'eve' },
      { speaker: 'cap', name: 'Name of cap', kind: 'captioner' },
    ],
    [
      'a captioner’s line in the name of an observer, who cannot speak, as their own',
      'cap',
      { ...captioned, 'hearthside.speaker': 'obs' },
      { speaker: 'cap', kind: 'captioner' },
    ],
    [
      'a captioner’s line with the track',
      'cap',
      { ...captioned, 'lk.transcribed_track_id': 'TR_ada' },
      { speaker: 'ada' },
    ],
    [
      'a text that is not final, with what is agreed',
      'ada',
      { ...voice, 'lk.transcription_final': 'false', 'hearthside.agreed': '3' },
      { final: false, agreed: 3 },
    ],
    ['the longest name a segment can have', 'ada', { ...voice, 'lk.segment_id': 'x'.repeat(64) }, {}],
  ]
  it.each(rightful)('is shown: %s', (_what, sender, attributes, expected) => {
    expect(fromWire(sender, 'hello', attributes, people)).toMatchObject({
      text: 'hello',
      sender,
      ...expected,
    })
  })

  it('is what was sent', () => {
    const sent = fc.record({
      id: fc.stringMatching(/^[\w-]{1,64}$/),
      text: fc.stringMatching(/^[a-z]([a-z ,.]{0,40}[a-z])?$/).map((text) => text.replace(/ +/g, ' ')),
      kind: fc.constantFrom('voice', 'typed'),
      final: fc.boolean(),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
    })
    fc.assert(
      fc.property(sent, ({ share, ...rest }) => {
        const agreed = rest.final ? rest.text.length : Math.floor(share * rest.text.length)
        const segment: Outgoing = { ...rest, agreed, ...(rest.kind === 'voice' && { track: 'TR_ada' }) }
        const { id, ...expected } = { ...rest, agreed }
        expect(fromWire('ada', segment.text, toAttributes(segment), people)).toMatchObject({
          ...expected,
          key: `ada/${id}`,
        })
      }),
    )
  })
})

describe('a forgery', () => {
  const refused: [what: string, sender: string, attributes: Attributes, text?: string][] = [
    ['of somebody else’s voice', 'ben', voice],
    ['of a voice that nobody has', 'ben', { ...voice, 'lk.transcribed_track_id': 'TR_x' }],
    ['of a voice without a track', 'ben', without(voice, 'lk.transcribed_track_id')],
    ['of a track with no name', 'quiet', { ...voice, 'lk.transcribed_track_id': '' }],
    ['of a track named “undefined”', 'quiet', { ...voice, 'lk.transcribed_track_id': 'undefined' }],
    ['of somebody else’s voice as typed', 'ben', { ...typed, 'lk.transcribed_track_id': 'TR_ada' }],
    ['of a captioner by a member', 'ben', captioned],
    ['of a captioner by the facilitator', 'fay', captioned],
    ['of a captioner by a member, with their own track', 'ada', { ...voice, 'hearthside.kind': 'captioner' }],
    ['of a kind that there is not', 'ben', { ...typed, 'hearthside.kind': 'system' }],
    ['of a kind that every object has', 'ben', { ...typed, 'hearthside.kind': 'constructor' }],
    ['without a kind or a track', 'ben', without(typed, 'hearthside.kind')],
    ['by an observer', 'obs', typed],
    ['by an observer, as a captioner', 'obs', captioned],
    ['by a stranger', 'eve', typed],
    ['by a stranger, of a member’s voice', 'eve', voice],
    ['by nobody', '', typed],
    ['by “__proto__”', '__proto__', typed],
    [
      'by a captioner, of one with another’s track',
      'cap',
      { ...captioned, 'lk.transcribed_track_id': 'TR_ben' },
    ],
    ['without a name for the segment', 'ada', without(voice, 'lk.segment_id')],
    ['without any attribute', 'ada', {}],
    ['with an empty name', 'ada', { ...voice, 'lk.segment_id': '' }],
    ['with a name too long', 'ada', { ...voice, 'lk.segment_id': 'x'.repeat(65) }],
    ['with a name of two lines', 'ada', { ...voice, 'lk.segment_id': 'one\n' }],
    ['with another’s name in the name', 'ada', { ...voice, 'lk.segment_id': 'ben/one' }],
    ['with a name of markup', 'ada', { ...voice, 'lk.segment_id': '<b>' }],
    ['with a name that turns around', 'ada', { ...voice, 'lk.segment_id': 'one\u202e' }],
    ['with a name in other letters', 'ada', { ...voice, 'lk.segment_id': 'оne' }],
    ['with a text of ten kilobytes', 'ada', voice, 'x'.repeat(10_240)],
    ['with a text one longer than any', 'ada', voice, 'x'.repeat(LONGEST + 1)],
  ]
  it.each(refused)('%s is not shown', (_what, sender, attributes, text = 'hello') => {
    expect(fromWire(sender, text, attributes, people)).toBeUndefined()
  })

  const ownWords: [what: string, attributes: Attributes][] = [
    ['another identity', { ...typed, 'hearthside.speaker': 'ada' }],
    [
      'another identity, in her voice’s words',
      { ...voice, 'lk.transcribed_track_id': 'TR_ben', 'hearthside.speaker': 'ada' },
    ],
    ['a name and a place', { ...typed, name: 'Name of ada', seat: '1', sender: 'ada', key: 'ada/one' }],
    [
      'a prototype',
      Object.assign(JSON.parse('{"__proto__": {"role": "captioner"}, "constructor": "x"}'), typed),
    ],
  ]
  it.each(ownWords)('with %s is shown as the sender’s own', (_what, attributes) => {
    const segment = fromWire('ben', 'hello', attributes, people)
    expect(segment).toMatchObject({
      key: 'ben/one',
      sender: 'ben',
      speaker: 'ben',
      name: 'Name of ben',
      seat: 2,
    })
    expect(Object.getPrototypeOf(segment)).toBe(Object.prototype)
    expect('role' in {}).toBe(false)
  })

  it('of another’s segment leaves theirs as it is', () => {
    const line = (sender: string, text: string) => fromWire(sender, text, typed, people) as Incoming
    const segments = [line('ada', 'mine'), line('ben', 'forged'), line('ben', '')].reduce<readonly Segment[]>(
      (list, next) => merge(list, next, 0),
      [],
    )
    expect(withWords(segments)).toMatchObject([{ speaker: 'ada', text: 'mine' }])
  })

  it.each(['-1', '-99999', 'NaN', 'Infinity', '1e9', '99999', '2.7', '', 'abc', '0x10', '__proto__'])(
    'that agrees on “%s” characters agrees on what there is',
    (agreed) => {
      const segment = fromWire(
        'ben',
        'hello',
        { ...typed, 'lk.transcription_final': 'false', 'hearthside.agreed': agreed },
        people,
      )
      expect([0, 1, 2, 5]).toContain(segment?.agreed)
    },
  )

  it('of anything at all is a line of plain text by someone who is here, or nothing', () => {
    const name = fc.constantFrom(
      ...Object.keys({ ...voice, ...captioned, 'hearthside.agreed': '' }),
      '__proto__',
      'name',
    )
    const value = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 70 }),
      fc.constantFrom(
        'one',
        'true',
        'voice',
        'typed',
        'captioner',
        'TR_ada',
        'TR_ben',
        'ada',
        'cap',
        '-3',
        '4',
      ),
    )
    const sender = fc.constantFrom(...people.map(({ identity }) => identity), 'eve')
    const text = fc.string({ unit: 'binary', maxLength: 60 })
    fc.assert(
      fc.property(
        sender,
        text,
        fc.dictionary(name, value),
        fc.constantFrom(voice, typed, captioned, {}),
        (sender, text, odd, base) => {
          const segment = fromWire(sender, text, { ...base, ...odd }, people)
          if (!segment) return
          const { role } = people.find(({ identity }) => identity === sender) as Speaker
          expect(role).not.toBe('observer')
          expect(segment.kind === 'captioner').toBe(role === 'captioner')
          if (role !== 'captioner') expect(segment.speaker).toBe(sender)
          expect(people.map(({ identity }) => identity)).toContain(segment.speaker)
          expect(segment.key).toMatch(/^[a-z]+\/[\w-]{1,64}$/)
          expect(segment.text).not.toMatch(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]|^\s|\s$/u)
          expect(segment.text.length).toBeLessThanOrEqual(LONGEST)
          expect(segment.agreed).toBeGreaterThanOrEqual(0)
          expect(segment.agreed).toBeLessThanOrEqual(segment.text.length)
        },
      ),
    )
  })
})

describe('a text', () => {
  const clean = (text: string) => fromWire('ben', text, typed, people)?.text

  const texts: [what: string, text: string, shown: string][] = [
    ['that turns what follows around', 'a \u202etxet', 'a txet'],
    ['with a tower of marks on a letter', `a${'\u0301'.repeat(500)}b`, `a${'\u0301'.repeat(4)}b`],
    ['that isolates what follows', '\u2067abc\u2069 \u2066d', 'abc d'],
    ['with marks of direction', 'a\u200e\u200f\u061cb', 'ab'],
    ['with characters of no width', 'a\u200bb\u2060c\ufeffd\u00ade\u2063f', 'abcdef'],
    ['with invisible tags', 'hi\u{e0041}\u{e0042}\u{e0001}', 'hi'],
    ['with lines', 'one\ntwo\r\nthree\u2028four\u2029five', 'one two three four five'],
    ['with control characters', '\u0000a\u0007b\u001b[31mc\u009bd\u007f', 'a b [31mc d'],
    ['with half characters', 'a\ud800b\udfff', 'a b'],
    ['with a lot of room', '  a     b  ', 'a b'],
    ['of markup', '<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>'],
    ['in another script', 'سلام می\u200cخواهم 你好 नमस्ते', 'سلام می\u200cخواهم 你好 नमस्ते'],
    ['with a family', '👩\u200d👧 ❤\ufe0f', '👩\u200d👧 ❤\ufe0f'],
  ]
  it.each(texts)('%s is shown as plain text', (_what, text, shown) => {
    expect(clean(text)).toBe(shown)
  })

  const invisible = [
    '',
    '   ',
    '\n\n',
    '\u200b',
    '\u200d',
    '\u200c\u200d \u200c',
    '\u202e',
    '\ufe0f',
    '\u3164',
    '\u115f\u1160',
    '\u00ad',
  ]
  it.each(invisible)('in which there is nothing to see is empty: %#', (text) => {
    expect(clean(text)).toBe('')
  })

  it('is the same when it is sent again as it was shown', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: LONGEST }), (text) => {
        const once = clean(text)
        if (once !== undefined) expect(clean(once)).toBe(once)
      }),
    )
  })
})
