import { Trans, useLingui } from '@lingui/react/macro'
import { useStore } from 'zustand'
import { HelpButton } from '../../help/HelpButton.tsx'
import { Button } from '../../ui/Button.tsx'
import card from '../../ui/Card.module.css'
import { Asked } from '../measures/Asked.tsx'
import { restFirst } from '../measures/measures.ts'
import { AboutMeasures } from '../measures/Picture.tsx'
import type { StepProps } from '../VisitView.tsx'
import { Step } from './Step.tsx'
import styles from './Steps.module.css'

/** A few questions, so that one can see oneself what a scene does. */
export function Before({ visit, answers }: StepProps) {
  const { t } = useLingui()
  const { before } = useStore(answers.state)
  const { name } = visit.manifest.who
  const { send } = visit.actions
  return (
    <Step title={t`Before you begin`}>
      <p>
        <Trans>
          The same questions come again afterwards, so that you can see what changed, for the better or not.
          Leave out whatever you like. The answers stay in this page and are gone with it.
        </Trans>
      </p>
      <p>
        <Button kind="plain" onClick={() => send({ type: 'next' })}>
          <Trans>Leave the questions out</Trans>
        </Button>
      </p>
      <Asked when="before" name={name} answers={answers} />
      <div role="status">
        {restFirst({}, before) && (
          <div className={card.note}>
            <p>
              <Trans>
                That is a lot to carry right now. The scene can wait, today or altogether. The calm room is
                one press away, and so is Help.
              </Trans>
            </p>
            <p className={card.row}>
              <Button kind="plain" onClick={() => send({ type: 'exit' })}>
                <Trans>To the calm room</Trans>
              </Button>
              <HelpButton />
            </p>
          </div>
        )}
      </div>
      <p className={styles.ways}>
        <Button onClick={() => send({ type: 'next' })}>
          <Trans>Go on</Trans>
        </Button>
      </p>
      <AboutMeasures />
    </Step>
  )
}
