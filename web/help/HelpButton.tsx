import { Trans } from '@lingui/react/macro'
import { Button, type Kind } from '../ui/Button.tsx'
import { openHelp } from './HelpDialog.tsx'

/** Help in one action from every screen. */
export function HelpButton({ kind = 'plain' }: { kind?: Kind }) {
  return (
    <Button kind={kind} aria-haspopup="dialog" onClick={openHelp}>
      <Trans>Help</Trans>
    </Button>
  )
}
