import { Trans } from '@lingui/react/macro'

/** What has become of one's answers once the scene is closed. */
export const AddedNote = ({ shared }: { shared: boolean }) => (
  <p>
    {shared ? (
      <Trans>
        The scene is closed, and the single answers are deleted. If fewer than five added theirs, nothing is
        shown of them.
      </Trans>
    ) : (
      <Trans>The scene is closed, and with it what the circle adds together. Your answers stay yours.</Trans>
    )}
  </p>
)
