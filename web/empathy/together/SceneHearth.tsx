import { Trans } from '@lingui/react/macro'
import { useStore } from 'zustand'
import { powersOf } from '../../room/powers.ts'
import type { TogetherProps } from '../../room/together.ts'
import { Button } from '../../ui/Button.tsx'
import { useWords } from '../words.ts'
import { openIn } from './open.ts'
import { placeIn, said, say } from './place.ts'
import styles from './Together.module.css'

/** What the circle's scene is at the moment, in the middle of the ring. */
export function SceneHearth({ state, meetup }: TogetherProps) {
  const { say: words } = useWords()
  const mine = useStore(said)
  const open = openIn(state)
  if (!open) return null
  const { scene, manifest, you } = open
  const { stage, question } = scene
  const leads = powersOf(state.view).facilitate
  const place = placeIn(scene, you, mine)
  const title = words(manifest.title)
  const of = manifest.reflection.questions.length
  const nth = question + 1
  const asked = manifest.reflection.questions[question]
  const comeAlong = () => say(meetup.id, scene, 'along')
  return (
    <div className={styles.hearth} role="status">
      {stage === 'notes' && (
        <>
          <p className={styles.title}>{title}</p>
          <p className="soft">
            {place === 'along' &&
              (leads ? (
                <Trans>Begin when everyone has read it.</Trans>
              ) : (
                <Trans>You come along. It begins when the facilitator begins.</Trans>
              ))}
            {place === 'waiting' && <Trans>You wait by the hearth. Nobody asks why.</Trans>}
            {place === undefined && <Trans>Read what is in it, and come along or not.</Trans>}
          </p>
        </>
      )}
      {stage === 'playing' && (
        <>
          <p className={styles.title}>
            <Trans>You are by the hearth.</Trans>
          </p>
          <p className="soft">
            <Trans>The others are in “{title}”, and come back here.</Trans>
          </p>
        </>
      )}
      {place === 'waiting' && (stage === 'notes' || stage === 'playing') && (
        <Button kind="plain" onClick={comeAlong}>
          <Trans>Come along after all</Trans>
        </Button>
      )}
      {stage === 'grounding' && (
        <>
          <p className={styles.title}>
            <Trans>Everyone is here again.</Trans>
          </p>
          <p className="soft">
            <Trans>
              Feel the chair, and your feet on the floor. Look at three things around you. Take the time you
              need.
            </Trans>
          </p>
        </>
      )}
      {stage === 'questions' && asked && (
        <>
          <p className="soft">
            <Trans>
              Question {nth} of {of}
            </Trans>
          </p>
          <p className={styles.title}>{words(asked)}</p>
          <p className="soft">
            <Trans>Say something, or nothing. Both are fine.</Trans>
          </p>
        </>
      )}
    </div>
  )
}
