import type { Room } from 'livekit-client'
import { type BlurredCamera, openBlurred } from './blur/camera.ts'
import type { BlurEnd } from './blur/way.ts'

type Sdk = typeof import('livekit-client')

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
  let turn: Promise<void> = Promise.resolve()

  const stop = () => {
    wish++
    blurred?.stop()
    blurred = undefined
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
    const opened = await openBlurred({ ...resolution, deviceId }, (why) => {
      if (mine !== wish) return
      stop()
      void unpublish()
      ended(why)
    })
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
    /** Opens the camera again, for another device; LiveKit's client does that by itself where it opened it. */
    renew: async () => void (blurred && (await set(true, blur))),
    stop,
  }
}
