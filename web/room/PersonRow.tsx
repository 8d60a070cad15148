import { Trans, useLingui } from '@lingui/react/macro'
import type { RoomCommand, RoomRole } from '../../server/rooms/contract.ts'
import { Avatar } from '../ui/Avatar.tsx'
import { Button } from '../ui/Button.tsx'
import styles from './People.module.css'
import type { PersonInRoom } from './people.ts'
import { useRoleWords } from './words.ts'

type Props = {
  person: PersonInRoom
  /** absent for those who do not facilitate, and for oneself */
  command: ((command: RoomCommand) => void) | undefined
  remove: () => void
}

/** One person in the list, with what a facilitator may do. */
export function PersonRow({ person, command, remove }: Props) {
  const { t } = useLingui()
  const words = { ...useRoleWords(), member: t`member` }
  const { identity, pseudonym, role, muted, you } = person
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
          </div>
        </div>
      </div>
      {command && (
        <div className={styles.tools}>
          {(role === 'member' || role === 'interpreter' || muted) && (
            <Button
              kind="plain"
              onClick={() => command({ type: muted ? 'unmute' : 'mute', identity })}
              aria-label={muted ? t`Let ${pseudonym} speak` : t`Mute ${pseudonym}`}
            >
              {muted ? <Trans>Let speak</Trans> : <Trans>Mute</Trans>}
            </Button>
          )}
          <label className={styles.role}>
            <span className="visually-hidden">
              <Trans>Role of {pseudonym}</Trans>
            </span>
            <select
              value={role}
              onChange={(e) => command({ type: 'give_role', identity, role: e.target.value as RoomRole })}
            >
              {Object.entries(words).map(([value, word]) => (
                <option key={value} value={value}>
                  {word}
                </option>
              ))}
            </select>
          </label>
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
