import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { Language } from '../../server/lib/contract.ts'
import { chooseLanguage } from '../lib/i18n.ts'
import { chooseTheme, chosenTheme, type Theme } from '../lib/theme.ts'
import { Field } from './Field.tsx'
import styles from './Footer.module.css'

/** Language and light; remembered on this device only. */
export function Preferences() {
  const { t, i18n } = useLingui()
  const [theme, setTheme] = useState(chosenTheme)
  return (
    <section className={styles.preferences} aria-label={t`Preferences`}>
      <Field
        name="language"
        label={t`Language`}
        value={i18n.locale}
        onChange={(v) => void chooseLanguage(v as Language)}
        options={[
          ['en', 'English'],
          ['es', 'Español'],
        ]}
      />
      <Field
        name="theme"
        label={t`Light`}
        value={theme}
        onChange={(v) => {
          chooseTheme(v as Theme)
          setTheme(v as Theme)
        }}
        options={[
          ['auto', t`As this device`],
          ['light', t`Day`],
          ['evening', t`Evening`],
        ]}
      />
    </section>
  )
}
