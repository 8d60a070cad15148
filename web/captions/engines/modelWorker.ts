import type { Progress } from '../engine.ts'
import type { Backend } from '../worker/backend.ts'
import type { LiveEvent } from '../worker/live.ts'
import type { FromWorker, Load, ToWorker } from '../worker/protocol.ts'

/** How often a worker is asked whether it is there. */
export const ASK_EVERY_MS = 500
/** So long at least the last words of a stream may take; a slow kind of model has twice what its silence may last. */
const LAST_WORDS_MS = 5000

type Options = {
  makeWorker: () => Worker
  load: Load
  /** it is gone when it has not answered so many questions. Counted, not timed: a computer that slept is not a crash */
  unanswered: number
  progress: (progress: Progress) => void
  /** what the model was found to run best on */
  measured: (backend: Backend) => void
  /** it is gone, with whatever it still knew; also when it could not be loaded */
  gone: () => void
}

/** One worker with a model in it, from its start to its end. */
export function createModelWorker({ makeWorker, load, unanswered: most, progress, measured, gone }: Options) {
  const worker = makeWorker()
  const send = (message: ToWorker, transfer: Transferable[] = []) => worker.postMessage(message, transfer)
  const streams = new Map<number, { told: (event: LiveEvent) => void; stopped: () => void }>()
  const { promise: ready, resolve, reject } = Promise.withResolvers<void>()
  ready.catch(() => {})
  let count = 0
  let unanswered = 0
  let watch: ReturnType<typeof setInterval> | undefined

  function end(): void {
    clearInterval(watch)
    worker.terminate()
    for (const { stopped } of streams.values()) stopped()
    streams.clear()
  }
  function lost(why: string): void {
    end()
    reject(new Error(why))
    gone()
  }

  worker.onerror = (event) => lost(event.message || 'the worker ended')
  worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
    unanswered = 0
    if (data.type === 'loading') progress(data)
    if (data.type === 'failed') lost(data.message)
    if (data.type === 'told') streams.get(data.stream)?.told(data.event)
    if (data.type === 'stopped') streams.get(data.stream)?.stopped()
    if (data.type === 'ready') {
      if (data.measured) measured(data.measured)
      // not before: while it opens a model it does not answer
      watch = setInterval(() => {
        if (unanswered++ >= most) lost('the worker does not answer')
        else send({ type: 'alive?' })
      }, ASK_EVERY_MS)
      resolve()
    }
  }
  send({ type: 'load', ...load })

  return {
    /** rejects when it cannot be loaded */
    ready,
    /**
     * Takes the sound that comes through a port; what comes before it is ready waits, the newest of it. The returned function
     * resolves when all that was said is told.
     */
    listen(port: MessagePort, told: (event: LiveEvent) => void): () => Promise<void> {
      const stream = count++
      const last = Promise.withResolvers<void>()
      streams.set(stream, { told, stopped: last.resolve })
      send({ type: 'listen', stream, port }, [port])
      return async () => {
        if (!streams.has(stream)) return
        send({ type: 'stop', stream })
        const late = Math.max(LAST_WORDS_MS, 2 * most * ASK_EVERY_MS)
        await Promise.race([last.promise, new Promise((resolve) => setTimeout(resolve, late))])
        streams.delete(stream)
      }
    },
    end,
  }
}

export type ModelWorker = ReturnType<typeof createModelWorker>
