import { Trans, useLingui } from '@lingui/react/macro'
import { AudioLines, MicOff, ScreenShare, WifiLow } from 'lucide-react'
import { memo } from 'react'
import { Avatar } from '../ui/Avatar.tsx'
import { Picture } from './Picture.tsx'
import type { PersonInRoom } from './people.ts'
import type { Room } from './room.ts'
import styles from './Tile.module.css'
import { useRoleWords } from './words.ts'

const SIZE = 16

type Props = { person: PersonInRoom; room: Room; pictured: boolean }

/** One person: picture or avatar, name, and every state in words for those who do not see it. */
export const Tile = memo(function Tile({ person, room, pictured }: Props) {
  const { t } = useLingui()
  const role = useRoleWords()[person.role]
  const away = !person.you && person.lost
  const connection = away ? t`coming back` : person.weak ? t`weak connection` : undefined
  const states = [
    connection,
    person.speaking && t`speaking`,
    !away && (person.mic ? t`microphone on` : t`microphone off`),
    !away && (person.camera ? t`camera on` : t`camera off`),
    person.screen && t`shares a screen`,
  ]
  return (
    <div className={styles.tile} data-speaking={person.speaking || undefined} data-away={away || undefined}>
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
        {person.speaking && <AudioLines size={SIZE} aria-hidden />}
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
        {person.screen && <ScreenShare size={SIZE} aria-hidden />}
        <span className="visually-hidden">, {states.filter(Boolean).join(', ')}</span>
      </div>
    </div>
  )
})
