import type { Layer, Moment, Place, SceneSound } from '../../scenes/kit/types.ts'
import { hitsDue, type Passing } from './passing.ts'

const LOOK_MS = 100
const AHEAD_SECONDS = 0.15
/** Time constant with which a loudness follows, seconds: nothing leaps. */
const FOLLOW = 0.12
/** The viewer's ears, metres. */
const EARS: Place = [0, 1.2, 0]

export type Loudness = { mono: boolean; quiet: boolean; volume: number }

export type Soundscape = {
  set: (loudness: Loudness) => void
  /** which way the viewer looks: a direction of any length */
  face: (x: number, y: number, z: number) => void
  /** gone within so many milliseconds, until the scene goes on again */
  fadeOut: (ms: number) => void
  /** a press has allowed sound; false when none can be made, as without a device */
  resume: () => Promise<boolean>
  close: () => void
}

type Options = {
  context: AudioContext
  sound: SceneSound
  moment: () => Moment
  /** whether the scene goes on now: it is silent otherwise */
  running: () => boolean
  /** how the place a sound comes from is heard; tests have no ears */
  panning?: PanningModelType
}

const RESUME_MS = 2000

/** The sound of a scene: its layers as loud as the moment wants them, its hits each time they are passed. Ends with `close`, which leaves the context open. */
export function createSoundscape({ context, sound, moment, running, panning = 'HRTF' }: Options): Soundscape {
  const out = new GainNode(context, { gain: 0, channelCount: 2, channelCountMode: 'explicit' })
  out.connect(context.destination)
  const { listener } = context
  const at = (param: AudioParam | undefined, value: number) =>
    param?.setTargetAtTime(value, context.currentTime, 0.02)
  at(listener.positionX, EARS[0])
  at(listener.positionY, EARS[1])
  at(listener.positionZ, EARS[2])

  let volume = 1
  let silentUntil = 0
  let passing: Passing | undefined
  let closed = false
  const layers: { layer: Layer; gain: GainNode; source: AudioBufferSourceNode }[] = []
  const buffers = new Map<string, AudioBuffer>()

  const bufferOf = (id: string, make: Layer['make']) => {
    let buffer = buffers.get(id)
    if (!buffer) {
      const samples = make(context.sampleRate)
      buffer = context.createBuffer(1, samples.length, context.sampleRate)
      buffer.copyToChannel(samples, 0)
      buffers.set(id, buffer)
    }
    return buffer
  }
  const placed = (place: Place | undefined): AudioNode => {
    if (!place) return out
    const [positionX, positionY, positionZ] = place
    const options: PannerOptions = { panningModel: panning, distanceModel: 'inverse', refDistance: 1 }
    // a floor by a gentle fall: what is said across a table is never lost
    const panner = new PannerNode(context, {
      ...options,
      rolloffFactor: 0.5,
      positionX,
      positionY,
      positionZ,
    })
    panner.connect(out)
    return panner
  }

  /** Buffers take a while to make: one at a time, so that the page goes on. */
  async function begin(): Promise<void> {
    for (const layer of sound.layers) {
      await new Promise((resolve) => setTimeout(resolve))
      if (closed) return
      const source = new AudioBufferSourceNode(context, {
        buffer: bufferOf(layer.id, layer.make),
        loop: true,
      })
      const gain = new GainNode(context, { gain: 0 })
      source.connect(gain).connect(placed(layer.at))
      source.start()
      layers.push({ layer, gain, source })
    }
    for (const hit of sound.hits) {
      await new Promise((resolve) => setTimeout(resolve))
      if (closed) return
      bufferOf(`hit ${hit.id}`, hit.make)
    }
  }
  void begin()

  const look = () => {
    const now = context.currentTime
    if (now < silentUntil) return
    const on = running()
    out.gain.setTargetAtTime(on ? volume : 0, now, FOLLOW)
    if (!on) return
    const where = moment()
    for (const { layer, gain } of layers)
      gain.gain.setTargetAtTime(Math.min(Math.max(layer.gain(where), 0), 1), now, FOLLOW)
    const next = hitsDue(sound.hits, passing, where, AHEAD_SECONDS)
    passing = next.passing
    for (const { hit, in: seconds } of next.due) {
      const source = new AudioBufferSourceNode(context, { buffer: bufferOf(`hit ${hit.id}`, hit.make) })
      source.connect(new GainNode(context, { gain: hit.gain })).connect(placed(hit.from))
      source.start(now + seconds)
    }
  }
  const timer = setInterval(look, LOOK_MS)

  return {
    set({ mono, quiet, volume: wanted }) {
      volume = quiet ? 0 : wanted
      out.channelCount = mono ? 1 : 2
    },
    face(x, y, z) {
      at(listener.forwardX, x)
      at(listener.forwardY, y)
      at(listener.forwardZ, z)
    },
    fadeOut(ms) {
      const now = context.currentTime
      out.gain.cancelScheduledValues(now)
      out.gain.setValueAtTime(out.gain.value, now)
      out.gain.linearRampToValueAtTime(0, now + ms / 1000)
      silentUntil = now + ms / 1000
    },
    async resume() {
      const late = new Promise<void>((resolve) => setTimeout(resolve, RESUME_MS))
      await Promise.race([context.resume().catch(() => {}), late])
      return context.state === 'running'
    },
    close() {
      closed = true
      clearInterval(timer)
      for (const { source } of layers) source.stop()
      out.disconnect()
    },
  }
}
