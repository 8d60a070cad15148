import type { OfferedTranslation } from '../../../server/captions/contract.ts'
import type { FromTranslator, ToTranslator } from './protocol.ts'
import { NeedsPress, sameLanguage, type TranslationProvider } from './translator.ts'

/** Models there are many of translate from this language, or into it. */
const HUB = 'en'

type Options = {
  /** what the service has; asked when it is first wanted, and again after it could not be had */
  look: () => Promise<readonly OfferedTranslation[]>
  makeWorker: () => Worker
  /** address of the program that runs the models */
  program: string
  /** the address of a file as a worker needs it */
  at: (path: string) => string
  /** what is fetched now is paid by the megabyte, and nobody has just pressed anything */
  mustAsk: () => boolean
}

/** The model for two languages, or two that meet in English; undefined without. */
export function routeOf(
  models: readonly OfferedTranslation[],
  from: string,
  into: string,
): OfferedTranslation[] | undefined {
  const find = (from: string, into: string) =>
    models.find((model) => sameLanguage(model.from, from) && sameLanguage(model.into, into))
  const direct = find(from, into)
  if (direct) return [direct]
  const [first, second] = [find(from, HUB), find(HUB, into)]
  return first && second && [first, second]
}

/** Models that the operator installed, on this device: each pair of languages has a worker of its own. */
export function installedTranslation({
  look,
  makeWorker,
  program,
  at,
  mustAsk,
}: Options): TranslationProvider {
  let looking: Promise<readonly OfferedTranslation[]> | undefined
  async function route(from: string, into: string) {
    looking ??= look()
    try {
      return routeOf(await looking, from, into)
    } catch {
      looking = undefined
      return undefined
    }
  }

  return {
    can: async (from, into) => (await route(from, into)) !== undefined,
    async open(from, into, progress, signal) {
      const models = await route(from, into)
      if (!models) throw new Error(`there is no model from ${from} into ${into}`)
      if (mustAsk()) throw new NeedsPress('this line is paid by the megabyte')
      signal.throwIfAborted()
      const worker = makeWorker()
      const send = (message: ToTranslator) => worker.postMessage(message)
      const waiting = new Map<number, PromiseWithResolvers<string>>()
      const ready = Promise.withResolvers<void>()
      let count = 0
      let dead: string | undefined
      function lost(why: string): void {
        dead = why
        worker.terminate()
        ready.reject(new Error(why))
        for (const { reject } of waiting.values()) reject(new Error(why))
        waiting.clear()
      }
      const unwanted = () => lost('it is not wanted any more')
      signal.addEventListener('abort', unwanted)
      worker.onerror = (event) => lost(event.message || 'the worker ended')
      worker.onmessage = ({ data }: MessageEvent<FromTranslator>) => {
        if (data.type === 'loading') progress(data.share)
        if (data.type === 'ready') ready.resolve()
        if (data.type === 'translated') waiting.get(data.id)?.resolve(data.text)
        if (data.type === 'failed') {
          if (data.id === undefined) lost(data.message)
          else waiting.get(data.id)?.reject(new Error(data.message))
        }
        if ('id' in data && data.id !== undefined) waiting.delete(data.id)
      }
      send({
        type: 'load',
        program: at(program),
        models: models.map(({ files }) => ({
          model: at(files.model),
          vocabulary: at(files.vocabulary),
          shortlist: at(files.shortlist),
        })),
      })
      await ready.promise
      return {
        translate(text) {
          if (dead !== undefined) return Promise.reject(new Error(dead))
          const answer = Promise.withResolvers<string>()
          waiting.set(++count, answer)
          send({ type: 'translate', id: count, text })
          return answer.promise
        },
        notices: models.flatMap(({ notice }) => notice ?? []),
        close: unwanted,
      }
    },
  }
}
