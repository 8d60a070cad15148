import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { powersOf } from '../../room/powers.ts'
import type { TogetherProps } from '../../room/together.ts'
import { Lead } from './Lead.tsx'
import { openIn } from './open.ts'
import { placeIn, said, say, sayAgain, unsay } from './place.ts'
import { SceneNote } from './SceneNote.tsx'
import { Play, SceneTogether } from './SceneTogether.tsx'
import { useRoomClock } from './useRoomClock.ts'
import { partsOf, useScript } from './useScript.ts'

/** The circle's scene over the room: its note, the scene itself for who came along, and what a facilitator does. */
export function SceneLayer(props: TogetherProps) {
  const { room, state, meetup, skew } = props
  const clock = useRoomClock(skew)
  const mine = useStore(said)
  const open = openIn(state)
  const [inHeadset, setInHeadset] = useState(false)
  const script = useScript(open?.scene.id)
  const connected = state.status === 'connected'
  const opened = open?.scene.opened
  useEffect(() => {
    if (connected && opened !== undefined) sayAgain(meetup.id, opened)
  }, [connected, meetup.id, opened])
  useEffect(() => unsay, [])
  // fetched while its note is read
  useEffect(Play.early, [])
  if (!open) return null
  const { scene, manifest, you } = open
  const place = placeIn(scene, you, mine)
  const leads = powersOf(state.view).facilitate
  const early = scene.stage === 'notes' || scene.stage === 'playing'
  const parts = partsOf(scene.id)
  // a note that closes by itself, because the scene was closed or one has said so already, says nothing
  const waitUnlessSaid = () => {
    const now = room.state.getState().view?.scene
    if (now?.opened === scene.opened && placeIn(now, you, said.getState()) === undefined)
      say(meetup.id, scene, 'waiting')
  }
  const lead = leads && (
    <Lead room={room} state={state} scene={scene} manifest={manifest} script={script} now={clock.now} />
  )
  // whoever is in the calm room, or wears a headset, leaves it when they like, also when the others are out already
  const inside =
    (scene.stage === 'playing' && place === 'along') ||
    (scene.stage !== 'notes' && (place === 'calm' || inHeadset))
  if (inside && script && parts)
    return (
      <SceneTogether
        key={scene.opened}
        {...props}
        scene={scene}
        manifest={manifest}
        script={script}
        parts={parts}
        now={clock.now}
        lead={lead}
        inHeadset={inHeadset}
        onHeadset={setInHeadset}
      />
    )
  return (
    <>
      {lead}
      {early && place === undefined && (
        <SceneNote
          key={scene.opened}
          manifest={manifest}
          late={scene.stage === 'playing'}
          comeAlong={() => say(meetup.id, scene, 'along')}
          wait={waitUnlessSaid}
        />
      )}
    </>
  )
}
