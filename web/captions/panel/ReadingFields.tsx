import { Trans, useLingui } from '@lingui/react/macro'
import { useStore } from 'zustand'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { Switch } from '../../ui/Switch.tsx'
import { lookOf } from '../look.ts'
import { changeReading, choices, type Reading, reading, readingFrom } from '../reading.ts'
import styles from './ReadingFields.module.css'

type Listed = Exclude<keyof Reading, 'shown' | 'whose' | 'background'>

/** What is about a bar beside faces, or about one's own words. */
const BESIDE_FACES: readonly Listed[] = ['place', 'lines', 'delay']

/** How captions look and where they are: each change is seen at once. `alone`: nothing but captions is on this screen. */
export function ReadingFields({ alone = false }: { alone?: boolean }) {
  const { t, i18n } = useLingui()
  const now = useStore(reading)
  const percent = (n: number) => new Intl.NumberFormat(i18n.locale, { style: 'percent' }).format(n)
  const seconds = (n: number) =>
    new Intl.NumberFormat(i18n.locale, { style: 'unit', unit: 'second', unitDisplay: 'long' }).format(n)
  const fields: { name: Listed; label: string; words: (value: never) => string }[] = [
    { name: 'size', label: t`Size`, words: percent },
    {
      name: 'font',
      label: t`Letters`,
      words: (v: Reading['font']) =>
        ({
          ours: t`As everywhere here`,
          device: t`As this device`,
          serif: t`With serifs`,
          mono: t`All equally wide`,
        })[v],
    },
    {
      name: 'weight',
      label: t`Strokes`,
      words: (v: Reading['weight']) => ({ 400: t`Normal`, 600: t`Strong`, 800: t`Very strong` })[v],
    },
    {
      name: 'theme',
      label: t`Colours`,
      words: (v: Reading['theme']) =>
        ({
          room: t`As the room`,
          'black on white': t`Black on white`,
          'white on black': t`White on black`,
          'yellow on black': t`Yellow on black`,
        })[v],
    },
    {
      name: 'place',
      label: t`Place`,
      words: (v: Reading['place']) =>
        ({
          bottom: t`Below the circle`,
          top: t`Above the circle`,
          start: t`Before the circle`,
          end: t`After the circle`,
        })[v],
    },
    { name: 'lines', label: t`Lines`, words: String },
    { name: 'width', label: t`Length of a line`, words: (v: Reading['width']) => t`${v} letters` },
    {
      name: 'delay',
      label: t`Wait before words are shown`,
      words: (v: Reading['delay']) => (v === 0 ? t`Not at all` : seconds(v)),
    },
    {
      name: 'spoken',
      label: t`A screen reader hears`,
      words: (v: Reading['spoken']) =>
        ({
          finals: t`Each sentence once it is whole`,
          everything: t`Each word as it comes`,
          nothing: t`Nothing by itself`,
        })[v],
    },
  ]
  const listed = alone ? fields.filter(({ name }) => !BESIDE_FACES.includes(name)) : fields
  const { around, letters } = lookOf(now)
  return (
    <>
      {!alone && (
        <Switch
          label={t`Show captions in the room`}
          on={now.shown}
          set={(shown) => changeReading({ shown })}
        />
      )}
      <div {...around} className={`${around.className} ${styles.sample}`} aria-hidden>
        <div className={`${letters} ${styles.words}`}>
          <Trans>This is how captions look.</Trans>
        </div>
      </div>
      {listed.map(({ name, label, words }) => {
        const all = [...choices[name]].sort((a, b) =>
          typeof a === 'number' && typeof b === 'number' ? a - b : 0,
        )
        return (
          <Field
            key={name}
            name={name}
            label={label}
            value={String(now[name])}
            onChange={(text) => changeReading({ [name]: all.find((value) => String(value) === text) })}
            options={all.map((value) => [String(value), words(value as never)] as const)}
          />
        )
      })}
      {!alone && (
        <>
          <Switch
            label={t`My own words too`}
            on={now.whose === 'everyone'}
            set={(on) => changeReading({ whose: on ? 'everyone' : 'others' })}
          />
          <Switch
            label={t`With a background`}
            on={now.background === 'filled'}
            set={(on) => changeReading({ background: on ? 'filled' : 'clear' })}
          />
        </>
      )}
      <Button kind="plain" onClick={() => changeReading(readingFrom(null))}>
        <Trans>As it was at first</Trans>
      </Button>
    </>
  )
}
