import { Trans, useLingui } from '@lingui/react/macro'
import { Mic, MicOff, Users } from 'lucide-react'
import { type ReactNode, Suspense, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useStore } from 'zustand'
import type { Manifest, SceneParts, Script } from '../../../scenes/kit/types.ts'
import type { SceneView } from '../../../server/rooms/contract.ts'
import { CaptionBar } from '../../captions/CaptionBar.tsx'
import { reading } from '../../captions/reading.ts'
import { part } from '../../lib/parts.ts'
import { powersOf } from '../../room/powers.ts'
import { Safety } from '../../room/Safety.tsx'
import type { TogetherProps } from '../../room/together.ts'
import { Announcer } from '../../ui/Announcer.tsx'
import { Button } from '../../ui/Button.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { CalmRoom } from '../calm/CalmRoom.tsx'
import { usualMode } from '../device.ts'
import { canDraw } from '../stage/headset.ts'
import { beginMine, noteMine } from './mine.ts'
import { say } from './place.ts'
import { createSharedVisit } from './sharedVisit.ts'
import styles from './Together.module.css'
import { useCircleInScene } from './useCircleInScene.tsx'
import { WithMe } from './WithMe.tsx'

/** How a scene plays, alone or together. */
export const Play = part(async () => (await import('../play/Play.tsx')).Play)

type Props = TogetherProps & {
  scene: SceneView
  manifest: Manifest
  script: Script
  parts: SceneParts
  now: () => number
  lead: ReactNode
  /** a headset shows it, and whether one does now */
  inHeadset: boolean
  onHeadset: (inside: boolean) => void
}

/** The scene itself, over the whole room: everyone's clock is the room's, and the circle is still heard and written down. */
export function SceneTogether({
  room,
  captions,
  state,
  meetup,
  scene,
  lead,
  inHeadset,
  onHeadset,
  ...of
}: Props) {
  const { t } = useLingui()
  const { manifest, script, parts, now } = of
  const [visit] = useState(() =>
    createSharedVisit({
      manifest,
      script,
      mode: usualMode(canDraw()),
      scene,
      now,
      stepped: (out) => say(meetup.id, scene, out ? 'calm' : 'along'),
    }),
  )
  useLayoutEffect(() => visit.follow(scene), [visit, scene])
  useEffect(() => visit.close, [visit])
  const going = {
    person: state.view?.you.identity ?? '',
    meetupId: meetup.id,
    scene: scene.id,
    opened: scene.opened,
  }
  const began = useRef(going)
  useEffect(() => {
    beginMine(began.current)
    noteMine({ wasIn: true })
  }, [])
  const dialog = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => {
    const shown = dialog.current
    shown?.showModal()
    return () => {
      shown?.close()
      // what had the focus before may be gone: one begins in the room as when one came in
      document.querySelector('h1')?.focus()
    }
  }, [])
  const stepOut = () => visit.actions.send({ type: 'exit' })
  const calm = useStore(visit.state, (now) => now.calm)
  const [asked, ask] = useState(false)
  const inScene = useCircleInScene(room, state, captions)
  const toHearth = () => say(meetup.id, scene, 'waiting')
  const playing = scene.stage === 'playing'
  const shown = useStore(reading, (look) => look.shown)
  const speaks = powersOf(state.view).microphone === 'free'
  return (
    <dialog
      ref={dialog}
      className={styles.layer}
      aria-label={t`In the scene, together`}
      onCancel={(event) => {
        if (event.target !== dialog.current) return
        event.preventDefault()
        stepOut()
      }}
      // a second Esc closes it whatever is said here
      onClose={(event) => {
        if (event.target === dialog.current && dialog.current?.isConnected) toHearth()
      }}
    >
      <header className={styles.top}>
        {!calm && (
          <Button onClick={stepOut} aria-keyshortcuts="Escape">
            <Trans>Step out</Trans>
          </Button>
        )}
        <Safety />
        <p className={styles.news} role="status">
          {scene.alone ? (
            <Trans>Your facilitator’s connection broke. You are all brought back soon.</Trans>
          ) : (
            playing && !scene.clock.running && <Trans>The facilitator has paused it for all.</Trans>
          )}
        </p>
      </header>
      <div className={styles.stage}>
        {(playing || inHeadset) && (
          // who wears a headset is told in it that the scene is over, and takes it off in their own time
          <div className={styles.play} data-away={calm} inert={calm}>
            <Suspense fallback={<Loading />}>
              <Play visit={visit} parts={parts} onHeadset={onHeadset} circle={inScene.circle} />
            </Suspense>
          </div>
        )}
        {calm && (
          <CalmRoom
            back={() => (playing ? visit.actions.send({ type: 'come_back' }) : toHearth())}
            skip={undefined}
            hearth={toHearth}
          />
        )}
      </div>
      {shown && (
        <div className={styles.circle}>
          <CaptionBar captions={captions} you={state.view?.you.identity} fixed />
        </div>
      )}
      <footer className={styles.foot}>
        {lead}
        <Button kind="plain" aria-haspopup="dialog" onClick={() => ask(true)}>
          <Users aria-hidden />
          <Trans>Who is with me</Trans>
        </Button>
        {speaks && (
          <Button kind="plain" onClick={() => void room.actions.setMic(!state.mic)}>
            {state.mic ? <Mic aria-hidden /> : <MicOff aria-hidden />}
            {state.mic ? <Trans>Mute me</Trans> : <Trans>Unmute me</Trans>}
          </Button>
        )}
      </footer>
      {asked && <WithMe inScene={inScene} close={() => ask(false)} />}
      {/* what is behind a modal dialog is not heard */}
      <Announcer />
    </dialog>
  )
}
