import * as sdk from 'livekit-client'
import { pictureOptions } from '../../../web/room/livekitConnection.ts'

// The camera is on before the press, as it is for whoever is in a room already.
const { resolution } = pictureOptions(sdk).videoCaptureDefaults
const stream = await navigator.mediaDevices.getUserMedia({
  video: { width: resolution.width, height: resolution.height, frameRate: resolution.frameRate },
})

async function connect(): Promise<void> {
  const [here, there] = [new RTCPeerConnection(), new RTCPeerConnection()]
  here.onicecandidate = ({ candidate }) => candidate && void there.addIceCandidate(candidate)
  there.onicecandidate = ({ candidate }) => candidate && void here.addIceCandidate(candidate)
  there.ontrack = ({ streams: [remote = null] }) => {
    const video = document.createElement('video')
    Object.assign(video, { autoplay: true, muted: true, srcObject: remote })
    document.body.append(video)
  }
  for (const track of stream.getTracks()) here.addTrack(track, stream)
  await here.setLocalDescription()
  if (here.localDescription) await there.setRemoteDescription(here.localDescription)
  await there.setLocalDescription()
  if (there.localDescription) await here.setRemoteDescription(there.localDescription)
}

document.querySelector('button')?.addEventListener('click', () => void connect())
