import { useLingui } from '@lingui/react/macro'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { PersonInRoom } from './people.ts'
import styles from './Ring.module.css'
import type { Room } from './room.ts'
import { seatingFor } from './seating.ts'
import { Tile } from './Tile.tsx'

/** Everyone in the order of their seats, around the hearth; on a phone a strip above it, with whoever speaks large. */
export function Ring({
  people,
  room,
  children,
}: {
  people: readonly PersonInRoom[]
  room: Room
  children: ReactNode
}) {
  const { t } = useLingui()
  const box = useRef<HTMLDivElement>(null)
  const [size, setSize] = useState({ width: 0, height: 0 })
  const [large, setLarge] = useState<string>()
  useEffect(() => {
    if (!box.current) return
    const observer = new ResizeObserver(
      ([entry]) => entry && setSize({ width: entry.contentRect.width, height: entry.contentRect.height }),
    )
    observer.observe(box.current)
    return () => observer.disconnect()
  }, [])
  const speaker = people.find((p) => p.speaking && !p.you)?.identity
  useEffect(() => {
    // the large place changes only when somebody else speaks: it does not empty itself in every pause
    if (speaker) setLarge(speaker)
  }, [speaker])
  const narrow = size.width < 640
  const shown = people.some((p) => p.identity === large)
    ? large
    : (people.find((p) => !p.you) ?? people[0])?.identity
  const { edge, places } = seatingFor(people.length, size.width, size.height)
  return (
    <div ref={box} className={narrow ? styles.strip : styles.ring}>
      <ul className={styles.seats} aria-label={t`People in the circle`}>
        {people.map((person, i) => {
          const place = places[i]
          const spot =
            narrow || !place
              ? undefined
              : { insetInlineStart: place.x - edge / 2, top: place.y - edge / 2, width: edge }
          return (
            <li
              key={person.identity}
              className={narrow && person.identity === shown ? styles.large : styles.seat}
              style={spot}
            >
              <Tile person={person} room={room} />
            </li>
          )
        })}
      </ul>
      <div className={styles.hearth}>{children}</div>
    </div>
  )
}
