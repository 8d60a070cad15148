import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { useStore } from 'zustand'
import type { Intensity } from '../../../scenes/kit/types.ts'
import { Button } from '../../ui/Button.tsx'
import card from '../../ui/Card.module.css'
import { ComfortSheet } from '../ComfortSheet.tsx'
import { DraftNote } from '../DraftNote.tsx'
import { ModeField } from '../ModeField.tsx'
import type { Visit } from '../visit.ts'
import { minutesOf, tagNames, useWords } from '../words.ts'
import { Step } from './Step.tsx'
import styles from './Steps.module.css'

type Props = { visit: Visit; drawing: boolean; practised: boolean }

/** Before anything begins: what will happen, how strong, in which way, and how to leave. Nothing surprises. */
export function Notes({ visit, drawing, practised }: Props) {
  const { t } = useLingui()
  const { say } = useWords()
  const { manifest } = visit
  const [settings, setSettings] = useState(false)
  const { send } = visit.actions
  const { name, introduces } = manifest.who
  const minutes = minutesOf(manifest)
  return (
    <Step title={say(manifest.title)} first>
      <DraftNote scene={manifest} name={name} />
      <p className={styles.who}>{say(introduces)}</p>
      <p className="soft">
        <Plural value={minutes} one="# minute" other="# minutes" />
      </p>

      <section className={styles.section} aria-labelledby="content-notes">
        <h2 id="content-notes">
          <Trans>What is in it</Trans>
        </h2>
        <ul className={styles.notes}>
          {manifest.contentNotes.map(({ tag, text }) => (
            <li key={`${tag} ${text.en}`}>
              <strong>{t(tagNames[tag])}</strong>: {say(text)}
            </li>
          ))}
          {manifest.advice.map((advice) => (
            <li key={advice.en}>{say(advice)}</li>
          ))}
        </ul>
      </section>

      <section className={`${card.card} ${styles.section} ${styles.door}`} aria-labelledby="door">
        <h2 id="door" className={card.small}>
          <Trans>I live with this</Trans>
        </h2>
        <p>
          <Trans>
            Then you need no simulation of it. Go past the scene to the questions that everybody talks about
            afterwards, as the one who knows.
          </Trans>
        </p>
        <Button kind="plain" onClick={() => send({ type: 'live_with_this' })}>
          <Trans>I live with this</Trans>
        </Button>
      </section>

      <IntensityField visit={visit} />
      <ModeField visit={visit} drawing={drawing} />
      <p className={styles.ways}>
        <Button kind="plain" aria-haspopup="dialog" onClick={() => setSettings(true)}>
          <Trans>Settings for comfort</Trans>
        </Button>
      </p>
      {settings && <ComfortSheet visit={visit} close={() => setSettings(false)} />}

      <section className={styles.section} aria-labelledby="leaving">
        <h2 id="leaving">
          <Trans>Practise leaving, once</Trans>
        </h2>
        <p>
          <Trans>
            “Step out” is always at the same place, and the Esc key does the same. In a headset it is B or Y,
            or holding your fingers together. It takes you to the calm room at once, from any moment, and you
            can come back to where you were.
          </Trans>
        </p>
        {practised ? (
          <p className={styles.practised}>
            <Trans>You have practised it. It works like that at every moment.</Trans>
          </p>
        ) : (
          <Button kind="plain" onClick={() => send({ type: 'exit' })}>
            <Trans>Try it now</Trans>
          </Button>
        )}
      </section>

      <p className={styles.ways}>
        <Button onClick={() => send({ type: 'next' })}>
          <Trans>Go on</Trans>
        </Button>
        <span className="soft">
          <Trans>First come a few questions that you can leave out.</Trans>
        </span>
      </p>
    </Step>
  )
}

/** How strong the scene is. The gentlest is chosen until somebody chooses. */
export function IntensityField({ visit }: { visit: Visit }) {
  const { t } = useLingui()
  const { say } = useWords()
  const now = useStore(visit.state, (state) => state.intensity)
  const names: Record<Intensity, string> = { 1: t`Gentle`, 2: t`Fuller`, 3: t`Full` }
  return (
    <fieldset className={styles.options}>
      <legend>
        <Trans>How strong</Trans>
      </legend>
      {([1, 2, 3] as const).map((intensity) => (
        <label key={intensity} className={styles.option}>
          <input
            type="radio"
            name="intensity"
            checked={now === intensity}
            onChange={() => visit.actions.send({ type: 'intensity', intensity })}
          />
          <span>
            <b>{names[intensity]}</b>
            <span>{say(visit.manifest.intensity[intensity])}</span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}
