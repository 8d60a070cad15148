import { Trans } from '@lingui/react/macro'
import card from '../../ui/Card.module.css'
import styles from './Calm.module.css'

/** Two ways back into the room one is in. */
export function GroundingWays() {
  return (
    <div className={card.pairs}>
      <section className={card.card} aria-labelledby="five">
        <h2 id="five" className={card.small}>
          <Trans>Five, four, three, two, one</Trans>
        </h2>
        <p>
          <Trans>Name them to yourself, slowly. Any of them will do.</Trans>
        </p>
        <ol className={styles.five}>
          <li>
            <b aria-hidden="true">5</b>
            <Trans>five things you can see</Trans>
          </li>
          <li>
            <b aria-hidden="true">4</b>
            <Trans>four things you can touch</Trans>
          </li>
          <li>
            <b aria-hidden="true">3</b>
            <Trans>three things you can hear, or feel humming</Trans>
          </li>
          <li>
            <b aria-hidden="true">2</b>
            <Trans>two things you can smell</Trans>
          </li>
          <li>
            <b aria-hidden="true">1</b>
            <Trans>one thing you like about this room</Trans>
          </li>
        </ol>
      </section>
      <section className={card.card} aria-labelledby="around">
        <h2 id="around" className={card.small}>
          <Trans>Look around</Trans>
        </h2>
        <p>
          <Trans>
            Let your eyes go slowly along the edges of the room you are in: a corner, the door, a window. Feel
            what carries you, the chair or the floor. It is today, you are here, and the scene is over there.
          </Trans>
        </p>
        <p>
          <Trans>A sip of water, a stretch, or a few steps do more than they seem to.</Trans>
        </p>
      </section>
    </div>
  )
}
