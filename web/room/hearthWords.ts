import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import type { Meetup } from '../../server/meetups/contract.ts'
import { errorTexts } from '../lib/errors.ts'
import { useClock, useTimes } from '../lib/times.ts'
import type { RoomState } from './state.ts'

const MINUTE = 60_000

/** What stands at the hearth: what is going on, and below it what more there is to know. */
export type HearthWords = { title: string; more: readonly string[] }

/** The room's own words at the hearth, the same on the page and in a headset. */
export function useHearthWords(meetup: Meetup, state: RoomState, skew: number): HearthWords {
  const { t } = useLingui()
  const { time } = useTimes()
  const now = useClock() + skew
  const left = Math.ceil((Date.parse(meetup.endsAt) - now) / MINUTE)
  const { view, status, refusal } = state
  const n = state.people.length
  if (status !== 'connected') {
    const title = status === 'joining' ? t`Coming in…` : status === 'reconnecting' ? t`Reconnecting…` : ''
    if (refusal && refusal !== 'offline') return { title, more: [t(errorTexts[refusal])] }
    if (status === 'reconnecting')
      return { title, more: [t`You keep your place in the circle. This goes by itself.`] }
    if (!refusal) return { title, more: [] }
    return {
      title,
      more: [
        t`There is no connection right now. You come in as soon as it is back; there is nothing to press.`,
      ],
    }
  }
  const here =
    n === 1 ? t`You are the first. Others will come.` : t`${plural(n, { one: '# here', other: '# here' })}`
  if (view?.phase === 'open')
    return {
      title: t`The floor is open.`,
      more: [
        left > 0
          ? t`${plural(left, { one: '# minute left', other: '# minutes left' })}`
          : t`The time is nearly over`,
        here,
      ],
    }
  return {
    title: t`Arriving. There is no hurry.`,
    more: [
      Date.parse(meetup.startsAt) > now
        ? t`We begin at ${time(meetup.startsAt)}`
        : t`We begin when the facilitator opens the floor`,
      here,
    ],
  }
}
