import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { useApi, useChange } from '../lib/queries.ts'
import { useTimes } from '../lib/times.ts'
import { Button } from '../ui/Button.tsx'
import card from '../ui/Card.module.css'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { Field } from '../ui/Field.tsx'
import { CheckContacts } from './CheckContacts.tsx'
import styles from './CrisisContacts.module.css'
import { countryNames } from './countryNames.ts'

/** For stewards: what Help shows for each country, who checked it and when; the place to check it again. */
export function CrisisContacts() {
  const { t, i18n } = useLingui()
  const contacts = useApi('GET /api/steward/contacts')
  const forget = useChange('DELETE /api/steward/contacts/:country')
  const [checking, setChecking] = useState('')
  const names = countryNames(i18n.locale)
  const all = contacts.data?.countries ?? []
  const { date: day } = useTimes()
  const others = [...names].filter(([code]) => !all.some((c) => c.country === code))
  const nameOf = (code: string) => names.get(code) ?? code
  return (
    <section className={card.section} aria-labelledby="crisis-contacts">
      <h2 id="crisis-contacts">
        <Trans>Crisis contacts</Trans>
      </h2>
      <p>
        <Trans>
          Help shows these numbers on every screen. Those that came with Hearthside were found on public
          pages; nobody has called them for you. Please check the countries where your members live: call, or
          read the line’s own page.
        </Trans>
      </p>
      <ErrorNote error={contacts.error ?? forget.error} retry={() => void contacts.refetch()} />
      {contacts.data && !all.some((c) => c.ours) && (
        <p role="status" className={card.card}>
          <Trans>Nobody here has checked any of them yet.</Trans>
        </p>
      )}
      <ul className={`${card.list} ${styles.list}`}>
        {all.map((entry) => (
          <li key={entry.country} className={`${card.card} ${checking === entry.country ? styles.open : ''}`}>
            <h3>{nameOf(entry.country)}</h3>
            <p>
              {[entry.emergency, ...entry.lines.map((l) => `${l.name}: ${l.shown}`)]
                .filter(Boolean)
                .join(' · ')}
            </p>
            <p className="soft">
              {entry.ours ? (
                <Trans>
                  Checked on {day(entry.checkedOn)} by {entry.checkedBy || t`a former steward`}.
                </Trans>
              ) : (
                <Trans>Shipped on {day(entry.checkedOn)}; not checked here yet.</Trans>
              )}{' '}
              {entry.outdated && (
                <strong>
                  <Trans>That is more than half a year ago. Please check it again.</Trans>
                </strong>
              )}
            </p>
            {checking === entry.country ? (
              <CheckContacts country={entry.country} before={entry} done={() => setChecking('')} />
            ) : (
              <p className={card.row}>
                <Button
                  kind="plain"
                  aria-label={t`Check ${nameOf(entry.country)}`}
                  onClick={() => setChecking(entry.country)}
                >
                  <Trans>Check</Trans>
                </Button>
                {entry.ours && (
                  <Button
                    kind="quiet"
                    aria-label={t`Forget the entry of ${nameOf(entry.country)}`}
                    busy={forget.isPending}
                    onClick={() => forget.mutate({ country: entry.country })}
                  >
                    <Trans>Forget this entry</Trans>
                  </Button>
                )}
              </p>
            )}
          </li>
        ))}
      </ul>
      <Field
        name="country"
        label={t`Add a country`}
        value={others.some(([code]) => code === checking) ? checking : ''}
        onChange={setChecking}
        options={[['', t`Choose`], ...others]}
      />
      {others.some(([code]) => code === checking) && (
        <div className={card.card}>
          <CheckContacts key={checking} country={checking} done={() => setChecking('')} />
        </div>
      )}
    </section>
  )
}
