import { Trans, useLingui } from '@lingui/react/macro'
import { Canvas } from '@react-three/fiber'
import { XR } from '@react-three/xr'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useStore } from 'zustand'
import { CaptionBar } from '../../captions/CaptionBar.tsx'
import { reading } from '../../captions/reading.ts'
import { openSound } from '../../lib/keepSounding.ts'
import { useHearthWords } from '../../room/hearthWords.ts'
import type { TogetherProps } from '../../room/together.ts'
import { Button } from '../../ui/Button.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { Worn } from '../play/Worn.tsx'
import { EYES } from '../stage/head.ts'
import { canDraw } from '../stage/headset.ts'
import { createHeadset } from '../stage/xrStore.ts'
import styles from './CircleHeadset.module.css'
import { CircleSpace } from './CircleSpace.tsx'
import { useCircleWords } from './words.ts'

type Props = TogetherProps & { close: () => void }

const lessMotion = () => matchMedia('(prefers-reduced-motion: reduce)').matches
const moreContrast = () => matchMedia('(prefers-contrast: more)').matches

/** The circle in a headset: what will happen and how to leave, before anything is put on; then the ring itself. */
export function CircleHeadset({ room, captions, state, meetup, skew, close }: Props) {
  const { t } = useLingui()
  const words = useCircleWords()
  const hearth = useHearthWords(meetup, state, skew)
  const [store] = useState(createHeadset)
  const [context] = useState(openSound)
  const [drawn] = useState(canDraw)
  // there is no headset to enter before the canvas is there
  const [begun, setBegun] = useState(false)
  const onBegin = useCallback(() => setBegun(true), [])
  const [refused, setRefused] = useState(false)
  const [lost, setLost] = useState(false)
  const [attempt, setAttempt] = useState(0)
  const preview = useRef<HTMLDivElement>(null)
  const captioned = useStore(reading, ({ shown }) => shown)
  const inside = useStore(store, (xr) => xr.session !== undefined)
  useEffect(
    () => () => {
      void store
        .getState()
        .session?.end()
        .catch(() => {})
      store.destroy()
      void context?.close()
    },
    [store, context],
  )
  const enter = async () => {
    void context?.resume()
    await store.enterVR().catch(() => undefined)
    setRefused(!store.getState().session)
  }
  const leave = () =>
    void store
      .getState()
      .session?.end()
      .catch(() => {})
  const onLost = (now: boolean) => {
    setLost(now)
    // there is nothing to see in it any more
    if (now) leave()
  }
  const again = () => {
    setLost(false)
    setBegun(false)
    setAttempt(attempt + 1)
  }
  const put = drawn && !lost && (
    <Button busy={!begun} onClick={() => void enter()}>
      <Trans>Enter the headset</Trans>
    </Button>
  )
  return (
    <Sheet title={t`The circle in a headset`} close={close} actions={!inside && put} reading busy={inside}>
      {!inside && (
        <>
          <p>
            <Trans>
              You will sit in your own seat, with everybody around the hearth. Others see a soft light where
              your head and hands are, and never your room. Captions come with you.
            </Trans>
          </p>
          <p>
            <Trans>
              To step out at once: press B or Y, or hold two fingers together for a second. Taking the headset
              off always works too.
            </Trans>
          </p>
        </>
      )}
      {lost && (
        <div role="alert">
          <p>
            <Trans>
              The device needed its picture memory for something else. You are still in the circle here, and
              are heard as before. The picture comes back by itself, or when you try again.
            </Trans>
          </p>
          <Button kind="plain" onClick={again}>
            <Trans>Try again</Trans>
          </Button>
        </div>
      )}
      {refused && (
        <p role="alert">
          <Trans>
            The headset did not open. Wake it up, and press again. You are still in the circle here.
          </Trans>
        </p>
      )}
      {drawn ? (
        <div ref={preview} className={styles.preview}>
          <div className={styles.picture} role="img" aria-label={words.around} aria-hidden={inside}>
            <Canvas
              key={attempt}
              camera={{ position: [0, EYES, 0], rotation: [-0.14, 0, 0], fov: 48, near: 0.05, far: 40 }}
              fallback={null}
            >
              <XR store={store}>
                <CircleSpace
                  room={room}
                  captions={captions}
                  state={state}
                  words={words}
                  still={lessMotion()}
                  contrast={moreContrast()}
                  context={context}
                  captioned={captioned}
                  hearth={hearth}
                  leave={leave}
                  onBegin={onBegin}
                  onLost={onLost}
                />
              </XR>
            </Canvas>
          </div>
          {inside && (
            <Worn leave={leave} next={() => preview.current?.closest('dialog')?.querySelector('h2')}>
              <Trans>
                To come back here, take it off, or press “Take the headset off” there. You are in the circle
                all the same.
              </Trans>
            </Worn>
          )}
        </div>
      ) : (
        <p role="alert">
          <Trans>This browser cannot draw in three dimensions. The circle goes on here as before.</Trans>
        </p>
      )}
      {inside && captioned && <CaptionBar captions={captions} you={state.view?.you.identity} fixed />}
    </Sheet>
  )
}
