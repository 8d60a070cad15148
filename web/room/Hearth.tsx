import { Plural, Trans, useLingui } from '@lingui/react/macro'
import type { Meetup } from '../../server/meetups/contract.ts'
import { errorTexts } from '../lib/errors.ts'
import { useClock, useTimes } from '../lib/times.ts'
import styles from './Hearth.module.css'
import type { RoomState } from './state.ts'

const MINUTE = 60_000

/** The middle of the ring: what is going on now. The prompt, the talking piece and timers will have their place here. */
export function Hearth({ meetup, state, skew }: { meetup: Meetup; state: RoomState; skew: number }) {
  const { t } = useLingui()
  const { time } = useTimes()
  const now = useClock() + skew
  const left = Math.ceil((Date.parse(meetup.endsAt) - now) / MINUTE)
  const { view, status, refusal } = state
  const n = state.people.length
  const away = status !== 'connected'
  return (
    <div className={styles.hearth}>
      <p className={styles.words} role="status">
        {status === 'joining' && <Trans>Coming in…</Trans>}
        {status === 'reconnecting' && <Trans>Reconnecting…</Trans>}
        {!away &&
          (view?.phase === 'open' ? (
            <Trans>The floor is open.</Trans>
          ) : (
            <Trans>Arriving. There is no hurry.</Trans>
          ))}
      </p>
      <p className="soft">
        {away ? (
          refusal && refusal !== 'offline' ? (
            t(errorTexts[refusal])
          ) : status === 'reconnecting' ? (
            <Trans>You keep your place in the circle. This goes by itself.</Trans>
          ) : refusal ? (
            <Trans>
              There is no connection right now. You come in as soon as it is back; there is nothing to press.
            </Trans>
          ) : null
        ) : view?.phase === 'open' ? (
          left > 0 ? (
            <Plural value={left} one="# minute left" other="# minutes left" />
          ) : (
            <Trans>The time is nearly over</Trans>
          )
        ) : Date.parse(meetup.startsAt) > now ? (
          <Trans>We begin at {time(meetup.startsAt)}</Trans>
        ) : (
          <Trans>We begin when the facilitator opens the floor</Trans>
        )}
      </p>
      {!away && (
        <p className="soft">
          {n === 1 ? (
            <Trans>You are the first. Others will come.</Trans>
          ) : (
            <Plural value={n} one="# here" other="# here" />
          )}
        </p>
      )}
    </div>
  )
}
