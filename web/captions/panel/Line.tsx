import { Trans, useLingui } from '@lingui/react/macro'
import { type FormEvent, useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import field from '../../ui/Field.module.css'
import { Words } from '../CaptionBar.tsx'
import type { Captions } from '../captions.ts'
import type { Segment } from '../segments.ts'
import styles from './CaptionLog.module.css'

type LineProps = {
  segment: Segment
  /** not for who listens */
  silent: boolean
  editing: boolean
  /** absent where it cannot be put right */
  edit: ((on: boolean) => void) | undefined
  fix: Captions['actions']['fix']
}

/** One phrase; one's own last ones can be put right. */
export function Line({ segment, silent, editing, edit, fix }: LineProps) {
  const { t } = useLingui()
  const [failed, setFailed] = useState(false)
  if (!editing || !edit)
    return (
      <p aria-hidden={silent}>
        <Words segment={segment} />
        {segment.corrected && (
          <span className="soft">
            <Trans>(put right)</Trans>{' '}
          </span>
        )}
        {edit && (
          <button type="button" className={styles.edit} onClick={() => edit(true)}>
            <Trans>Put right</Trans>
            <span className="visually-hidden">: {segment.text}</span>
          </button>
        )}
      </p>
    )
  const save = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const text = String(new FormData(event.currentTarget).get('text')).trim()
    try {
      await fix(segment.key, text)
      edit(false)
    } catch {
      setFailed(true)
    }
  }
  return (
    <form onSubmit={save} onKeyDown={(event) => event.key === 'Escape' && edit(false)}>
      <textarea
        name="text"
        className={field.input}
        defaultValue={segment.text}
        maxLength={500}
        // biome-ignore lint/a11y/noAutofocus: the person has just asked for it
        autoFocus
        aria-label={t`Put right`}
      />
      {failed && (
        <p role="alert">
          <Trans>That did not go out. What you wrote is still here.</Trans>
        </p>
      )}
      <Button type="submit">
        <Trans>Change it for everyone</Trans>
      </Button>{' '}
      <Button kind="quiet" onClick={() => edit(false)}>
        <Trans>Leave it</Trans>
      </Button>
    </form>
  )
}
