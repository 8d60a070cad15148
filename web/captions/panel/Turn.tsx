import { Trans } from '@lingui/react/macro'
import { memo, type ReactNode } from 'react'
import type { Captions } from '../captions.ts'
import { Speaker } from '../Speaker.tsx'
import type { Kind } from '../segments.ts'
import { Translation } from '../translation/Translation.tsx'
import type { Turn as Said } from '../turns.ts'
import styles from './CaptionLog.module.css'
import { Line } from './Line.tsx'

type Props = {
  turn: Said
  captions: Captions
  /** words that may still change are read out too */
  heardToo: boolean
  /** keys of the lines that the reader may put right */
  fixable: ReadonlySet<string>
  /** key of the line that is being put right */
  fixing: string | undefined
  fix: (key: string | undefined) => void
}

/** How words came about, where it was not by their person's own voice and device. */
const HOW: Record<Exclude<Kind, 'voice'>, ReactNode> = {
  typed: <Trans>(typed)</Trans>,
  heard: <Trans>(written down on this device)</Trans>,
  scene: <Trans>(from the scene)</Trans>,
  captioner: <Trans>(written by the captioner)</Trans>,
}

/** What one person said without anybody between. */
function TurnOf({ turn, captions, heardToo, fixable, fixing, fix }: Props) {
  return (
    <div className={styles.turn}>
      <Speaker name={turn.name} seat={turn.seat} />
      {turn.kind !== 'voice' && <span className="soft"> {HOW[turn.kind]}</span>}
      {turn.segments.map((segment) => (
        <Line
          // a new line for who listens: it is read out once, when it is whole
          key={heardToo || segment.final ? segment.key : `${segment.key} so far`}
          segment={segment}
          silent={!heardToo && !segment.final}
          editing={fixing === segment.key}
          edit={fixable.has(segment.key) ? (on) => fix(on ? segment.key : undefined) : undefined}
          fix={captions.actions.fix}
        />
      ))}
      <Translation captions={captions} segments={turn.segments} />
    </div>
  )
}

/** An hour is some thousand lines, and a word changes one: a turn of which nothing changed is not drawn again. */
export const Turn = memo(
  TurnOf,
  (before, now) =>
    before.turn.name === now.turn.name &&
    before.turn.segments.length === now.turn.segments.length &&
    before.heardToo === now.heardToo &&
    now.turn.segments.every(
      (segment, i) =>
        segment === before.turn.segments[i] &&
        now.fixable.has(segment.key) === before.fixable.has(segment.key) &&
        (now.fixing === segment.key) === (before.fixing === segment.key),
    ),
)
