import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { useStore } from 'zustand'
import type { RoomCommand, RoomRole } from '../../server/rooms/contract.ts'
import type { ApiError } from '../lib/api.ts'
import { Button } from '../ui/Button.tsx'
import card from '../ui/Card.module.css'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import styles from './People.module.css'
import type { Room } from './room.ts'
import { useRoleWords } from './words.ts'

/** Who is here; for facilitators also what they may do. What cannot be taken back is asked twice. */
export function People({ room, close }: { room: Room; close: () => void }) {
  const { t } = useLingui()
  const { view, people } = useStore(room.state)
  const words = { ...useRoleWords(), member: t`member` }
  const [error, setError] = useState<ApiError | null>(null)
  const [sure, setSure] = useState<string>()
  const facilitates = view?.you.role === 'facilitator'
  const command = (c: RoomCommand) => {
    setError(null)
    setSure(undefined)
    room.actions.command(c).catch(setError)
  }
  const twice = (key: string, label: string, question: string, c: RoomCommand) =>
    sure === key ? (
      <Button kind="stop" onClick={() => command(c)}>
        {question}
      </Button>
    ) : (
      <Button kind="quiet" onClick={() => setSure(key)}>
        {label}
      </Button>
    )
  return (
    <aside className={styles.panel} aria-label={t`People`}>
      <div className={card.row}>
        <h2>
          <Trans>People</Trans>
        </h2>
        <Button kind="quiet" onClick={close}>
          <Trans>Close</Trans>
        </Button>
      </div>
      <ErrorNote error={error} />
      <ul className={styles.list}>
        {people.map((p) => (
          <li key={p.identity}>
            <strong>{p.pseudonym}</strong> {p.you && <Trans>(you)</Trans>}{' '}
            <span className="soft">{words[p.role]}</span>
            {facilitates && !p.you && (
              <div className={card.row}>
                {p.role !== 'facilitator' && (
                  <Button
                    kind="quiet"
                    onClick={() => command({ type: p.muted ? 'unmute' : 'mute', identity: p.identity })}
                  >
                    {p.muted ? <Trans>Let {p.pseudonym} speak</Trans> : <Trans>Mute {p.pseudonym}</Trans>}
                  </Button>
                )}
                <label>
                  <span className="visually-hidden">
                    <Trans>Role of {p.pseudonym}</Trans>
                  </span>
                  <select
                    value={p.role}
                    className={styles.role}
                    onChange={(e) =>
                      command({ type: 'give_role', identity: p.identity, role: e.target.value as RoomRole })
                    }
                  >
                    {Object.entries(words).map(([role, word]) => (
                      <option key={role} value={role}>
                        {word}
                      </option>
                    ))}
                  </select>
                </label>
                {p.role !== 'facilitator' &&
                  twice(p.identity, t`Remove`, t`Remove ${p.pseudonym} for this meetup`, {
                    type: 'remove',
                    identity: p.identity,
                  })}
              </div>
            )}
          </li>
        ))}
      </ul>
      {facilitates && (
        <div className={card.row}>
          {view.phase === 'arrival' && (
            <Button onClick={() => command({ type: 'open_floor' })}>
              <Trans>Open the floor</Trans>
            </Button>
          )}
          {twice('end', t`End for everyone`, t`End the meetup now`, { type: 'end' })}
        </div>
      )}
    </aside>
  )
}
