import { useLingui } from '@lingui/react/macro'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useStore } from 'zustand'
import type { SceneParts } from '../../scenes/kit/types.ts'
import { announce } from '../ui/Announcer.tsx'
import { Around } from './Around.tsx'
import { CalmRoom } from './calm/CalmRoom.tsx'
import { comfort } from './comfort.ts'
import type { AnswersOfVisit } from './measures/answers.ts'
import { Play } from './play/Play.tsx'
import { After } from './steps/After.tsx'
import { Before } from './steps/Before.tsx'
import { Done } from './steps/Done.tsx'
import { Grounding } from './steps/Grounding.tsx'
import { Imagine } from './steps/Imagine.tsx'
import { Notes } from './steps/Notes.tsx'
import { Reflection } from './steps/Reflection.tsx'
import styles from './VisitView.module.css'
import type { Visit } from './visit.ts'

export type StepProps = { visit: Visit; answers: AnswersOfVisit }

/** A visit from its first note to its end, with the way to the calm room out of all of it. */
export function VisitView({
  visit,
  answers,
  parts,
  drawing,
}: StepProps & { parts: SceneParts; drawing: boolean }) {
  const { t } = useLingui()
  const { phase, calm } = useStore(visit.state)
  const hand = useStore(comfort, (now) => now.hand)
  const { send } = visit.actions
  const away = useRef<HTMLDivElement>(null)
  const practised = useRef(false)
  const [inHeadset, setInHeadset] = useState(false)
  if (calm) practised.current = true

  useEffect(() => {
    document.title = `${t`A scene`} · Hearthside`
  }, [t])

  // one Esc is the calm room; three within a second and a half are counted elsewhere, before this hears of them
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.repeat || event.isComposing) return
      const now = visit.state.getState()
      // what lies on top of a page closes by it alone; in a scene it never stands between somebody and the way out
      if (now.phase !== 'scene' && document.querySelector('dialog[open]')) return
      if (!now.calm) send({ type: 'exit' })
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [visit, send])

  useEffect(() => {
    const onHidden = () => document.hidden && send({ type: 'pause' })
    document.addEventListener('visibilitychange', onHidden)
    return () => document.removeEventListener('visibilitychange', onHidden)
  }, [send])

  // where one was is where one comes back to: the place on the page and the focus too
  const place = useRef<{ y: number; focus: Element | null }>(undefined)
  const leave = () => send({ type: 'exit' })
  useLayoutEffect(() => {
    if (!calm) return
    const before = place.current
    scrollTo(0, 0)
    return () => {
      scrollTo(0, before?.y ?? 0)
      if (before?.focus instanceof HTMLElement && before.focus.isConnected)
        before.focus.focus({ preventScroll: true })
    }
  }, [calm])
  useEffect(() => {
    const note = () => {
      const inside = away.current?.contains(document.activeElement)
      if (!visit.state.getState().calm)
        place.current = {
          y: scrollY,
          focus: inside ? document.activeElement : (place.current?.focus ?? null),
        }
    }
    addEventListener('scroll', note, { passive: true })
    addEventListener('focusin', note)
    return () => {
      removeEventListener('scroll', note)
      removeEventListener('focusin', note)
    }
  }, [visit])

  const inScene = phase === 'scene'
  const step = { visit, answers }
  return (
    <Around stepOut={calm ? undefined : leave} pause={() => send({ type: 'pause' })} hand={hand}>
      <div ref={away} className={styles.here} data-away={calm} data-scene={inScene} inert={calm}>
        {phase === 'notes' && <Notes {...step} drawing={drawing} practised={practised.current} />}
        {phase === 'before' && <Before {...step} />}
        {phase === 'imagine' && <Imagine {...step} />}
        {(inScene || inHeadset) && (
          // who wears a headset is told in it that the scene is over, and takes it off in their own time
          <div className={inScene ? styles.play : styles.kept} inert={!inScene}>
            <Play visit={visit} parts={parts} onHeadset={setInHeadset} />
          </div>
        )}
        {phase === 'grounding' && <Grounding {...step} />}
        {phase === 'reflection' && <Reflection {...step} />}
        {phase === 'after' && <After {...step} />}
        {phase === 'done' && <Done {...step} />}
      </div>
      {calm && (
        <CalmRoom
          back={() => {
            send({ type: 'come_back' })
            announce(t`You are back where you were.`)
          }}
          skip={
            inScene
              ? () => {
                  place.current = undefined
                  send({ type: 'over' })
                  send({ type: 'come_back' })
                }
              : undefined
          }
        />
      )}
    </Around>
  )
}
