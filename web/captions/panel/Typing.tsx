import { Trans, useLingui } from '@lingui/react/macro'
import { type FormEvent, useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import type { Captions } from '../captions.ts'
import styles from './CaptionPanel.module.css'

/** Says something by typing it: it stands among what others say. */
export function Typing({ type }: { type: Captions['actions']['type'] }) {
  const { t } = useLingui()
  const [text, setText] = useState('')
  const [failed, setFailed] = useState(false)
  const send = async (event: FormEvent) => {
    event.preventDefault()
    if (!text.trim()) return
    try {
      await type(text.trim())
      setText('')
      setFailed(false)
    } catch {
      setFailed(true)
    }
  }
  return (
    <form onSubmit={send} className={styles.typing}>
      <Field
        name="say"
        label={t`Speak by typing`}
        hint={t`Enter says it. Everyone reads it under your name, as if you had said it aloud.`}
        value={text}
        onChange={setText}
        maxLength={500}
        autoComplete="off"
      />
      {failed && (
        <p role="alert">
          <Trans>That did not go out. What you wrote is still here.</Trans>
        </p>
      )}
      <Button type="submit">
        <Trans>Say it</Trans>
      </Button>
    </form>
  )
}
