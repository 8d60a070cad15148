import type { Room as LivekitRoom, Participant, RemoteTrack } from 'livekit-client'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { ErrorCode } from '../../server/contract.ts'
import type { PublicRoomState, RoomCommand, RoomView } from '../../server/rooms/contract.ts'
import { ApiError, api } from '../lib/api.ts'
import { type Choices, type DeviceTrouble, troubleOf } from './devices.ts'
import { type LiveFacts, type PersonInRoom, peopleOf } from './people.ts'
import { createPulse } from './pulse.ts'

export type RoomState = {
  status: 'joining' | 'connected' | 'reconnecting' | 'over'
  /** why it is over, or why coming in is still being tried */
  refusal: ErrorCode | 'offline' | undefined
  view: RoomView | undefined
  people: readonly PersonInRoom[]
  mic: boolean
  camera: boolean
  screen: boolean
  audioOnly: boolean
  trouble: { what: 'mic' | 'camera'; why: DeviceTrouble } | undefined
  /** the browser waits for a press before it plays sound */
  soundBlocked: boolean
}

export type Room = {
  state: Pick<StoreApi<RoomState>, 'getState' | 'subscribe' | 'getInitialState'>
  actions: {
    setMic: (on: boolean) => Promise<void>
    setCamera: (on: boolean) => Promise<void>
    setScreen: (on: boolean) => Promise<void>
    setAudioOnly: (on: boolean) => void
    useDevice: (kind: MediaDeviceKind, deviceId: string) => Promise<void>
    turnOnSound: () => Promise<void>
    command: (command: RoomCommand) => Promise<void>
    /** shows somebody's camera or screen in an element; returns what ends it */
    showVideo: (identity: string, what: 'camera' | 'screen', element: HTMLVideoElement) => () => void
  }
  close: () => Promise<void>
}

type Options = {
  meetupId: string
  tab: string
  moveHere: boolean
  choices: Choices
  livekit: () => Promise<typeof import('livekit-client')>
}

/** Refusals after which trying again cannot help; all others are tried again by themselves. */
const FINAL: readonly string[] = [
  'meetup_over',
  'removed_from_room',
  'open_in_another_tab',
  'rsvp_needed',
  'not_open_yet',
  'not_found',
  'sign_in_needed',
  'strong_sign_in_needed',
  'no_seat_left',
  'not_allowed',
]
const RETRY_MS = [0, 300, 700, 1500, 3000, 5000]
/** LiveKit's own retries, before we ask our server for a fresh token: it alone knows whether the room was made again. */
const SDK_RETRY_MS = [0, 300, 1000]

/** One person's connection to a room. The only file that knows LiveKit's client; everything about it ends with `close`. */
export function createRoom({ meetupId, tab, moveHere, choices, livekit }: Options): Room {
  const state = createStore<RoomState>(() => ({
    status: 'joining',
    refusal: undefined,
    view: undefined,
    people: [],
    mic: choices.mic,
    camera: choices.camera,
    screen: false,
    audioOnly: false,
    trouble: undefined,
    soundBlocked: false,
  }))
  const set = state.setState
  let room: LivekitRoom | undefined
  let closed = false
  let devices = choices.devices
  // what the person wants on: it outlives a lost connection, while LiveKit's own state does not
  const wanted = { mic: choices.mic, camera: choices.camera }
  const sounds = document.createElement('div')
  sounds.hidden = true
  document.body.append(sounds)

  const pulse = createPulse({
    lost: () => state.getState().status === 'connected' && set({ status: 'reconnecting' }),
    back: () =>
      room?.state === 'connected' &&
      state.getState().status === 'reconnecting' &&
      set({ status: 'connected' }),
  })

  // --- who is here

  function factsOf(p: Participant): LiveFacts {
    const quality = p.connectionQuality as string
    return {
      speaking: p.isSpeaking,
      mic: p.isMicrophoneEnabled,
      camera: p.isCameraEnabled,
      screen: p.isScreenShareEnabled,
      weak: quality === 'poor',
      lost: quality === 'lost',
    }
  }

  let refreshing = false
  /** Renders who is here; many events of one moment become one change. */
  function refresh(): void {
    if (refreshing) return
    refreshing = true
    queueMicrotask(() => {
      refreshing = false
      const { view } = state.getState()
      if (!room || !view) return
      const everyone: Participant[] = [room.localParticipant, ...room.remoteParticipants.values()]
      const live = new Map(everyone.map((p) => [p.identity, factsOf(p)]))
      const { isMicrophoneEnabled, isCameraEnabled, isScreenShareEnabled } = room.localParticipant
      set({
        people: peopleOf(view, live),
        mic: isMicrophoneEnabled,
        camera: isCameraEnabled,
        screen: isScreenShareEnabled,
      })
      const known = new Set(view.seats.map((s) => s.identity))
      if (everyone.some((p) => !known.has(p.identity))) void look()
    })
  }

  function see(view: RoomView): void {
    const before = state.getState().view
    if (before && before.version > view.version && before.you.identity === view.you.identity) return
    set({ view })
    refresh()
  }

  let looking: Promise<void> | undefined
  /** Reads the room from our server, once at a time. */
  function look(): Promise<void> {
    looking ??= api('GET /api/meetups/:meetupId/room', { meetupId })
      .then(see, (error: ApiError) => FINAL.includes(error.code) && end(error.code))
      .finally(() => {
        looking = undefined
      }) as Promise<void>
    return looking
  }

  function readMetadata(text: string | undefined): void {
    const { version } = JSON.parse(text || '{"version":0}') as PublicRoomState
    if (version > (state.getState().view?.version ?? -1)) void look()
  }

  // --- coming in, and coming back

  function end(refusal: RoomState['refusal']): void {
    set({ status: 'over', refusal })
    void close()
  }

  async function comeIn(move: boolean): Promise<void> {
    for (let attempt = 0; !closed; attempt++) {
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS[Math.min(attempt, RETRY_MS.length - 1)]))
      if (closed) return
      try {
        const [joined, sdk] = await Promise.all([
          api('POST /api/meetups/:meetupId/join', {
            meetupId,
            body: { tab, moveHere: move && attempt === 0 },
          }),
          livekit(),
        ])
        see(joined.room)
        await connect(sdk, joined.url, joined.token)
        return
      } catch (error) {
        if (error instanceof ApiError && FINAL.includes(error.code)) return end(error.code)
        set({ refusal: error instanceof ApiError ? error.code : 'room_unavailable' })
      }
    }
  }

  async function connect(sdk: typeof import('livekit-client'), path: string, token: string): Promise<void> {
    const { RoomEvent, Track, VideoPresets } = sdk
    const next = new sdk.Room({
      adaptiveStream: true,
      dynacast: true,
      disconnectOnPageLeave: false,
      reconnectPolicy: { nextRetryDelayInMs: ({ retryCount }) => SDK_RETRY_MS[retryCount] ?? null },
      audioCaptureDefaults: {
        echoCancellation: true,
        noiseSuppression: true,
        autoGainControl: true,
        deviceId: devices.audioinput,
      },
      videoCaptureDefaults: { resolution: VideoPresets.h360.resolution, deviceId: devices.videoinput },
      audioOutput: devices.audiooutput ? { deviceId: devices.audiooutput } : undefined,
      publishDefaults: {
        simulcast: true,
        videoSimulcastLayers: [VideoPresets.h180],
        videoEncoding: VideoPresets.h360.encoding,
        dtx: true,
        red: true,
      },
    })
    room = next
    const back = () => {
      set({ status: 'connected', refusal: undefined })
      refresh()
      void look()
    }
    const away = () => set({ status: 'reconnecting' })
    for (const event of [
      RoomEvent.ParticipantConnected,
      RoomEvent.ParticipantDisconnected,
      RoomEvent.TrackMuted,
      RoomEvent.TrackUnmuted,
      RoomEvent.LocalTrackPublished,
      RoomEvent.LocalTrackUnpublished,
      RoomEvent.TrackPublished,
      RoomEvent.TrackUnpublished,
      RoomEvent.ActiveSpeakersChanged,
      RoomEvent.ConnectionQualityChanged,
      RoomEvent.ParticipantPermissionsChanged,
    ])
      next.on(event, refresh)
    next
      .on(RoomEvent.RoomMetadataChanged, readMetadata)
      .on(RoomEvent.Reconnecting, away)
      .on(RoomEvent.SignalReconnecting, away)
      .on(RoomEvent.Reconnected, back)
      .on(RoomEvent.AudioPlaybackStatusChanged, () => set({ soundBlocked: !next.canPlaybackAudio }))
      .on(RoomEvent.TrackSubscribed, (track: RemoteTrack) => {
        if (track.kind === Track.Kind.Audio) sounds.append(track.attach())
        for (const wish of wishes) wish()
        refresh()
      })
      .on(RoomEvent.TrackUnsubscribed, (track: RemoteTrack) => {
        for (const element of track.detach()) element.remove()
        refresh()
      })
      .on(RoomEvent.Disconnected, () => {
        if (closed || room !== next) return
        set({ status: 'reconnecting' })
        void comeIn(false)
      })
    const { protocol, host } = location
    await next.connect(`${protocol === 'https:' ? 'wss' : 'ws'}://${host}${path}`, token, {
      maxRetries: 0,
      websocketTimeout: 5000,
      peerConnectionTimeout: 10_000,
    })
    if (closed) return void next.disconnect()
    back()
    readMetadata(next.metadata)
    hush(state.getState().audioOnly)
    // what was on before stays on; a device that fails says so and does not keep the person out
    const { view } = state.getState()
    const muted = view?.seats.find((s) => s.identity === view.you.identity)?.muted
    if (wanted.mic && !muted) await setMic(true)
    if (wanted.camera) await setCamera(true)
  }

  // --- media

  async function setDevice(what: 'mic' | 'camera', on: boolean): Promise<void> {
    wanted[what] = on
    const me = room?.localParticipant
    if (!me) return set(what === 'mic' ? { mic: on } : { camera: on })
    try {
      await (what === 'mic'
        ? me.setMicrophoneEnabled(on, { deviceId: devices.audioinput })
        : me.setCameraEnabled(on, { deviceId: devices.videoinput }))
      set({ trouble: undefined })
    } catch (error) {
      set({ trouble: { what, why: troubleOf(error, window.isSecureContext) } })
    }
    for (const wish of wishes) wish()
    refresh()
  }
  const setMic = (on: boolean) => setDevice('mic', on)
  const setCamera = (on: boolean) => setDevice('camera', on)

  function hush(audioOnly: boolean): void {
    for (const p of room?.remoteParticipants.values() ?? [])
      for (const pub of p.videoTrackPublications.values()) pub.setSubscribed(!audioOnly)
  }

  const wishes = new Set<() => void>()
  /** Keeps an element showing somebody's picture through unpublishing, reconnection and a new room object. */
  function showVideo(identity: string, what: 'camera' | 'screen', element: HTMLVideoElement): () => void {
    let shown: { detach: (e: HTMLMediaElement) => unknown } | undefined
    const wish = () => {
      const person =
        room?.localParticipant.identity === identity
          ? room.localParticipant
          : room?.remoteParticipants.get(identity)
      const track = person?.getTrackPublication(
        (what === 'camera' ? 'camera' : 'screen_share') as never,
      )?.track
      if (track === shown) return
      shown?.detach(element)
      track?.attach(element)
      shown = track
    }
    wishes.add(wish)
    wish()
    return () => {
      wishes.delete(wish)
      shown?.detach(element)
    }
  }

  // --- the end

  const leaveQuietly = () =>
    void navigator.sendBeacon(
      `/api/meetups/${encodeURIComponent(meetupId)}/room/leave`,
      new Blob([JSON.stringify({ tab })], { type: 'application/json' }),
    )
  window.addEventListener('pagehide', leaveQuietly)

  async function close(): Promise<void> {
    if (closed) return
    closed = true
    window.removeEventListener('pagehide', leaveQuietly)
    pulse.stop()
    if (state.getState().status !== 'over') leaveQuietly()
    await room?.disconnect()
    sounds.remove()
  }

  void comeIn(moveHere)
  return {
    state,
    actions: {
      setMic,
      setCamera,
      async setScreen(on) {
        await room?.localParticipant.setScreenShareEnabled(on).catch(() => {})
        refresh()
      },
      setAudioOnly(on) {
        set({ audioOnly: on })
        hush(on)
      },
      async useDevice(kind, deviceId) {
        devices = { ...devices, [kind]: deviceId }
        await room?.switchActiveDevice(kind, deviceId)
      },
      turnOnSound: async () => room?.startAudio(),
      async command(command) {
        const version = state.getState().view?.version ?? 0
        try {
          see(
            await api('POST /api/meetups/:meetupId/room/commands', { meetupId, body: { version, command } }),
          )
        } catch (error) {
          await look()
          throw error
        }
      },
      showVideo,
    },
    close,
  }
}
