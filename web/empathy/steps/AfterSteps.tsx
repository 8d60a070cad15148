import { Trans, useLingui } from '@lingui/react/macro'
import { type ReactNode, useState } from 'react'
import { useStore } from 'zustand'
import { HelpButton } from '../../help/HelpButton.tsx'
import { Button } from '../../ui/Button.tsx'
import card from '../../ui/Card.module.css'
import { Breathing } from '../calm/Breathing.tsx'
import { GroundingWays } from '../calm/Grounding.tsx'
import { Asked } from '../measures/Asked.tsx'
import type { AnswersOfVisit } from '../measures/answers.ts'
import { keep } from '../measures/kept.ts'
import { betterStop, restFirst } from '../measures/measures.ts'
import { AboutMeasures, Picture } from '../measures/Picture.tsx'
import styles from './Steps.module.css'

export type AfterStep = 'questions' | 'rest' | 'picture'

type Props = {
  /** the scene, and the person in it */
  scene: string
  name: string
  answers: AnswersOfVisit
  first?: AfterStep
  /** what stands around a step: a page, or a sheet over the room */
  frame: (step: { title: string; ways: ReactNode; children: ReactNode }) => ReactNode
  /** the way on from one's own picture */
  last: ReactNode
  /** one's own picture is looked at */
  seen?: () => void
  /** where one can share it; without, it goes nowhere */
  sharing?: ReactNode
}

/** The questions again; rest first for whom it was much; then one's own picture. */
export function AfterSteps({ scene, name, answers, first = 'questions', frame, last, seen, sharing }: Props) {
  const { t } = useLingui()
  const [at, setAt] = useState(first)
  const { before, after } = useStore(answers.state)
  const toPicture = () => {
    setAt('picture')
    seen?.()
  }
  const done = () => (restFirst(before, after) ? setAt('rest') : toPicture())
  if (at === 'questions')
    return frame({
      title: t`And now?`,
      ways: (
        <Button onClick={done}>
          <Trans>See what changed</Trans>
        </Button>
      ),
      children: (
        <>
          <p>
            <Trans>
              The same questions once more, as it is now. No answer is the right one, and each can be left
              out.
            </Trans>
          </p>
          <p>
            <Button kind="plain" onClick={done}>
              <Trans>Leave the questions out</Trans>
            </Button>
          </p>
          <Asked when="after" name={name} answers={answers} />
          <div role="status">
            {betterStop(after) && (
              <p className={card.note}>
                <Trans>
                  Then stop here for today. Look at something far away, have fresh air and some water, and
                  take the next scene as a story to read.
                </Trans>
              </p>
            )}
          </div>
        </>
      ),
    })
  if (at === 'rest')
    return frame({
      title: t`First, some rest`,
      ways: (
        <>
          <HelpButton kind="main" />
          <Button kind="plain" onClick={toPicture}>
            <Trans>It is better. Go on</Trans>
          </Button>
        </>
      ),
      children: (
        <>
          <p>
            <Trans>
              That was much. Nothing else matters now but that you come to rest. If it does not ease, talk to
              somebody: Help has numbers for where you are.
            </Trans>
          </p>
          <Breathing />
          <div className={styles.section}>
            <GroundingWays />
          </div>
        </>
      ),
    })
  return frame({
    title: t`Before and after`,
    ways: last,
    children: (
      <>
        <Picture before={before} after={after} />
        {Object.keys({ ...before, ...after }).length > 0 && (
          <Keeping
            keep={() => keep({ scene, on: new Date().toISOString(), before, after })}
            shares={sharing !== undefined}
          />
        )}
        {sharing}
        <AboutMeasures />
      </>
    ),
  })
}

/** Where one's own picture is, and whether it stays. */
function Keeping({ keep, shares }: { keep: () => boolean; shares: boolean }) {
  const [asked, setAsked] = useState<'kept' | 'refused'>()
  return (
    <div className={card.note} role="status">
      {asked === undefined && (
        <>
          <p>
            {shares ? (
              <Trans>
                This is yours. Nothing of it is sent anywhere unless you say so below, and it is gone when you
                close this page.
              </Trans>
            ) : (
              <Trans>
                This is yours alone. Nothing of it is sent anywhere, and it is gone when you close this page.
              </Trans>
            )}
          </p>
          <Button kind="plain" onClick={() => setAsked(keep() ? 'kept' : 'refused')}>
            <Trans>Keep it on this device</Trans>
          </Button>
        </>
      )}
      {asked === 'kept' && (
        <p>
          <Trans>
            Kept in this browser, on this device alone. Whoever uses this browser can see it under “Scenes”;
            there you can delete it too.
          </Trans>
        </p>
      )}
      {asked === 'refused' && (
        <p>
          <Trans>This browser keeps nothing, so it is gone when you close this page.</Trans>
        </p>
      )}
    </div>
  )
}
