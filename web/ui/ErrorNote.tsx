import { Trans, useLingui } from '@lingui/react/macro'
import type { ApiError } from '../lib/api.ts'
import { errorTexts, unansweredText } from '../lib/errors.ts'
import { Button, ButtonLink } from './Button.tsx'
import styles from './ErrorNote.module.css'

type Props = {
  error: ApiError | null
  /** it is about reading something, which also tries again by itself */
  retry?: () => void
  /** links open beside this page, which must not be left */
  stay?: boolean
}

/** A refusal in plain words, with the next step. */
export function ErrorNote({ error, retry, stay = false }: Props) {
  const { t } = useLingui()
  if (!error) return null
  const text = error.code === 'offline' && !retry ? unansweredText : errorTexts[error.code]
  return (
    <div className={styles.note} role="alert">
      <p>{t(text ?? errorTexts.internal)}</p>
      {error.code === 'strong_sign_in_needed' && (
        <ButtonLink to="/account" kind="plain" target={stay ? '_blank' : undefined}>
          {stay ? <Trans>Go to “You” in a new tab</Trans> : <Trans>Go to “You”</Trans>}
        </ButtonLink>
      )}
      {retry && (
        <Button kind="plain" onClick={retry}>
          <Trans>Try again</Trans>
        </Button>
      )}
    </div>
  )
}
