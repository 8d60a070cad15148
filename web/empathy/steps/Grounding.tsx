import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '../../ui/Button.tsx'
import { Breathing } from '../calm/Breathing.tsx'
import { GroundingWays } from '../calm/Grounding.tsx'
import type { StepProps } from '../VisitView.tsx'
import { Step } from './Step.tsx'
import styles from './Steps.module.css'

/** Back in the room one is in, before anything is asked. */
export function Grounding({ visit }: StepProps) {
  const { t } = useLingui()
  return (
    <Step title={t`Arrive here again`}>
      <p>
        <Trans>The scene is over. There is no hurry to think about it.</Trans>
      </p>
      <Breathing />
      <div className={styles.section}>
        <GroundingWays />
      </div>
      <p className={styles.ways}>
        <Button onClick={() => visit.actions.send({ type: 'next' })}>
          <Trans>I am here. Go on</Trans>
        </Button>
      </p>
    </Step>
  )
}
