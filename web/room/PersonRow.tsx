import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { type MouseEvent, useState } from 'react'
import type { RoomCommand, RoomRole } from '../../server/rooms/contract.ts'
import { Avatar } from '../ui/Avatar.tsx'
import { Button } from '../ui/Button.tsx'
import { Switch } from '../ui/Switch.tsx'
import { keepInterpreter } from './interpreter.ts'
import styles from './People.module.css'
import type { PersonInRoom } from './people.ts'
import { useRoleWords } from './words.ts'

type Props = {
  person: PersonInRoom
  /** an interpreter who stays in sight for us */
  kept: boolean
  /** so many other devices of theirs read the captions along */
  screens: number
  /** absent for those who do not facilitate, and for oneself */
  command: ((command: RoomCommand) => void) | undefined
  remove: () => void
  endScreens: () => void
}

/** One person in the list, with what a facilitator may do. */
export function PersonRow({ person, kept, screens, command, remove, endScreens }: Props) {
  const { t } = useLingui()
  const words = { ...useRoleWords(), member: t`member` }
  const { identity, pseudonym, role, muted, you } = person
  const [chosen, choose] = useState<RoomRole>()
  const give = () => {
    if (chosen) command?.({ type: 'give_role', identity, role: chosen })
    choose(undefined)
  }
  // the second press of a double click would take the first back
  const toggleMute = (event: MouseEvent) => {
    if (event.detail < 2) command?.({ type: muted ? 'unmute' : 'mute', identity })
  }
  return (
    <li>
      <div className={styles.who}>
        <Avatar seed={person.avatar} className={styles.avatar} />
        <div>
          <strong>
            <bdi>{pseudonym}</bdi>
          </strong>{' '}
          {you && <Trans>(you)</Trans>}
          <div className="soft">
            {words[role]}
            {muted && (
              <>
                {' · '}
                <Trans>muted by a facilitator</Trans>
              </>
            )}
            {screens > 0 && (
              <>
                {' · '}
                <Plural
                  value={screens}
                  one="another screen of theirs shows captions"
                  other="# other screens of theirs show captions"
                />
              </>
            )}
          </div>
        </div>
      </div>
      {role === 'interpreter' && !you && (
        <Switch
          label={t`Keep ${pseudonym} beside whoever speaks`}
          hint={t`For you alone, and in later meetups too: an interpreter is never out of sight.`}
          on={kept}
          set={(on) => keepInterpreter(on ? identity : undefined)}
        />
      )}
      {command && (
        <div className={styles.tools}>
          {(role === 'member' || role === 'interpreter' || muted) && (
            <Button
              kind="plain"
              onClick={toggleMute}
              aria-label={muted ? t`Let ${pseudonym} speak` : t`Mute ${pseudonym}`}
            >
              {muted ? <Trans>Let speak</Trans> : <Trans>Mute</Trans>}
            </Button>
          )}
          <label className={styles.role}>
            <span className="visually-hidden">
              <Trans>Role of {pseudonym}</Trans>
            </span>
            <select value={chosen ?? role} onChange={(e) => choose(e.target.value as RoomRole)}>
              {Object.entries(words).map(([value, word]) => (
                <option key={value} value={value}>
                  {word}
                </option>
              ))}
            </select>
          </label>
          {chosen && chosen !== role && (
            <Button kind="plain" onClick={give} aria-label={t`Give ${pseudonym} this role`}>
              <Trans>Give this role</Trans>
            </Button>
          )}
          {screens > 0 && (
            <Button kind="quiet" onClick={endScreens} aria-label={t`End the other screens of ${pseudonym}`}>
              <Trans>End other screens</Trans>
            </Button>
          )}
          {role !== 'facilitator' && (
            <Button kind="quiet" onClick={remove} aria-label={t`Remove ${pseudonym}`}>
              <Trans>Remove</Trans>
            </Button>
          )}
        </div>
      )}
    </li>
  )
}
