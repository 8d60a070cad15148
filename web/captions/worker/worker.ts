import { createGain, raise } from './gain.ts'
import { createLive } from './live.ts'
import { type Models, openModels } from './models.ts'
import type { FromWorker, Sound, ToWorker } from './protocol.ts'
import { createResampler } from './resample.ts'
import { createVoiceActivity } from './voice.ts'

const RATE = 16_000

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

/** One microphone, or one voice that comes in. */
function createStream({ decoder, voice, Tensor }: Models, stream: number, port: MessagePort) {
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
  port.onmessage = ({ data }: MessageEvent<Sound>) => {
    resampler ??= createResampler(data.rate, RATE)
    live.push(resampler.push(data.samples)).catch(fail)
  }
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
    const loaded = await models
    if (!loaded) return
    if (data.type === 'load') tell({ type: 'ready', measured: loaded.measured })
    if (data.type === 'listen') streams.set(data.stream, createStream(loaded, data.stream, data.port))
    if (data.type === 'stop') {
      await streams.get(data.stream)?.stop()
      streams.delete(data.stream)
    }
  } catch (error) {
    fail(error)
  }
})
