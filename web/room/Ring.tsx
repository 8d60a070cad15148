import { useLingui } from '@lingui/react/macro'
import {
  type CSSProperties,
  type ReactNode,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import type { Supply } from '../captions/supply.ts'
import { Picture } from './Picture.tsx'
import type { PersonInRoom } from './people.ts'
import styles from './Ring.module.css'
import type { Room } from './room.ts'
import { type Seating, seatingFor } from './seating.ts'
import { Tile } from './Tile.tsx'

/** Smaller tiles than this, in pixels, say nothing any more: a strip is better. */
const SMALLEST = 72

type Props = {
  people: readonly PersonInRoom[]
  /** who speaks by typing now, by identity */
  typed: readonly string[]
  room: Room
  /** an interpreter who stays in sight beside whoever speaks, by identity */
  kept: string | undefined
  /** one's own picture is shown to oneself */
  selfView: boolean
  /** pictures of others come in */
  pictures: boolean
  /** what people say of their own captions, by identity */
  supplies: ReadonlyMap<string, Supply>
  /** more than the usual words is at the hearth */
  busy: boolean
  children: ReactNode
}

/** Everyone in the order of their seats, around the hearth; where that is too narrow a strip, with one large. */
export function Ring({ people, typed, kept, room, selfView, pictures, supplies, busy, children }: Props) {
  const { t } = useLingui()
  const box = useRef<HTMLDivElement>(null)
  const { width, height } = useSize(box)
  const speaks = (person: PersonInRoom) => person.speaking || typed.includes(person.identity)
  const shown = useLarge(
    people.filter((p) => p.identity !== kept),
    speaks,
  )
  const sharing = pictures ? people.find((p) => p.screen) : undefined
  const ring = useMemo(() => seatingFor(people.length, width, height), [people.length, width, height])
  // a shared screen, or two who are large, need the room: everyone goes into the strip above
  const seating = !sharing && !kept && width >= 640 && ring.edge >= SMALLEST ? ring : undefined
  const place = (identity: string) => {
    if (seating) return styles.seat
    if (identity === kept) return styles.kept
    return !sharing && identity === shown ? styles.large : styles.seat
  }
  return (
    <div
      ref={box}
      className={seating ? styles.ring : styles.strip}
      data-measured={width > 0 || undefined}
      data-two={(kept && !sharing) || undefined}
      data-busy={busy || undefined}
    >
      <ul className={styles.seats} aria-label={t`People in the circle`}>
        {people.map((person, i) => (
          <li key={person.identity} className={place(person.identity)} style={seating && spot(seating, i)}>
            <Tile
              person={person}
              speaking={speaks(person)}
              room={room}
              whole={person.identity === kept}
              unwritten={person.mic && ['off', 'unable'].includes(supplies.get(person.identity) ?? '')}
              pictured={person.pictured && (person.you ? selfView : pictures || person.identity === kept)}
            />
          </li>
        ))}
      </ul>
      <div className={sharing ? styles.stage : styles.hearth}>
        {sharing && (
          <Picture
            room={room}
            identity={sharing.identity}
            what="screen"
            label={t`Screen of ${sharing.pseudonym}`}
            className={styles.screen}
          />
        )}
        {children}
      </div>
    </div>
  )
}

function spot({ places, edge }: Seating, i: number): CSSProperties | undefined {
  const place = places[i]
  return place && { insetInlineStart: place.x - edge / 2, insetBlockStart: place.y - edge / 2, width: edge }
}

function useSize(box: React.RefObject<HTMLElement | null>) {
  const [size, setSize] = useState({ width: 0, height: 0 })
  useLayoutEffect(() => {
    if (!box.current) return
    const measure = ({ width, height }: DOMRectReadOnly) => setSize({ width, height })
    measure(box.current.getBoundingClientRect())
    const observer = new ResizeObserver(([entry]) => entry && measure(entry.contentRect))
    observer.observe(box.current)
    return () => observer.disconnect()
  }, [box])
  return size
}

/** Who is large in the strip: whoever spoke last, so that it does not empty itself in every pause. */
function useLarge(
  people: readonly PersonInRoom[],
  speaks: (person: PersonInRoom) => boolean,
): string | undefined {
  const [large, setLarge] = useState<string>()
  const speaker = people.find((p) => speaks(p) && !p.you)?.identity
  useEffect(() => {
    if (speaker) setLarge(speaker)
  }, [speaker])
  if (people.some((p) => p.identity === large)) return large
  const others = people.filter((p) => !p.you)
  return (others.find((p) => p.role === 'facilitator') ?? others[0] ?? people[0])?.identity
}
