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
