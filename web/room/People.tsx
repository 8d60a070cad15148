import { Trans, useLingui } from '@lingui/react/macro'
import { useEffect, useRef, useState } from 'react'
import type { RoomCommand } from '../../server/rooms/contract.ts'
import type { ApiError } from '../lib/api.ts'
import { Button } from '../ui/Button.tsx'
import card from '../ui/Card.module.css'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { Confirm } from './Confirm.tsx'
import styles from './People.module.css'
import { PersonRow } from './PersonRow.tsx'
import { powersOf } from './powers.ts'
import type { Room } from './room.ts'
import { useRoomState } from './useRoomState.ts'

type Question = { title: string; yes: string; words: string; command: RoomCommand }

/** Who is here; for facilitators also what they may do. What cannot be taken back is asked once more. */
export function People({ room, close }: { room: Room; close: () => void }) {
  const { t } = useLingui()
  const { view, people } = useRoomState(room)
  const [error, setError] = useState<ApiError | null>(null)
  const [question, ask] = useState<Question>()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    const before = document.activeElement
    heading.current?.focus()
    return () => {
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
  const facilitates = powersOf(view).facilitate
  const command = (c: RoomCommand) => {
    setError(null)
    room.actions.command(c).catch(setError)
  }
  const end = () =>
    ask({
      title: t`End for everyone?`,
      yes: t`End the meetup now`,
      words: t`The room closes for all who are in it, and nobody can come back in.`,
      command: { type: 'end' },
    })
  return (
    <aside
      className={styles.panel}
      aria-label={t`People`}
      onKeyDown={(event) => event.key === 'Escape' && !question && close()}
    >
      <div className={styles.head}>
        <h2 ref={heading} tabIndex={-1}>
          <Trans>People</Trans>
        </h2>
        <Button kind="quiet" onClick={close}>
          <Trans>Close</Trans>
        </Button>
      </div>
      {facilitates && view?.phase === 'arrival' && (
        <p>
          <Button onClick={() => command({ type: 'open_floor' })}>
            <Trans>Open the floor</Trans>
          </Button>
        </p>
      )}
      <ErrorNote error={error} stay />
      <ul className={styles.list}>
        {people.map((person) => (
          <PersonRow
            key={person.identity}
            person={person}
            command={facilitates && !person.you ? command : undefined}
            remove={() =>
              ask({
                title: t`Remove ${person.pseudonym}?`,
                yes: t`Remove ${person.pseudonym} for this meetup`,
                words: t`${person.pseudonym} leaves the room at once and cannot come back to this meetup. They are told kindly, without a reason.`,
                command: { type: 'remove', identity: person.identity },
              })
            }
          />
        ))}
      </ul>
      {facilitates && (
        <p className={card.row}>
          <Button kind="plain" onClick={end}>
            <Trans>End for everyone</Trans>
          </Button>
        </p>
      )}
      {question && (
        <Confirm
          title={question.title}
          yes={question.yes}
          act={() => command(question.command)}
          close={() => ask(undefined)}
        >
          {question.words}
        </Confirm>
      )}
    </aside>
  )
}
