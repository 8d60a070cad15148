import { Trans, useLingui } from '@lingui/react/macro'
import { useEffect, useRef } from 'react'
import { currentCountry, useCountries } from '../../help/country.ts'
import { HelpButton } from '../../help/HelpButton.tsx'
import { Button, ButtonLink } from '../../ui/Button.tsx'
import card from '../../ui/Card.module.css'
import { Breathing } from './Breathing.tsx'
import styles from './Calm.module.css'
import { GroundingWays } from './Grounding.tsx'

type Props = {
  back: () => void
  /** past the rest of the scene, to what comes after it */
  skip: (() => void) | undefined
  /** in a circle: to the ring, where one waits for the others */
  hearth?: () => void
}

/** Where one comes to from any moment with one press. Nothing happens here unless one wants it. */
export function CalmRoom({ back, skip, hearth }: Props) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <section className={styles.calm} aria-labelledby="calm">
      <h1 id="calm" ref={heading} tabIndex={-1}>
        <Trans>The calm room</Trans>
      </h1>
      <p className={styles.lead}>
        {hearth ? (
          <Trans>You have stepped out. The circle still hears you if you speak, and nobody asks why.</Trans>
        ) : (
          <Trans>You have stepped out. Nothing goes on without you, and nobody asks why.</Trans>
        )}
      </p>
      <Breathing />
      <p className={styles.ways}>
        <Button onClick={back}>
          {hearth ? <Trans>Go back to the others</Trans> : <Trans>Go back to where I was</Trans>}
        </Button>
        {skip && (
          <Button kind="plain" onClick={skip}>
            <Trans>Leave the scene, and go on to what comes after it</Trans>
          </Button>
        )}
        {hearth ? (
          <Button kind="plain" onClick={hearth}>
            <Trans>Wait by the hearth</Trans>
          </Button>
        ) : (
          <ButtonLink to="/scenes" kind="plain">
            <Trans>End this visit</Trans>
          </ButtonLink>
        )}
      </p>
      <Nearby />
      <GroundingWays />
    </section>
  )
}

/** Help for the country chosen, without a dialog in between. */
function Nearby() {
  const { i18n } = useLingui()
  const country = currentCountry()
  const help = useCountries().find((one) => one.country === country)
  const line = help?.lines[0]
  const place = help && new Intl.DisplayNames([i18n.locale], { type: 'region' }).of(country)
  return (
    <section className={`${card.note} ${styles.help}`} aria-labelledby="nearby">
      <h2 id="nearby" className={card.small}>
        <Trans>If you want to talk to somebody now</Trans>
      </h2>
      {line && (
        <p>
          {line.name} ({place}):{' '}
          <a className={styles.number} href={`tel:${line.call}`}>
            <Trans>Call {line.shown}</Trans>
          </a>
        </p>
      )}
      <HelpButton />
    </section>
  )
}
