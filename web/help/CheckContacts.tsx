import { Trans, useLingui } from '@lingui/react/macro'
import { type FormEvent, useState } from 'react'
import type { CountryHelp } from '../../server/safety/contract.ts'
import type { ApiError } from '../lib/api.ts'
import { useChange } from '../lib/queries.ts'
import { Button } from '../ui/Button.tsx'
import card from '../ui/Card.module.css'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { Field } from '../ui/Field.tsx'
import styles from './CrisisContacts.module.css'
import { refreshCountries } from './country.ts'

type Line = { name: string; shown: string; text: string; hours: string; page: string }
const EMPTY: Line = { name: '', shown: '', text: '', hours: '24/7', page: '' }

/** The numbers of one country, to be compared with the truth, put right, and kept with today's date. */
export function CheckContacts({
  country,
  before,
  done,
}: {
  country: string
  before?: CountryHelp
  done: () => void
}) {
  const { t } = useLingui()
  const keep = useChange('PUT /api/steward/contacts/:country')
  const [emergency, setEmergency] = useState(before?.emergency ?? '')
  const [lines, setLines] = useState<Line[]>(before?.lines.map((l) => ({ ...EMPTY, ...l })) ?? [EMPTY])
  const change = (i: number, part: Partial<Line>) =>
    setLines(lines.map((l, j) => (i === j ? { ...l, ...part } : l)))

  function submit(event: FormEvent) {
    event.preventDefault()
    const body = {
      emergency: emergency.trim() || null,
      lines: lines.map(({ name, shown, text, hours, page }) => ({
        name,
        shown,
        hours,
        ...(text && { text }),
        ...(page && { page }),
      })),
    }
    keep.mutate(
      { country, body },
      {
        onSuccess: () => {
          void refreshCountries()
          done()
        },
      },
    )
  }

  return (
    <form onSubmit={submit}>
      <Field
        name="emergency"
        label={t`Emergency number`}
        hint={t`Leave it empty if you are not sure.`}
        value={emergency}
        onChange={setEmergency}
        error={keep.error}
        inputMode="numeric"
        maxLength={6}
      />
      {lines.map((line, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line has no other name while it is being typed
        <fieldset key={i} className={styles.line}>
          <legend>{line.name || t`A line`}</legend>
          <LineFields at={i} line={line} error={keep.error} change={(part) => change(i, part)} />
          <Button kind="quiet" onClick={() => setLines(lines.filter((_, j) => j !== i))}>
            <Trans>Remove this line</Trans>
          </Button>
        </fieldset>
      ))}
      <ErrorNote error={keep.error} />
      <p className={card.row}>
        <Button type="submit" busy={keep.isPending}>
          <Trans>I have checked these today</Trans>
        </Button>
        {lines.length < 5 && (
          <Button kind="plain" onClick={() => setLines([...lines, EMPTY])}>
            <Trans>Add a line</Trans>
          </Button>
        )}
        <Button kind="quiet" onClick={done}>
          <Trans>Not now</Trans>
        </Button>
      </p>
    </form>
  )
}

function LineFields({
  at,
  line,
  error,
  change,
}: {
  at: number
  line: Line
  error: ApiError | null
  change: (part: Partial<Line>) => void
}) {
  const { t } = useLingui()
  const field = (name: keyof Line, label: string, hint?: string) => (
    <Field
      name={`lines.${at}.${name}`}
      label={label}
      {...(hint && { hint })}
      value={line[name]}
      onChange={(value) => change({ [name]: value })}
      error={error}
      required={name === 'name' || name === 'shown' || name === 'hours'}
    />
  )
  return (
    <>
      {field('name', t`Its name`)}
      {field('shown', t`Number to call`)}
      {field('text', t`Number for text messages`, t`Only if it has one.`)}
      {field('hours', t`Hours`, t`24/7, or in words.`)}
      {field('page', t`Its own page`, t`Begins with https://`)}
    </>
  )
}
