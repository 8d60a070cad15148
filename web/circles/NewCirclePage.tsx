import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useAccount, useChange } from '../lib/queries.ts'
import { randomId } from '../lib/randomId.ts'
import { Button } from '../ui/Button.tsx'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { Field } from '../ui/Field.tsx'
import { Page } from '../ui/Page.tsx'
import { CircleFields, type CircleValues } from './CircleFields.tsx'

export function NewCirclePage() {
  const { t, i18n } = useLingui()
  const navigate = useNavigate()
  const account = useAccount().data?.account
  const create = useChange('POST /api/circles')
  const [value, setValue] = useState<CircleValues>({
    name: '',
    topic: 'chronic_illness',
    language: i18n.locale === 'es' ? 'es' : 'en',
    description: '',
    guidelines: t`Speak for yourself, from your own experience.
What is said here stays here. So do names.
Silence is welcome. You can pass at any time, without a reason.
No advice unless somebody asks for it, and no medical advice at all.`,
    entry: 'ask',
  })
  // the same press again, after a lost answer, begins no second circle
  const [id] = useState(randomId)
  const [name, setName] = useState<string>()
  const pseudonym = name ?? account?.pseudonym ?? ''
  return (
    <Page title={t`Begin a circle`}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          create.mutate(
            { body: { id, ...value, pseudonym } },
            { onSuccess: (circle) => navigate(`/circles/${circle.id}`) },
          )
        }}
      >
        <CircleFields value={value} onChange={setValue} error={create.error} />
        <Field
          name="pseudonym"
          label={t`Your name in this circle`}
          hint={t`Each circle can know you by another name.`}
          value={pseudonym}
          onChange={setName}
          error={create.error}
          maxLength={32}
        />
        <ErrorNote error={create.error} />
        <Button type="submit" busy={create.isPending}>
          <Trans>Begin this circle</Trans>
        </Button>
      </form>
    </Page>
  )
}
