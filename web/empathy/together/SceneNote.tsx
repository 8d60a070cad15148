import { Plural, Trans } from '@lingui/react/macro'
import type { Manifest } from '../../../scenes/kit/types.ts'
import { Button } from '../../ui/Button.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { DraftNote } from '../DraftNote.tsx'
import { minutesOf, useWords } from '../words.ts'
import styles from './Together.module.css'

type Props = {
  manifest: Manifest
  /** it is playing already */
  late: boolean
  comeAlong: () => void
  wait: () => void
}

/** Before anybody is in a scene: what is in it, and that staying here is as good. Closing it is staying here. */
export function SceneNote({ manifest, late, comeAlong, wait }: Props) {
  const { say: words } = useWords()
  const minutes = minutesOf(manifest)
  return (
    <Sheet
      title={words(manifest.title)}
      close={wait}
      reading
      dismiss={<Trans>Wait by the hearth</Trans>}
      actions={
        <Button onClick={comeAlong}>
          <Trans>Come along</Trans>
        </Button>
      }
    >
      <DraftNote scene={manifest} name={manifest.who.name} />
      <p className={styles.introduces}>{words(manifest.who.introduces)}</p>
      <p className="soft">
        <Plural value={minutes} one="# minute" other="# minutes" />
        {late && (
          <>
            {' · '}
            <Trans>The others are in it already; you come to where they are.</Trans>
          </>
        )}
      </p>
      <h3 className={styles.small}>
        <Trans>What is in it</Trans>
      </h3>
      <ul className={styles.notes}>
        {manifest.contentNotes.map(({ text }) => (
          <li key={text.en}>{words(text)}</li>
        ))}
        {manifest.advice.map((advice) => (
          <li key={advice.en}>{words(advice)}</li>
        ))}
      </ul>
      <p>
        <Trans>
          You can step out at any moment, with one press or the Esc key, and wait by the hearth. Nobody asks
          why, then or now. The facilitator sees that you are there, and nobody sees what you choose or feel.
        </Trans>
      </p>
    </Sheet>
  )
}
