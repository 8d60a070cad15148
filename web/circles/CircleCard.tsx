import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from 'react-router'
import type { Circle } from '../../server/circles/contract.ts'
import { useTimes } from '../lib/times.ts'
import card from '../ui/Card.module.css'
import { entries, languageName, topics } from './words.ts'

/** A circle in a list: what it is about, how one joins, when it meets next. */
export function CircleCard({ circle, mine = false }: { circle: Circle; mine?: boolean }) {
  const { t, i18n } = useLingui()
  const { full } = useTimes()
  const [next] = circle.nextStarts
  return (
    <li className={card.card}>
      <h3>
        <Link to={`/circles/${circle.id}`}>
          <bdi>{circle.name}</bdi>
        </Link>
      </h3>
      <p className="soft">
        {t(topics[circle.topic])} · {languageName(circle.language, i18n.locale)}
        {!mine && ` · ${t(entries[circle.entry])}`}
      </p>
      <p className="plain">{circle.description}</p>
      <p className="soft">
        {next ? <Trans>Next: {full(next)}</Trans> : <Trans>No meetup is planned yet.</Trans>}
      </p>
    </li>
  )
}
