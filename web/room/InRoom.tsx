import { Trans, useLingui } from '@lingui/react/macro'
import { Suspense, useEffect, useRef, useState } from 'react'
import type { Meetup } from '../../server/meetups/contract.ts'
import { part } from '../lib/parts.ts'
import { AfterPage } from '../meetups/doors.ts'
import { Controls, type Opened } from './Controls.tsx'
import { Hearth } from './Hearth.tsx'
import styles from './InRoom.module.css'
import { Notices } from './Notices.tsx'
import { Over } from './Over.tsx'
import { powersOf } from './powers.ts'
import { Ring } from './Ring.tsx'
import type { Room } from './room.ts'
import { Safety } from './Safety.tsx'
import { useShortcuts } from './shortcuts.ts'
import { useAnnouncements } from './useAnnouncements.ts'
import { useRoomState } from './useRoomState.ts'
import { useWakeLock } from './wakeLock.ts'

const People = part(async () => (await import('./People.tsx')).People)
const DeviceMenu = part(async () => (await import('./DeviceMenu.tsx')).DeviceMenu)
const Shortcuts = part(async () => (await import('./Shortcuts.tsx')).Shortcuts)
const Confirm = part(async () => (await import('./Confirm.tsx')).Confirm)

/** Leaving must not need the network: what it shows is fetched before anybody comes in. */
export function fetchWaysOut(): void {
  for (const later of [Confirm, AfterPage]) later.early()
}

type Props = { room: Room; meetup: Meetup; skew: number; moveHere: () => void }

/** The room itself: the ring around the hearth, what is going on, and the controls. */
export function InRoom({ room, meetup, skew, moveHere }: Props) {
  const { t } = useLingui()
  const state = useRoomState(room)
  const [opened, open] = useState<Opened>()
  const [selfView, setSelfView] = useState(true)
  const [left, setLeft] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)
  useWakeLock()
  useAnnouncements(room)
  useEffect(() => heading.current?.focus(), [])
  useEffect(() => {
    document.title = `${meetup.title} · Hearthside`
  }, [meetup.title])

  const { actions } = room
  const powers = powersOf(state.view)
  const held = powers.microphone === 'held'
  const toggleMic = powers.microphone === 'free' ? () => void actions.setMic(!state.mic) : undefined
  const toggleCamera = powers.camera ? () => void actions.setCamera(!state.camera) : undefined
  const canShare = powers.screen && 'getDisplayMedia' in (navigator.mediaDevices ?? {})
  const arrived = state.status === 'connected'
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
      for (const later of [People, DeviceMenu, Shortcuts]) later.early()
    }, 1000)
    return () => clearTimeout(timer)
  }, [arrived])
  useShortcuts({
    m: toggleMic,
    v: toggleCamera,
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
    <div className={styles.room}>
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
        <Ring people={state.people} room={room} selfView={selfView} pictures={!state.audioOnly}>
          <Hearth meetup={meetup} state={state} skew={skew} />
        </Ring>
      </main>
      <div className={styles.below}>
        <Notices room={room} state={state} held={held} />
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
        {opened === 'people' && <People room={room} close={close('people')} />}
        {opened === 'devices' && (
          <DeviceMenu
            room={room}
            state={state}
            selfView={selfView}
            setSelfView={setSelfView}
            close={close('devices')}
          />
        )}
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
