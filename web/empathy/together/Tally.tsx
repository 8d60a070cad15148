import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { sceneOf } from '../../../scenes/catalog.ts'
import type { Amount, Middle, Tally as TallyOf } from '../../../server/tallies/contract.ts'
import { measureOf } from '../measures/measures.ts'
import { AboutMeasures } from '../measures/Picture.tsx'
import { useWords } from '../words.ts'
import { SHARED } from './shared.ts'
import styles from './Together.module.css'

const amounts: Record<Amount, MessageDescriptor> = {
  few: msg`few, or nobody`,
  some: msg`some`,
  most: msg`most, or all`,
}

const middles: Record<Middle, MessageDescriptor> = {
  much_lower: msg`In the middle: clearly lower than before.`,
  lower: msg`In the middle: a little lower than before.`,
  same: msg`In the middle: as before.`,
  higher: msg`In the middle: a little higher than before.`,
  much_higher: msg`In the middle: clearly higher than before.`,
}

/** What a circle's answers to one scene came to, in words: the same for everyone who was there. */
export function Tally({ tally }: { tally: TallyOf }) {
  const { t } = useLingui()
  const { say } = useWords()
  const scene = sceneOf(tally.scene)
  const { atLeast } = tally
  return (
    <>
      <p>
        {scene && <strong>{say(scene.title)}</strong>}
        {scene && ' · '}
        <Trans>from at least {atLeast} who chose to add theirs</Trans>
      </p>
      <ul className={styles.tally}>
        {tally.items.map(({ id, higher, same, lower, middle }) => {
          const measure = measureOf(id)
          return (
            measure && (
              <li key={id}>
                <strong>{t(measure.label)}</strong>
                <p>{t(middles[middle])}</p>
                <dl>
                  <div>
                    <dt>
                      <Trans>Higher afterwards</Trans>
                    </dt>
                    <dd data-amount={higher}>{t(amounts[higher])}</dd>
                  </div>
                  <div>
                    <dt>
                      <Trans>The same</Trans>
                    </dt>
                    <dd data-amount={same}>{t(amounts[same])}</dd>
                  </div>
                  <div>
                    <dt>
                      <Trans>Lower afterwards</Trans>
                    </dt>
                    <dd data-amount={lower}>{t(amounts[lower])}</dd>
                  </div>
                </dl>
              </li>
            )
          )
        })}
      </ul>
      <AboutMeasures of={SHARED}>
        <p>
          <Trans>
            This is something to talk about, and no result. It shows what a few people said of themselves just
            before and just after one scene. It cannot show that the scene has changed it, what anybody will
            do, or what any one of you answered; and whoever added nothing is not in it. Higher is not always
            better: if pity rises alone, the scene has missed its aim.
          </Trans>
        </p>
        <p>
          <Trans>
            It is rounded on purpose: two people more or fewer look the same. Who tell each other what they
            answered could still guess at the rest.
          </Trans>
        </p>
      </AboutMeasures>
    </>
  )
}
