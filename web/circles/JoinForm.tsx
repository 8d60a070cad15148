import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { Circle } from '../../server/circles/contract.ts'
import { BeginForm } from '../account/BeginForm.tsx'
import { useAccount, useChange } from '../lib/queries.ts'
import { Button } from '../ui/Button.tsx'
import card from '../ui/Card.module.css'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { Field } from '../ui/Field.tsx'

/** The way into a circle for somebody new: an account in two taps where there is none, then a name for this circle. */
export function JoinForm({ circle }: { circle: Circle }) {
  const { t } = useLingui()
  const account = useAccount().data?.account
  const join = useChange('POST /api/circles/:circleId/join')
  const [name, setName] = useState<string>()
  const pseudonym = name ?? account?.pseudonym ?? ''
  return (
    <section className={`${card.card} ${card.section}`} aria-labelledby="join">
      <h2 id="join">
        {circle.entry === 'open' ? <Trans>Join this circle</Trans> : <Trans>Ask to join</Trans>}
      </h2>
      {!account ? (
        <BeginForm />
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            join.mutate({ circleId: circle.id, body: { pseudonym } })
          }}
        >
          <Field
            name="pseudonym"
            label={t`Your name in this circle`}
            hint={t`Not your real name. People in other circles cannot tell that it is you.`}
            value={pseudonym}
            onChange={setName}
            error={join.error}
            required
            maxLength={32}
            autoComplete="off"
          />
          <ErrorNote error={join.error} />
          <Button type="submit" busy={join.isPending}>
            {circle.entry === 'open' ? (
              <Trans>Join as {pseudonym}</Trans>
            ) : (
              <Trans>Ask to join as {pseudonym}</Trans>
            )}
          </Button>
        </form>
      )}
    </section>
  )
}
