import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { installedTranslation } from '../../../web/captions/translation/installed.ts'
import { ENGLISH, SPANISH, tinyTranslation } from '../../support/tinyTranslation.ts'

const PROGRAM = 'node_modules/fxtranslate/wasm/fxtranslate_wasm_bg.wasm'

/** The worker with the true program in it, in this thread: what it would hear and tell goes straight to and from the page. */
describe('the program that translates', () => {
  let heard: (event: { data: unknown }) => Promise<void>
  let ended: boolean
  let worker: { onmessage: (event: { data: unknown }) => void }
  beforeEach(async () => {
    ended = false
    vi.stubGlobal('addEventListener', (_: string, listener: typeof heard) => {
      heard = listener
    })
    vi.stubGlobal('postMessage', (data: unknown) => worker.onmessage({ data }))
    vi.resetModules()
    await import('../../../web/captions/translation/worker.ts')
  })
  afterEach(() => vi.unstubAllGlobals())

  function open(files: Record<'model' | 'vocabulary' | 'shortlist', Uint8Array>) {
    const address = (bytes: Uint8Array) => URL.createObjectURL(new Blob([bytes as BlobPart]))
    const { signal } = new AbortController()
    const about = {
      name: 'tiny',
      label: 'Tiny',
      kind: 'translation',
      from: 'en',
      into: 'es',
      bytes: 1,
    } as const
    return installedTranslation({
      look: async () => [
        {
          ...about,
          files: {
            model: address(files.model),
            vocabulary: address(files.vocabulary),
            shortlist: address(files.shortlist),
          },
        },
      ],
      makeWorker() {
        const made = {
          onmessage: () => {},
          postMessage: (data: unknown) => void heard({ data }),
          terminate: () => {
            ended = true
          },
        }
        worker = made
        return made as unknown as Worker
      },
      program: address(readFileSync(PROGRAM)),
      at: (path) => path,
      mustAsk: () => false,
    }).open('en', 'es', () => {}, signal)
  }

  it('translates', async () => {
    const { translate } = await open(tinyTranslation())
    expect(await translate(ENGLISH)).toBe(SPANISH)
    expect(ended).toBe(false)
  })

  it('is given up once it trapped: nothing waits for it, then or later', async () => {
    const files = tinyTranslation()
    // a word that there is no room for
    files.shortlist.subarray(-4).fill(0xff)
    const { translate } = await open(files)
    const waiting = [translate(ENGLISH), translate(ENGLISH)]
    expect((await Promise.allSettled(waiting)).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    expect(ended).toBe(true)
    await expect(translate(ENGLISH)).rejects.toThrow()
  })

  it('says that a model is none', async () => {
    await expect(open({ ...tinyTranslation(), model: new Uint8Array(9) })).rejects.toThrow()
    expect(ended).toBe(true)
  })
})
