import voice from '@ricky0123/vad-web/dist/silero_vad_v6.onnx?url'
import gpuGlue from 'onnxruntime-web/ort-wasm-simd-threaded.asyncify.mjs?url'
import gpuProgram from 'onnxruntime-web/ort-wasm-simd-threaded.asyncify.wasm?url'
import glue from 'onnxruntime-web/ort-wasm-simd-threaded.mjs?url'
import program from 'onnxruntime-web/ort-wasm-simd-threaded.wasm?url'
import decoder from '../../../node_modules/@moonshine-ai/moonshine-js/dist/model/tiny/quantized/decoder_model_merged.onnx?url'
import encoder from '../../../node_modules/@moonshine-ai/moonshine-js/dist/model/tiny/quantized/encoder_model.onnx?url'
import type { OfferedModel } from '../../../server/captions/contract.ts'
import type { CaptionEngine } from '../engine.ts'
import { isMetered, recallBackend, rememberBackend } from '../settings.ts'
import capture from '../worker/capture.worklet.ts?worker&url'
import { createWorkerEngine } from './workerEngine.ts'

/** More threads than this gain nothing for a model so small. */
const MOST_THREADS = 4
/**
 * A worker answers between two steps of its model: at the latest after two seconds, but one step of Whisper's, which always
 * hears half a minute, may take ten times as long on an old device.
 */
const UNANSWERED = { moonshine: 4, 'moonshine-streaming': 4, whisper: 40 } as const
/** What each model needs besides its own files: the runtime, and the model that hears whether somebody speaks. */
const BESIDES = 7_000_000

/** The model that comes with Hearthside. */
export const tiny: OfferedModel = {
  name: 'moonshine-tiny',
  label: 'Moonshine Tiny',
  languages: ['en'],
  kind: 'moonshine',
  shape: 'tiny',
  tokensPerSecond: 6.5,
  bytes: 28_180_947,
  files: { encoder, decoder },
}

const at = (path: string) => new URL(path, location.href).href

/** Half of the processor's cores, as video wants the others too; only one without cross-origin isolation. */
const threads = () =>
  crossOriginIsolated ? Math.max(1, Math.min(MOST_THREADS, Math.floor(navigator.hardwareConcurrency / 2))) : 1

/** The model with the addresses of its files as a worker needs them. */
const absolute = (model: OfferedModel) =>
  ({
    ...model,
    files: Object.fromEntries(Object.entries(model.files).map(([part, path]) => [part, at(path)])),
  }) as OfferedModel

/**
 * A model that writes down a language, told which where it knows several: its weights come from our own server, and it runs
 * in a worker of this page.
 */
export function createModelEngine(model: OfferedModel, language: string): CaptionEngine {
  const { name, languages, bytes, kind } = model
  return createWorkerEngine({
    id: name,
    languages,
    bytes: bytes + BESIDES,
    load: {
      model: absolute(model),
      language,
      voice: at(voice),
      runtime: {
        wasm: { wasm: at(program), mjs: at(glue) },
        webgpu: { wasm: at(gpuProgram), mjs: at(gpuGlue) },
      },
      threads: threads(),
    },
    unanswered: UNANSWERED[kind],
    backend: {
      // measuring fetches another 27 MB: not over a line that is paid by the megabyte; and of many small runs, as a
      // streaming model has them, a graphics processor gains nothing
      known: () => (isMetered() || kind === 'moonshine-streaming' ? 'wasm' : recallBackend(name)),
      keep: (backend) => rememberBackend(name, backend),
    },
    capture,
    makeWorker: () => new Worker(new URL('../worker/worker.ts', import.meta.url), { type: 'module' }),
  })
}
