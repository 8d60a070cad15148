import { Trans, useLingui } from '@lingui/react/macro'
import { useEffect, useRef, useState } from 'react'
import { useStore } from 'zustand'
import type { SceneParts } from '../../../scenes/kit/types.ts'
import { currentCountry, useCountries } from '../../help/country.ts'
import { Button } from '../../ui/Button.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { comfort, useStill } from '../comfort.ts'
import { usualMode } from '../device.ts'
import type { StageControls } from '../stage/Stage.tsx'
import type { Trouble } from '../stage/settings.ts'
import { useSeen } from '../useSeen.ts'
import type { Visit } from '../visit.ts'
import { useWords } from '../words.ts'
import { Captions } from './Captions.tsx'
import { Choices } from './Choices.tsx'
import { Net, NoPicture, type Why } from './NoPicture.tsx'
import styles from './Play.module.css'
import type { CircleInScene } from './Play.tsx'
import { Transport } from './Transport.tsx'
import { useStage } from './useStage.ts'
import { Worn } from './Worn.tsx'

const LOOK_MS = 100

type Props = {
  visit: Visit
  parts: SceneParts
  face: (x: number, y: number, z: number) => void
  /** somebody went into a headset, or came out of it */
  onHeadset: (inside: boolean) => void
  circle?: CircleInScene
}

/** The scene as a picture, with its captions, choices and the way on as parts of the page around it. */
export function StageMode({ visit, parts, face, onHeadset: tell, circle }: Props) {
  const { t } = useLingui()
  const { say } = useWords()
  const still = useStill()
  const seen = useSeen(visit, still)
  const { mode, calm, clock } = useStore(visit.state)
  const { contrast, height, captions, dwell, gyroscope, described } = useStore(comfort)
  const { send } = visit.actions
  const { staged, retry } = useStage(visit, parts)
  const [why, setWhy] = useState<Why>()
  const [note, setNote] = useState<Trouble>()
  const [controls, setControls] = useState<StageControls>()
  const [worn, setWorn] = useState(false)
  const picture = useRef<HTMLElement>(null)
  const country = currentCountry()
  const help = useCountries().find((one) => one.country === country)

  useEffect(() => {
    if (!controls) return
    const timer = setInterval(() => {
      const { forwardX, forwardY, forwardZ } = controls.head
      face(forwardX, forwardY, forwardZ)
    }, LOOK_MS)
    return () => clearInterval(timer)
  }, [controls, face])

  // a picture that goes ends what is in the headset, and nobody is there to say so
  useEffect(() => () => tell?.(false), [tell])

  const fail = (reason: Why) => {
    send({ type: 'pause' })
    setWhy(reason)
    setWorn(false)
    tell?.(false)
  }
  const onTrouble = (what: Trouble) => {
    if (what === 'no webgl' || what === 'context lost') fail(what)
    else if (what === 'scene failed') fail('broken')
    else if (what === 'context back') setWhy(undefined)
    else setNote(what)
  }
  const onHeadset = (inside: boolean) => {
    if (inside) setNote(undefined)
    setWorn(inside)
    tell?.(inside)
    const next = inside ? 'headset' : mode === 'headset' ? usualMode(true) : mode
    // whoever took the headset off finds the scene where it was, and waiting
    if (!inside) send({ type: 'pause' })
    send({ type: 'mode', mode: next })
  }
  const trouble = staged === 'missing' ? 'missing' : why
  const again = () => {
    setWhy(undefined)
    retry()
  }
  const enter = mode === 'headset' && !worn && controls
  return (
    <div className={styles.pictured}>
      <section
        ref={picture}
        className={styles.stage}
        aria-label={t`The picture`}
        aria-describedby="described"
      >
        {trouble ? (
          <NoPicture why={trouble} visit={visit} retry={again} />
        ) : staged && staged !== 'missing' ? (
          <Net failed={() => fail('broken')}>
            <staged.Stage
              visit={visit}
              Scene={staged.Scene}
              settings={{ still, contrast, height: height / 100, captions, dwell, gyroscope }}
              calm={calm}
              help={help?.lines.map((line) => `${line.name}: ${line.shown}`) ?? []}
              onTrouble={onTrouble}
              onHeadset={onHeadset}
              onReady={setControls}
              live={circle?.live}
            >
              {circle?.space}
            </staged.Stage>
          </Net>
        ) : (
          <Loading />
        )}
        {worn && controls && (
          <Worn
            leave={controls.leaveHeadset}
            next={() => picture.current?.querySelector('[role=application]')}
          >
            <Trans>
              To come back here, take it off, or step out and press “Leave the headset” there. What is said is
              written below.
            </Trans>
          </Worn>
        )}
      </section>
      {enter && (
        <div className={styles.enter}>
          <p>
            {visit.led ? (
              <Trans>
                You will sit where you sit now, and nothing comes near you. You come to where the others are,
                and it goes on meanwhile. B, Y or fingers held together lead to the calm room; when you take
                the headset off, you are here again.
              </Trans>
            ) : (
              <Trans>
                You will sit where you sit now, and nothing comes near you. The scene waits until you press.
                B, Y or fingers held together lead to the calm room; taking the headset off pauses everything.
              </Trans>
            )}
          </p>
          <Button onClick={() => void controls.enterHeadset()}>
            <Trans>Put the headset on and enter</Trans>
          </Button>
        </div>
      )}
      <div role="status" className={styles.sound}>
        {note && (
          <p>
            {note === 'no headset' && <Trans>No headset answered. The scene is here on the screen.</Trans>}
            {note === 'xr ended' &&
              (visit.led ? (
                <Trans>The headset has ended it. The scene goes on here, with the others.</Trans>
              ) : (
                <Trans>The headset has ended it. The scene waits here.</Trans>
              ))}
            {note === 'slow' && (
              <Trans>The picture is slow on this device. Reading or listening may be kinder to it.</Trans>
            )}
          </p>
        )}
      </div>
      <p id="described" className={described ? styles.described : 'visually-hidden'}>
        {seen.script && say(seen.script.describe)}
      </p>
      <Captions visit={visit} seen={seen} />
      {seen.choice && <Choices choice={seen.choice} made={seen.made} visit={visit} timed />}
      <Transport
        visit={visit}
        seen={seen}
        playing={clock.running}
        toggle={() => send({ type: clock.running ? 'pause' : 'resume' })}
      />
    </div>
  )
}
