import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { useChange } from '../lib/queries.ts'
import { announce } from '../ui/Announcer.tsx'
import { Button } from '../ui/Button.tsx'
import card from '../ui/Card.module.css'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { Field } from '../ui/Field.tsx'

/** The name this account suggests when a circle is joined. Circles joined before keep theirs. */
export function MyName({ pseudonym }: { pseudonym: string }) {
  const { t } = useLingui()
  const change = useChange('PATCH /api/account')
  const [name, setName] = useState(pseudonym)
  return (
    <form
      className={card.card}
      onSubmit={(event) => {
        event.preventDefault()
        change.mutate({ body: { pseudonym: name } }, { onSuccess: () => announce(t`Saved.`) })
      }}
    >
      <Field
        name="pseudonym"
        label={t`Your usual name here`}
        hint={t`Offered to you when you join a circle. Circles you are in already keep the name you have there.`}
        value={name}
        onChange={setName}
        error={change.error}
        required
        maxLength={32}
        autoComplete="off"
      />
      <ErrorNote error={change.error} />
      {name !== pseudonym && (
        <Button type="submit" kind="plain" busy={change.isPending}>
          <Trans>Save</Trans>
        </Button>
      )}
    </form>
  )
}
