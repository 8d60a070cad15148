import * as sdk from 'livekit-client'
import { pictureOptions } from '../../../web/room/livekitConnection.ts'

// Address, token and whether to publish come in the hash. Pictures are sent and received with our own settings.
const { url = '', token = '', publish } = Object.fromEntries(new URLSearchParams(location.hash.slice(1)))

async function comeIn(): Promise<void> {
  const room = new sdk.Room(pictureOptions(sdk))
  room.on(sdk.RoomEvent.TrackSubscribed, (track) => document.body.append(track.attach()))
  await room.connect(url, token)
  if (publish) await room.localParticipant.setCameraEnabled(true)
  document.title = 'in'
}

document.querySelector('button')?.addEventListener('click', () => void comeIn())
