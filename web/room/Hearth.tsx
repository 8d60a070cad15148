import type { Meetup } from '../../server/meetups/contract.ts'
import styles from './Hearth.module.css'
import { useHearthWords } from './hearthWords.ts'
import type { RoomState } from './state.ts'

/** The middle of the ring: what is going on now. The prompt, the talking piece and timers will have their place here. */
export function Hearth({ meetup, state, skew }: { meetup: Meetup; state: RoomState; skew: number }) {
  const { title, more } = useHearthWords(meetup, state, skew)
  return (
    <div className={styles.hearth}>
      <p className={styles.words} role="status">
        {title}
      </p>
      {more.map((line) => (
        <p key={line} className="soft">
          {line}
        </p>
      ))}
    </div>
  )
}
