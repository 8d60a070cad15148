import { CriticalTimers } from 'livekit-client'

/** What we use of LiveKit's client, and so what a browser fetches of it. */
export {
  ConnectionQuality,
  ConnectionState,
  DisconnectReason,
  Room,
  RoomEvent,
  Track,
  TrackEvent,
  VideoPresets,
  VideoQuality,
} from 'livekit-client'

/** LiveKit's client waits so long before it looks again whether it is connected, and shows no picture before it has looked. */
const LOOKS_AFTER = 50
const SOONER = 5

// its timers are there to be replaced
CriticalTimers.setTimeout = (run, ms, ...args) => setTimeout(run, ms === LOOKS_AFTER ? SOONER : ms, ...args)
