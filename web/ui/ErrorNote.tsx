import { Trans, useLingui } from '@lingui/react/macro'
import type { ApiError } from '../lib/api.ts'
import { errorTexts } from '../lib/errors.ts'
import { Button } from './Button.tsx'
import styles from './ErrorNote.module.css'

/** A refusal in plain words, with another try where that makes sense. */
export function ErrorNote({ error, retry }: { error: ApiError | null; retry?: () => void }) {
  const { t } = useLingui()
  if (!error) return null
  return (
    <div className={styles.note} role="alert">
      <p>{t(errorTexts[error.code] ?? errorTexts.internal)}</p>
      {retry && (
        <Button kind="plain" onClick={retry}>
          <Trans>Try again</Trans>
        </Button>
      )}
    </div>
  )
}
