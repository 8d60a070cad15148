import { Trans, useLingui } from '@lingui/react/macro'
import { AudioLines, CaptionsOff, MicOff, ScreenShare, WifiLow } from 'lucide-react'
import { memo } from 'react'
import { Avatar } from '../ui/Avatar.tsx'
import { Picture } from './Picture.tsx'
import type { PersonInRoom } from './people.ts'
import type { Room } from './room.ts'
import styles from './Tile.module.css'
import { useRoleWords } from './words.ts'

const SIZE = 16

type Props = {
  person: PersonInRoom
  /** aloud, or by typing */
  speaking: boolean
  room: Room
  pictured: boolean
  /** all of the picture is shown, hands too */
  whole: boolean
  /** what they say cannot be read */
  unwritten: boolean
}

/** One person: picture or avatar, name, and every state in words for those who do not see it. */
export const Tile = memo(function Tile({ person, speaking, room, pictured, whole, unwritten }: Props) {
  const { t } = useLingui()
  const role = useRoleWords()[person.role]
  const away = !person.you && person.lost
  const connection = away ? t`coming back` : person.weak ? t`weak connection` : undefined
  const states = [
    connection,
    speaking && t`speaking`,
    !away && (person.mic ? t`microphone on` : t`microphone off`),
    !away && (person.camera ? t`camera on` : t`camera off`),
    unwritten && t`no captions`,
    person.screen && t`shares a screen`,
  ]
  return (
    <div
      className={styles.tile}
      data-speaking={speaking || undefined}
      data-away={away || undefined}
      data-whole={whole || undefined}
    >
      <div className={styles.face}>
        <Avatar seed={person.avatar} className={styles.avatar} />
        {pictured && (
          <Picture
            room={room}
            identity={person.identity}
            what="camera"
            className={person.you ? styles.mirrored : styles.video}
          />
        )}
      </div>
      {connection && (
        <p className={styles.connection} aria-hidden>
          <WifiLow size={SIZE} />
          <span>{connection}</span>
        </p>
      )}
      <div className={styles.name}>
        {speaking && <AudioLines size={SIZE} aria-hidden />}
        <span className={styles.words}>
          <bdi>{person.pseudonym}</bdi>
          {person.you && (
            <span className={styles.you}>
              {' '}
              <Trans>(you)</Trans>
            </span>
          )}
        </span>
        {role && (
          <span className={styles.role}>
            <span className="visually-hidden">, </span>
            {role}
          </span>
        )}
        {!person.mic && !away && <MicOff size={SIZE} aria-hidden />}
        {unwritten && <CaptionsOff size={SIZE} aria-hidden />}
        {person.screen && <ScreenShare size={SIZE} aria-hidden />}
        <span className="visually-hidden">, {states.filter(Boolean).join(', ')}</span>
      </div>
    </div>
  )
})
