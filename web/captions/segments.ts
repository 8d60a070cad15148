/**
 * How a segment came about; `heard`: somebody's voice that this browser wrote down for its own person · `scene`: a line of the
 * scene that the circle is in, which nobody here said.
 */
export type Kind = 'voice' | 'typed' | 'captioner' | 'heard' | 'scene'

/** What somebody said, as far as it goes: one phrase of speech, or one line that was typed. */
export type Segment = {
  /** unique in this room: its sender and the sender's own id for it */
  key: string
  /** LiveKit identity that the server stamped on it */
  sender: string
  /** whose words they are: the sender's own, but a captioner's */
  speaker: string
  /** their name and place in the ring as these were then: they may have left since */
  name: string
  seat: number
  kind: Kind
  /** of the words, BCP 47, if their sender says so */
  language: string | undefined
  text: string
  /** so many characters of the text stay as they are until it is final */
  agreed: number
  final: boolean
  /** it was final already, and its sender put it right */
  corrected: boolean
  /** when its first words came, in milliseconds since the epoch by this browser's clock */
  at: number
}

/** A segment as it comes in, before it is known whether there is one of its name. */
export type Incoming = Omit<Segment, 'corrected' | 'at'>

/** A whole meetup: two hours of twenty segments a minute, and half as many again. */
export const MOST = 3600
/** A sender may put right so many of their own last segments. */
export const CORRECTABLE = 6

/** So many that were taken away are remembered: what comes late does not bring them back. */
export const GONE = 64

/** Whether it is this person's to put right: what they wrote down of somebody else's voice is not. */
export const isOwn = ({ sender, kind }: Pick<Segment, 'sender' | 'kind'>, you: string | undefined) =>
  sender === you && kind !== 'heard'

/** Those that hold words: one that is empty was taken away, or has no words yet. */
export const withWords = (segments: readonly Segment[]) => segments.filter(({ text }) => text)

/**
 * The segments with one more, or with one replaced; the very same list when nothing changes. In the order of their
 * first words. What was final is replaced by another final text alone, and only among its sender's last ones; a text that
 * is empty takes its words away, and once it is final too they never come back.
 */
export function merge(segments: readonly Segment[], next: Incoming, now: number): readonly Segment[] {
  const place = segments.findLastIndex((segment) => segment.key === next.key)
  const before = segments[place]
  if (!before) {
    if (!next.text && !next.final) return segments
    return keepLast([...segments, { ...next, corrected: false, at: now }])
  }
  if (before.final && !(before.text && next.final && isCorrectable(segments, before))) return segments
  const corrected = before.corrected || (before.final && before.text !== next.text)
  const same = before.text === next.text && before.agreed === next.agreed && before.final === next.final
  // who puts words right types them: they were spoken all the same, and by whom they were
  const { kind, speaker, name, seat } = before.final ? before : next
  return same
    ? segments
    : keepLast(segments.with(place, { ...before, ...next, kind, speaker, name, seat, corrected }))
}

/** At most {@link MOST} with words; what was taken away must not push these out, however much comes of it. */
function keepLast(segments: readonly Segment[]): readonly Segment[] {
  const gone = segments.filter(({ text }) => !text).length
  const forget = Math.max(0, gone - GONE)
  const first = Math.max(0, segments.length - gone - MOST)
  let empty = 0
  let words = 0
  return segments.filter(({ text }) => (text ? ++words > first : ++empty > forget))
}

/** Whether it is among its sender's last ones. */
export function isCorrectable(segments: readonly Segment[], segment: Segment): boolean {
  let newer = 0
  for (let i = segments.length - 1; i >= 0; i--) {
    const other = segments[i] as Segment
    if (other === segment) return true
    if (isOwn(other, segment.sender) && other.text && ++newer >= CORRECTABLE) return false
  }
  return false
}

/** Whether a later one of the same voice is whole already: phrases end in their order, so no more comes of this. */
export function isOvertaken(segments: readonly Segment[], segment: Segment): boolean {
  const { sender, speaker, kind } = segment
  for (let i = segments.length - 1; i >= 0; i--) {
    const other = segments[i] as Segment
    if (other === segment) return false
    const same = other.sender === sender && other.speaker === speaker && other.kind === kind
    if (same && other.final && other.text) return true
  }
  return false
}

/**
 * The segments, with those ended as far as they go that no more words come for; the very same list when nothing
 * changes. What may still have changed is taken back: nobody stands by it any more.
 */
export function settle(
  segments: readonly Segment[],
  goesOn: (segment: Segment) => boolean,
): readonly Segment[] {
  const left = (segment: Segment) => !segment.final && !goesOn(segment)
  if (!segments.some(left)) return segments
  return segments.map((one) =>
    left(one) ? { ...one, text: one.text.slice(0, one.agreed).trim(), final: true } : one,
  )
}
