import { Trans, useLingui } from '@lingui/react/macro'
import { useStore } from 'zustand'
import { HelpButton } from '../../help/HelpButton.tsx'
import { ButtonLink } from '../../ui/Button.tsx'
import card from '../../ui/Card.module.css'
import type { StepProps } from '../VisitView.tsx'
import { Step } from './Step.tsx'
import styles from './Steps.module.css'

/** The end of a visit, and ways on from there. */
export function Done({ visit, answers }: StepProps) {
  const { t } = useLingui()
  const action = useStore(answers.state, (state) => state.action)
  const { name } = visit.manifest.who
  return (
    <Step title={t`That was it`}>
      <p className={styles.prompt}>
        <Trans>
          Thank you for the time you took. {name}’s day is one day of one person; the next person will tell
          you another. Asking them goes further than any scene.
        </Trans>
      </p>
      {action && (
        <section className={card.card} aria-labelledby="deed">
          <h2 id="deed" className={card.small}>
            <Trans>One thing you wanted to do</Trans>
          </h2>
          <p className="words">{action}</p>
        </section>
      )}
      <ul className={`${card.list} ${styles.section}`}>
        <li className={card.card}>
          <h2 className={card.small}>
            <Trans>Talk about it</Trans>
          </h2>
          <p>
            <Trans>In a circle there are others, and somebody who keeps it safe.</Trans>
          </p>
          <ButtonLink to="/circles">
            <Trans>See the circles</Trans>
          </ButtonLink>
        </li>
        <li className={card.card}>
          <h2 className={card.small}>
            <Trans>Another day, another scene</Trans>
          </h2>
          <p>
            <Trans>One at a time is enough. They do not run away.</Trans>
          </p>
          <ButtonLink to="/scenes" kind="plain">
            <Trans>See all scenes</Trans>
          </ButtonLink>
        </li>
        <li className={card.card}>
          <h2 className={card.small}>
            <Trans>If it stays with you</Trans>
          </h2>
          <p>
            <Trans>Help has people to talk to, where you are, tonight as well.</Trans>
          </p>
          <HelpButton />
        </li>
      </ul>
    </Step>
  )
}
