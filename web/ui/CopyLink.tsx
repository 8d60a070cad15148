import { Trans, useLingui } from '@lingui/react/macro'
import { announce } from './Announcer.tsx'
import { Button } from './Button.tsx'
import card from './Card.module.css'

/** A link to give to somebody: to read, select and copy. */
export function CopyLink({ url }: { url: string }) {
  const { t } = useLingui()
  return (
    <p className={card.row}>
      <output>
        <code>{url}</code>
      </output>
      <Button
        kind="plain"
        onClick={() => void navigator.clipboard.writeText(url).then(() => announce(t`Copied.`))}
      >
        <Trans>Copy</Trans>
      </Button>
    </p>
  )
}
