import { startTransition, useEffect, useState } from 'react'
import type { Meetup } from '../../server/meetups/contract.ts'
import { api } from '../lib/api.ts'
import { beforeQuickExit } from '../lib/quickExit.ts'
import { connectLivekit } from './connection.ts'
import type { Choices } from './devices.ts'
import { InRoom } from './InRoom.tsx'
import { startPulse } from './pulse.ts'
import { createRoom, type Room } from './room.ts'
import { tabId } from './tab.ts'

/** LiveKit's client is fetched while the person looks at the preview, so that coming in does not wait for it. */
export const loadLivekit = () => import('livekit-client')
const connect = connectLivekit(loadLivekit)

const signallingOrigin = () => `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}`

/** A beacon still goes out while the page is being closed. */
const goodbye = (meetupId: string, tab: string) => () =>
  void navigator.sendBeacon(
    `/api/meetups/${encodeURIComponent(meetupId)}/room/leave`,
    new Blob([JSON.stringify({ tab })], { type: 'application/json' }),
  )

/** Makes the connection when one has come in, and ends it when one goes. */
export function LiveRoom({ meetup, choices, skew }: { meetup: Meetup; choices: Choices; skew: number }) {
  const [room, setRoom] = useState<Room>()
  // each try is a connection of its own; after the first, somebody has said “move here”
  const [tries, setTries] = useState(0)
  useEffect(() => {
    const tab = tabId()
    const sayGoodbye = goodbye(meetup.id, tab)
    const made = createRoom({
      meetupId: meetup.id,
      tab,
      moveHere: tries > 0,
      choices,
      api,
      connect,
      pulse: startPulse,
      origin: signallingOrigin(),
      sayGoodbye,
    })
    window.addEventListener('pagehide', sayGoodbye)
    const stop = made.state.subscribe(
      ({ status }) => status === 'over' && window.removeEventListener('pagehide', sayGoodbye),
    )
    const stay = beforeQuickExit(() => void made.close())
    // drawn in small steps, so that the connection does not wait for it
    startTransition(() => setRoom(made))
    return () => {
      stop()
      stay()
      window.removeEventListener('pagehide', sayGoodbye)
      void made.close()
    }
  }, [meetup.id, choices, tries])
  const moveHere = () => setTries(tries + 1)
  return room ? <InRoom key={tries} room={room} meetup={meetup} skew={skew} moveHere={moveHere} /> : null
}
