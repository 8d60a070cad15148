import { Trans, useLingui } from '@lingui/react/macro'
import { useAccount, useApi } from '../lib/queries.ts'
import { ButtonLink } from '../ui/Button.tsx'
import card from '../ui/Card.module.css'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { Loading } from '../ui/Loading.tsx'
import { Page } from '../ui/Page.tsx'
import { CircleCard } from './CircleCard.tsx'

export function CirclesPage() {
  const { t } = useLingui()
  const circles = useApi('GET /api/circles')
  const account = useAccount().data?.account
  const mine = circles.data?.mine ?? []
  const others = circles.data?.listed.filter((c) => !mine.some((m) => m.id === c.id)) ?? []
  return (
    <Page title={t`Circles`}>
      {circles.isPending && <Loading />}
      <ErrorNote error={circles.error} retry={() => void circles.refetch()} />
      {mine.length > 0 && (
        <section className={card.section} aria-labelledby="mine">
          <h2 id="mine">
            <Trans>Yours</Trans>
          </h2>
          <ul className={card.list}>
            {mine.map((circle) => (
              <CircleCard key={circle.id} circle={circle} mine />
            ))}
          </ul>
        </section>
      )}
      <section className={card.section} aria-labelledby="others">
        <h2 id="others">
          <Trans>Circles you can join</Trans>
        </h2>
        {circles.data && others.length === 0 && (
          <p>
            <Trans>There is no other circle to join right now. New ones appear here.</Trans>
          </p>
        )}
        <ul className={card.list}>
          {others.map((circle) => (
            <CircleCard key={circle.id} circle={circle} />
          ))}
        </ul>
      </section>
      {account && account.standing !== 'member' && (
        <ButtonLink to="/circles/new" kind="plain">
          <Trans>Begin a new circle</Trans>
        </ButtonLink>
      )}
    </Page>
  )
}
