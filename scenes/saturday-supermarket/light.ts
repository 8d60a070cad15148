import { clamp, mix, smooth } from '../kit/curves.ts'
import type { Intensity, Made, Moment } from '../kit/types.ts'
import { manifest } from './manifest.ts'
import { leavesAt } from './stations.ts'

/** How much of the layers is shown at each level. */
const FULL: Readonly<Record<Intensity, number>> = { 1: 0.4, 2: 0.7, 3: 1 }

type Level = {
  /** the long lamps, 1 is a shop as one knows it */
  bright: number
  /** 0 warm to 1 cool and white */
  cool: number
  /** the lamps on the shelves */
  shelf: number
  /** how near the layers are, 0 to 1 */
  near: number
}

const PLAIN: Level = { bright: 0.86, cool: 0.35, shelf: 0, near: 0 }

/** How it is at the end of each beat, and in how many seconds it comes to that: always many, so that nothing flashes. */
function endOf(beat: string, made: Made, full: number, out: Level): number {
  out.bright = PLAIN.bright
  out.cool = PLAIN.cool
  out.shelf = PLAIN.shelf
  out.near = PLAIN.near
  switch (beat) {
    case 'outside':
      return 1
    case 'inside':
      out.bright = 1
      out.near = 0.2 * full
      return 14
    case 'the-route':
      out.bright = 0.98
      out.near = 0.15 * full
      return 8
    case 'aisles-four-to-eight':
      out.bright = 1 + 0.2 * full
      out.cool = 0.35 + 0.65 * full
      out.near = full
      return 44
    case 'my-things':
      out.bright = 0.98
      out.cool = 0.5
      out.near = 0.55 * full
      return 14
    case 'aisle-nine':
      out.bright = made.tool === 'cap' ? 0.66 : 0.82
      return 9
    case 'the-keys':
      out.bright = 0.84
      return 8
    case 'the-lights':
      out.bright = 0.8
      return 8
    default:
      out.cool = 0
      out.bright = made.light === 'islands' ? 0.3 : 0.52
      out.shelf = made.light === 'islands' ? 1 : 0.25
      return 9
  }
}

/** The beat before each, and the first for the first. */
const PREVIOUS: ReadonlyMap<string, string> = new Map(
  manifest.beats.map(({ id }, index) => [id, manifest.beats[Math.max(index - 1, 0)]?.id ?? id]),
)

const before: Level = { ...PLAIN }
const after: Level = { ...PLAIN }

/** Writes how the shop is lit into `out`. */
export function levelAt({ beat, into, made, intensity }: Moment, out: Level): void {
  const previous = PREVIOUS.get(beat.id) ?? beat.id
  const full = FULL[intensity]
  endOf(previous, made, full, before)
  const seconds = endOf(beat.id, made, full, after)
  const s = smooth(0, seconds, into)
  out.bright = mix(before.bright, after.bright, s)
  out.cool = mix(before.cool, after.cool, s)
  out.shelf = mix(before.shelf, after.shelf, s)
  out.near = mix(before.near, after.near, s)
}

export const emptyLevel = (): Level => ({ ...PLAIN })

/** Beats that end by themselves at a place and are followed by another place. */
const ENDS = new Set(['outside', 'aisles-four-to-eight', 'aisle-nine', 'quiet-hour'])
const BEGINS = new Set(['inside', 'my-things', 'the-keys', 'nour-says'])
const DIP = 0.3
const DIP_SECONDS = 2.8

/** The light steps back while one place gives way to the next; less than a tenth in a third of a second. */
export function veilAt({ beat, into }: Moment): number {
  const end = ENDS.has(beat.id) ? smooth(beat.seconds - DIP_SECONDS, beat.seconds, into) : 0
  const begin = BEGINS.has(beat.id) ? 1 - smooth(0, DIP_SECONDS, into) : 0
  const leaves = 1 - clamp(Math.abs(into - leavesAt(beat.id)) / DIP_SECONDS)
  return 1 - DIP * Math.max(end, begin, leaves * leaves * (3 - 2 * leaves))
}
