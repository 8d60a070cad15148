import { Trans, useLingui } from '@lingui/react/macro'
import { useStore } from 'zustand'
import { useHeadset } from './device.ts'
import styles from './steps/Steps.module.css'
import { MODES, type Visit } from './visit.ts'
import { modeNames } from './words.ts'

/** Five ways into one scene, none of them lesser. What this device cannot do is said, and the others stay. */
export function ModeField({ visit, drawing }: { visit: Visit; drawing: boolean }) {
  const { t } = useLingui()
  const now = useStore(visit.state, (state) => state.mode)
  const headset = useHeadset()
  return (
    <fieldset className={styles.options}>
      <legend>
        <Trans>How you would like to be there</Trans>
      </legend>
      {MODES.map((mode) => {
        const { name, is } = modeNames[mode]
        const missing =
          mode === 'headset'
            ? headset !== true || !drawing
            : (mode === 'desktop' || mode === 'phone') && !drawing
        return (
          <label key={mode} className={styles.option}>
            <input
              type="radio"
              name="mode"
              checked={now === mode}
              disabled={missing}
              onChange={() => visit.actions.send({ type: 'mode', mode })}
            />
            <span>
              <b>{t(name)}</b>
              <span className={missing ? 'soft' : undefined}>
                {!missing && t(is)}
                {missing && mode === 'headset' && (
                  <Trans>This browser knows no headset. Open this page in a headset’s own browser.</Trans>
                )}
                {missing && mode !== 'headset' && <Trans>This browser cannot draw the picture.</Trans>}
              </span>
            </span>
          </label>
        )
      })}
      <p className="soft">
        <Trans>
          Reading or listening moves people no less than a headset does. You can change at any time.
        </Trans>
      </p>
    </fieldset>
  )
}
