import { type ReactNode, useState } from 'react'
import { useLocation } from 'react-router'
import type { ApiError } from '../lib/api.ts'
import { Button } from './Button.tsx'
import { ErrorNote } from './ErrorNote.tsx'
import { Field } from './Field.tsx'

type Props = {
  label: string
  hint?: string
  /** what the button says */
  children: ReactNode
  error: ApiError | null
  busy: boolean
  use: (code: string) => void
}

/** Where a code from another device is typed. A link brings it along; it is used by a press, not by being looked at. */
export function CodeEntry({ label, hint, children, error, busy, use }: Props) {
  const [code, setCode] = useState(useLocation().hash.slice(1))
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        use(code)
      }}
    >
      <Field
        name="code"
        label={label}
        {...(hint && { hint })}
        value={code}
        onChange={setCode}
        error={error}
        required
        maxLength={64}
        autoComplete="off"
      />
      <ErrorNote error={error} />
      <Button type="submit" busy={busy}>
        {children}
      </Button>
    </form>
  )
}
