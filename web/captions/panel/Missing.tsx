import { Trans, useLingui } from '@lingui/react/macro'
import { useStore } from 'zustand'
import { Switch } from '../../ui/Switch.tsx'
import type { Captions } from '../captions.ts'
import type { Someone } from '../supply.ts'
import styles from './CaptionPanel.module.css'

type Props = {
  captions: Captions
  people: readonly Someone[]
  /** voices come in on this device */
  hears?: boolean
}

/** Whose words cannot be read here, and why; where their browser cannot write them down, ours may. */
export function Missing({ captions, people, hears = true }: Props) {
  const { t } = useLingui()
  const { others, heardHere } = useStore(captions.state)
  const listed = people.filter(
    ({ identity, mic }) => mic && ['off', 'unable'].includes(others.get(identity) ?? ''),
  )
  if (listed.length === 0) return null
  return (
    <ul className={styles.missing}>
      {listed.map(({ identity, pseudonym }) =>
        others.get(identity) === 'off' ? (
          <li key={identity}>
            <Trans>
              No captions from <bdi>{pseudonym}</bdi>: they chose so.
            </Trans>
          </li>
        ) : (
          <li key={identity}>
            <Trans>
              No captions from <bdi>{pseudonym}</bdi>: their device cannot.
            </Trans>
            {hears && (
              <Switch
                label={t`Write down ${pseudonym} here`}
                hint={t`Your own device does it, for you alone. Nobody else sees it.`}
                on={heardHere.has(identity)}
                set={(on) => captions.actions.hearHere(identity, on)}
              />
            )}
          </li>
        ),
      )}
    </ul>
  )
}
