import { keepSounding } from '../../lib/keepSounding.ts'
import type { CaptionEngine, Told } from '../engine.ts'
import type { Backend } from '../worker/backend.ts'
import type { LiveEvent } from '../worker/live.ts'
import type { Load } from '../worker/protocol.ts'
import { createModelWorker, type ModelWorker } from './modelWorker.ts'

type Options = {
  id: string
  languages: readonly string[]
  bytes: number
  load: Omit<Load, 'known'>
  /** after so many questions without an answer the worker is taken for lost */
  unanswered: number
  /** what the model runs best on, remembered on this device; asked each time it is opened */
  backend: { known: () => Backend | undefined; keep: (backend: Backend) => void }
  /** address of the audio worklet */
  capture: string
  makeWorker: () => Worker
}

/** Milliseconds before a lost worker is replaced, by how many were lost in a row. */
const backOff = (times: number) => Math.min(30_000, 250 * 4 ** times)
/** A worker that lasted so long was not lost because of how it began. */
const LASTED_MS = 60_000

/** An engine whose model runs in a dedicated worker. Sound goes from the browser's sound thread straight to it. */
export function createWorkerEngine(options: Options): CaptionEngine {
  const { id, languages, bytes, load, unanswered, backend, capture, makeWorker } = options
  let model: ModelWorker | undefined
  let progress: Parameters<CaptionEngine['prepare']>[0] = () => {}
  /** those who listen, and begin again with each new worker */
  const listeners = new Set<{ listen: (model: ModelWorker) => void; told: Told }>()
  let lost = 0
  /** those who listen were told that it is */
  let broken = false
  let since = 0
  let again: ReturnType<typeof setTimeout> | undefined
  let closed = false

  function open(): ModelWorker {
    if (model) return model
    clearTimeout(again)
    since = performance.now()
    const made = createModelWorker({
      makeWorker,
      // what was lost once may have been lost by its graphics processor
      load: { ...load, known: lost > 0 ? 'wasm' : backend.known() },
      unanswered,
      progress: (now) => progress(now),
      measured: backend.keep,
      gone,
    })
    model = made
    for (const { listen } of listeners) listen(made)
    made.ready.then(mended, () => {})
    return made
  }

  function gone(): void {
    model = undefined
    if (backend.known() === 'webgpu') backend.keep('wasm')
    if (closed || listeners.size === 0) return
    broken = true
    for (const { told } of listeners) told.broken(true)
    if (performance.now() - since > LASTED_MS) lost = 0
    again = setTimeout(open, backOff(lost++))
  }

  function mended(): void {
    if (!broken) return
    broken = false
    for (const { told } of listeners) told.broken(false)
  }

  return {
    id,
    languages,
    bytes,
    supported: () => 'AudioWorkletNode' in globalThis && 'WebAssembly' in globalThis,
    async prepare(tell) {
      progress = tell
      await open().ready
    },
    async start(track, told) {
      const sound = keepSounding(new AudioContext())
      await sound.audioWorklet.addModule(capture).catch(async (error) => {
        await sound.close()
        throw error
      })
      const source = sound.createMediaStreamSource(new MediaStream([track]))
      let node: AudioWorkletNode | undefined
      let finish = async () => {}
      const listener = {
        told,
        /** What is said while the model still loads waits in the worker. */
        listen(next: ModelWorker) {
          node?.disconnect()
          node = new AudioWorkletNode(sound, 'capture', { numberOfOutputs: 0 })
          source.connect(node)
          finish = next.listen(node.port, (event) => pass(event, told))
        },
      }
      listeners.add(listener)
      if (model) listener.listen(model)
      await open().ready.catch(() => {})
      return async () => {
        listeners.delete(listener)
        if (listeners.size === 0) clearTimeout(again)
        node?.disconnect()
        source.disconnect()
        await finish()
        await sound.close()
      }
    },
    close() {
      closed = true
      clearTimeout(again)
      model?.end()
      model = undefined
    },
  }
}

function pass(event: LiveEvent, told: Told): void {
  if (event.type === 'text') told.heard(event)
  else if (event.type === 'slow') told.slow(event.slow)
  else told.understood(event.understood)
}
