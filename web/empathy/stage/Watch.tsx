import { useFrame, useThree } from '@react-three/fiber'
import { useXRStore } from '@react-three/xr'
import { useEffect, useRef } from 'react'
import type { Visit } from '../visit.ts'
import { type Head, readViewer } from './head.ts'
import { oursLast } from './order.ts'
import { coarser, createPace, isSlow } from './pace.ts'
import type { Trouble } from './settings.ts'
import { useContextLoss } from './useContextLoss.ts'

type Props = {
  visit: Visit
  head: Head
  /** whether frames are drawn one after the other now */
  steady: boolean
  onTrouble: (what: Trouble) => void
  onHeadset: (inside: boolean) => void
  /** whether it is the person who leaves, and not the system */
  leaving: { current: boolean }
  onBegin: (begun: true) => void
}

/** In a circle this pauses nothing: the others go on, and who is back is where they are. */
const pause = ({ state, actions }: Visit) => {
  const { phase, calm, clock } = state.getState()
  if (phase === 'scene' && !calm && clock.running) actions.send({ type: 'pause' })
}

/**
 * Bad moments: taken off, covered by the system, ended, hidden, lost, too slow. All of them pause; only a press goes on. In
 * a circle they pause nothing: with the headset off its sound is off here, until it is on again or a press says so.
 */
export function Watch({ visit, head, steady, onTrouble, onHeadset, leaving, onBegin }: Props) {
  const store = useXRStore()
  const gl = useThree((state) => state.gl)
  const pace = useRef(createPace())

  useEffect(() => gl.setTransparentSort(oursLast), [gl])
  useEffect(() => onBegin(true), [onBegin])

  useEffect(
    () =>
      store.subscribe(({ session, visibilityState }, before) => {
        const worn = session !== undefined && visibilityState !== 'hidden'
        const wasWorn = before.session !== undefined && before.visibilityState !== 'hidden'
        if (worn !== wasWorn) visit.actions.send({ type: worn ? 'here' : 'away' })
        if (session !== before.session) {
          pause(visit)
          onHeadset(session !== undefined)
          if (!session && !leaving.current) onTrouble('xr ended')
          leaving.current = false
        } else if (session && visibilityState !== 'visible') pause(visit)
      }),
    [store, visit, onHeadset, onTrouble, leaving],
  )

  useEffect(() => {
    const onHidden = () => document.hidden && pause(visit)
    document.addEventListener('visibilitychange', onHidden)
    return () => document.removeEventListener('visibilitychange', onHidden)
  }, [visit])

  useContextLoss((lost) => {
    if (lost) pause(visit)
    onTrouble(lost ? 'context lost' : 'context back')
  })

  // biome-ignore lint/correctness/useExhaustiveDependencies: what was measured before does not count after
  useEffect(() => {
    pace.current = createPace()
  }, [steady])

  const told = useRef(false)
  useFrame((state) => {
    readViewer(head, state.camera)
    const where = state.gl.xr.isPresenting ? 'headset' : 'screen'
    if (!steady || document.hidden || !isSlow(pace.current, performance.now(), where)) return
    if (where === 'headset') state.gl.xr.setFoveation(1)
    else {
      const { dpr } = state.viewport
      const next = coarser(dpr)
      if (next < dpr) return void state.setDpr(next)
    }
    if (told.current) return
    told.current = true
    onTrouble('slow')
  }, -800)
  return null
}
