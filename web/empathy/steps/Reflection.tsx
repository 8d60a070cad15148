import { Trans, useLingui } from '@lingui/react/macro'
import { useEffect, useRef, useState } from 'react'
import { useStore } from 'zustand'
import { Button } from '../../ui/Button.tsx'
import card from '../../ui/Card.module.css'
import { Field } from '../../ui/Field.tsx'
import type { StepProps } from '../VisitView.tsx'
import { useWords } from '../words.ts'
import { Step } from './Step.tsx'
import styles from './Steps.module.css'

/** The scene's questions, one after the other, and at last the one thing one can do. */
export function Reflection({ visit, answers }: StepProps) {
  const { t } = useLingui()
  const { say } = useWords()
  const { thoughts, action, imagined } = useStore(answers.state)
  const lived = useStore(visit.state, (state) => state.lived)
  const { questions, action: deed } = visit.manifest.reflection
  const [at, setAt] = useState(0)
  const question = questions[at]
  const prompt = useRef<HTMLHeadingElement>(null)
  const moved = useRef(false)
  const go = (to: number) => {
    moved.current = true
    setAt(to)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: each question takes the focus
  useEffect(() => {
    if (moved.current) prompt.current?.focus()
  }, [at])
  const count = questions.length + 1
  const number = at + 1
  return (
    <Step title={lived ? t`You know this from inside` : t`Look back`}>
      {lived && at === 0 && (
        <p>
          <Trans>
            These are the questions that the others think about after the scene. Where would it have been
            wrong about a day like yours? Tell a facilitator, if you like: the scene is there to be put right.
          </Trans>
        </p>
      )}
      <section className={card.card} aria-labelledby="question">
        <p className="soft">
          <Trans>
            {number} of {count}
          </Trans>
        </p>
        <h2 id="question" ref={prompt} tabIndex={-1}>
          {say(question ?? deed)}
        </h2>
        {question ? (
          <Field
            key={at}
            name="thought"
            label={t`Your thoughts`}
            hint={t`For you alone. You can also just think.`}
            value={thoughts[at] ?? ''}
            onChange={(text) => answers.actions.think(at, text)}
            rows={4}
          />
        ) : (
          <Field
            key="deed"
            name="action"
            label={t`One thing I can do`}
            hint={t`Small is good. For you alone: write it down somewhere else if you want to keep it.`}
            value={action}
            onChange={answers.actions.act}
            rows={3}
          />
        )}
        {at === 0 && imagined && (
          <details>
            <summary>
              <Trans>What you had imagined</Trans>
            </summary>
            <p className="words">{imagined}</p>
          </details>
        )}
      </section>
      <p className={styles.ways}>
        {question ? (
          <Button key="next" onClick={() => go(at + 1)}>
            <Trans>Next question</Trans>
          </Button>
        ) : (
          <Button key="on" onClick={() => visit.actions.send({ type: 'next' })}>
            <Trans>Go on</Trans>
          </Button>
        )}
        {at > 0 && (
          <Button kind="plain" onClick={() => go(at - 1)}>
            <Trans>The question before</Trans>
          </Button>
        )}
        {question && (
          <Button kind="quiet" onClick={() => visit.actions.send({ type: 'next' })}>
            <Trans>Leave these out</Trans>
          </Button>
        )}
      </p>
    </Step>
  )
}
