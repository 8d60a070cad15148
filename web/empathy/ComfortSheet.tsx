import { Trans, useLingui } from '@lingui/react/macro'
import { useStore } from 'zustand'
import { ReadingFields } from '../captions/panel/ReadingFields.tsx'
import { Field } from '../ui/Field.tsx'
import { Sheet } from '../ui/Sheet.tsx'
import { Switch } from '../ui/Switch.tsx'
import { type Comfort, changeComfort, comfort, comforts } from './comfort.ts'
import { IntensityField } from './steps/Notes.tsx'
import type { Visit } from './visit.ts'

/** How scenes are shown on this device; every change holds at once and is remembered here alone. */
export function ComfortSheet({
  visit,
  close,
  playing = false,
}: {
  visit: Visit
  close: () => void
  playing?: boolean
}) {
  const { t, i18n } = useLingui()
  const now = useStore(comfort)
  const change = (part: Partial<Comfort>) => changeComfort(part)
  const centimetres = (n: number) =>
    new Intl.NumberFormat(i18n.locale, {
      style: 'unit',
      unit: 'centimeter',
      signDisplay: 'exceptZero',
    }).format(n)
  return (
    <Sheet title={t`Settings for comfort`} close={close}>
      <p className="soft">
        <Trans>Remembered on this device only.</Trans>
      </p>
      {playing && <IntensityField visit={visit} />}
      <h3>
        <Trans>Sound</Trans>
      </h3>
      <Switch
        label={t`No sound`}
        hint={t`Captions and descriptions say all that matters.`}
        on={now.quiet}
        set={(quiet) => change({ quiet })}
      />
      <Switch
        label={t`The same in both ears`}
        hint={t`For hearing with one ear, or with one speaker.`}
        on={now.mono}
        set={(mono) => change({ mono })}
      />
      <h3>
        <Trans>Picture</Trans>
      </h3>
      <Field
        name="motion"
        label={t`Movement`}
        value={now.motion}
        onChange={(motion) => change({ motion: motion as Comfort['motion'] })}
        options={[
          ['device', t`As this device says`],
          ['less', t`As little as can be`],
          ['full', t`All of it`],
        ]}
      />
      <Switch
        label={t`Strong outlines and plain colours`}
        on={now.contrast}
        set={(contrast) => change({ contrast })}
      />
      <Switch
        label={t`Write beside the picture what there is to see`}
        on={now.described}
        set={(described) => change({ described })}
      />
      <Switch
        label={t`Turn the picture by turning the phone`}
        on={now.gyroscope}
        set={(gyroscope) => change({ gyroscope })}
      />
      <Switch
        label={t`In a headset, press by looking`}
        hint={t`A button is pressed when you look at it for a moment.`}
        on={now.dwell}
        set={(dwell) => change({ dwell })}
      />
      <Field
        name="height"
        label={t`Height`}
        hint={t`For how high you sit, or lie. Higher lets you see more of a table.`}
        value={String(now.height)}
        onChange={(height) => change({ height: Number(height) as Comfort['height'] })}
        options={[...comforts.height].sort((a, b) => a - b).map((n) => [String(n), centimetres(n)] as const)}
      />
      <Field
        name="hand"
        label={t`What can be pressed`}
        value={now.hand}
        onChange={(hand) => change({ hand: hand as Comfort['hand'] })}
        options={[
          ['both', t`In the middle`],
          ['left', t`On the left, for one hand`],
          ['right', t`On the right, for one hand`],
        ]}
      />
      <h3>
        <Trans>Captions</Trans>
      </h3>
      <Field
        name="captions"
        label={t`In the picture`}
        value={now.captions}
        onChange={(captions) => change({ captions: captions as Comfort['captions'] })}
        options={[
          ['follow', t`They follow your eyes slowly`],
          ['locked', t`They stay where they are`],
          ['speaker', t`They are beside whoever speaks`],
          ['history', t`The last lines stay to be read again`],
        ]}
      />
      <details>
        <summary>
          <Trans>How captions look</Trans>
        </summary>
        <ReadingFields alone />
      </details>
    </Sheet>
  )
}
