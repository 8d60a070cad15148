import { describe, expect, it } from 'vitest'
import { catalog } from '../../../scenes/catalog.ts'
import { personOf } from '../../../scenes/kit/voices.ts'
import { load } from '../../../scenes/load.ts'
import { markOf } from '../../../web/empathy/stage/palette.ts'

describe.each(catalog.map(({ id }) => id))('who speaks in %s', (id) => {
  it('has one mark however they speak, and nobody else has it', async () => {
    const script = await load[id].script()
    const people = new Map<string, Set<number>>()
    for (const [who, { name }] of Object.entries(script.voices)) {
      const [person = ''] = name.en.split(',')
      people.set(person, (people.get(person) ?? new Set()).add(personOf(script, who)))
    }
    expect([...people].filter(([, places]) => places.size > 1)).toEqual([])
    expect([...people.values()].flatMap((places) => [...places])).toEqual([...people.keys()].map((_, i) => i))
  })
})

describe('marks', () => {
  it('differ for every two of 36 people', () => {
    const looks = Array.from({ length: 36 }, (_, i) => JSON.stringify(markOf(i)))
    expect(new Set(looks).size).toBe(36)
  })
})
