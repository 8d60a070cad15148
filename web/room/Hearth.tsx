import { Plural, Trans } from '@lingui/react/macro'
import type { Meetup } from '../../server/meetups/contract.ts'
import type { RoomView } from '../../server/rooms/contract.ts'
import { useTimes } from '../lib/times.ts'
import styles from './Hearth.module.css'

/** The middle of the ring: what is going on now. The prompt, the talking piece and timers will have their place here. */
export function Hearth({
  meetup,
  view,
  people,
}: {
  meetup: Meetup
  view: RoomView | undefined
  people: number
}) {
  const { time } = useTimes()
  return (
    <div className={styles.hearth}>
      <p className={styles.words}>
        {view?.phase === 'open' ? (
          <Trans>The floor is open.</Trans>
        ) : (
          <Trans>Arriving. There is no hurry.</Trans>
        )}
      </p>
      <p className="soft">
        {view?.phase === 'open' ? (
          <Trans>Until {time(meetup.endsAt)}</Trans>
        ) : (
          <Trans>We begin at {time(meetup.startsAt)}</Trans>
        )}{' '}
        · <Plural value={people} one="only you here" other="# here" />
      </p>
    </div>
  )
}
