import { describe, expect, it } from 'vitest'
import { catalog } from '../../../scenes/catalog.ts'
import { personOf } from '../../../scenes/kit/voices.ts'
import { load } from '../../../scenes/load.ts'
import { markOf } from '../../../web/empathy/stage/palette.ts'

describe.each(catalog.map(({ id }) => id))('who speaks in %s', (id) => {
  it('has one mark however they speak, and nobody else has it', async () => {
    const script = await load[id].script()
    const all = Object.entries(script.voices).map(([who, { name }]) => ({
      where: `${id}: script.voices.${who}, “${name.en}”`,
      person: name.en.split(',')[0],
      mark: personOf(script, who),
    }))
    const problems = all.flatMap(({ where, person, mark }, i) => {
      if (mark < 0) return [`${where}, is “same” as nobody`]
      return all.slice(0, i).flatMap((other) => {
        if (other.person === person && other.mark !== mark)
          return [`${where}, has another mark than ${other.where}: it needs “same”`]
        if (other.person !== person && other.mark === mark)
          return [`${where}, has the mark of ${other.where}, and is somebody else`]
        return []
      })
    })
    expect(problems).toEqual([])
  })
})

describe('marks', () => {
  it('differ for every two of 36 people', () => {
    const looks = Array.from({ length: 36 }, (_, i) => JSON.stringify(markOf(i)))
    expect(new Set(looks).size).toBe(36)
  })
})
