import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  CORRECTABLE,
  GONE,
  type Incoming,
  isCorrectable,
  MOST,
  merge,
  type Segment,
  withWords,
} from '../../../web/captions/segments.ts'

function update(change: Partial<Incoming> & { id?: string } = {}): Incoming {
  const { id = 'one', sender = 'ada', text = 'hello', ...rest } = change
  return {
    key: `${sender}/${id}`,
    sender,
    speaker: sender,
    name: sender,
    seat: 1,
    kind: 'voice',
    language: undefined,
    text,
    agreed: 0,
    final: false,
    ...rest,
  }
}

/** The list after these updates, one each second. */
const listOf = (updates: readonly Incoming[]) =>
  updates.reduce<readonly Segment[]>((segments, next, i) => merge(segments, next, i * 1000), [])

const texts = (segments: readonly Segment[]) => withWords(segments).map(({ text }) => text)

/** A busy room: few people and few names, so that updates meet. */
const anyUpdate = fc
  .record({
    sender: fc.constantFrom('ada', 'ben', 'cleo'),
    id: fc.constantFrom(...'abcdefghij'),
    text: fc.constantFrom('', 'yes', 'yes we', 'yes we can'),
    agreed: fc.nat(3),
    final: fc.boolean(),
  })
  .map(update)
const anyUpdates = fc.array(anyUpdate, { maxLength: 80 })

describe('segments, in any order of updates', () => {
  it('are the very same list when an update comes twice', () => {
    fc.assert(
      fc.property(anyUpdates, anyUpdate, (before, next) => {
        const once = merge(listOf(before), next, 1e6)
        expect(merge(once, next, 2e6)).toBe(once)
      }),
    )
  })

  it('stay in the order of their first words, each once', () => {
    fc.assert(
      fc.property(anyUpdates, (updates) => {
        const segments = listOf(updates)
        const times = segments.map(({ at }) => at)
        expect(times).toEqual(times.toSorted((a, b) => a - b))
        expect(new Set(segments.map(({ key }) => key)).size).toBe(segments.length)
      }),
    )
  })

  it('stand as these came first, however their updates are mixed', () => {
    const mixed = fc
      .uniqueArray(fc.constantFrom(...'abcdefghij'), { minLength: 1 })
      .chain((ids) => fc.array(fc.constantFrom(...ids)).map((later) => [...ids, ...later]))
    fc.assert(
      fc.property(mixed, (ids) => {
        const segments = listOf(ids.map((id, i) => update({ id, text: `text ${i}` })))
        expect(segments.map(({ key }) => key)).toEqual([...new Set(ids)].map((id) => `ada/${id}`))
      }),
    )
  })

  it('keep what is final from anything that is not', () => {
    fc.assert(
      fc.property(anyUpdates, anyUpdate, (updates, next) => {
        const before = listOf(updates)
        const segments = merge(before, { ...next, final: false }, 1e6)
        for (const segment of before) if (segment.final) expect(segments).toContain(segment)
      }),
    )
  })

  it('that were taken away for good never come back', () => {
    fc.assert(
      fc.property(anyUpdates, anyUpdate, anyUpdates, (before, gone, after) => {
        const updates = [...before, { ...gone, text: '', final: true }]
        const taken = withWords(listOf(updates)).every(({ key }) => key !== gone.key)
        const later = withWords(listOf([...updates, ...after]))
        if (taken) expect(later.map(({ key }) => key)).not.toContain(gone.key)
      }),
    )
  })

  it('change in one place at most, and never in another sender’s', () => {
    fc.assert(
      fc.property(anyUpdates, anyUpdate, (updates, next) => {
        const before = listOf(updates)
        const others = (segments: readonly Segment[]) => segments.filter(({ key }) => key !== next.key)
        expect(others(merge(before, next, 1e6))).toEqual(others(before))
      }),
    )
  })

  it('leave the list before them as it was', () => {
    fc.assert(
      fc.property(anyUpdates, anyUpdate, (updates, next) => {
        const before = listOf(updates)
        const copy = structuredClone(before)
        merge(before, next, 1e6)
        expect(before).toEqual(copy)
      }),
    )
  })
})

describe('a segment', () => {
  it('grows, keeps the time of its first words, and becomes final', () => {
    const updates = [
      update({ text: 'I' }),
      update({ text: 'I was', agreed: 1 }),
      update({ text: 'I was there.', agreed: 12, final: true }),
    ]
    expect(listOf(updates)).toMatchObject([{ text: 'I was there.', final: true, at: 0, corrected: false }])
  })

  it('that is empty is none, and one that becomes empty is taken away', () => {
    expect(listOf([update({ text: '' })])).toEqual([])
    expect(texts(listOf([update({ text: 'hm' }), update({ text: '', final: true })]))).toEqual([])
  })

  it('that was taken away stays away, also when its first words come after that', () => {
    const [words, gone] = [update({ text: 'hm' }), update({ text: '', final: true })]
    expect(texts(listOf([words, gone, words]))).toEqual([])
    expect(texts(listOf([gone, words]))).toEqual([])
    expect(texts(listOf([gone, { ...words, final: true }]))).toEqual([])
  })

  it('of another sender who uses the same name is another', () => {
    expect(
      texts(
        listOf([
          update({ text: 'mine', final: true }),
          update({ sender: 'ben', text: 'theirs', final: true }),
        ]),
      ),
    ).toEqual(['mine', 'theirs'])
  })
})

describe('a correction', () => {
  const final = (id: number, sender = 'ada', text = `line ${id}`) =>
    update({ id: String(id), sender, text, final: true })
  const own = Array.from({ length: CORRECTABLE + 1 }, (_, id) => final(id))

  it('of a final text is said to be one, once and for all', () => {
    const [corrected] = listOf([final(1), final(1, 'ada', 'better')])
    expect(corrected).toMatchObject({ text: 'better', corrected: true })
    expect(listOf([final(1), final(1, 'ada', 'better'), final(1, 'ada', 'line 1')])).toMatchObject([
      { text: 'line 1', corrected: true },
    ])
  })

  it('stays said when its text comes once more', () => {
    const again = { ...final(1, 'ada', 'better'), agreed: 3 }
    expect(listOf([final(1), final(1, 'ada', 'better'), again])).toMatchObject([{ corrected: true }])
  })

  it('that changes nothing is none', () => {
    expect(listOf([final(1), final(1)])).toMatchObject([{ corrected: false }])
  })

  it('may take a final text away', () => {
    expect(texts(listOf([final(1), final(1, 'ada', '')]))).toEqual([])
  })

  it('of one line is still taken when others after it were taken away', () => {
    const [first = final(0), ...rest] = own
    const taken = rest.map(({ key }) => ({ ...first, key, text: '' }))
    expect(texts(listOf([...own, ...taken, final(0, 'ada', 'better')]))).toEqual(['better'])
  })

  it.each([
    [0, false],
    [1, true],
    [CORRECTABLE, true],
  ])(`of line %i of ${CORRECTABLE + 1} own ones is taken: %s`, (id, taken) => {
    const segments = listOf([...own, final(id, 'ada', 'better')])
    expect(texts(segments).includes('better')).toBe(taken)
    expect(texts(listOf([...own, final(id, 'ada', '')]))).toHaveLength(taken ? CORRECTABLE : CORRECTABLE + 1)
  })

  it('keeps how its line came about: words that were spoken stay so', () => {
    const [segment] = listOf([update({ final: true }), update({ text: 'hullo', final: true, kind: 'typed' })])
    expect(segment).toMatchObject({ text: 'hullo', kind: 'voice', corrected: true })
  })

  it('keeps whose words they were, also where who puts them right says otherwise', () => {
    const line = { sender: 'cap', kind: 'captioner', final: true } as const
    const [segment] = listOf([
      update({ ...line, speaker: 'ada', name: 'Ada', seat: 1 }),
      update({ ...line, text: 'hullo', speaker: 'ben', name: 'Ben', seat: 2 }),
    ])
    expect(segment).toMatchObject({ text: 'hullo', speaker: 'ada', name: 'Ada', seat: 1, corrected: true })
  })

  it('does not hang on how many words of others were written down here', () => {
    const heard = Array.from({ length: 2 * CORRECTABLE }, (_, i) =>
      update({ id: `h${i}`, kind: 'heard', speaker: 'ben', final: true }),
    )
    const segments = listOf([update({ final: true }), ...heard])
    expect(isCorrectable(segments, segments[0] as Segment)).toBe(true)
  })

  it('does not hang on how much the others say between', () => {
    const others = Array.from({ length: 50 }, (_, id) => final(id, 'ben'))
    expect(texts(listOf([final(1), ...others, final(1, 'ada', 'better')]))).toContain('better')
  })

  it('is only offered for what is in the list', () => {
    const [segment] = listOf([final(1)])
    expect(segment && isCorrectable([segment], segment)).toBe(true)
    expect(segment && isCorrectable([], segment)).toBe(false)
  })
})

describe('a long meetup', () => {
  it('keeps its last segments', () => {
    const many = Array.from({ length: MOST }, (_, i) => ({
      ...update({ id: `${i}` }),
      corrected: false,
      at: i,
    }))
    const segments = merge(many, update({ id: 'last', text: 'the last' }), MOST)
    expect(segments).toHaveLength(MOST)
    expect(segments[0]?.key).toBe('ada/1')
    expect(segments.at(-1)?.text).toBe('the last')
  })
  it('is not pushed out by what was taken away', () => {
    const lines = Array.from({ length: 5 }, (_, i) => update({ id: `line ${i}` }))
    const gone = Array.from({ length: GONE * 3 }, (_, i) => update({ id: `${i}`, text: '', final: true }))
    const segments = listOf([...lines, ...gone])
    expect(withWords(segments)).toHaveLength(5)
    expect(segments).toHaveLength(5 + GONE)
  })
})
