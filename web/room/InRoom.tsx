import { Trans, useLingui } from '@lingui/react/macro'
import { type CSSProperties, Suspense, useEffect, useRef, useState } from 'react'
import { useStore } from 'zustand'
import type { Meetup } from '../../server/meetups/contract.ts'
import { CaptionBar } from '../captions/CaptionBar.tsx'
import type { Captions } from '../captions/captions.ts'
import { reading } from '../captions/reading.ts'
import { usePlace } from '../captions/usePlace.ts'
import { useTypedTurns } from '../captions/useTypedTurns.ts'
import { loadTexts } from '../lib/i18n.ts'
import { part } from '../lib/parts.ts'
import { AfterPage } from '../meetups/doors.ts'
import { Controls, type Opened } from './Controls.tsx'
import { Hearth } from './Hearth.tsx'
import styles from './InRoom.module.css'
import { interpreterWish, keptInterpreter } from './interpreter.ts'
import { Notices } from './Notices.tsx'
import { Over } from './Over.tsx'
import { powersOf } from './powers.ts'
import { Ring } from './Ring.tsx'
import type { Room } from './room.ts'
import { Safety } from './Safety.tsx'
import { useShortcuts } from './shortcuts.ts'
import type { Together } from './together.ts'
import { useAnnouncements } from './useAnnouncements.ts'
import { useRoomState } from './useRoomState.ts'
import { useWakeLock } from './wakeLock.ts'

const CaptionPanel = part(async () => {
  const [panel] = await Promise.all([import('../captions/panel/CaptionPanel.tsx'), loadTexts('captions')])
  return panel.CaptionPanel
})
const People = part(async () => (await import('./People.tsx')).People)
const DeviceMenu = part(async () => (await import('./DeviceMenu.tsx')).DeviceMenu)
const Shortcuts = part(async () => (await import('./Shortcuts.tsx')).Shortcuts)
const Confirm = part(async () => (await import('./Confirm.tsx')).Confirm)

/** Leaving must not need the network: what it shows is fetched before anybody comes in. */
export function fetchWaysOut(): void {
  for (const later of [Confirm, AfterPage]) later.early()
}

type Props = {
  room: Room
  captions: Captions
  meetup: Meetup
  skew: number
  moveHere: () => void
  together: Together | undefined
}

/** The room itself: the ring around the hearth, what is going on, and the controls. */
export function InRoom({ room, captions, meetup, skew, moveHere, together }: Props) {
  const { t } = useLingui()
  const tab = t`Room`
  const state = useRoomState(room)
  const [opened, open] = useState<Opened>()
  const [selfView, setSelfView] = useState(true)
  const [left, setLeft] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)
  useWakeLock()
  useAnnouncements(room)
  useEffect(() => heading.current?.focus(), [])
  useEffect(() => {
    document.title = `${tab} · Hearthside`
  }, [tab])

  const { shown, size } = useStore(reading)
  const place = usePlace()
  const supplies = useStore(captions.state, (now) => now.others)
  const typed = useTypedTurns(captions)
  const kept = keptInterpreter(state.people, useStore(interpreterWish))
  useEffect(() => room.actions.keepInSight(kept ? [kept] : []), [room, kept])
  const you = state.view?.you.identity
  const { actions } = room
  const powers = powersOf(state.view)
  const held = powers.microphone === 'held'
  const toggleMic = powers.microphone === 'free' ? () => void actions.setMic(!state.mic) : undefined
  const toggleCamera = powers.camera ? () => void actions.setCamera(!state.camera) : undefined
  const canShare = powers.screen && 'getDisplayMedia' in (navigator.mediaDevices ?? {})
  const arrived = state.status === 'connected'
  const shared = state.view?.scene && together
  const [sharedOnce, noteShared] = useState(false)
  if (shared && !sharedOnce) noteShared(true)
  const own = (sharedOnce || state.view?.tallies) && together
  const headset = useHeadset(together)
  const inside = { room, captions, state, meetup, skew }
  useEffect(() => {
    if (arrived && powers.facilitate) together?.early()
  }, [arrived, powers.facilitate, together])
  const toggleScreen = canShare && arrived ? () => void actions.setScreen(!state.screen) : undefined
  // the browser tells late that a sheet was closed: by then another may be open
  const close = (sheet: Opened) => () => open((now) => (now === sheet ? undefined : now))
  const leave = () => {
    setLeft(true)
    void room.close()
  }
  useEffect(() => {
    if (!arrived) return
    // from then on no press in the room needs the network; the first pictures come before
    const timer = setTimeout(() => {
      for (const later of [CaptionPanel, People, DeviceMenu, Shortcuts]) later.early()
    }, 1000)
    return () => clearTimeout(timer)
  }, [arrived])
  useShortcuts({
    m: toggleMic,
    v: toggleCamera,
    c: () => open(opened === 'captions' ? undefined : 'captions'),
    p: () => open(opened === 'people' ? undefined : 'people'),
    l: () => open('leave'),
    '?': () => open('shortcuts'),
  })
  if (left || state.status === 'over')
    return (
      <Over
        refusal={left ? undefined : state.refusal}
        wasIn={state.people.length > 0}
        meetup={meetup}
        moveHere={moveHere}
      />
    )
  return (
    <div
      className={styles.room}
      data-captions={shown ? place : undefined}
      style={{ '--size': size } as CSSProperties}
    >
      <header className={styles.header}>
        <h1 ref={heading} tabIndex={-1}>
          <bdi>{meetup.title}</bdi>
        </h1>
        <p className="soft">
          <bdi>{meetup.circleName}</bdi>
        </p>
        <Safety />
      </header>
      <main id="main" className={styles.main}>
        <Ring
          people={state.people}
          typed={typed}
          kept={kept}
          room={room}
          selfView={selfView}
          pictures={!state.audioOnly}
          supplies={supplies}
          busy={shared !== undefined}
        >
          {shared ? (
            <Suspense>
              <shared.Hearth {...inside} />
            </Suspense>
          ) : (
            <Hearth meetup={meetup} state={state} skew={skew} />
          )}
        </Ring>
      </main>
      <div className={styles.captions}>{shown && <CaptionBar captions={captions} you={you} />}</div>
      <div className={styles.below}>
        {shared && (
          <Suspense>
            <shared.Layer {...inside} />
          </Suspense>
        )}
        {own && (
          <Suspense>
            <own.Own {...inside} />
          </Suspense>
        )}
        <Notices room={room} captions={captions} state={state} held={held} />
        <Controls
          state={state}
          opened={opened}
          open={open}
          toggleMic={toggleMic}
          toggleCamera={toggleCamera}
          toggleScreen={toggleScreen}
          held={held}
          leave={leave}
        />
      </div>
      <Suspense>
        {opened === 'captions' && (
          <CaptionPanel
            captions={captions}
            you={you}
            people={state.people}
            screens={state.screens}
            meetupId={meetup.id}
            role={state.view?.you.role}
            close={close('captions')}
          />
        )}
        {opened === 'people' && (
          <People
            room={room}
            meetupId={meetup.id}
            close={close('people')}
            openScenes={together && !shared ? () => open('scenes') : undefined}
          />
        )}
        {opened === 'devices' && (
          <DeviceMenu
            room={room}
            state={state}
            selfView={selfView}
            setSelfView={setSelfView}
            openHeadset={headset && !shared ? () => open('headset') : undefined}
            close={close('devices')}
          />
        )}
        {opened === 'headset' && together && <together.Headset {...inside} close={close('headset')} />}
        {opened === 'scenes' && together && <together.Panel {...inside} close={close('scenes')} />}
        {opened === 'shortcuts' && <Shortcuts close={close('shortcuts')} />}
        {opened === 'leave' && (
          <Confirm title={t`Leave the circle?`} yes={t`Leave`} act={leave} close={close('leave')}>
            <Trans>Your seat stays yours until the meetup ends. You can come back.</Trans>
          </Confirm>
        )}
      </Suspense>
    </div>
  )
}

/** Whether the circle can be sat in with a headset here. */
function useHeadset(together: Together | undefined): boolean {
  const [can, setCan] = useState(false)
  useEffect(() => {
    let ended = false
    void together?.canEnterHeadset().then((answer) => void (ended || setCan(answer)))
    return () => {
      ended = true
    }
  }, [together])
  return can
}
