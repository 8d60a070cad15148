import { Trans, useLingui } from '@lingui/react/macro'
import { memo, useState } from 'react'
import type { CountryHelp } from '../../server/safety/contract.ts'
import { useTimes } from '../lib/times.ts'
import { Field } from '../ui/Field.tsx'
import { currentCountry, directory, rememberCountry, useCountries } from './country.ts'
import styles from './Help.module.css'

/** Numbers for the person's country. They are links a phone can dial; nothing is ever called by itself. */
export const HelpContent = memo(function HelpContent({ titleId }: { titleId: string }) {
  const { t, i18n } = useLingui()
  const countries = useCountries()
  const [chosen, setChosen] = useState<string>()
  const country = chosen ?? currentCountry()
  const help = countries.find((c) => c.country === country)
  const names = new Intl.DisplayNames([i18n.locale], { type: 'region' })
  const choices = countries
    .map((c) => [c.country, names.of(c.country) ?? c.country] as const)
    .sort((a, b) => a[1].localeCompare(b[1], i18n.locale))
  const choose = (next: string) => {
    rememberCountry(next)
    setChosen(next)
  }
  return (
    <>
      <h2 id={titleId}>
        <Trans>Help, right now</Trans>
      </h2>
      {help?.emergency ? (
        <p className={styles.danger}>
          <Trans>If somebody is in danger:</Trans>{' '}
          <a className={styles.number} href={`tel:${help.emergency}`}>
            <Trans>Call {help.emergency}</Trans>
          </a>
        </p>
      ) : (
        <p className={styles.danger}>
          <Trans>If somebody is in danger, call the emergency number where you are.</Trans>
        </p>
      )}
      {help && <Lines help={help} />}
      <p>
        <Trans>
          Lines in other countries:{' '}
          <a href={directory.url} rel="noreferrer" target="_blank">
            {directory.name}
          </a>
        </Trans>
      </p>
      <Field
        name="country"
        label={t`Country`}
        hint={t`Remembered on this device only.`}
        value={help ? country : ''}
        onChange={choose}
        options={[['', t`Another country`], ...choices]}
      />
      <p className="soft">
        <Trans>
          Hearthside is peer support: people with experience of their own. It is not therapy and not a crisis
          service, and it never calls anybody by itself.
        </Trans>
      </p>
    </>
  )
})

function Lines({ help }: { help: CountryHelp }) {
  const { date } = useTimes()
  return (
    <>
      {help.lines.map((line) => (
        <section key={line.name} className={styles.line}>
          <h3>{line.name}</h3>
          <p className={styles.numbers}>
            <a className={styles.number} href={`tel:${line.call}`}>
              <Trans>Call {line.shown}</Trans>
            </a>
            {line.text && (
              <a className={styles.number} href={`sms:${line.text}`}>
                <Trans>Text {line.text}</Trans>
              </a>
            )}
          </p>
          <p className="soft">
            {line.hours === '24/7' ? <Trans>Day and night.</Trans> : line.hours}{' '}
            {line.page && (
              <a href={line.page} rel="noreferrer" target="_blank">
                {new URL(line.page).hostname.replace('www.', '')}
              </a>
            )}{' '}
            <Trans>Checked on {date(help.checkedOn)}.</Trans>
          </p>
        </section>
      ))}
    </>
  )
}
