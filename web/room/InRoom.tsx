import { Trans, useLingui } from '@lingui/react/macro'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { useStore } from 'zustand'
import type { Meetup } from '../../server/meetups/contract.ts'
import { announce } from '../ui/Announcer.tsx'
import { Button } from '../ui/Button.tsx'
import { Controls } from './Controls.tsx'
import { troubleTexts } from './devices.ts'
import { Hearth } from './Hearth.tsx'
import styles from './InRoom.module.css'
import { Over } from './Over.tsx'
import { changesBetween } from './people.ts'
import { Ring } from './Ring.tsx'
import type { Room } from './room.ts'
import { useShortcuts } from './shortcuts.ts'
import { useWakeLock } from './wakeLock.ts'

const People = lazy(async () => ({ default: (await import('./People.tsx')).People }))

/** The room itself: the ring around the hearth, what is going on, and the controls. */
export function InRoom({ room, meetup, moveHere }: { room: Room; meetup: Meetup; moveHere: () => void }) {
  const { t } = useLingui()
  const state = useStore(room.state)
  const [panel, setPanel] = useState(false)
  const [left, setLeft] = useState(false)
  useWakeLock()
  useAnnouncements(room)
  const leave = () => {
    void room.close()
    setLeft(true)
  }
  useShortcuts({
    m: () => void room.actions.setMic(!state.mic),
    v: () => void room.actions.setCamera(!state.camera),
    p: () => setPanel((open) => !open),
  })
  if (left || state.status === 'over')
    return <Over refusal={left ? undefined : state.refusal} meetup={meetup} moveHere={moveHere} />
  const mine = state.view?.seats.find((s) => s.identity === state.view?.you.identity)
  return (
    <div className={styles.room}>
      <header className={styles.header}>
        <h1>{meetup.title}</h1>
        <p className="soft">{meetup.circleName}</p>
      </header>
      {state.status !== 'connected' && (
        <p className={styles.banner} role="status">
          {state.status === 'joining' ? (
            <Trans>Coming in…</Trans>
          ) : (
            <Trans>Reconnecting… You stay in the circle; this goes by itself.</Trans>
          )}
        </p>
      )}
      {state.soundBlocked && (
        <p className={styles.banner}>
          <Button onClick={() => void room.actions.turnOnSound()}>
            <Trans>Turn on sound</Trans>
          </Button>
        </p>
      )}
      {state.trouble && (
        <p className={styles.banner} role="alert">
          {state.trouble.what === 'mic' ? (
            <Trans>The microphone did not start.</Trans>
          ) : (
            <Trans>The camera did not start.</Trans>
          )}{' '}
          {t(troubleTexts[state.trouble.why])}
        </p>
      )}
      {mine?.muted && (
        <p className={styles.banner} role="status">
          <Trans>A facilitator has muted your microphone. They can let you speak again.</Trans>
        </p>
      )}
      <main id="main" className={styles.main}>
        <Ring people={state.people} room={room}>
          <Hearth meetup={meetup} view={state.view} people={state.people.length} />
        </Ring>
      </main>
      {panel && (
        <Suspense>
          <People room={room} close={() => setPanel(false)} />
        </Suspense>
      )}
      <Controls room={room} state={state} panel={panel} togglePanel={() => setPanel(!panel)} leave={leave} />
    </div>
  )
}

/** Says politely who came and went, and when the connection breaks and is back. */
function useAnnouncements(room: Room): void {
  const { t } = useLingui()
  const say = useRef(t)
  say.current = t
  useEffect(() => {
    return room.state.subscribe((now, before) => {
      const words: string[] = []
      if (before.people.length > 0) {
        const { joined, left } = changesBetween(before.people, now.people)
        if (joined.length > 0) words.push(say.current`${joined.join(', ')} came in.`)
        if (left.length > 0) words.push(say.current`${left.join(', ')} left.`)
      }
      if (before.status === 'joining' && now.status === 'connected')
        words.push(say.current`You are in the circle.`)
      if (before.status === 'reconnecting' && now.status === 'connected')
        words.push(say.current`Connected again.`)
      if (words.length > 0) announce(words.join(' '))
    })
  }, [room])
}
