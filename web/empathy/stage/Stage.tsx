import { useLingui } from '@lingui/react/macro'
import { Canvas } from '@react-three/fiber'
import { XR, type XRStore } from '@react-three/xr'
import {
  type ReactNode,
  Suspense,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { useStore } from 'zustand'
import type { Language, SceneComponent } from '../../../scenes/kit/types.ts'
import type { Visit } from '../visit.ts'
import { CalmPlace } from './CalmPlace.tsx'
import type { Caption } from './captionReader.ts'
import { FlatView } from './FlatView.tsx'
import { HeadsetUi } from './HeadsetUi.tsx'
import { createHead, EYES, type Head } from './head.ts'
import { canDraw } from './headset.ts'
import { Origin } from './Origin.tsx'
import { SceneHolder } from './SceneHolder.tsx'
import styles from './Stage.module.css'
import type { StageSettings, Trouble } from './settings.ts'
import { Veil } from './Veil.tsx'
import { Watch } from './Watch.tsx'
import { useStageWords } from './words.ts'
import { createHeadset } from './xrStore.ts'

/** What a page can do with the stage once it is there. */
export type StageControls = {
  /** only from a press. Alone it pauses; inside, another press goes on. False when there is no headset after all */
  enterHeadset: () => Promise<boolean>
  leaveHeadset: () => void
  /** the viewer's head, written over in each frame: for the sound */
  head: Head
  store: XRStore
}

export type StageProps = {
  visit: Visit
  Scene: SceneComponent
  settings: StageSettings
  /** in the calm room */
  calm: boolean
  /** lines that say who helps here, for the calm room inside the headset */
  help?: readonly string[]
  /** what somebody of the circle says now, as a caption; the same object as long as it is the same. Asked in each frame */
  live?: () => Caption | undefined
  /** what else is in the scene's space: the others of a circle */
  children?: ReactNode
  onTrouble: (what: Trouble) => void
  onHeadset?: (inside: boolean) => void
  onReady?: (controls: StageControls) => void
}

const NOBODY: readonly string[] = []

/** The one canvas for every scene, on a screen and in a headset. */
export function Stage(props: StageProps) {
  const { onTrouble } = props
  const [drawn] = useState(canDraw)
  useEffect(() => {
    if (!drawn) onTrouble('no webgl')
  }, [drawn, onTrouble])
  const [store, setStore] = useState<XRStore>()
  useEffect(() => {
    if (!drawn) return
    const made = createHeadset()
    setStore(made)
    return () => {
      void made
        .getState()
        .session?.end()
        .catch(() => {})
      made.destroy()
    }
  }, [drawn])
  return store ? <Drawn {...props} store={store} /> : null
}

function Drawn(props: StageProps & { store: XRStore }) {
  const { store, visit, Scene, settings, calm, help = NOBODY, live, children } = props
  const { onTrouble, onHeadset, onReady } = props
  const { i18n } = useLingui()
  const words = useStageWords()
  const language: Language = i18n.locale === 'es' ? 'es' : 'en'
  const [head] = useState(createHead)
  const [host, setHost] = useState<HTMLElement | null>(null)
  const leaving = useRef(false)
  const phase = useStore(visit.state, (state) => state.phase)
  const running = useStore(visit.state, (state) => state.clock.running)
  const inside = useStore(store, (state) => state.session !== undefined)
  // a leap in the scene's time is gone through in the dark, as the way from one place to the other is
  const [leaps, setLeaps] = useState(0)
  const onLeap = useCallback(() => setLeaps((count) => count + 1), [])
  const wanted = calm || phase !== 'scene' ? 'calm' : `scene ${leaps}`
  const [cut, setCut] = useState(wanted)
  const shown = cut === 'calm' ? 'calm' : 'scene'
  const { still } = settings
  const moment = useMemo(() => ({ current: visit.moment(still) }), [visit, still])

  // what is told to the page may be another function each time; what listens inside does not begin anew for it
  const told = useRef({ onTrouble, onHeadset })
  told.current = { onTrouble, onHeadset }
  const trouble = useCallback((what: Trouble) => told.current.onTrouble(what), [])
  const headset = useCallback((now: boolean) => told.current.onHeadset?.(now), [])

  const controls = useMemo<StageControls>(() => {
    return {
      head,
      store,
      async enterHeadset() {
        const { phase, calm, clock } = visit.state.getState()
        if (phase === 'scene' && !calm && clock.running) visit.actions.send({ type: 'pause' })
        await store.enterVR().catch(() => undefined)
        // a rate that the system refuses is no reason to stay outside
        if (store.getState().session) return true
        trouble('no headset')
        return false
      },
      leaveHeadset() {
        leaving.current = true
        void store
          .getState()
          .session?.end()
          .catch(() => {})
      },
    }
  }, [head, store, visit, trouble])
  // there is no headset to enter before the canvas is there
  const [begun, setBegun] = useState(false)
  useEffect(() => {
    if (begun) onReady?.(controls)
  }, [begun, onReady, controls])

  // three refuses another size while a headset shows it, and the page around the canvas changes on entering
  useLayoutEffect(() => {
    if (!inside || !host) return
    const { width, height } = host.getBoundingClientRect()
    Object.assign(host.style, { width: `${width}px`, height: `${height}px`, flex: 'none' })
    return () => void Object.assign(host.style, { width: '', height: '', flex: '' })
  }, [inside, host])

  const steady = running || inside || shown === 'calm' || cut !== wanted
  return (
    <div
      ref={setHost}
      className={styles.stage}
      role="application"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys look around
      tabIndex={0}
      aria-label={words.around}
    >
      <Canvas
        dpr={[1, 2]}
        frameloop={steady ? 'always' : 'demand'}
        camera={{ position: [0, EYES, 0], rotation: [0, 0, 0], fov: 62, near: 0.05, far: 120 }}
        gl={{ antialias: true, powerPreference: 'high-performance' }}
        fallback={null}
      >
        <XR store={store}>
          <Origin height={settings.height} />
          {host && <FlatView host={host} still={still} gyroscope={settings.gyroscope} />}
          <Watch
            visit={visit}
            head={head}
            steady={steady}
            onTrouble={trouble}
            onHeadset={headset}
            leaving={leaving}
            onBegin={setBegun}
          />
          <Suspense fallback={null}>
            <SceneHolder
              visit={visit}
              moment={moment}
              Scene={Scene}
              settings={settings}
              shown={shown === 'scene'}
              cut={cut}
              onLeap={onLeap}
              onFail={() => trouble('scene failed')}
            />
          </Suspense>
          {shown === 'scene' && children}
          {shown === 'calm' && <CalmPlace still={still} />}
          {inside && (
            <HeadsetUi
              visit={visit}
              moment={moment}
              language={language}
              words={words}
              live={live}
              settings={settings}
              head={head}
              place={shown}
              help={help}
              leave={controls.leaveHeadset}
            />
          )}
          <Veil
            // the first picture, entering and leaving come out of the dark too
            key={inside ? 'inside' : 'outside'}
            wanted={wanted}
            shown={cut}
            onClosed={setCut}
          />
        </XR>
      </Canvas>
    </div>
  )
}
