import { Activity, startTransition, useEffect, useState } from 'react'
import type { Meetup } from '../../server/meetups/contract.ts'
import { api } from '../lib/api.ts'
import { beforeQuickExit } from '../lib/quickExit.ts'
import { connectLivekit } from './connection.ts'
import type { Choices } from './devices.ts'
import { fetchWaysOut, InRoom } from './InRoom.tsx'
import { Prejoin } from './Prejoin.tsx'
import { startPulse } from './pulse.ts'
import { createRoom } from './room.ts'
import { openTab } from './tab.ts'

let livekit: Promise<typeof import('livekit-client')> | undefined
/** LiveKit's client is fetched while the person looks at the preview, so that coming in does not wait for it. */
export const loadLivekit = () => {
  livekit ??= import('livekit-client').catch((error) => {
    livekit = undefined
    throw error
  })
  return livekit
}
const connect = connectLivekit(loadLivekit)
const tab = openTab()

/** LiveKit's signalling, through our own server's gate. */
const signalling = () => `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/livekit`

/** A beacon still goes out while the page is being closed. */
const goodbye = (meetupId: string) => () =>
  void navigator.sendBeacon(
    `/api/meetups/${encodeURIComponent(meetupId)}/room/leave`,
    new Blob([JSON.stringify({ tab: tab.id() })], { type: 'application/json' }),
  )

type Props = {
  meetup: Meetup
  skew: number
  /** undefined as long as the person is still before the room */
  choices: Choices | undefined
  choose: (choices: Choices) => void
}

/** The step before the room, with the room drawn out of sight meanwhile: coming in has only to show it. */
export function LiveRoom({ meetup, skew, choices, choose }: Props) {
  const make = (tries: number) => {
    const options = { meetupId: meetup.id, tab: tab.id, moveHere: tries > 0, url: signalling() }
    const sayGoodbye = goodbye(meetup.id)
    return { tries, room: createRoom({ ...options, sayGoodbye, api, connect, pulse: startPulse }) }
  }
  // each try is a room of its own; after the first, somebody has said “move here”
  const [{ tries, room }, setTry] = useState(() => make(0))
  useEffect(() => {
    window.addEventListener('pagehide', room.goodbye)
    const stay = beforeQuickExit(() => void room.close())
    return () => {
      stay()
      window.removeEventListener('pagehide', room.goodbye)
      void room.close()
    }
  }, [room])
  useEffect(() => {
    if (choices) room.enter(choices)
  }, [room, choices])
  useEffect(fetchWaysOut, [])
  const enter = (choices: Choices) => {
    // at once, and drawn when there is time: the connection is being made meanwhile
    room.enter(choices)
    startTransition(() => choose(choices))
  }
  return (
    <>
      {!choices && <Prejoin meetup={meetup} enter={enter} />}
      <Activity mode={choices ? 'visible' : 'hidden'}>
        <InRoom
          key={tries}
          room={room}
          meetup={meetup}
          skew={skew}
          moveHere={() => setTry(make(tries + 1))}
        />
      </Activity>
    </>
  )
}
