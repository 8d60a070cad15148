import type { SeatPlace } from './ring.ts'

/** Mouths are about so high above the floor of a seat, in metres. */
const MOUTH = 1.1
/** Within this a voice is as loud as it is. */
const NEAR = 1
const ROLLOFF = 0.6
/** Nobody becomes quieter than this because of where they sit. */
const FLOOR = 0.55
const AHEAD: Ears['forward'] = [0, 0, -1]

/**
 * How loud a voice is at a distance in metres: the Web Audio `inverse` model, with a floor. A panner has no floor of its
 * own, so that distance is ours and only direction is the panner's.
 */
export const loudnessAt = (distance: number): number =>
  Math.max(FLOOR, NEAR / (NEAR + ROLLOFF * (Math.max(distance, NEAR) - NEAR)))

export type Listening = {
  /** everyone in the middle, equally loud */
  centre: boolean
  mono: boolean
}

export type Ears = {
  x: number
  y: number
  z: number
  forward: [number, number, number]
  up: [number, number, number]
}

type Options = {
  context: AudioContext
  /** somebody's voice as it comes in */
  soundOf: (identity: string) => MediaStreamTrack | undefined
}

type Voice = { track: MediaStreamTrack; end: () => void; panner: PannerNode; gain: GainNode }

/** Gives the voices of a circle their places around the listener. Plays them itself: the room's own sound is off meanwhile. */
export function createVoices({ context, soundOf }: Options) {
  const voices = new Map<string, Voice>()
  const out = context.createGain()
  out.connect(context.destination)
  let listening: Listening = { centre: false, mono: false }

  function begin(track: MediaStreamTrack): Voice {
    const stream = new MediaStream([track])
    // Chromium gives Web Audio a remote voice only while an element pulls it too
    const pull = new Audio()
    pull.muted = true
    pull.srcObject = stream
    void pull.play().catch(() => {})
    const source = context.createMediaStreamSource(stream)
    const gain = context.createGain()
    const panner = new PannerNode(context, { panningModel: 'HRTF', rolloffFactor: 0 })
    source.connect(gain).connect(panner).connect(out)
    return {
      track,
      panner,
      gain,
      end() {
        for (const node of [source, gain, panner]) node.disconnect()
        pull.srcObject = null
      },
    }
  }

  function put({ panner, gain }: Voice, place: SeatPlace): void {
    const { centre } = listening
    panner.panningModel = centre || listening.mono ? 'equalpower' : 'HRTF'
    panner.positionX.value = centre || listening.mono ? 0 : place.x
    panner.positionY.value = MOUTH
    panner.positionZ.value = centre || listening.mono ? -NEAR : place.z
    gain.gain.setTargetAtTime(
      centre ? 1 : loudnessAt(Math.hypot(place.x, place.z)),
      context.currentTime,
      0.05,
    )
  }

  return {
    /** Who is here now and where, by identity; whoever is not named is not heard any more. */
    follow(places: ReadonlyMap<string, SeatPlace>, next: Listening): void {
      listening = next
      out.channelCount = next.mono ? 1 : 2
      out.channelCountMode = next.mono ? 'explicit' : 'max'
      for (const [identity, voice] of voices)
        if (!places.has(identity) || soundOf(identity) !== voice.track) {
          voice.end()
          voices.delete(identity)
        }
      for (const [identity, place] of places) {
        const track = soundOf(identity)
        if (!track) continue
        const voice = voices.get(identity) ?? begin(track)
        voices.set(identity, voice)
        put(voice, place)
      }
    },
    /** Where the listener's head is, each frame. */
    turn({ x, y, z, forward, up }: Ears): void {
      const { listener } = context
      // whoever is in the middle stays there when the head turns
      const ahead = listening.centre || listening.mono ? AHEAD : forward
      if (!listener.positionX) {
        // Firefox
        listener.setPosition(x, y, z)
        listener.setOrientation(...ahead, ...up)
        return
      }
      listener.positionX.value = x
      listener.positionY.value = y
      listener.positionZ.value = z
      listener.forwardX.value = ahead[0]
      listener.forwardY.value = ahead[1]
      listener.forwardZ.value = ahead[2]
      listener.upX.value = up[0]
      listener.upY.value = up[1]
      listener.upZ.value = up[2]
    },
    close(): void {
      for (const voice of voices.values()) voice.end()
      voices.clear()
      out.disconnect()
    },
  }
}

export type Voices = ReturnType<typeof createVoices>
