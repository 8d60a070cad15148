import { useStore } from 'zustand'
import { type Cue, wrapped } from '../../../scenes/kit/timeline.ts'
import { personOf } from '../../../scenes/kit/voices.ts'
import { lookOf } from '../../captions/look.ts'
import { reading } from '../../captions/reading.ts'
import { Speaker } from '../../captions/Speaker.tsx'
import { comfort } from '../comfort.ts'
import type { Seen } from '../useSeen.ts'
import type { Visit } from '../visit.ts'
import { useWords } from '../words.ts'
import styles from './Captions.module.css'

const REMEMBERED = 6

type Props = {
  visit: Visit
  seen: Seen
  /** a voice reads them: a screen reader would say them a second time */
  spoken?: boolean
}

/** The captions as text of the page: at most two lines, looking as their reader wants captions to look. */
export function Captions({ visit, seen, spoken = false }: Props) {
  const look = useStore(reading)
  const history = useStore(comfort, (now) => now.captions === 'history')
  const { around, letters } = lookOf(look)
  const before = history ? seen.cues.filter((cue) => cue !== seen.cue).slice(-REMEMBERED) : []
  return (
    <div {...around} className={`${around.className} ${styles.captions}`}>
      {before.length > 0 && (
        <ol className={`${letters} ${styles.before}`}>
          {before.map((cue) => (
            <li key={cue.key}>
              <Caption visit={visit} cue={cue} broken={false} />
            </li>
          ))}
        </ol>
      )}
      <div className={`${letters} ${styles.now}`} aria-live={spoken ? 'off' : 'polite'} aria-atomic="true">
        {seen.cue && <Caption visit={visit} cue={seen.cue} broken />}
      </div>
    </div>
  )
}

function Caption({ visit, cue, broken }: { visit: Visit; cue: Cue; broken: boolean }) {
  const { say } = useWords()
  const { who } = cue.line
  const voice = who === null ? undefined : visit.script.voices[who]
  const text = say(cue.line)
  return (
    <p data-sound={!voice}>
      {voice && (
        <>
          <Speaker name={say(voice.name)} seat={personOf(visit.script, who ?? '')} />{' '}
        </>
      )}
      {broken
        ? wrapped(text).map((line) => (
            <span key={line} className={styles.line}>
              {line}{' '}
            </span>
          ))
        : text}
    </p>
  )
}
