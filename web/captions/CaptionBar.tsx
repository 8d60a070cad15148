import { useLingui } from '@lingui/react/macro'
import { useRef } from 'react'
import { useStore } from 'zustand'
import styles from './CaptionBar.module.css'
import type { Captions } from './captions.ts'
import { Grip } from './Grip.tsx'
import { KindMark } from './KindMark.tsx'
import { lookOf } from './look.ts'
import { reading } from './reading.ts'
import { Speaker } from './Speaker.tsx'
import type { Segment } from './segments.ts'
import { Translation } from './translation/Translation.tsx'
import { turnsOf } from './turns.ts'
import { useShown } from './useShown.ts'
import { useSteadyLines } from './useSteadyLines.ts'

/** So many of the last segments can be in sight. */
const IN_SIGHT = 12

type Props = {
  captions: Captions
  you: string | undefined
  /** it has one place here, and nothing moves it */
  fixed?: boolean
}

/** What is being said, rolling up line by line. It has a place of its own: no face and no control is ever beneath it. */
export function CaptionBar({ captions, you, fixed = false }: Props) {
  const { t } = useLingui()
  const segments = useShown(captions, you).slice(-IN_SIGHT)
  const box = useRef<HTMLDivElement>(null)
  const look = useStore(reading)
  const { around, letters } = lookOf(look)
  const text = useSteadyLines(segments, [segments[0]?.key, look], () => {
    if (box.current) box.current.scrollTop = box.current.scrollHeight
  })
  return (
    <section {...around} className={`${around.className} ${styles.bar}`} aria-label={t`Captions`}>
      <div ref={box} className={`${letters} ${styles.box}`}>
        <div ref={text} className={styles.text}>
          {turnsOf(segments).map((turn) => (
            <p key={turn.key} className={styles.turn}>
              <Speaker name={turn.name} seat={turn.seat} /> <KindMark kind={turn.kind} />{' '}
              {turn.segments.map((segment) => (
                <Words key={segment.key} segment={segment} />
              ))}
              <Translation captions={captions} segments={turn.segments} />
            </p>
          ))}
        </div>
      </div>
      {!fixed && <Grip />}
    </section>
  )
}

/** A segment's words: those that may still change look it, also without colour. */
export function Words({ segment: { text, agreed, final, language } }: { segment: Segment }) {
  return (
    <bdi lang={language}>
      {final ? text : text.slice(0, agreed)}
      {!final && <span className={styles.tentative}>{text.slice(agreed)}</span>}{' '}
    </bdi>
  )
}
