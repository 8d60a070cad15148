import { Trans, useLingui } from '@lingui/react/macro'
import { useId, useState } from 'react'
import { useStore } from 'zustand'
import card from '../../ui/Card.module.css'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { Switch } from '../../ui/Switch.tsx'
import { AddedNote } from './AddedNote.tsx'
import type { Mine } from './mine.ts'
import { sharedFrom } from './shared.ts'
import styles from './Together.module.css'

/** Whether one's answers are among the circle's: off until one says so, and taken back by the same switch. */
export function SharingField({ mine, name, open }: { mine: Mine; name: string; open: boolean }) {
  const { t } = useLingui()
  const id = useId()
  const { before, after } = useStore(mine.answers.state)
  const { shared, underway, error } = useStore(mine.sharing.state)
  const { share, withdraw } = mine.sharing.actions
  const answers = sharedFrom(before, after)
  const [taken, setTaken] = useState(false)
  return (
    <section className={`${card.note} ${styles.sharing}`} aria-labelledby={id}>
      <h3 id={id}>
        <Trans>The circle’s before and after</Trans>
      </h3>
      {!open ? (
        <AddedNote shared={shared} />
      ) : answers === undefined && !shared ? (
        <p>
          <Trans>
            The circle can look at what changed for all together. There is nothing of yours to add: it takes a
            question about {name} that you answered both before and after.
          </Trans>
        </p>
      ) : (
        <>
          <p>
            <Trans>
              You can add your answers about {name} to what the whole circle sees of this scene, or keep them.
              Both are fine, and nobody is told which.
            </Trans>
          </p>
          <ul>
            <li>
              <Trans>
                Only the numbers go, without your name and without anything that leads to you. How you are,
                tension, feeling sick and all you wrote stay here.
              </Trans>
            </li>
            <li>
              <Trans>
                Shown once, when the scene is closed, and only if at least five have added theirs: to everyone
                who is here, as “most”, “some” or “few”. Nobody sees anybody’s answers, the facilitator
                neither.
              </Trans>
            </li>
            <li>
              <Trans>
                Until then you can take yours out again, and only whoever runs this service could look into
                its memory. Then the single answers are deleted; what the circle sees is deleted within an
                hour of the meetup’s end.
              </Trans>
            </li>
          </ul>
          <Switch
            label={t`Add my answers, without my name`}
            on={shared}
            set={(on) => {
              setTaken(!on)
              void (on ? answers && share(answers) : withdraw())
            }}
          />
          <p role="status">
            {underway ? (
              <Trans>One moment…</Trans>
            ) : shared ? (
              <Trans>Yours are in. Switch it off to take them out.</Trans>
            ) : (
              taken && <Trans>Yours are out again.</Trans>
            )}
          </p>
        </>
      )}
      <ErrorNote error={error} stay />
    </section>
  )
}
