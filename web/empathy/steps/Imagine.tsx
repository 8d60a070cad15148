import { Trans, useLingui } from '@lingui/react/macro'
import { useStore } from 'zustand'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import type { StepProps } from '../VisitView.tsx'
import { useWords } from '../words.ts'
import { Step } from './Step.tsx'
import styles from './Steps.module.css'

/** Imagining first does more than being shown. */
export function Imagine({ visit, answers }: StepProps) {
  const { t } = useLingui()
  const { say } = useWords()
  const imagined = useStore(answers.state, (state) => state.imagined)
  const { mode } = useStore(visit.state)
  return (
    <Step title={t`Imagine first`}>
      <p className={styles.prompt}>{say(visit.manifest.reflection.imagine)}</p>
      <Field
        name="imagined"
        label={t`What comes to mind`}
        hint={t`For you alone: it is sent nowhere, and gone when you close this page. Thinking it is enough.`}
        value={imagined}
        onChange={answers.actions.imagine}
        rows={5}
      />
      <p className={styles.ways}>
        <Button onClick={() => visit.actions.send({ type: 'next' })}>
          {mode === 'text' ? <Trans>Begin the story</Trans> : <Trans>Begin the scene</Trans>}
        </Button>
        {mode !== 'text' && (
          <span className="soft">
            <Trans>Sound begins softly. Headphones are good, and not needed.</Trans>
          </span>
        )}
      </p>
    </Step>
  )
}
