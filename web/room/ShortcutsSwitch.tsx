import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { Switch } from '../ui/Switch.tsx'
import { setShortcuts, shortcutsOn } from './shortcuts.ts'

/** Turns the single keys off and on, for this device. */
export function ShortcutsSwitch() {
  const { t } = useLingui()
  const [on, set] = useState(shortcutsOn)
  return (
    <Switch
      label={t`Use single keys`}
      hint={t`Off is better with speech input, or when keys are pressed by accident. Esc three times always works.`}
      on={on}
      set={(next) => {
        set(next)
        setShortcuts(next)
      }}
    />
  )
}
