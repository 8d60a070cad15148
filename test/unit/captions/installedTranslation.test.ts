import { describe, expect, it, vi } from 'vitest'
import type { OfferedTranslation } from '../../../server/captions/contract.ts'
import { installedTranslation, routeOf } from '../../../web/captions/translation/installed.ts'
import type { FromTranslator, ToTranslator } from '../../../web/captions/translation/protocol.ts'
import {
  firstOf,
  NeedsPress,
  type TranslationProvider,
} from '../../../web/captions/translation/translator.ts'

const model = (from: string, into: string): OfferedTranslation => ({
  name: `${from}-${into}`,
  label: `${from} into ${into}`,
  kind: 'translation',
  from,
  into,
  bytes: 1,
  files: {
    model: `/${from}${into}/m`,
    vocabulary: `/${from}${into}/v`,
    shortlist: `/${from}${into}/s`,
  },
})
const models = [model('en', 'es'), model('es', 'en'), model('en', 'de'), model('fr', 'en')]

describe('which models translate', () => {
  it.each([
    ['en', 'es', ['en-es']],
    ['en-GB', 'es-MX', ['en-es']],
    ['fr', 'en', ['fr-en']],
    // by way of English
    ['es', 'de', ['es-en', 'en-de']],
    ['de', 'en', undefined],
    ['de', 'es', undefined],
    ['en', 'fr', undefined],
  ])('from %s into %s', (from, into, names) =>
    expect(routeOf(models, from, into)?.map(({ name }) => name)).toEqual(names),
  )
})

/** A worker that a test answers for. */
function createStage(look = async () => models as readonly OfferedTranslation[], mustAsk = () => false) {
  const workers: { sent: ToTranslator[]; ended: boolean; answer: (message: FromTranslator) => void }[] = []
  const provider = installedTranslation({
    look,
    mustAsk,
    makeWorker() {
      const worker = {
        sent: [] as ToTranslator[],
        ended: false,
        onmessage: (_: unknown) => {},
        onerror: (_: unknown) => {},
        postMessage: (message: ToTranslator) => void worker.sent.push(message),
        terminate: () => {
          worker.ended = true
        },
        answer: (data: FromTranslator) => worker.onmessage({ data }),
      }
      workers.push(worker)
      return worker as unknown as Worker
    },
    program: '/program',
    at: (path) => `https://here${path}`,
  })
  async function open(from = 'en', into = 'es') {
    const shares: number[] = []
    const before = workers.length
    const wanted = new AbortController()
    const opening = provider.open(from, into, (share) => shares.push(share), wanted.signal)
    opening.catch(() => {})
    await expect.poll(() => workers.length).toBeGreaterThan(before)
    const worker = workers.at(-1) as (typeof workers)[number]
    return { opening, worker, shares, wanted }
  }
  return { provider, open }
}

describe('a translation model of the service', () => {
  it('is asked for once, and again after the list could not be had', async () => {
    const look = vi.fn(async () => models as readonly OfferedTranslation[])
    look.mockRejectedValueOnce(new Error('no network'))
    const { provider } = createStage(look)
    expect(await provider.can('en', 'es')).toBe(false)
    expect(await provider.can('en', 'es')).toBe(true)
    expect(await provider.can('en', 'ja')).toBe(false)
    expect(look).toHaveBeenCalledTimes(2)
  })

  it('is fetched by a worker, which tells how far it is', async () => {
    const { open } = createStage()
    const { worker, opening, shares } = await open('es', 'de')
    expect(worker.sent).toEqual([
      {
        type: 'load',
        program: 'https://here/program',
        models: ['esen', 'ende'].map((pair) => ({
          model: `https://here/${pair}/m`,
          vocabulary: `https://here/${pair}/v`,
          shortlist: `https://here/${pair}/s`,
        })),
      },
    ])
    worker.answer({ type: 'loading', share: 0.5 })
    worker.answer({ type: 'ready' })
    await opening
    expect(shares).toEqual([0.5])
  })

  it('says what has to be shown where its models are used', async () => {
    const { open } = createStage(async () => [
      { ...model('es', 'en'), notice: 'Of one.' },
      { ...model('en', 'de'), notice: 'Of another.' },
    ])
    const { worker, opening } = await open('es', 'de')
    worker.answer({ type: 'ready' })
    expect((await opening).notices).toEqual(['Of one.', 'Of another.'])
  })

  it('gives each text its own translation, in whatever order they come', async () => {
    const { open } = createStage()
    const { worker, opening } = await open()
    worker.answer({ type: 'ready' })
    const { translate, close } = await opening
    const [one, two] = [translate('one'), translate('two')]
    expect(worker.sent.slice(1)).toEqual([
      { type: 'translate', id: 1, text: 'one' },
      { type: 'translate', id: 2, text: 'two' },
    ])
    worker.answer({ type: 'translated', id: 2, text: 'dos' })
    worker.answer({ type: 'translated', id: 1, text: 'uno' })
    expect(await Promise.all([one, two])).toEqual(['uno', 'dos'])
    close()
    expect(worker.ended).toBe(true)
  })

  it('fails what waits for it when it fails, or is not wanted any more', async () => {
    const { open } = createStage()
    const broken = await open()
    broken.worker.answer({ type: 'failed', id: undefined, message: 'no memory' })
    await expect(broken.opening).rejects.toThrow('no memory')
    expect(broken.worker.ended).toBe(true)
    const { worker, opening } = await open()
    worker.answer({ type: 'ready' })
    const { translate, close } = await opening
    const [bad, waiting] = [translate('???'), translate('one')]
    worker.answer({ type: 'failed', id: 1, message: 'no such words' })
    await expect(bad).rejects.toThrow('no such words')
    expect(worker.ended).toBe(false)
    close()
    await expect(waiting).rejects.toThrow('not wanted')
    // and what comes too late does not wait for ever
    await expect(translate('two')).rejects.toThrow('not wanted')
  })

  it('is fetched no further when it is not wanted any more', async () => {
    const { provider, open } = createStage()
    const { worker, opening, wanted } = await open()
    wanted.abort()
    expect(worker.ended).toBe(true)
    await expect(opening).rejects.toThrow('not wanted')
    // nor begun
    await expect(provider.open('en', 'es', () => {}, wanted.signal)).rejects.toThrow('aborted')
  })

  it('is not fetched over a line that is paid by the megabyte before somebody presses', async () => {
    const mustAsk = vi.fn(() => true)
    const { provider, open } = createStage(undefined, mustAsk)
    const { signal } = new AbortController()
    await expect(provider.open('en', 'es', () => {}, signal)).rejects.toBeInstanceOf(NeedsPress)
    mustAsk.mockReturnValue(false)
    expect((await open()).worker.sent).toHaveLength(1)
  })
})

describe('several things that translate', () => {
  const one = (name: string, into: string): TranslationProvider => ({
    can: async (_, wanted) => wanted === into,
    open: async () => ({ translate: async (text) => `${name}: ${text}`, close() {} }),
  })
  it('are asked in their order', async () => {
    const all = firstOf([undefined, one('first', 'es'), one('second', 'es'), one('third', 'de')])
    const { signal } = new AbortController()
    const opened = async (into: string) => (await all.open('en', into, () => {}, signal)).translate('hi')
    expect([await opened('es'), await opened('de')]).toEqual(['first: hi', 'third: hi'])
    expect([await all.can('en', 'de'), await all.can('en', 'ja')]).toEqual([true, false])
    await expect(all.open('en', 'ja', () => {}, signal)).rejects.toThrow('nothing translates from en into ja')
  })
})
