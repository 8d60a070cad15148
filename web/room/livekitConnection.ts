import type { Participant, RemoteTrack, RemoteTrackPublication, TextStreamReader } from 'livekit-client'
import { createCamera } from './camera.ts'
import type { Connect, Reception } from './connection.ts'
import type { Choices } from './devices.ts'
import type { LiveFacts } from './people.ts'

type Sdk = typeof import('./livekit.ts')

/** LiveKit's topic for what is sent often and may be lost. */
const BYTES = 'pose'

/**
 * Connects through livekit-client; only camera.ts besides knows it. Resolves as soon as LiveKit has told who
 * is here, while the way for sound and pictures is still being made; throws when it does not come so far.
 */
export const connectLivekit =
  (load: () => Promise<Sdk>): Connect =>
  async ({ url, token, leave, devices, told, topics, resumeDelay }) => {
    const sdk = await load()
    const { RoomEvent, DisconnectReason } = sdk
    const room = createLivekitRoom(sdk, devices, resumeDelay)
    const sounds = document.createElement('div')
    sounds.hidden = true
    document.body.append(sounds)
    let general: Reception = 'all'
    let kept: readonly string[] = []
    const ended = new Set<string>()
    let voicesPlayed = true

    const receiveOne = (pub: RemoteTrackPublication, identity: string) => {
      if (pub.kind !== sdk.Track.Kind.Video) return
      const rule = kept.includes(identity) ? 'all' : general
      if (pub.isDesired !== (rule !== 'none')) pub.setSubscribed(rule !== 'none')
      if (rule === 'none' || pub.source !== sdk.Track.Source.Camera) return
      const quality = rule === 'small' ? sdk.VideoQuality.LOW : sdk.VideoQuality.HIGH
      if (pub.videoQuality !== quality) pub.setVideoQuality(quality)
    }
    const receiveAll = () => {
      for (const p of room.remoteParticipants.values())
        for (const pub of p.trackPublications.values()) receiveOne(pub, p.identity)
    }

    for (const event of [
      RoomEvent.ParticipantConnected,
      RoomEvent.TrackMuted,
      RoomEvent.TrackUnmuted,
      RoomEvent.LocalTrackPublished,
      RoomEvent.LocalTrackUnpublished,
      RoomEvent.TrackUnpublished,
      RoomEvent.TrackStreamStateChanged,
      RoomEvent.ActiveSpeakersChanged,
      RoomEvent.ConnectionQualityChanged,
      RoomEvent.ParticipantPermissionsChanged,
    ])
      room.on(event, told.changed)
    room
      .on(RoomEvent.ParticipantDisconnected, ({ identity }, reason) => {
        const meant = [
          DisconnectReason.CLIENT_INITIATED,
          DisconnectReason.PARTICIPANT_REMOVED,
          DisconnectReason.ROOM_DELETED,
        ]
        told.left(identity, !meant.includes(reason ?? DisconnectReason.UNKNOWN_REASON))
      })
      .on(RoomEvent.TrackPublished, (pub, { identity }) => {
        receiveOne(pub, identity)
        told.changed()
      })
      .on(RoomEvent.TrackSubscribed, (track: RemoteTrack, pub, { identity }) => {
        // a sound under another source's name could be a muted microphone: it is not played
        const { Microphone, ScreenShareAudio } = sdk.Track.Source
        if (pub.source === Microphone || pub.source === ScreenShareAudio) {
          const sound = track.attach()
          if (pub.source === Microphone) sound.dataset.voice = ''
          sound.muted = pub.source === Microphone && !voicesPlayed
          sounds.append(sound)
        }
        receiveOne(pub, identity)
        told.changed()
      })
      .on(RoomEvent.TrackUnsubscribed, (track: RemoteTrack) => {
        if (track.kind === sdk.Track.Kind.Audio) for (const element of track.detach()) element.remove()
        told.changed()
      })
      // LiveKit's client first tries another device, and mutes when there is none
      .on(RoomEvent.LocalTrackPublished, (pub) => {
        pub.on(sdk.TrackEvent.Ended, () => void ended.add(pub.trackSid))
      })
      .on(RoomEvent.TrackMuted, (pub) => {
        if (ended.delete(pub.trackSid))
          told.stopped(pub.source === sdk.Track.Source.Camera ? 'camera' : 'mic')
      })
      .on(RoomEvent.RoomMetadataChanged, told.metadata)
      .on(RoomEvent.Reconnecting, told.away)
      .on(RoomEvent.SignalReconnecting, told.away)
      .on(RoomEvent.Reconnected, () => {
        receiveAll()
        told.back()
      })
      .on(RoomEvent.AudioPlaybackStatusChanged, () => told.soundBlocked(!room.canPlaybackAudio))

    room.on(RoomEvent.DataReceived, (bytes, from, _kind, topic) => {
      if (from && topic === BYTES) told.bytes(from.identity, bytes)
    })
    for (const topic of topics)
      room.registerTextStreamHandler(topic, (reader, { identity }) =>
        told.text(topic, {
          sender: identity,
          attributes: reader.info.attributes ?? {},
          read: (most) => readText(reader, most),
        }),
      )

    const camera = createCamera(sdk, room)
    const clearAway = () => {
      camera.stop()
      sounds.remove()
    }
    const signalled = new Promise<void>((resolve) => room.once(RoomEvent.SignalConnected, resolve))
    const ready = (async () => {
      const options = { maxRetries: 0, websocketTimeout: 5000, peerConnectionTimeout: 8000 }
      const connecting = room.connect(url, await token, options)
      connecting.catch(() => {})
      // a refusal says more than a socket that was not opened
      await leave
      await connecting
      if (room.state === sdk.ConnectionState.Disconnected) throw new Error('lost while coming in')
      // only now: a failed first try is told by the exception alone
      room.on(RoomEvent.Disconnected, (reason) => {
        clearAway()
        told.gone(reason === DisconnectReason.DUPLICATE_IDENTITY ? 'replaced' : 'lost')
      })
    })()
    ready.catch(() => {
      clearAway()
      return room.disconnect()
    })
    await Promise.race([signalled, ready])

    const me = room.localParticipant
    const { Camera, ScreenShare } = sdk.Track.Source
    const find = (identity: string) => (identity === me.identity ? me : room.remoteParticipants.get(identity))
    return {
      ready,
      metadata: () => room.metadata,
      facts: () =>
        new Map([me, ...room.remoteParticipants.values()].map((p) => [p.identity, factsOf(sdk, p)])),
      trackOf: (identity, what) =>
        find(identity)?.getTrackPublication(what === 'camera' ? Camera : ScreenShare)?.track,
      setMic: async (on) => void (await me.setMicrophoneEnabled(on)),
      setCamera: camera.set,
      setScreen: async (on) =>
        void (await me.setScreenShareEnabled(on, { audio: true, selfBrowserSurface: 'exclude' })),
      receive(next, whom) {
        general = next
        kept = whom
        receiveAll()
      },
      async chooseDevice(kind, deviceId) {
        if (kind === 'videoinput') await camera.choose(deviceId)
        else await room.switchActiveDevice(kind, deviceId)
      },
      startSound: () => room.startAudio(),
      microphone() {
        const { track, isMuted } = me.getTrackPublication(sdk.Track.Source.Microphone) ?? {}
        return isMuted ? undefined : track?.mediaStreamTrack
      },
      soundOf: (identity) =>
        room.remoteParticipants.get(identity)?.getTrackPublication(sdk.Track.Source.Microphone)?.track
          ?.mediaStreamTrack,
      send: async (topic, text, attributes, to) =>
        void (await me.sendText(text, {
          topic,
          attributes: { ...attributes },
          destinationIdentities: to && [...to],
        })),
      sendBytes: (bytes) => void me.publishData(bytes, { reliable: false, topic: BYTES }).catch(() => {}),
      playVoices(on) {
        voicesPlayed = on
        for (const sound of sounds.querySelectorAll('audio'))
          if (sound.dataset.voice !== undefined) sound.muted = !on
      },
      async close() {
        room.removeAllListeners()
        // at once: saying goodbye to LiveKit may take its time without a network
        for (const { track } of me.trackPublications.values()) track?.stop()
        for (const sound of sounds.querySelectorAll('audio')) sound.pause()
        clearAway()
        await room.disconnect()
      },
    }
  }

/** The whole of a text; undefined when it is longer than `most` characters, or breaks off. */
async function readText(reader: TextStreamReader, most: number): Promise<string | undefined> {
  let text = ''
  try {
    for await (const part of reader) {
      text += part
      if (text.length > most) return undefined
    }
    return text
  } catch {
    return undefined
  }
}

/**
 * Has the browser start its threads and codecs for calls, which the first connection of a page would wait for. Nothing
 * is sent, and no address is looked for.
 */
export async function warmUp(): Promise<void> {
  const unused = new RTCPeerConnection()
  unused.addTransceiver('audio')
  unused.addTransceiver('video')
  await unused.createOffer().catch(() => {})
  unused.close()
}

const FRAMES_PER_SECOND = 24

/** How pictures are taken, sent and received. */
export function pictureOptions({ VideoPresets: { h180, h360 } }: Sdk) {
  return {
    adaptiveStream: true,
    dynacast: true,
    videoCaptureDefaults: { resolution: { ...h360.resolution, frameRate: FRAMES_PER_SECOND } },
    publishDefaults: {
      simulcast: true,
      videoSimulcastLayers: [h180],
      videoEncoding: { ...h360.encoding, maxFramerate: FRAMES_PER_SECOND },
      dtx: true,
      red: true,
    },
  }
}

function createLivekitRoom(
  sdk: Sdk,
  devices: Choices['devices'],
  resumeDelay: (retry: number, elapsedMs: number) => number | null,
) {
  const pictures = pictureOptions(sdk)
  return new sdk.Room({
    ...pictures,
    disconnectOnPageLeave: false,
    reconnectPolicy: { nextRetryDelayInMs: (c) => resumeDelay(c.retryCount, c.elapsedMs) },
    audioCaptureDefaults: {
      echoCancellation: true,
      noiseSuppression: true,
      autoGainControl: true,
      deviceId: devices.audioinput,
    },
    videoCaptureDefaults: { ...pictures.videoCaptureDefaults, deviceId: devices.videoinput },
    audioOutput: devices.audiooutput ? { deviceId: devices.audiooutput } : undefined,
  })
}

function factsOf(sdk: Sdk, p: Participant): LiveFacts {
  const camera = p.getTrackPublication(sdk.Track.Source.Camera)
  const held = camera?.track?.streamState === sdk.Track.StreamState.Paused
  return {
    speaking: p.isSpeaking,
    mic: p.isMicrophoneEnabled,
    camera: p.isCameraEnabled,
    screen: p.isScreenShareEnabled,
    pictured: p.isCameraEnabled && !held,
    weak: p.connectionQuality === sdk.ConnectionQuality.Poor,
    lost: p.connectionQuality === sdk.ConnectionQuality.Lost,
    micTrack: p.getTrackPublication(sdk.Track.Source.Microphone)?.trackSid,
  }
}
