import { useId } from 'react'
import type { ApiError } from '../lib/api.ts'
import styles from './Field.module.css'
import { useProblemText } from './problems.ts'

type Props = {
  label: string
  hint?: string
  error?: ApiError | null
  /** name of the field in the request: its own error is shown here */
  name: string
  value: string
  onChange: (value: string) => void
  type?: 'text' | 'email' | 'datetime-local' | 'number'
  rows?: number
  options?: readonly (readonly [value: string, label: string])[]
  required?: boolean
  maxLength?: number
  min?: number
  max?: number
  autoComplete?: string
  inputMode?: 'numeric' | 'text'
}

/** A labelled field: text, several lines, or a choice. Its hint and its error are read with it. */
export function Field({
  label,
  hint,
  error,
  name,
  value,
  onChange,
  type = 'text',
  rows,
  options,
  ...rest
}: Props) {
  const id = useId()
  const { maxLength, min, max, ...attributes } = rest
  const tooLong = maxLength !== undefined && value.length > maxLength
  const problem = useProblemText(tooLong ? 'too_long' : error?.fields[name], {
    length: value.length,
    ...rest,
  })
  const common = {
    id,
    name,
    value,
    className: styles.input,
    'aria-describedby': hint || problem ? `${id}-more` : undefined,
    'aria-invalid': problem ? true : undefined,
    onChange: (event: { target: { value: string } }) => onChange(event.target.value),
    ...attributes,
  }
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      {options ? (
        <select {...common}>
          {options.map(([v, text]) => (
            <option key={v} value={v}>
              {text}
            </option>
          ))}
        </select>
      ) : rows ? (
        <textarea {...common} rows={rows} />
      ) : (
        <input {...common} type={type} min={min} max={max} />
      )}
      {(hint || problem) && (
        <span id={`${id}-more`} className={problem ? styles.problem : 'soft'}>
          {problem ?? hint}
        </span>
      )}
    </div>
  )
}
