import { Trans } from '@lingui/react/macro'
import { downloadText } from '../lib/copying.ts'
import { useChange } from '../lib/queries.ts'
import { Button } from '../ui/Button.tsx'
import card from '../ui/Card.module.css'
import { CopyButton } from '../ui/CopyButton.tsx'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import styles from './Account.module.css'

/** Codes to print: each alone signs in, once. They are shown only now. */
export function RecoveryCodes({ left }: { left: number }) {
  const make = useChange('POST /api/account/recovery-codes')
  const codes = make.data?.codes
  return (
    <div className={codes ? `${card.card} ${card.printed}` : card.card}>
      <h3>
        <Trans>Recovery codes</Trans>
      </h3>
      <p className="soft">
        <Trans>
          Ten codes to print and keep somewhere safe. Each lets you in once, without anything else.
        </Trans>
      </p>
      {left > 0 && !codes && (
        <p>
          <Trans>You have {left} codes left. New ones end them.</Trans>
        </p>
      )}
      <ErrorNote error={make.error} />
      {codes && (
        <>
          <p role="status">
            <Trans>These are shown only now. Print them, or keep the file where only you can read it.</Trans>
          </p>
          <ol className={styles.codes}>
            {codes.map((code) => (
              <li key={code}>{code}</li>
            ))}
          </ol>
        </>
      )}
      <p className={card.row}>
        {codes && (
          <Button onClick={() => window.print()}>
            <Trans>Print</Trans>
          </Button>
        )}
        {codes && <CopyButton text={codes.join('\n')} />}
        {codes && (
          <Button kind="plain" onClick={() => downloadText('recovery-codes.txt', `${codes.join('\n')}\n`)}>
            <Trans>Save as a file</Trans>
          </Button>
        )}
        <Button kind="plain" busy={make.isPending} onClick={() => make.mutate({})}>
          {left > 0 || codes ? <Trans>Make new codes</Trans> : <Trans>Make codes</Trans>}
        </Button>
      </p>
    </div>
  )
}
