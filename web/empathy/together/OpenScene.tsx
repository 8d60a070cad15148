import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { catalog } from '../../../scenes/catalog.ts'
import type { Manifest } from '../../../scenes/kit/types.ts'
import type { ApiError } from '../../lib/api.ts'
import type { TogetherProps } from '../../room/together.ts'
import { Button } from '../../ui/Button.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { Switch } from '../../ui/Switch.tsx'
import { DraftNote } from '../DraftNote.tsx'
import { minutesOf, useWords } from '../words.ts'
import styles from './Together.module.css'

/** Where a facilitator opens a scene for the circle: first which, then what to know before. */
export function OpenScene({ room, close }: TogetherProps & { close: () => void }) {
  const { t } = useLingui()
  const { say: words } = useWords()
  const [chosen, choose] = useState<Manifest>()
  if (chosen) return <Ready manifest={chosen} room={room} back={() => choose(undefined)} close={close} />
  return (
    <Sheet title={t`A scene for the circle`} close={close} reading>
      <p>
        <Trans>Everyone reads what is in it first, and comes along or waits by the hearth.</Trans>
      </p>
      <ul className={styles.scenes}>
        {catalog.map((scene: Manifest) => (
          <li key={scene.id}>
            <button type="button" className={styles.scene} onClick={() => choose(scene)}>
              <span className={styles.name}>
                <strong>{words(scene.title)}</strong>
                {scene.status === 'draft' && (
                  <span className={styles.tag}>
                    <Trans>draft</Trans>
                  </span>
                )}
              </span>
              <span>{words(scene.summary)}</span>
              <span className="soft">
                {scene.who.name} · <Plural value={minutesOf(scene)} one="# minute" other="# minutes" />
              </span>
            </button>
          </li>
        ))}
      </ul>
    </Sheet>
  )
}

type ReadyProps = Pick<TogetherProps, 'room'> & { manifest: Manifest; back: () => void; close: () => void }

/** One scene before it is opened. A draft is opened only by who has said to know that it is one. */
function Ready({ manifest, room, back, close }: ReadyProps) {
  const { t } = useLingui()
  const { say: words } = useWords()
  const draft = manifest.status === 'draft'
  const [confirmed, confirm] = useState(false)
  const [error, setError] = useState<ApiError | null>(null)
  const open = () => {
    setError(null)
    room.actions
      .command({ type: 'open_scene', scene: manifest.id, draftConfirmed: confirmed })
      .then(close, setError)
  }
  return (
    <Sheet
      title={words(manifest.title)}
      close={close}
      reading
      actions={
        <>
          <Button onClick={open} busy={draft && !confirmed}>
            <Trans>Open for the circle</Trans>
          </Button>
          <Button kind="plain" onClick={back}>
            <Trans>All scenes</Trans>
          </Button>
        </>
      }
    >
      <p>{words(manifest.summary)}</p>
      <DraftNote scene={manifest} name={manifest.who.name} />
      {draft && (
        <Switch
          label={t`I know that it is a draft, and so does the circle`}
          hint={t`Everyone sees that it is one.`}
          on={confirmed}
          set={confirm}
        />
      )}
      <h3 className={styles.small}>
        <Trans>What is in it</Trans>
      </h3>
      <ul className={styles.notes}>
        {manifest.contentNotes.map(({ text }) => (
          <li key={text.en}>{words(text)}</li>
        ))}
      </ul>
      {manifest.facilitator.before.length > 0 && (
        <>
          <h3 className={styles.small}>
            <Trans>Before you begin</Trans>
          </h3>
          <ul className={styles.notes}>
            {manifest.facilitator.before.map((line) => (
              <li key={line.en}>{words(line)}</li>
            ))}
          </ul>
        </>
      )}
      <ErrorNote error={error} />
    </Sheet>
  )
}
