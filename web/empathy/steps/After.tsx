import { Trans } from '@lingui/react/macro'
import { Button } from '../../ui/Button.tsx'
import type { StepProps } from '../VisitView.tsx'
import { AfterSteps } from './AfterSteps.tsx'
import { Step } from './Step.tsx'
import styles from './Steps.module.css'

/** After a visit of one's own: the questions again, and one's own picture, which goes nowhere. */
export function After({ visit, answers }: StepProps) {
  return (
    <AfterSteps
      scene={visit.manifest.id}
      name={visit.manifest.who.name}
      answers={answers}
      frame={({ title, ways, children }) => (
        <Step key={title} title={title}>
          {children}
          <p className={styles.ways}>{ways}</p>
        </Step>
      )}
      last={
        <Button onClick={() => visit.actions.send({ type: 'next' })}>
          <Trans>Go on</Trans>
        </Button>
      }
    />
  )
}
