import { createBacklog } from './backlog.ts'
import { createGain, raise } from './gain.ts'
import { createLive } from './live.ts'
import { type Models, openModels } from './models.ts'
import type { FromWorker, Sound, ToWorker } from './protocol.ts'
import { createResampler } from './resample.ts'
import { createVoiceActivity } from './voice.ts'

const RATE = 16_000
/** Seconds of what is said while a model is still on its way: so much can be heard afterwards, and none of it is left out. */
const KEPT = 15

const tell = (message: FromWorker) => postMessage(message)
const fail = (error: unknown) => tell({ type: 'failed', message: String(error) })

/** A turn of the event loop: a decoding never gives one by itself, as all it waits for is there at once. */
function breathe(): Promise<void> {
  const { port1, port2 } = new MessageChannel()
  return new Promise((resolve) => {
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(undefined)
  })
}

/** Takes what comes through a port until somebody listens. */
function hold(port: MessagePort) {
  const backlog = createBacklog(KEPT)
  port.onmessage = ({ data }: MessageEvent<Sound>) => backlog.push(data)
  return backlog
}

/** One microphone, or one voice that comes in; and what came of it before. */
function createStream(
  { decoder, voice, Tensor }: Models,
  stream: number,
  port: MessagePort,
  before: readonly Sound[],
) {
  const activity = createVoiceActivity(voice, Tensor)
  const gain = createGain()
  const decode = decoder.listen()
  const live = createLive({
    async speech(frame) {
      // sound that waits in the port is not seen to come late, nor is a question whether we are alive answered
      await breathe()
      return activity(gain(frame))
    },
    decode: (audio) => decode(raise(audio)),
    decoder,
    now: () => performance.now(),
    tell: (event) => tell({ type: 'told', stream, event }),
  })
  let resampler: ReturnType<typeof createResampler> | undefined
  function take({ samples, rate }: Sound): void {
    resampler ??= createResampler(rate, RATE)
    live.push(resampler.push(samples)).catch(fail)
  }
  for (const sound of before) take(sound)
  port.onmessage = ({ data }: MessageEvent<Sound>) => take(data)
  return {
    async stop(): Promise<void> {
      port.close()
      await live.stop()
      tell({ type: 'stopped', stream })
    },
  }
}

let models: Promise<Models> | undefined
const streams = new Map<number, ReturnType<typeof createStream>>()

addEventListener('message', async ({ data }: MessageEvent<ToWorker>) => {
  try {
    if (data.type === 'alive?') return tell({ type: 'alive' })
    if (data.type === 'load')
      models = openModels(data, breathe, (loaded, total) => tell({ type: 'loading', loaded, total }))
    const held = data.type === 'listen' ? hold(data.port) : undefined
    const loaded = await models
    if (!loaded) return
    if (data.type === 'load') tell({ type: 'ready', measured: loaded.measured })
    if (data.type === 'listen')
      streams.set(data.stream, createStream(loaded, data.stream, data.port, held?.sounds() ?? []))
    if (data.type === 'stop') {
      await streams.get(data.stream)?.stop()
      streams.delete(data.stream)
    }
  } catch (error) {
    fail(error)
  }
})
