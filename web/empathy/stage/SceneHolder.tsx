import { useFrame, useThree } from '@react-three/fiber'
import { Component, type ReactNode, useEffect, useRef, useState } from 'react'
import type { Made, Moment, SceneComponent } from '../../../scenes/kit/types.ts'
import type { Visit } from '../visit.ts'
import { createLeap } from './leap.ts'
import type { StageSettings } from './settings.ts'

/** Before everything else of a frame, so that all of it sees the same moment. */
const FIRST = -900

type Props = {
  visit: Visit
  /** written here, in each frame, before everything else */
  moment: { current: Moment }
  Scene: SceneComponent
  settings: StageSettings
  shown: boolean
  /** another one each time that it was dark, so that the picture could become another */
  cut: string
  /** the picture is about to become another all at once: asks for the dark, and waits for it */
  onLeap: () => void
  onFail: () => void
}

/** Reads the one moment of each frame, and shows the scene at it; after a leap in time once it has been dark. */
export function SceneHolder({ visit, moment, Scene, settings, shown, cut, onLeap, onFail }: Props) {
  const { still, contrast } = settings
  /** the moment that is drawn: everything else of the host is at the one that is */
  const [drawn] = useState(() => ({ current: { ...moment.current } }))
  const [leap] = useState(() => createLeap(visit.state.getState().made))
  const last = useRef(cut)
  const asked = useRef<string>(undefined)
  const [values, setValues] = useState(() => valuesOf(moment.current))
  const invalidate = useThree((state) => state.invalidate)
  // while it is paused nothing else draws the place that one goes to
  useEffect(() => visit.state.subscribe(() => invalidate()), [visit, invalidate])
  useFrame(() => {
    const now = visit.moment(still)
    moment.current = now
    if (
      leap(drawn.current.t, now.t, visit.state.getState(), performance.now()) &&
      shown &&
      cut === last.current
    ) {
      if (asked.current !== cut) onLeap()
      asked.current = cut
      return
    }
    last.current = cut
    Object.assign(drawn.current, now)
    // only what is drawn otherwise from a beat or a choice on is rendered again
    if (now.beat.id !== values.beat || now.made !== values.made || now.intensity !== values.intensity)
      setValues(valuesOf(now))
  }, FIRST)
  return (
    <group visible={shown}>
      <Guard onFail={onFail}>
        <Scene moment={drawn} {...values} still={still} contrast={contrast} />
      </Guard>
    </group>
  )
}

const valuesOf = ({ beat, made, intensity }: Moment): { beat: string; made: Made; intensity: 1 | 2 | 3 } => ({
  beat: beat.id,
  made,
  intensity,
})

/** A scene that fails leaves the captions, the choices and the way out as they are. */
class Guard extends Component<{ onFail: () => void; children: ReactNode }, { failed: boolean }> {
  override state = { failed: false }
  static getDerivedStateFromError = () => ({ failed: true })
  override componentDidCatch() {
    this.props.onFail()
  }
  override render() {
    return this.state.failed ? null : this.props.children
  }
}
