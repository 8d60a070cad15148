import { useLingui } from '@lingui/react/macro'
import { GripHorizontal } from 'lucide-react'
import { type KeyboardEvent, type PointerEvent, useState } from 'react'
import styles from './Grip.module.css'
import { changeReading, type Reading } from './reading.ts'
import { usePlace } from './usePlace.ts'

type Place = Reading['place']

/** Moves the captions to an edge of the window: by the arrow keys, or dragged. */
export function Grip() {
  const { t } = useLingui()
  /** where they come to if they are let go now */
  const [wanted, want] = useState<Place>()
  const place = usePlace(wanted)
  return (
    <>
      <button
        type="button"
        className={styles.grip}
        aria-label={t`Move captions: arrow keys, or drag`}
        onKeyDown={moveByKey}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={(event) =>
          event.currentTarget.hasPointerCapture(event.pointerId) && want(edgeAt(event))
        }
        onPointerUp={(event) => {
          const edge = edgeAt(event)
          if (edge) changeReading({ place: edge })
        }}
        onLostPointerCapture={() => want(undefined)}
      >
        <GripHorizontal aria-hidden size={18} />
      </button>
      {wanted && <div className={styles.target} data-place={place} />}
    </>
  )
}

const BY_KEY: Partial<Record<string, Place>> = {
  ArrowUp: 'top',
  ArrowDown: 'bottom',
  ArrowLeft: 'start',
  ArrowRight: 'end',
}
const isRightToLeft = () => document.documentElement.dir === 'rtl'
const turned = (place: Place) =>
  !isRightToLeft() ? place : place === 'start' ? 'end' : place === 'end' ? 'start' : place

function moveByKey(event: KeyboardEvent): void {
  const place = BY_KEY[event.key]
  if (!place) return
  event.preventDefault()
  changeReading({ place: turned(place) })
}

/** The edge of the window that is nearest; none on the grip itself: a press without a move changes nothing. */
function edgeAt(event: PointerEvent<HTMLButtonElement>): Place | undefined {
  const grip = event.currentTarget.getBoundingClientRect()
  const { clientX: x, clientY: y } = event
  if (x >= grip.left && x <= grip.right && y >= grip.top && y <= grip.bottom) return undefined
  const edges: [number, Place][] = [
    [y, 'top'],
    [innerHeight - y, 'bottom'],
    [x, 'start'],
    [innerWidth - x, 'end'],
  ]
  const [[, place] = [0, 'bottom' as const]] = edges.sort(([a], [b]) => a - b)
  return turned(place)
}
