import { createStore, type StoreApi } from 'zustand/vanilla'
import { BlurError, openBlurred } from './blur/camera.ts'
import type { BlurEnd } from './blur/way.ts'
import {
  type Choices,
  pickDevice,
  rememberDevices,
  rememberedBlur,
  rememberedDevices,
  type Troubles,
  troubleWith,
} from './devices.ts'

export type PreviewState = {
  mic: boolean
  camera: boolean
  /** the camera opens only with its background blurred */
  blur: boolean
  /** blur ended by itself, and the camera is off since */
  blurEnded: BlurEnd | undefined
  /** loudness of the microphone, 0 … 1 */
  level: number
  devices: readonly MediaDeviceInfo[]
  chosen: Choices['devices']
  troubles: Troubles
  stream: MediaStream | undefined
}

export type Preview = {
  state: Pick<StoreApi<PreviewState>, 'getState' | 'subscribe' | 'getInitialState'>
  actions: {
    setMic: (on: boolean) => Promise<void>
    setCamera: (on: boolean) => Promise<void>
    setBlur: (on: boolean) => Promise<void>
    choose: (kind: 'audioinput' | 'videoinput' | 'audiooutput', deviceId: string) => Promise<void>
    /** plays a soft tone of half a second through the chosen speaker */
    testSpeaker: () => Promise<void>
  }
  close: () => void
}

const LEVEL_EVERY_MS = 80

/** Camera and microphone before coming in. Nothing is asked for until it is switched on; all is let go at `close`. */
export function createPreview(): Preview {
  const state = createStore<PreviewState>(() => ({
    mic: false,
    camera: false,
    blur: rememberedBlur(),
    blurEnded: undefined,
    level: 0,
    devices: [],
    chosen: rememberedDevices(),
    troubles: {},
    stream: undefined,
  }))
  const set = state.setState
  /** what runs, and how it ends */
  const running: { mic?: () => void; camera?: () => void } = {}
  /** a try that was overtaken lets go of what it still gets */
  const tries = { mic: 0, camera: 0 }
  let opening = new AbortController()
  let sound: AudioContext | undefined
  let meter: ReturnType<typeof setInterval> | undefined
  let closed = false

  const list = async () =>
    set({ devices: (await navigator.mediaDevices?.enumerateDevices().catch(() => [])) ?? [] })
  navigator.mediaDevices?.addEventListener('devicechange', list)
  void list()

  function measure(track: MediaStreamTrack): void {
    sound ??= new AudioContext()
    const analyser = new AnalyserNode(sound, { fftSize: 512 })
    sound.createMediaStreamSource(new MediaStream([track])).connect(analyser)
    const samples = new Float32Array(analyser.fftSize)
    clearInterval(meter)
    meter = setInterval(() => {
      analyser.getFloatTimeDomainData(samples)
      const rms = Math.sqrt(samples.reduce((sum, s) => sum + s * s, 0) / samples.length)
      // −60 dB … 0 dB as 0 … 1
      set({ level: Math.max(0, Math.min(1, 1 + Math.log10(rms || 1e-6) / 3)) })
    }, LEVEL_EVERY_MS)
  }

  function off(what: 'mic' | 'camera'): void {
    tries[what]++
    if (what === 'camera') {
      opening.abort()
      opening = new AbortController()
    }
    running[what]?.()
    delete running[what]
    if (what === 'mic') clearInterval(meter)
    set(what === 'mic' ? { mic: false, level: 0 } : { camera: false, stream: undefined })
  }

  const trouble = (what: 'mic' | 'camera', why: Troubles['mic']) =>
    set(({ troubles }) => ({ troubles: { ...troubles, [what]: why } }))

  async function open(what: 'mic' | 'camera', wish: MediaTrackConstraints) {
    if (what === 'camera' && state.getState().blur)
      return openBlurred(
        wish,
        (blurEnded) => {
          off('camera')
          set({ blurEnded })
        },
        opening.signal,
      )
    const media = what === 'mic' ? { audio: wish } : { video: wish }
    const [track] = (await navigator.mediaDevices.getUserMedia(media)).getTracks()
    if (!track) throw new DOMException('', 'NotFoundError')
    return { track, stop: () => track.stop() }
  }

  async function on(what: 'mic' | 'camera'): Promise<void> {
    off(what)
    trouble(what, undefined)
    set(what === 'camera' ? { blurEnded: undefined } : {})
    const { chosen, devices } = state.getState()
    const kind = what === 'mic' ? 'audioinput' : 'videoinput'
    const deviceId = pickDevice(kind, devices, chosen[kind])
    const wish = deviceId ? { deviceId: { ideal: deviceId } } : {}
    const mine = ++tries[what]
    try {
      const { track, stop } = await open(what, wish)
      if (closed || mine !== tries[what]) return stop()
      running[what] = stop
      if (what === 'mic') measure(track)
      track.addEventListener('ended', () => {
        if (running[what] !== stop) return
        off(what)
        trouble(what, 'gone')
      })
      const stream = new MediaStream([track])
      set(what === 'mic' ? { mic: true } : { camera: true, stream })
      await list()
    } catch (error) {
      if (closed || mine !== tries[what]) return
      if (error instanceof BlurError) return set({ blurEnded: 'broken' })
      trouble(what, await troubleWith(what, error))
    }
  }

  return {
    state,
    actions: {
      setMic: async (wanted) => (wanted ? on('mic') : off('mic')),
      setCamera: async (wanted) => (wanted ? on('camera') : off('camera')),
      async setBlur(blur) {
        const was = running.camera !== undefined
        off('camera')
        set({ blur, blurEnded: undefined })
        if (was) await on('camera')
      },
      async choose(kind, deviceId) {
        const chosen = { ...state.getState().chosen, [kind]: deviceId }
        rememberDevices(chosen)
        set({ chosen })
        if (kind === 'audioinput' && running.mic) await on('mic')
        if (kind === 'videoinput' && running.camera) await on('camera')
      },
      async testSpeaker() {
        const context = new AudioContext()
        const speaker = state.getState().chosen.audiooutput
        if (speaker && 'setSinkId' in context)
          await (context.setSinkId as (id: string) => Promise<void>)(speaker).catch(() => {})
        const gain = new GainNode(context, { gain: 0 })
        const tone = new OscillatorNode(context, { frequency: 440 })
        tone.connect(gain).connect(context.destination)
        const now = context.currentTime
        gain.gain.linearRampToValueAtTime(0.12, now + 0.1)
        gain.gain.linearRampToValueAtTime(0, now + 0.6)
        tone.start(now)
        tone.stop(now + 0.65)
        tone.onended = () => void context.close()
      },
    },
    close() {
      closed = true
      navigator.mediaDevices?.removeEventListener('devicechange', list)
      off('mic')
      off('camera')
      void sound?.close()
    },
  }
}
