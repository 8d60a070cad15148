import { useEffect, useState } from 'react'
import type { Meetup } from '../../server/meetups/contract.ts'
import type { Choices } from './devices.ts'
import { InRoom } from './InRoom.tsx'
import { livekit } from './RoomPage.tsx'
import { createRoom, type Room } from './room.ts'
import { tabId } from './tab.ts'

/** Makes the connection when one has come in, and ends it when one goes. */
export function LiveRoom({ meetup, choices }: { meetup: Meetup; choices: Choices }) {
  const [room, setRoom] = useState<Room>()
  // each try is a connection of its own; the number tells that somebody said “move here”
  const [tries, setTries] = useState(0)
  useEffect(() => {
    const made = createRoom({ meetupId: meetup.id, tab: tabId(), moveHere: tries > 0, choices, livekit })
    setRoom(made)
    return () => void made.close()
  }, [meetup.id, choices, tries])
  return room ? <InRoom key={tries} room={room} meetup={meetup} moveHere={() => setTries(tries + 1)} /> : null
}
