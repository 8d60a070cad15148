import { useEffect, useRef } from 'react'
import type { What } from './pictures.ts'
import type { Room } from './room.ts'

type Props = { room: Room; identity: string; what: What; className?: string; label?: string }

/** Somebody's camera or screen. Without a label it is decoration: the tile's words say who it is. */
export function Picture({ room, identity, what, className, label }: Props) {
  const element = useRef<HTMLVideoElement>(null)
  const { showVideo } = room.actions
  useEffect(
    () => (element.current ? showVideo(identity, what, element.current) : undefined),
    [showVideo, identity, what],
  )
  return (
    <video
      ref={element}
      autoPlay
      playsInline
      muted
      className={className}
      aria-label={label}
      aria-hidden={!label}
    />
  )
}
