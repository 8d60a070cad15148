import { Trans, useLingui } from '@lingui/react/macro'
import { useRef, useState } from 'react'
import { useStore } from 'zustand'
import type { RoomCommand } from '../../server/rooms/contract.ts'
import { type ApiError, api } from '../lib/api.ts'
import { useAccount } from '../lib/queries.ts'
import { Button } from '../ui/Button.tsx'
import card from '../ui/Card.module.css'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { Panel } from '../ui/Panel.tsx'
import { Confirm } from './Confirm.tsx'
import { interpreterWish, keptInterpreter } from './interpreter.ts'
import styles from './People.module.css'
import { PersonRow } from './PersonRow.tsx'
import { powersOf } from './powers.ts'
import type { Room } from './room.ts'
import { useRoomState } from './useRoomState.ts'

type Question = { title: string; yes: string; words: string; command: RoomCommand }

type Props = {
  room: Room
  meetupId: string
  close: () => void
  /** absent while a scene is open, and where there are none */
  openScenes: (() => void) | undefined
}

/** Who is here; for facilitators also what they may do. What cannot be taken back is asked once more. */
export function People({ room, meetupId, close, openScenes }: Props) {
  const { t } = useLingui()
  const { view, people, screens } = useRoomState(room)
  const [error, setError] = useState<ApiError | null>(null)
  const [question, ask] = useState<Question>()
  // who was given the role without being a facilitator would be refused everything else of it
  const standing = useAccount().data?.account?.standing ?? 'member'
  const facilitates = powersOf(view).facilitate && standing !== 'member'
  const kept = keptInterpreter(people, useStore(interpreterWish))
  const underway = useRef(false)
  const command = (c: RoomCommand) => {
    if (underway.current) return
    underway.current = true
    setError(null)
    const done = () => {
      underway.current = false
    }
    room.actions.command(c).catch(setError).finally(done)
  }
  const endScreens = (owner: string) =>
    Promise.all(
      screens
        .filter((screen) => screen.owner === owner)
        .map(({ identity }) =>
          api('DELETE /api/meetups/:meetupId/room/screens/:identity', { meetupId, identity }),
        ),
    )
  const end = () =>
    ask({
      title: t`End for everyone?`,
      yes: t`End the meetup now`,
      words: t`The room closes for all who are in it, and nobody can come back in.`,
      command: { type: 'end' },
    })
  return (
    <Panel title={t`People`} close={close} keepOpen={question !== undefined}>
      {facilitates && view?.phase === 'arrival' && (
        <p>
          <Button onClick={() => command({ type: 'open_floor' })}>
            <Trans>Open the floor</Trans>
          </Button>
        </p>
      )}
      {facilitates && openScenes && (
        <p>
          <Button kind="plain" aria-haspopup="dialog" onClick={openScenes}>
            <Trans>A scene for the circle</Trans>
          </Button>
        </p>
      )}
      <ErrorNote error={error} stay />
      <ul className={styles.list}>
        {people.map((person) => (
          <PersonRow
            key={person.identity}
            person={person}
            screens={screens.filter((screen) => screen.owner === person.identity).length}
            command={facilitates && !person.you ? command : undefined}
            kept={person.identity === kept}
            endScreens={() => void endScreens(person.identity).catch(setError)}
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
    </Panel>
  )
}
