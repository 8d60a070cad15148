import { Trans, useLingui } from '@lingui/react/macro'
import { MicOff, ScreenShare, WifiLow } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { Avatar } from '../ui/Avatar.tsx'
import type { PersonInRoom } from './people.ts'
import type { Room } from './room.ts'
import styles from './Tile.module.css'
import { useRoleWords } from './words.ts'

/** One person: picture or avatar, name, and state in words as well as in colour. */
export function Tile({ person, room }: { person: PersonInRoom; room: Room }) {
  const { t } = useLingui()
  const role = useRoleWords()[person.role]
  const away = !person.you && person.lost
  return (
    <div className={styles.tile} data-speaking={person.speaking || undefined}>
      <div className={styles.face}>
        {person.screen ? (
          <Video person={person} room={room} what="screen" />
        ) : person.camera ? (
          <Video person={person} room={room} what="camera" />
        ) : (
          <Avatar seed={person.avatar} className={styles.avatar} />
        )}
      </div>
      <div className={styles.name}>
        <span className={styles.words}>
          {person.pseudonym}
          {person.you && (
            <>
              {' '}
              <Trans>(you)</Trans>
            </>
          )}
          {role && ` · ${role}`}
        </span>
        {!person.mic && <MicOff size={16} aria-label={t`microphone off`} />}
        {person.screen && <ScreenShare size={16} aria-label={t`shares a screen`} />}
        {(person.weak || away) && (
          <WifiLow size={16} aria-label={away ? t`reconnecting` : t`weak connection`} />
        )}
        {person.speaking && (
          <span className="visually-hidden">
            <Trans>speaking</Trans>
          </span>
        )}
        {!person.camera && (
          <span className="visually-hidden">
            <Trans>camera off</Trans>
          </span>
        )}
      </div>
    </div>
  )
}

function Video({ person, room, what }: { person: PersonInRoom; room: Room; what: 'camera' | 'screen' }) {
  const element = useRef<HTMLVideoElement>(null)
  useEffect(
    () => (element.current ? room.actions.showVideo(person.identity, what, element.current) : undefined),
    [room, person.identity, what],
  )
  return (
    <video
      ref={element}
      autoPlay
      playsInline
      muted
      className={what === 'screen' ? styles.screen : person.you ? styles.mirrored : styles.video}
    />
  )
}
