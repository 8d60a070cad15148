import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useEffect, useState } from 'react'
import type { Manifest, Script } from '../../../scenes/kit/types.ts'
import type { RoomCommand, SceneView } from '../../../server/rooms/contract.ts'
import type { ApiError } from '../../lib/api.ts'
import type { TogetherProps } from '../../room/together.ts'
import { announce } from '../../ui/Announcer.tsx'
import { Button } from '../../ui/Button.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { useWords } from '../words.ts'
import styles from './Lead.module.css'
import { useBeat } from './useBeat.ts'

type Props = Pick<TogetherProps, 'room' | 'state'> & {
  scene: SceneView
  manifest: Manifest
  script: Script | undefined
  now: () => number
}

/** What only a facilitator sees: what to say and to watch for, who waits by the hearth, and what can be done about it. */
export function Lead({ room, state, scene, manifest, script, now }: Props) {
  const { t } = useLingui()
  const [error, setError] = useState<ApiError | null>(null)
  const { stage, clock, soft, out } = scene
  const send = (command: RoomCommand) => () => {
    setError(null)
    room.actions.command(command).catch(setError)
  }
  const early = stage === 'notes' || stage === 'playing'
  // after that everybody is by the hearth
  const waiting = state.people.filter(({ identity }) => early && out.includes(identity))
  useSteppedOut(waiting.map((person) => person.pseudonym))
  const last = scene.question + 1 >= manifest.reflection.questions.length
  return (
    <section className={styles.lead} aria-label={t`For you who facilitate`}>
      {stage === 'playing' && <CueNow scene={scene} manifest={manifest} script={script} now={now} />}
      {stage === 'grounding' && (
        <p>
          <Trans>Leave everyone a minute. When you see them settle, go on to the questions.</Trans>
        </p>
      )}
      {stage === 'questions' && <After manifest={manifest} />}
      {stage === 'questions' && last && (
        <p className="soft">
          <Trans>
            Leave a minute for “What changed for you”. When you finish, the circle’s before and after is shown
            to everyone here, if at least five have added theirs. Nobody sees single answers, you neither.
          </Trans>
        </p>
      )}
      {waiting.length > 0 && (
        <p className={styles.out}>
          <Trans>By the hearth:</Trans>{' '}
          {waiting.map((person, i) => (
            <span key={person.identity}>
              {i > 0 && ', '}
              <bdi>{person.pseudonym}</bdi>
            </span>
          ))}
        </p>
      )}
      <ErrorNote error={error} stay />
      <div className={styles.buttons}>
        {stage === 'notes' && (
          <Button onClick={send({ type: 'begin_scene' })}>
            <Trans>Begin</Trans>
          </Button>
        )}
        {stage === 'playing' && (
          <Button onClick={send({ type: clock.running ? 'pause_scene' : 'resume_scene' })}>
            {clock.running ? <Trans>Pause for all</Trans> : <Trans>Go on</Trans>}
          </Button>
        )}
        {early && (
          <Button
            kind="plain"
            aria-pressed={soft}
            onClick={send({ type: 'soften_scene', on: !soft })}
            className={soft ? styles.pressed : ''}
          >
            <Trans>Soften for all</Trans>
          </Button>
        )}
        {stage === 'playing' && (
          <Button kind="plain" onClick={send({ type: 'move_on_scene' })}>
            <Trans>Move on</Trans>
          </Button>
        )}
        {stage === 'grounding' && (
          <Button onClick={send({ type: 'move_on_scene' })}>
            <Trans>To the questions</Trans>
          </Button>
        )}
        {stage === 'questions' && (
          <Button onClick={send({ type: 'move_on_scene' })}>
            {last ? <Trans>Finish</Trans> : <Trans>Next question</Trans>}
          </Button>
        )}
        {!(stage === 'questions' && last) && (
          <Button kind={stage === 'playing' ? 'stop' : 'quiet'} onClick={send({ type: 'end_scene' })}>
            {stage === 'playing' ? <Trans>End for all</Trans> : <Trans>Close the scene</Trans>}
          </Button>
        )}
      </div>
    </section>
  )
}

type CueProps = Pick<Props, 'scene' | 'manifest' | 'script' | 'now'>

function CueNow({ scene, manifest, script, now }: CueProps) {
  const { say: words } = useWords()
  const { beat, index, into } = useBeat(scene, manifest, now)
  const cue = script?.beats[beat.id]?.cue
  const nth = index + 1
  const of = manifest.beats.length
  const left = Math.max(beat.seconds - into, 0)
  return (
    <>
      <p className="soft">
        <Trans>
          Part {nth} of {of}
        </Trans>{' '}
        · <Plural value={left} one="# second left" other="# seconds left" />
        {!scene.clock.running && (
          <>
            {' · '}
            <strong>
              <Trans>paused</Trans>
            </strong>
          </>
        )}
      </p>
      {cue && <p className={styles.cue}>{words(cue.say)}</p>}
      {cue?.watchFor && (
        <p>
          <strong>
            <Trans>Watch for:</Trans>
          </strong>{' '}
          {words(cue.watchFor)}
        </p>
      )}
    </>
  )
}

function After({ manifest }: { manifest: Manifest }) {
  const { say: words } = useWords()
  if (manifest.facilitator.after.length === 0) return null
  return (
    <details>
      <summary>
        <Trans>For the talk afterwards</Trans>
      </summary>
      <ul>
        {manifest.facilitator.after.map((line) => (
          <li key={line.en}>{words(line)}</li>
        ))}
      </ul>
    </details>
  )
}

/** That somebody stepped out is said to a facilitator who does not look. */
function useSteppedOut(names: readonly string[]): void {
  const { t } = useLingui()
  const [before, remember] = useState(names)
  const came = names.filter((name) => !before.includes(name))
  useEffect(() => {
    if (names.length !== before.length || came.length > 0) remember(names)
    for (const name of came) announce(t`${name} waits by the hearth`)
  })
}
