import { Activity, startTransition, useEffect, useState } from 'react'
import type { Meetup } from '../../server/meetups/contract.ts'
import { createCaptions } from '../captions/captions.ts'
import { openSpeech } from '../captions/openSpeech.ts'
import { isMetered, rememberedOwnCaptions, rememberedTranslation } from '../captions/settings.ts'
import { translationHere } from '../captions/translation/here.ts'
import { api } from '../lib/api.ts'
import { beforeQuickExit } from '../lib/quickExit.ts'
import { steadyNow } from '../lib/steadyNow.ts'
import { type Choices, rememberedBlur, rememberedDevices } from './devices.ts'
import { fetchWaysOut, InRoom } from './InRoom.tsx'
import { Prejoin } from './Prejoin.tsx'
import { startPulse } from './pulse.ts'
import { createRoom } from './room.ts'
import { connect, signalling } from './signalling.ts'
import { openTab } from './tab.ts'
import type { Together } from './together.ts'
import { asMember } from './way.ts'

const tab = openTab()

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
  together: Together | undefined
}

/** The step before the room, with the room drawn out of sight meanwhile: coming in has only to show it. */
export function LiveRoom({ meetup, skew, choices, choose, together }: Props) {
  const make = (tries: number) => {
    const way = asMember({
      meetupId: meetup.id,
      tab: tab.id,
      moveHere: tries > 0,
      api,
      goodbye: goodbye(meetup.id),
    })
    const room = createRoom({ way, connect, pulse: startPulse, url: signalling() })
    const wanted = rememberedOwnCaptions()
    const captions = createCaptions({
      circle: room.circle,
      topic: meetup.topic,
      speech: openSpeech(),
      translation: translationHere(),
      wanted,
      metered: isMetered,
      now: steadyNow,
    })
    captions.translations.choose(rememberedTranslation())
    return { tries, room, captions }
  }
  // each try is a room of its own; after the first, somebody has said “move here”
  const [{ tries, room, captions }, setTry] = useState(() => make(0))
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
  useEffect(() => captions.actions.prepare(), [captions])
  const enter = (choices: Choices) => {
    // at once, and drawn when there is time: the connection is being made meanwhile
    room.enter(choices)
    startTransition(() => choose(choices))
  }
  const moveHere = () => {
    // they may have switched things since, here or there: coming back begins like coming in
    const wasIn = room.state.getState().people.length > 0
    if (wasIn) choose({ mic: false, camera: false, blur: rememberedBlur(), devices: rememberedDevices() })
    setTry(make(tries + 1))
  }
  return (
    <>
      {!choices && <Prejoin meetup={meetup} captions={captions} enter={enter} />}
      <Activity mode={choices ? 'visible' : 'hidden'}>
        <InRoom
          key={tries}
          room={room}
          captions={captions}
          meetup={meetup}
          skew={skew}
          moveHere={moveHere}
          together={together}
        />
      </Activity>
    </>
  )
}
