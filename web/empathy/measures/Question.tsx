import { Trans, useLingui } from '@lingui/react/macro'
import { useId } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Circles, Face } from './Drawn.tsx'
import styles from './Measures.module.css'
import type { Measure } from './measures.ts'

type Props = {
  measure: Measure
  name: string
  value: number | undefined
  answer: (value: number | undefined) => void
}

/** One question with its scale. Leaving it alone is an answer too, and an answer can be taken back. */
export function Question({ measure, name, value, answer }: Props) {
  const { t } = useLingui()
  const id = useId()
  const { scale, ends } = measure
  const numbers = Array.from({ length: scale.to - scale.from + 1 }, (_, i) => scale.from + i)
  const said = (n: number) => {
    if (n === scale.from) return `${n}: ${t(ends[0])}`
    return n === scale.to ? `${n}: ${t(ends[1])}` : String(n)
  }
  return (
    <fieldset className={styles.question}>
      <legend>{t(measure.ask(name))}</legend>
      {scale.kind === 'slider' ? (
        <div className={styles.slider}>
          <input
            type="range"
            min={scale.from}
            max={scale.to}
            value={value ?? scale.from}
            aria-label={t(measure.label)}
            aria-valuetext={value === undefined ? t`not answered` : said(value)}
            data-answered={value !== undefined}
            onChange={(event) => answer(Number(event.target.value))}
            onPointerUp={(event) => answer(Number(event.currentTarget.value))}
          />
          <output>{value ?? '–'}</output>
        </div>
      ) : (
        <div
          className={styles.scale}
          data-kind={scale.kind}
          data-of={scale.kind === 'steps' ? numbers.length : undefined}
        >
          {numbers.map((n) => (
            <label key={n}>
              <input
                type="radio"
                name={id}
                value={n}
                checked={value === n}
                aria-label={said(n)}
                onChange={() => answer(n)}
              />
              {scale.kind === 'circles' && <Circles nearness={n} />}
              {scale.kind === 'faces' && <Face mood={n} />}
              {scale.kind === 'steps' && <span aria-hidden="true">{n}</span>}
            </label>
          ))}
        </div>
      )}
      <p className={styles.ends} aria-hidden="true">
        <span>{t(ends[0])}</span>
        <span>{t(ends[1])}</span>
      </p>
      {value !== undefined && (
        <Button kind="quiet" className={styles.back ?? ''} onClick={() => answer(undefined)}>
          <Trans>Take this answer back</Trans>
        </Button>
      )}
    </fieldset>
  )
}
