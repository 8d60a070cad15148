import { Trans, useLingui } from '@lingui/react/macro'
import { useEffect, useRef } from 'react'
import { useStore } from 'zustand'
import { beatAt, cuesOf, settledChoices } from '../../../scenes/kit/timeline.ts'
import type { Beat, Line, Made } from '../../../scenes/kit/types.ts'
import { personOf } from '../../../scenes/kit/voices.ts'
import { Speaker } from '../../captions/Speaker.tsx'
import { Button } from '../../ui/Button.tsx'
import { useSeen } from '../useSeen.ts'
import type { Visit } from '../visit.ts'
import { beatNames, isThought, useWords } from '../words.ts'
import { Choices } from './Choices.tsx'
import styles from './Text.module.css'

/** What one person says in one go; sounds are nobody's. */
type Speech = { who: string | null; lines: Line[] }

export const speechesOf = (lines: readonly Line[]): Speech[] =>
  lines.reduce<Speech[]>((all, line) => {
    const last = all.at(-1)
    if (last && last.who === line.who && line.who !== null) last.lines.push(line)
    else all.push({ who: line.who, lines: [line] })
    return all
  }, [])

/** The scene as a story: what has been read stays above, the next part comes when one wants it. */
export function TextMode({ visit }: { visit: Visit }) {
  const { t } = useLingui()
  const { manifest, script } = visit
  const { clock, made } = useStore(visit.state)
  const { beats } = manifest
  const seen = useSeen(visit, true)
  // alone one turns the pages; in a circle its clock does
  const at = visit.led ? seen.t : clock.t
  const { index } = visit.led ? seen : beatAt(beats, clock.t)
  const settled = settledChoices(manifest, script, made, at)
  const heading = useRef<HTMLHeadingElement>(null)
  const begun = useRef(index)
  useEffect(() => {
    if (begun.current !== index) heading.current?.focus({ preventScroll: true })
    // who comes from another way to be there, or from another device, reads on and not again
    if (begun.current !== index || index > 0) heading.current?.scrollIntoView({ block: 'start' })
    begun.current = index
  }, [index])
  const beat = beats[index]
  const choice = beat && script.beats[beat.id]?.choice
  const last = index === beats.length - 1
  const number = index + 1
  const count = beats.length
  return (
    <article className={styles.story} aria-label={t`The story`}>
      {beats.slice(0, index + 1).map((part, i) => (
        <Part
          key={part.id}
          visit={visit}
          beat={part}
          made={i < index ? settled : made}
          past={i < index}
          heading={i === index ? heading : undefined}
        />
      ))}
      {choice && <Choices choice={choice} made={made} visit={visit} timed={false} />}
      <p className={styles.on}>
        {!choice && !visit.led && (
          <Button onClick={() => visit.actions.send({ type: 'move_on' })}>
            {last ? <Trans>The end. Go on</Trans> : <Trans>Read on</Trans>}
          </Button>
        )}
        <span className="soft">
          <Trans>
            Part {number} of {count}
          </Trans>
        </span>
      </p>
    </article>
  )
}

type PartProps = {
  visit: Visit
  beat: Beat
  made: Made
  past: boolean
  heading: React.RefObject<HTMLHeadingElement | null> | undefined
}

function Part({ visit, beat, made, past, heading }: PartProps) {
  const { t } = useLingui()
  const { say } = useWords()
  const { script, manifest } = visit
  const part = script.beats[beat.id]
  if (!part) return null
  const lines = cuesOf(script, beat.id, made).map(({ line }) => line)
  const { choice } = part
  const chosen = past && choice?.options.find(({ id }) => id === made[choice.id])
  return (
    <section aria-labelledby={`part-${beat.id}`} className={styles.part} data-past={past}>
      <h2 id={`part-${beat.id}`} ref={heading} tabIndex={-1}>
        {t(beatNames[beat.kind](manifest.who.name))}
      </h2>
      <p className={styles.describe}>{say(part.describe)}</p>
      {speechesOf(lines).map((speech) => {
        const [first] = speech.lines
        const text = speech.lines.map(say).join(' ')
        const voice = speech.who === null ? undefined : script.voices[speech.who]
        if (!voice)
          return (
            <p key={first?.en} className={styles.heard}>
              {text}
            </p>
          )
        return (
          <p key={first?.en} className={isThought(visit, voice) ? styles.thought : styles.said}>
            <Speaker name={say(voice.name)} seat={personOf(script, speech.who ?? '')} /> <span>{text}</span>
          </p>
        )
      })}
      {choice && chosen && (
        <p className={styles.chosen}>
          {say(choice.ask)} <strong>{say(chosen.label)}</strong>
        </p>
      )}
    </section>
  )
}
