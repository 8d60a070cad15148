import { connectLivekit } from './livekitConnection.ts'

let livekit: Promise<typeof import('./livekit.ts')> | undefined
/** LiveKit's client is fetched while the person looks at the preview, so that coming in does not wait for it. */
export const loadLivekit = () => {
  livekit ??= import('./livekit.ts').catch((error) => {
    livekit = undefined
    throw error
  })
  return livekit
}
export const connect = connectLivekit(loadLivekit)

/** LiveKit's signalling, through our own server's gate. */
export const signalling = () => `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/livekit`
