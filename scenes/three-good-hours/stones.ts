import type { Moment } from '../kit/types.ts'
import type { manifest } from './manifest.ts'

/** As many as there are on a good morning; each has its place on the sill. */
export const MOST_STONES = 9

/** How many are left from so many seconds into a beat on. */
type Left = readonly [from: number, stones: number]

const LEFT: Readonly<Record<(typeof manifest.beats)[number]['id'], readonly Left[]>> = {
  'nine-stones': [[0, 9]],
  'her-room': [
    [0, 9],
    [13.4, 8],
  ],
  'the-plan': [[0, 8]],
  'a-small-joy': [
    [0, 8],
    [6.4, 7],
  ],
  lunch: [
    [0, 7],
    [4.2, 6],
    [5.2, 5],
    [6.2, 4],
    [22, 3],
    [29, 2],
  ],
  'stay-for-cake': [
    [0, 2],
    [6.8, 1],
    [9.5, 0],
  ],
  'next-morning': [[0, 2]],
  'two-stones': [[0, 2]],
  'maya-asks': [[0, 2]],
  'lunch-again': [
    [0, 7],
    [7, 6],
    [18, 5],
    [29, 4],
  ],
  'morning-again': [[0, 5]],
  'in-her-words': [[0, 3]],
  window: [[0, 1]],
}

const NONE: readonly Left[] = []

/** How many stones Aiko has at this moment, 0 to {@link MOST_STONES}. */
export function stonesAt({ beat, into }: Pick<Moment, 'beat' | 'into'>): number {
  const steps = LEFT[beat.id as keyof typeof LEFT] ?? NONE
  let stones = 0
  for (let i = 0; i < steps.length; i++) {
    const step = steps[i]
    if (step && into >= step[0]) stones = step[1]
  }
  return stones
}

/** When a stone goes dark: its beat, and seconds into it. */
export const spent: readonly { beat: string; at: number }[] = Object.entries(LEFT).flatMap(([beat, left]) =>
  left.slice(1).map(([at]) => ({ beat, at })),
)
