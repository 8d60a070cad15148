import type { Incoming, Kind } from './segments.ts'

/** LiveKit's own topic and attributes for transcriptions: its components and agents read them too. */
export const TOPIC = 'lk.transcription'
const ID = 'lk.segment_id'
const FINAL = 'lk.transcription_final'
const TRACK = 'lk.transcribed_track_id'
/** Ours: how many characters stay, how it came about, whose words a captioner writes, and in what language. */
const AGREED = 'hearthside.agreed'
const KIND = 'hearthside.kind'
const SPEAKER = 'hearthside.speaker'
const LANGUAGE = 'hearthside.language'

/** What one phrase or line can be at most, in UTF-16 units: ten seconds of fast speech have less than 300. */
export const LONGEST = 600

export type Attributes = Readonly<Record<string, string>>

/** A segment of our own, as it is sent. */
export type Outgoing = {
  id: string
  kind: Kind
  text: string
  agreed: number
  final: boolean
  /** LiveKit's id of the track that was heard */
  track?: string
  /** whose words a captioner writes */
  speaker?: string
  /** BCP 47 */
  language?: string
}

export function toAttributes({
  id,
  kind,
  agreed,
  final,
  track,
  speaker,
  language,
}: Outgoing): Record<string, string> {
  return {
    [ID]: id,
    [FINAL]: String(final),
    [KIND]: kind,
    ...(!final && { [AGREED]: String(agreed) }),
    ...(track && { [TRACK]: track }),
    ...(speaker && { [SPEAKER]: speaker }),
    ...(language && { [LANGUAGE]: language }),
  }
}

/** What has to be known of those who are here, as our server and LiveKit tell it: never what a sender says of itself. */
export type Speaker = {
  identity: string
  role: string
  pseudonym: string
  seat: number
  micTrack: string | undefined
  /** their connection broke, and what is known of their microphone with it */
  lost: boolean
}

/**
 * The segment that came from `sender`, the LiveKit identity that the server stamped on it. Undefined when it must not be
 * shown: from nobody who is here, from an observer, about somebody else's track from anyone but a captioner, too long, or
 * without a proper id.
 */
export function fromWire(
  sender: string,
  text: string,
  attributes: Attributes,
  people: readonly Speaker[],
): Incoming | undefined {
  const from = people.find((person) => person.identity === sender)
  const id = attributes[ID] ?? ''
  if (!from || from.role === 'observer' || !/^[\w-]{1,64}$/.test(id) || text.length > LONGEST)
    return undefined
  const track = attributes[TRACK]
  const kind = kindOf(from, attributes[KIND], track)
  if (!kind) return undefined
  const speaker = kind === 'captioner' ? writtenFor(attributes[SPEAKER], people, from) : from
  if (track !== undefined && track !== speaker.micTrack) return undefined
  const clean = cleanText(text)
  const final = attributes[FINAL] === 'true'
  const agreed = final
    ? clean.length
    : Math.min(clean.length, Math.max(0, Number.parseInt(attributes[AGREED] ?? '0', 10) || 0))
  return {
    key: `${sender}/${id}`,
    sender,
    speaker: speaker.identity,
    name: speaker.pseudonym,
    seat: speaker.seat,
    kind,
    language: languageOf(attributes[LANGUAGE]),
    text: clean,
    agreed,
    final,
  }
}

/** A language as its sender names it, in the one way it can be written; undefined when it is none. */
function languageOf(tag: string | undefined): string | undefined {
  try {
    return tag && tag.length <= 35 ? Intl.getCanonicalLocales(tag)[0] : undefined
  } catch {
    return undefined
  }
}

/** A captioner's words for somebody who cannot be said to speak here are the captioner's own: none are lost. */
const writtenFor = (identity: string | undefined, people: readonly Speaker[], from: Speaker): Speaker =>
  people.find((person) => person.identity === identity && person.role !== 'observer') ?? from

/** A captioner writes for others, and nobody else does; a voice has a track. */
function kindOf(from: Speaker, said: string | undefined, track: string | undefined): Kind | undefined {
  if (from.role === 'captioner') return 'captioner'
  if (said === 'captioner') return undefined
  if (track !== undefined) return 'voice'
  return said === 'typed' ? 'typed' : undefined
}

/**
 * One line of plain text: without control characters, and without what cannot be seen or would turn the direction of what
 * stands around it, but the joiners and variants that Persian and emoji need; with no more marks on a letter than any script
 * has, so that it paints over no other line. Empty when nothing in it can be seen.
 */
function cleanText(text: string): string {
  const clean = text
    .replace(/[\p{Cc}\p{Cs}\u2028\u2029]+/gu, ' ')
    .replace(/(?![\p{Join_C}\p{VS}])\p{DI}/gu, '')
    .replace(/(\p{M}{4})\p{M}+/gu, '$1')
    .replace(/ {2,}/g, ' ')
    .trim()
  return /^[\p{DI}\s]*$/u.test(clean) ? '' : clean
}
