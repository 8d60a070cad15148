import { Trans, useLingui } from '@lingui/react/macro'
import { type ReactNode, useState } from 'react'
import { copyText } from '../lib/copying.ts'
import { announce } from './Announcer.tsx'
import { Button } from './Button.tsx'

/** Copies a text and says so; where copying is not allowed it says that too. */
export function CopyButton({ text, children }: { text: string; children?: ReactNode }) {
  const { t } = useLingui()
  const [copied, setCopied] = useState<boolean>()
  const copy = async () => {
    const done = await copyText(text)
    setCopied(done)
    announce(done ? t`Copied.` : t`Copying is not allowed here. Mark the text and copy it by hand.`)
  }
  return (
    <>
      <Button kind="plain" onClick={() => void copy()}>
        {copied ? <Trans>Copied</Trans> : (children ?? <Trans>Copy</Trans>)}
      </Button>
      {copied === false && (
        <span className="soft">
          <Trans>Copying is not allowed here. Mark the text and copy it by hand.</Trans>
        </span>
      )}
    </>
  )
}
