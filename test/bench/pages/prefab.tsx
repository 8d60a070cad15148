import { LiveKitRoom, VideoConference } from '@livekit/components-react'
import { createRoot } from 'react-dom/client'

const { url, token } = Object.fromEntries(new URLSearchParams(location.hash.slice(1)))

createRoot(document.getElementById('app') as HTMLElement).render(
  <LiveKitRoom serverUrl={url} token={token} connect audio={false} video={false}>
    <VideoConference />
  </LiveKitRoom>,
)
