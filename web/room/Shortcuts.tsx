import { Trans, useLingui } from '@lingui/react/macro'
import { Sheet } from '../ui/Sheet.tsx'
import styles from './Shortcuts.module.css'
import { ShortcutsSwitch } from './ShortcutsSwitch.tsx'

/** All keys of the room in one list. */
export function Shortcuts({ close }: { close: () => void }) {
  const { t } = useLingui()
  const keys = [
    ['M', t`Microphone on or off`],
    ['V', t`Camera on or off`],
    ['C', t`Captions: all that was said`],
    ['P', t`List of people`],
    ['L', t`Leave the circle, after a question`],
    ['?', t`This list`],
    [t`Esc three times`, t`Leave Hearthside quickly`],
  ] as const
  return (
    <Sheet title={t`Keys`} close={close}>
      <dl className={styles.keys}>
        {keys.map(([key, what]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <p className="soft">
        <Trans>They rest while you type.</Trans>
      </p>
      <ShortcutsSwitch />
    </Sheet>
  )
}
