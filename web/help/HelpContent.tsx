import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { Field } from '../ui/Field.tsx'
import { countries, currentCountry, directory, linesOf, rememberCountry } from './country.ts'
import styles from './Help.module.css'

/** Numbers for the person's country. They are links a phone can dial; nothing is ever called by itself. */
export function HelpContent() {
  const { t, i18n } = useLingui()
  const [country, setCountry] = useState(currentCountry)
  const help = countries.find((c) => c.country === country)
  const names = new Intl.DisplayNames([i18n.locale], { type: 'region' })
  const choices = [
    ['', t`Another country`] as const,
    ...countries.map((c) => [c.country, names.of(c.country) ?? c.country] as const),
  ]
  const choose = (next: string) => {
    rememberCountry(next)
    setCountry(next)
  }
  return (
    <>
      <h2 id="help-title">
        <Trans>Help, right now</Trans>
      </h2>
      <p>
        {help?.emergency ? (
          <Trans>
            If somebody is in danger, call{' '}
            <a className={styles.number} href={`tel:${help.emergency}`}>
              {help.emergency}
            </a>
          </Trans>
        ) : (
          <Trans>If somebody is in danger, call the emergency number where you are.</Trans>
        )}
      </p>
      {help &&
        linesOf(help).map((line) => (
          <section key={line.name} className={styles.line}>
            <h3>{line.name}</h3>
            <p>
              <a className={styles.number} href={`tel:${line.call}`}>
                <Trans>Call {line.shown}</Trans>
              </a>
              {line.text && (
                <a className={styles.number} href={`sms:${line.text}`}>
                  <Trans>Text {line.shown}</Trans>
                </a>
              )}
            </p>
            <p className="soft">
              <Trans>Day and night.</Trans>{' '}
              <a href={line.page} rel="noreferrer" target="_blank">
                {new URL(line.page).hostname.replace('www.', '')}
              </a>{' '}
              <Trans>Checked on {i18n.date(help.checked_on, { dateStyle: 'medium' })}.</Trans>
            </p>
          </section>
        ))}
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
        value={help ? country : ''}
        onChange={choose}
        options={choices}
      />
      <p className="soft">
        <Trans>
          Hearthside is peer support: people with experience of their own. It is not therapy and not a crisis
          service, and it never calls anybody by itself.
        </Trans>
      </p>
    </>
  )
}
