import { useLingui } from '@lingui/react/macro'
import { GripHorizontal } from 'lucide-react'
import { type KeyboardEvent, type PointerEvent, useRef } from 'react'
import { useStore } from 'zustand'
import styles from './CaptionBar.module.css'
import type { Captions } from './captions.ts'
import { KindMark } from './KindMark.tsx'
import { lookOf } from './look.ts'
import { changeReading, type Reading, reading } from './reading.ts'
import { Speaker } from './Speaker.tsx'
import type { Segment } from './segments.ts'
import { Translation } from './translation/Translation.tsx'
import { turnsOf } from './turns.ts'
import { useShown } from './useShown.ts'
import { useSteadyLines } from './useSteadyLines.ts'

/** So many of the last segments can be in sight. */
const IN_SIGHT = 12

type Props = { captions: Captions; you: string | undefined }

/** What is being said, rolling up line by line. It has a place of its own: no face and no control is ever beneath it. */
export function CaptionBar({ captions, you }: Props) {
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
      <button
        type="button"
        className={styles.grip}
        aria-label={t`Move captions: arrow keys, or drag`}
        onKeyDown={moveByKey}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerUp={moveTo}
      >
        <GripHorizontal aria-hidden size={18} />
      </button>
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

const BY_KEY: Partial<Record<string, Reading['place']>> = {
  ArrowUp: 'top',
  ArrowDown: 'bottom',
  ArrowLeft: 'start',
  ArrowRight: 'end',
}
const isRightToLeft = () => document.documentElement.dir === 'rtl'
const turned = (place: Reading['place']) =>
  !isRightToLeft() ? place : place === 'start' ? 'end' : place === 'end' ? 'start' : place

function moveByKey(event: KeyboardEvent): void {
  const place = BY_KEY[event.key]
  if (!place) return
  event.preventDefault()
  changeReading({ place: turned(place) })
}

/** To the edge of the window that is nearest to where it is let go; a press without a move changes nothing. */
function moveTo(event: PointerEvent<HTMLButtonElement>): void {
  const grip = event.currentTarget.getBoundingClientRect()
  const { clientX: x, clientY: y } = event
  if (x >= grip.left && x <= grip.right && y >= grip.top && y <= grip.bottom) return
  const edges: [number, Reading['place']][] = [
    [y, 'top'],
    [innerHeight - y, 'bottom'],
    [x, 'start'],
    [innerWidth - x, 'end'],
  ]
  const [[, place] = [0, 'bottom' as const]] = edges.sort(([a], [b]) => a - b)
  changeReading({ place: turned(place) })
}
