import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SharedAnswers, SharedId } from '../../server/tallies/contract.ts'
import { amountOf, FEWEST, middleOf, tallyOf } from '../../server/tallies/rules.ts'
import { keyOf, makeSlip } from '../../server/tallies/slip.ts'

const step = fc.integer({ min: 1, max: 7 })
const pair = fc.record({ before: step, after: step })
const answers = fc
  .record(Object.fromEntries(SharedId.options.map((id) => [id, pair])) as Record<SharedId, typeof pair>, {
    requiredKeys: [],
  })
  .filter((one) => Object.keys(one).length > 0) as fc.Arbitrary<SharedAnswers>
const people = (minLength: number, maxLength: number) => fc.array(answers, { minLength, maxLength })

/** Answers to one question that changed by so much. */
const moved = (change: number): SharedAnswers => ({
  closeness: change > 0 ? { before: 1, after: 1 + change } : { before: 7, after: 7 + change },
})

describe('what a circle’s answers come to', () => {
  it('is nothing while they are fewer than five', () => {
    fc.assert(
      fc.property(people(0, FEWEST - 1), (few) => {
        expect(tallyOf(few)).toBeUndefined()
      }),
    )
  })

  it('leaves out each question that fewer than five have answered, and all of it when that is every one', () => {
    fc.assert(
      fc.property(people(FEWEST, 15), (all) => {
        const asked = SharedId.options.filter((id) => all.filter((one) => one[id]).length >= FEWEST)
        expect(tallyOf(all)?.items.map(({ id }) => id) ?? []).toEqual(asked)
      }),
    )
  })

  it('does not depend on the order they came in, nor on where on the scale somebody began', () => {
    fc.assert(
      fc.property(people(FEWEST, 15), fc.infiniteStream(fc.nat()), (all, chance) => {
        const shuffled = all
          .map((one) => ({ one, at: chance.next().value as number }))
          .sort((a, b) => a.at - b.at)
          .map(({ one }) => one)
        expect(tallyOf(shuffled)).toEqual(tallyOf(all))
        const sums = all.map((one) =>
          Object.fromEntries(
            Object.entries(one).map(([id, { before, after }]) => [id, moved(after - before).closeness]),
          ),
        ) as SharedAnswers[]
        expect(tallyOf(sums)).toEqual(tallyOf(all))
      }),
    )
  })

  it('says how many shared in steps of five', () => {
    const said = [5, 6, 9, 10, 14, 15].map((n) => tallyOf(Array.from({ length: n }, () => moved(1)))?.atLeast)
    expect(said).toEqual([5, 5, 5, 10, 10, 15])
  })

  it.each([
    [[0, 0, 0, 0, 0], { higher: 'few', same: 'most', lower: 'few', middle: 'same' }],
    [[1, 1, 1, 0, 0], { higher: 'most', same: 'few', lower: 'few', middle: 'higher' }],
    [[1, 1, 1, 1, 1], { higher: 'most', same: 'few', lower: 'few', middle: 'higher' }],
    [[-6, -5, -2, 0, 1], { higher: 'few', same: 'few', lower: 'most', middle: 'much_lower' }],
    [[3, 3, 3, -1, -1, -1], { higher: 'some', same: 'few', lower: 'some', middle: 'higher' }],
    [[-1, -1, -1, 0, 0, 0], { higher: 'few', same: 'some', lower: 'some', middle: 'lower' }],
  ])('%j → %o', (changes, expected) => {
    expect(tallyOf(changes.map(moved))?.items).toEqual([{ id: 'closeness', ...expected }])
  })

  it('never says that all did something, or nobody: two more or less sound the same', () => {
    for (let all = FEWEST; all <= 15; all++) {
      for (const count of [0, 1, 2]) expect(amountOf(count, all)).toBe('few')
      for (const count of [all - 2, all - 1, all]) expect(amountOf(count, all)).toBe('most')
    }
  })

  it('has a median that stays the same when the most and the least go further', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 5, maxLength: 15 }), (changes) => {
        const sorted = [...changes].sort((a, b) => a - b)
        const further = sorted.map((c, i) => (i === 0 ? c - 1 : i === sorted.length - 1 ? c + 1 : c))
        expect(middleOf(further)).toBe(middleOf(changes))
      }),
    )
  })
})

/** All ways in which so many people can have changed, as sorted lists. */
function* ways(people: number, least = -3, most = 3): Generator<number[]> {
  if (people === 0) return yield []
  for (let first = least; first <= most; first++)
    for (const rest of ways(people - 1, first, most)) yield [first, ...rest]
}

describe('who is one of them, and knows their own answer', () => {
  it.each([5, 6, 7, 8, 9])(
    'among %i does not know of any other whether they went up, went down or stayed',
    (people) => {
      /** what is shown, and what one answered oneself → which ways the others can have gone */
      const possible = new Map<string, Set<number>>()
      for (const changes of ways(people)) {
        const shown = JSON.stringify(tallyOf(changes.map(moved)))
        for (const [i, own] of changes.entries()) {
          const known = `${shown} and I ${own}`
          const others = possible.get(known) ?? new Set()
          for (const [j, change] of changes.entries()) if (j !== i) others.add(Math.sign(change))
          possible.set(known, others)
        }
      }
      for (const [known, others] of possible) expect([known, others.size > 1]).toEqual([known, true])
    },
  )

  it('and when all others answered one thing, sees what they would see had one of these answered another', () => {
    for (let people = FEWEST; people <= 15; people++)
      for (const own of [-2, 0, 2])
        for (const theirs of [-2, 0, 2]) {
          const others = (first: number) => [first, ...Array.from({ length: people - 2 }, () => theirs)]
          const seen = [-2, 0, 2].map((first) => JSON.stringify(tallyOf([own, ...others(first)].map(moved))))
          expect(
            seen.filter((one) => one === JSON.stringify(tallyOf([own, ...others(theirs)].map(moved)))).length,
          ).toBeGreaterThan(1)
        }
  })
})

describe('answers that can be shared', () => {
  const both = { before: 3, after: 4 }

  it.each([
    ['how tense somebody is', { distress: both }],
    ['how somebody is', { mood: both }],
    ['how sick somebody feels', { sickness: both }],
    ['a text', { closeness: both, action: 'I will call Ruth' }],
    ['a name', { closeness: { ...both, name: 'Wren' } }],
    ['one of the two alone', { closeness: { before: 3 } }],
    ['what is on no scale', { closeness: { before: 3, after: 8 } }],
    ['half a step', { closeness: { before: 3, after: 3.5 } }],
    ['nothing', {} as never],
  ])('are not %s', (_, given) => {
    expect(SharedAnswers.safeParse(given).success).toBe(false)
  })

  it('are those about the person in the scene', () => {
    fc.assert(fc.property(answers, (given) => SharedAnswers.safeParse(given).success))
  })
})

describe('a slip', () => {
  const secret = Buffer.alloc(32, 1)
  const going = { meetupId: 'a', opened: 1 }

  it('is another each time, and is kept under what only it leads to', () => {
    const [one, other] = [makeSlip(secret, going), makeSlip(secret, going)]
    expect(keyOf(secret, going, one)).toBe(keyOf(secret, going, one))
    expect(keyOf(secret, going, one)).not.toBe(keyOf(secret, going, other))
    expect(one).not.toContain(keyOf(secret, going, one))
  })

  it('opens nothing of another going-through, nor under another secret, nor changed', () => {
    const slip = makeSlip(secret, going)
    expect(keyOf(secret, { ...going, opened: 2 }, slip)).toBeUndefined()
    expect(keyOf(secret, { ...going, meetupId: 'b' }, slip)).toBeUndefined()
    expect(keyOf(Buffer.alloc(32, 2), going, slip)).toBeUndefined()
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(keyOf(secret, going, text)).toBeUndefined()
        expect(keyOf(secret, going, `${text}a${slip}`)).toBeUndefined()
      }),
    )
  })
})
