import { Activity, startTransition, useEffect, useState } from 'react'
import type { Meetup } from '../../server/meetups/contract.ts'
import { api } from '../lib/api.ts'
import { beforeQuickExit } from '../lib/quickExit.ts'
import { connectLivekit } from './connection.ts'
import type { Choices } from './devices.ts'
import { InRoom } from './InRoom.tsx'
import { Prejoin } from './Prejoin.tsx'
import { startPulse } from './pulse.ts'
import { createRoom } from './room.ts'
import { tabId } from './tab.ts'

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

/** LiveKit's signalling, through our own server's gate. */
const signalling = () => `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/livekit`

/** A beacon still goes out while the page is being closed. */
const goodbye = (meetupId: string, tab: string) => () =>
  void navigator.sendBeacon(
    `/api/meetups/${encodeURIComponent(meetupId)}/room/leave`,
    new Blob([JSON.stringify({ tab })], { type: 'application/json' }),
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
    const tab = tabId()
    const sayGoodbye = goodbye(meetup.id, tab)
    const options = { meetupId: meetup.id, tab, moveHere: tries > 0, url: signalling(), sayGoodbye }
    return { tries, sayGoodbye, room: createRoom({ ...options, api, connect, pulse: startPulse }) }
  }
  // each try is a room of its own; after the first, somebody has said “move here”
  const [{ tries, room, sayGoodbye }, setTry] = useState(() => make(0))
  const enter = (choices: Choices) => {
    // before anything is drawn: the request is on its way meanwhile
    room.enter(choices)
    // drawn when there is time: the connection is being made
    startTransition(() => choose(choices))
  }
  const moveHere = () => {
    const next = make(tries + 1)
    if (choices) next.room.enter(choices)
    setTry(next)
  }
  const entered = choices !== undefined
  useEffect(() => {
    if (!entered) return
    window.addEventListener('pagehide', sayGoodbye)
    const stop = room.state.subscribe(
      ({ status }) => status === 'over' && window.removeEventListener('pagehide', sayGoodbye),
    )
    const stay = beforeQuickExit(() => void room.close())
    return () => {
      stop()
      stay()
      window.removeEventListener('pagehide', sayGoodbye)
      void room.close()
    }
  }, [room, sayGoodbye, entered])
  return (
    <>
      {!entered && <Prejoin meetup={meetup} enter={enter} />}
      <Activity mode={entered ? 'visible' : 'hidden'}>
        <InRoom key={tries} room={room} meetup={meetup} skew={skew} moveHere={moveHere} />
      </Activity>
    </>
  )
}
