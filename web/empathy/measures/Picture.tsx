import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import styles from './Measures.module.css'
import { type Answers, type MeasureId, measures } from './measures.ts'

const WIDTH = 300
const EDGE = 9

/** One's own answers before and after, beside each other. Nobody else sees them. */
export function Picture({ before, after }: { before: Answers; after: Answers }) {
  const { t } = useLingui()
  const shown = measures.filter(({ id }) => before[id] !== undefined || after[id] !== undefined)
  if (shown.length === 0)
    return (
      <p>
        <Trans>You left the questions out. That is as good a way through as any other.</Trans>
      </p>
    )
  return (
    <>
      <p className={styles.legend} aria-hidden="true">
        <span>
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <circle cx="8" cy="8" r="6" fill="var(--surface)" stroke="var(--dusk)" strokeWidth="3" />
          </svg>
          <Trans>before</Trans>
        </span>
        <span>
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <circle cx="8" cy="8" r="7" fill="var(--ember)" />
          </svg>
          <Trans>after</Trans>
        </span>
      </p>
      <ul className={styles.picture}>
        {shown.map(({ id, label, scale }) => {
          const x = (n: number) => EDGE + ((n - scale.from) / (scale.to - scale.from)) * (WIDTH - 2 * EDGE)
          const [a, b] = [before[id], after[id]]
          return (
            <li key={id}>
              <p>
                <strong>{t(label)}</strong>
              </p>
              <svg viewBox={`0 0 ${WIDTH} 28`} aria-hidden="true">
                <line x1={EDGE} x2={WIDTH - EDGE} y1="14" y2="14" stroke="var(--line)" strokeWidth="3" />
                {a !== undefined && b !== undefined && (
                  <line x1={x(a)} x2={x(b)} y1="14" y2="14" stroke="var(--ember)" strokeWidth="3" />
                )}
                {a !== undefined && (
                  <circle
                    cx={x(a)}
                    cy="14"
                    r="8.5"
                    fill="var(--surface)"
                    stroke="var(--dusk)"
                    strokeWidth="3"
                  />
                )}
                {b !== undefined && <circle cx={x(b)} cy="14" r="6.5" fill="var(--ember)" />}
              </svg>
              <p className="soft">
                {a !== undefined && b !== undefined && (
                  <Trans>
                    {a} before, {b} after
                  </Trans>
                )}
                {a !== undefined && b === undefined && <Trans>{a} before</Trans>}
                {a === undefined && b !== undefined && <Trans>{b} after</Trans>}
              </p>
            </li>
          )
        })}
      </ul>
    </>
  )
}

type About = {
  /** of these alone, and what to know before, in the place of what is said of one person's answers */
  of?: readonly MeasureId[]
  children?: ReactNode
}

/** What the questions can show and what they cannot, and where each comes from. */
export function AboutMeasures({ of, children }: About) {
  const { t } = useLingui()
  const shown = measures.filter(({ id }) => of === undefined || of.includes(id))
  return (
    <details>
      <summary>
        <Trans>What these questions can show, and where they come from</Trans>
      </summary>
      {children ?? <OneMirror />}
      <dl className={styles.about}>
        {shown.map((one) => (
          <div key={one.id}>
            <dt>{t(one.label)}</dt>
            <dd>
              {t(one.shows)}
              <br />
              <span className="soft">
                {t(one.source)} {t(one.licence)}
              </span>
            </dd>
          </div>
        ))}
      </dl>
    </details>
  )
}

const OneMirror = () => (
  <p>
    <Trans>
      One person’s answers before and after one scene are a mirror for that person. They do not measure
      character, they prove nothing about the scene, and a number that moves the “wrong” way is worth knowing
      too: scenes like this can make people pity more and trust less, and then they need mending.
    </Trans>
  </p>
)
