import { Trans } from '@lingui/react/macro'
import { deviceZone, useClock, useTimes } from '../lib/times.ts'
import { instantOf } from '../lib/zones.ts'
import card from '../ui/Card.module.css'
import { useProblemText } from '../ui/problems.ts'

/** What the planned time is for whoever plans it: nobody should have to reckon with time zones. */
export function TimePreview({ startsLocal, zone }: { startsLocal: string; zone: string }) {
  const { full } = useTimes()
  const past = useProblemText('in_the_past', { length: 0 })
  const now = useClock()
  if (startsLocal === '') return null
  const at = instantOf(startsLocal, zone)
  return (
    <p className={card.note} role="status">
      {at === undefined ? (
        <Trans>That time does not exist in that zone: the clocks change then. Choose another.</Trans>
      ) : at < now ? (
        past
      ) : zone === deviceZone() ? (
        full(new Date(at).toISOString())
      ) : (
        <Trans>For you: {full(new Date(at).toISOString())}</Trans>
      )}
    </p>
  )
}
