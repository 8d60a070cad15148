import { build } from 'vite'
import { describe, expect, it } from 'vitest'
import type { Line, Manifest, Script } from '../../../scenes/kit/types.ts'
import { checkedScenes } from '../../../web/checkedScenes.ts'
import { manifest as tiny, script as words } from './tiny.ts'

const building = (manifest: Manifest, script: Script) =>
  build({
    configFile: false,
    logLevel: 'silent',
    plugins: [
      checkedScenes(async () => [[manifest, script]]),
      { name: 'nothing', resolveId: (id) => (id === 'nothing' ? id : null), load: () => 'export {}' },
    ],
    build: { write: false, rolldownOptions: { input: 'nothing' } },
  })

describe('building the client', () => {
  it('works with a scene that is complete', async () => {
    await expect(building(tiny, words)).resolves.toBeDefined()
  })

  it.each([
    ['empty', (line: Partial<Line>) => ({ ...line, es: '' })],
    ['left out', ({ es: _, ...line }: Partial<Line>) => line],
  ])('fails with the line of a caption whose words in one language are %s', async (_, broken) => {
    const script = structuredClone(words) as Script
    const [id = '', beat] = Object.entries(script.beats)[0] ?? []
    const [line] = beat?.lines ?? []
    Object.assign(beat ?? {}, { lines: [broken(line as Line)] })
    await expect(building(tiny, script)).rejects.toThrow(
      `tiny: script.beats.${id}.lines[0] has no words in “es”: ${line?.en}`,
    )
  })

  it('fails with the beat whose description was left out', async () => {
    const script = structuredClone(words) as Script
    const [id = '', beat] = Object.entries(script.beats)[0] ?? []
    Object.assign(beat ?? {}, { describe: undefined })
    await expect(building(tiny, script)).rejects.toThrow(`script.beats.${id}.describe has no words in “en”`)
  })
})
