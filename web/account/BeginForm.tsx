import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { Link } from 'react-router'
import { useChange } from '../lib/queries.ts'
import { Button } from '../ui/Button.tsx'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { Field } from '../ui/Field.tsx'
import styles from './Account.module.css'

/** An account in two taps: a name to be called, and the age said. No e-mail, no password. `done` goes on from there. */
export function BeginForm({ done }: { done?: () => void }) {
  const { t } = useLingui()
  const begin = useChange('POST /api/account')
  const [pseudonym, setPseudonym] = useState('')
  const [adult, setAdult] = useState(false)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        begin.mutate({ body: { pseudonym, adult: true } }, { onSuccess: done })
      }}
    >
      <Field
        name="pseudonym"
        label={t`A name for you here`}
        hint={t`Not your real name. You can use another one in each circle.`}
        value={pseudonym}
        onChange={setPseudonym}
        error={begin.error}
        required
        maxLength={32}
        autoComplete="off"
      />
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={adult}
          onChange={(event) => setAdult(event.target.checked)}
          required
        />
        <Trans>I am 18 or older</Trans>
      </label>
      <ErrorNote error={begin.error} />
      <p>
        <Button type="submit" busy={begin.isPending}>
          <Trans>Start</Trans>
        </Button>
      </p>
      <p>
        <Link to="/account/sign-in">
          <Trans>I was here before: sign in</Trans>
        </Link>
      </p>
    </form>
  )
}
