import { Trans } from '@lingui/react/macro'

/** Something is on its way. Words, not only a spinner. */
export function Loading() {
  return (
    <p className="soft" role="status">
      <Trans>One moment…</Trans>
    </p>
  )
}
