import type { OfferedModel } from '../../../server/captions/contract.ts'
import type { Backend } from './backend.ts'
import type { LiveEvent } from './live.ts'

/** What is to be opened: addresses are on our own host. */
export type Load = {
  model: OfferedModel
  /** the language that is spoken, for models that have to be told */
  language: string
  /** the model that hears whether somebody speaks */
  voice: string
  runtime: Record<Backend, { wasm: string; mjs: string }>
  threads: number
  /** what the model runs best on here; without it that is measured */
  known: Backend | undefined
}

/** From the page to its worker. `stream` is a number of the page's own for one microphone, or one voice that comes in. */
export type ToWorker =
  | ({ type: 'load' } & Load)
  /** sound comes through this port as {@link Sound} */
  | { type: 'listen'; stream: number; port: MessagePort }
  /** what was said is finished, and then told to be */
  | { type: 'stop'; stream: number }
  | { type: 'alive?' }

export type FromWorker =
  | { type: 'loading'; loaded: number; total: number }
  /** `measured`: what the model runs best on, when that was found out just now */
  | { type: 'ready'; measured: Backend | undefined }
  | { type: 'failed'; message: string }
  | { type: 'alive' }
  | { type: 'stopped'; stream: number }
  | { type: 'told'; stream: number; event: LiveEvent }

/** A piece of a microphone's sound: mono samples, and how many of them make a second. */
export type Sound = { samples: Float32Array; rate: number }
