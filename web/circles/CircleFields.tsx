import { useLingui } from '@lingui/react/macro'
import type { z } from 'zod'
import type { CircleInput } from '../../server/circles/contract.ts'
import type { ApiError } from '../lib/api.ts'
import { Field } from '../ui/Field.tsx'
import { entries, languageName, topics } from './words.ts'

export type CircleValues = z.input<typeof CircleInput>

/** The fields of a circle, for making one and for changing one. */
export function CircleFields({
  value,
  onChange,
  error,
}: {
  value: CircleValues
  onChange: (v: CircleValues) => void
  error: ApiError | null
}) {
  const { t, i18n } = useLingui()
  const set =
    <K extends keyof CircleValues>(key: K) =>
    (v: string) =>
      onChange({ ...value, [key]: v as CircleValues[K] })
  return (
    <>
      <Field
        name="name"
        label={t`Name of the circle`}
        value={value.name}
        onChange={set('name')}
        error={error}
        required
        maxLength={60}
      />
      <Field
        name="topic"
        label={t`About`}
        value={value.topic}
        onChange={set('topic')}
        options={Object.entries(topics).map(([k, m]) => [k, t(m)])}
      />
      <Field
        name="language"
        label={t`Language`}
        value={value.language}
        onChange={set('language')}
        options={['en', 'es'].map((l) => [l, languageName(l, i18n.locale)])}
      />
      <Field
        name="entry"
        label={t`Who can join`}
        value={value.entry}
        onChange={set('entry')}
        options={Object.entries(entries).map(([k, m]) => [k, t(m)])}
      />
      <Field
        name="description"
        label={t`What it is for`}
        hint={t`Two or three sentences a newcomer would want to read.`}
        rows={3}
        value={value.description}
        onChange={set('description')}
        error={error}
        maxLength={1000}
      />
      <Field
        name="guidelines"
        label={t`Guidelines`}
        hint={t`How you treat each other here. Everyone sees them before they come in.`}
        rows={6}
        value={value.guidelines}
        onChange={set('guidelines')}
        error={error}
        maxLength={4000}
      />
    </>
  )
}
