/**
 * One phrase of somebody's speech, each time in full. `agreed` stays while it grows, `tentative` may still change; when it
 * is `final` it was heard as a whole once more, and a word that was agreed may be put right (one in forty is; it makes a
 * tenth fewer errors). Both empty and `final`: it was no speech after all.
 */
export type Phrase = { phrase: number; agreed: string; tentative: string; final: boolean }

/** What an engine tells while it listens. */
export type Told = {
  heard: (phrase: Phrase) => void
  /** text comes late or in part: this device is slow */
  slow: (slow: boolean) => void
  /** the last phrases made no sense to the model: most likely another language */
  understood: (understood: boolean) => void
  /** it broke and is being started again; then, that it listens again */
  broken: (broken: boolean) => void
}

/** Bytes of what has to be fetched first. */
export type Progress = { loaded: number; total: number }

/** A way to turn speech into text on this device. No sound ever leaves it. */
export type CaptionEngine = {
  id: string
  /** BCP 47 languages that it writes */
  languages: readonly string[]
  /** how much is fetched before it can be used; nothing when it is on the device already, undefined when only the browser knows */
  bytes: number | undefined
  supported: () => boolean
  /** Fetches and opens what it needs, once; throws when that cannot be had. */
  prepare: (progress: (progress: Progress) => void) => Promise<void>
  /**
   * Listens to a track from now on, also while it is still being prepared, and resolves when that is over. What breaks
   * then or later is tried again by itself. The returned function ends all this, and resolves when all that was said is told.
   */
  start: (track: MediaStreamTrack, told: Told) => Promise<() => Promise<void>>
  close: () => void
}
