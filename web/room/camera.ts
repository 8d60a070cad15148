import type { Room } from 'livekit-client'
import { type BlurredCamera, openBlurred } from './blur/camera.ts'
import type { BlurEnd } from './blur/way.ts'

type Sdk = typeof import('./livekit.ts')

/**
 * One's own camera in a LiveKit room. Without blur LiveKit's client opens it; with blur we do, and LiveKit's client is
 * given the blurred picture only, so that none of its ways to start a track again can send the other.
 */
export function createCamera({ RoomEvent, Track }: Sdk, room: Room) {
  const me = room.localParticipant
  const { Camera } = Track.Source
  let blurred: BlurredCamera | undefined
  let blur: ((why: BlurEnd) => void) | undefined
  /** each wish outdates the one before, also while that is still being fulfilled */
  let wish = 0
  let opening = new AbortController()
  let turn: Promise<void> = Promise.resolve()

  const stop = () => {
    wish++
    opening.abort()
    opening = new AbortController()
    blurred?.stop()
    blurred = undefined
    blur = undefined
  }
  // the server takes it back from who may not show a picture any more
  room.on(RoomEvent.LocalTrackUnpublished, ({ track }) => {
    if (blurred && track?.mediaStreamTrack === blurred.track) stop()
  })

  async function unpublish(): Promise<void> {
    const track = me.getTrackPublication(Camera)?.track
    if (track) await me.unpublishTrack(track, true)
  }

  async function openOnly(ended: (why: BlurEnd) => void): Promise<void> {
    const mine = wish
    const { resolution, deviceId } = room.options.videoCaptureDefaults ?? {}
    const broken = (why: BlurEnd) => {
      if (mine !== wish) return
      stop()
      turn = turn.catch(() => {}).then(unpublish)
      ended(why)
    }
    const opened = await openBlurred({ ...resolution, deviceId }, broken, opening.signal).catch((error) => {
      if (mine === wish) throw error
    })
    if (!opened) return
    if (mine !== wish) return opened.stop()
    blurred = opened
    await me.publishTrack(opened.track, { source: Camera })
    if (mine !== wish) await unpublish()
  }

  function set(on: boolean, ended?: (why: BlurEnd) => void): Promise<void> {
    const wasOurs = blur !== undefined
    stop()
    blur = on ? ended : undefined
    const fulfil = async () => {
      if (wasOurs || ended) await unpublish()
      if (on && ended) await openOnly(ended)
      else await me.setCameraEnabled(on)
    }
    turn = turn.catch(() => {}).then(fulfil)
    return turn
  }

  return {
    set,
    /** Another camera. LiveKit's client would put its bare picture in the place of the blurred one. */
    async choose(deviceId: string): Promise<void> {
      if (!blur) return void (await room.switchActiveDevice('videoinput', deviceId))
      room.options.videoCaptureDefaults = {
        ...room.options.videoCaptureDefaults,
        deviceId: { exact: deviceId },
      }
      await set(true, blur)
    },
    stop,
  }
}
