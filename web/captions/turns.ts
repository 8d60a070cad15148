import type { Kind, Segment } from './segments.ts'

/** What one person said without anybody between: their segments in order. */
export type Turn = { key: string; name: string; seat: number; kind: Kind; segments: readonly Segment[] }

/** A turn ends after such a pause, even when nobody else spoke. */
const PAUSE_MS = 20_000
/** And at such a length, so that a turn stays something to find one's way in. */
const LONGEST = 8

/** Groups segments by who speaks, in their order. */
export function turnsOf(segments: readonly Segment[]): Turn[] {
  const turns: (Turn & { segments: Segment[] })[] = []
  for (const segment of segments) {
    const turn = turns.at(-1)
    const before = turn?.segments.at(-1)
    const goesOn =
      before?.speaker === segment.speaker &&
      before.sender === segment.sender &&
      before.kind === segment.kind &&
      segment.at - before.at < PAUSE_MS &&
      (turn?.segments.length ?? 0) < LONGEST
    if (turn && goesOn) turn.segments.push(segment)
    else {
      const { key, name, seat, kind } = segment
      turns.push({ key, name, seat, kind, segments: [segment] })
    }
  }
  return turns
}
