import { Trans, useLingui } from '@lingui/react/macro'
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useStore } from 'zustand'
import type { SceneParts } from '../../../scenes/kit/types.ts'
import { Button } from '../../ui/Button.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { ComfortSheet } from '../ComfortSheet.tsx'
import { comfort } from '../comfort.ts'
import { ModeField } from '../ModeField.tsx'
import type { Caption } from '../stage/captionReader.ts'
import { canDraw } from '../stage/headset.ts'
import { useSound } from '../useSound.ts'
import type { Visit } from '../visit.ts'
import { useWords } from '../words.ts'
import { AudioMode } from './AudioMode.tsx'
import { Feeling } from './Feeling.tsx'
import { Handover } from './Handover.tsx'
import styles from './Play.module.css'
import { SoundNote } from './SoundNote.tsx'
import { StageMode } from './StageMode.tsx'
import { TextMode } from './TextMode.tsx'
import { Tools } from './Tools.tsx'

export type Opened = 'ways' | 'settings' | 'feeling' | 'handover'

/** What a circle brings into the picture: lights of the others, and what is said among them. */
export type CircleInScene = { space: ReactNode; live: () => Caption | undefined }

type Props = {
  visit: Visit
  parts: SceneParts
  onHeadset: (inside: boolean) => void
  circle?: CircleInScene
}

/** The scene itself, in the mode chosen, with what can be pressed around it. */
export function Play({ visit, parts, onHeadset, circle }: Props) {
  const { t } = useLingui()
  const { say } = useWords()
  const { mode, calm } = useStore(visit.state)
  const { hand, contrast } = useStore(comfort)
  const sound = useSound(visit, parts)
  const [opened, setOpened] = useState<Opened>()
  const wasRunning = useRef(false)
  const heading = useRef<HTMLHeadingElement>(null)
  const whole = useRef<HTMLDivElement>(null)
  // before a story goes on from its own place
  useLayoutEffect(() => {
    scrollTo(0, 0)
    heading.current?.focus({ preventScroll: true })
  }, [])
  // another way to be there is begun to be looked at from its top; a story shows its own place
  const shownAs = useRef(mode)
  useEffect(() => {
    if (shownAs.current === mode) return
    shownAs.current = mode
    if (mode !== 'text') whole.current?.scrollIntoView({ block: 'start' })
  }, [mode])
  // nothing lies over the calm room, and nothing is open when one comes back
  useEffect(() => {
    if (calm) setOpened(undefined)
  }, [calm])
  const open = (sheet: Opened) => {
    wasRunning.current = visit.state.getState().clock.running
    visit.actions.send({ type: 'pause' })
    setOpened(sheet)
  }
  // the browser tells late that a sheet was closed: by then another may be open
  const shut = (sheet: Opened) => () => {
    if (opened !== sheet) return
    setOpened(undefined)
    // whoever has stepped out meanwhile is not brought back by this
    if (wasRunning.current) visit.actions.send({ type: 'resume' })
  }
  const elsewhere = () => {
    // it waits here however this is closed: only one of the two devices goes on
    wasRunning.current = false
    setOpened('handover')
  }
  const Mode = { text: TextMode, audio: AudioMode, headset: StageMode, desktop: StageMode, phone: StageMode }[
    mode
  ]
  return (
    <div ref={whole} className={styles.play} data-mode={mode} data-hand={hand} data-contrast={contrast}>
      <h1
        ref={heading}
        tabIndex={-1}
        className={mode === 'text' || mode === 'audio' ? undefined : styles.unseen}
      >
        {say(visit.manifest.title)}
      </h1>
      <Mode visit={visit} parts={parts} face={sound.face} onHeadset={onHeadset} circle={circle} />
      {mode !== 'text' && <SoundNote visit={visit} heard={sound.heard} retry={sound.retry} />}
      <Tools open={open} />
      {!calm && opened === 'settings' && <ComfortSheet visit={visit} close={shut('settings')} playing />}
      {!calm && opened === 'ways' && (
        <Sheet title={t`Another way to be there`} close={shut('ways')}>
          <ModeField visit={visit} drawing={canDraw()} />
          {!visit.led && (
            <p className={styles.elsewhere}>
              <Button kind="plain" onClick={elsewhere}>
                <Trans>Go on in a headset on another device</Trans>
              </Button>
            </p>
          )}
        </Sheet>
      )}
      {!calm && opened === 'handover' && <Handover visit={visit} close={shut('handover')} />}
      {!calm && opened === 'feeling' && <Feeling visit={visit} close={shut('feeling')} />}
    </div>
  )
}
