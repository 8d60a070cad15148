import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as ort from 'onnxruntime-web'
import { createGain, raise } from '../../../web/captions/worker/gain.ts'
import { createLive, type LiveEvent } from '../../../web/captions/worker/live.ts'
import { createMoonshine } from '../../../web/captions/worker/moonshine.ts'
import { createVoiceActivity } from '../../../web/captions/worker/voice.ts'
import { RATE } from './sounds.ts'

const packages = join(import.meta.dirname, '../../../node_modules')
/** The browser gives sound in such pieces. */
const PIECE = 1024

/** The default model and voice activity, in this process on one thread. */
export async function openModels() {
  ort.env.wasm.numThreads = 1
  const open = (graph: Uint8Array) => ort.InferenceSession.create(graph, { executionProviders: ['wasm'] })
  const tiny = join(packages, '@moonshine-ai/moonshine-js/dist/model/tiny/quantized/')
  const decoder = await createMoonshine(
    {
      encoder: readFileSync(`${tiny}encoder_model.onnx`),
      decoder: readFileSync(`${tiny}decoder_model_merged.onnx`),
    },
    { open, Tensor: ort.Tensor, breathe: async () => {} },
    { shape: 'tiny', tokensPerSecond: 6.5 },
  )
  const voice = await open(readFileSync(join(packages, '@ricky0123/vad-web/dist/silero_vad_v6.onnx')))
  return { decoder, voice }
}
export type Models = Awaited<ReturnType<typeof openModels>>

/** The model alone on a whole clip, however long it is. */
export const hearWhole = async ({ decoder }: Models, samples: Float32Array): Promise<string> =>
  decoder.text(await decoder.listen()(samples))

export type Told = LiveEvent & {
  /** seconds of sound that had come in by then */
  at: number
  /** milliseconds from when the piece of sound came in until this was told */
  after: number
  /** of these, milliseconds that the models took */
  model: number
}

/**
 * The live pipeline on a stream. Its clock is the sound's own, so that what it does depends on the sound alone and not on
 * how fast this machine is; what each step took is measured beside it.
 */
export async function hearLive({ decoder, voice }: Models, samples: Float32Array) {
  let clock = 0
  let model = 0
  let began = 0
  const timed = async <T>(work: Promise<T>): Promise<T> => {
    const start = performance.now()
    const done = await work
    model += performance.now() - start
    return done
  }
  const told: Told[] = []
  const activity = createVoiceActivity(voice, ort.Tensor)
  const gain = createGain()
  const decode = decoder.listen()
  let before = 0
  const live = createLive({
    speech: (frame) => timed(activity(gain(frame))),
    decode: (audio) => timed(decode(raise(audio))),
    decoder,
    now: () => clock,
    tell: (event) =>
      told.push({ ...event, at: clock / 1000, after: performance.now() - began, model: model - before }),
  })
  const start = performance.now()
  for (let at = 0; at < samples.length; at += PIECE) {
    clock = ((at + PIECE) / RATE) * 1000
    began = performance.now()
    before = model
    await live.push(samples.slice(at, at + PIECE))
  }
  began = performance.now()
  before = model
  await live.stop()
  const finals = told.flatMap((event) =>
    event.type === 'text' && event.final && event.agreed ? [event.agreed] : [],
  )
  return { told, text: finals.join(' '), work: (performance.now() - start) / 1000, model: model / 1000 }
}
