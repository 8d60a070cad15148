/** One frame is 512 samples at 16 kHz, as the voice activity model takes them. */
export const FRAME = 512
export const FRAMES_PER_SECOND = 16_000 / FRAME

const frames = (seconds: number) => Math.round(seconds * FRAMES_PER_SECOND)

/** Speech begins above the one probability and pauses below the other. */
const SPEECH = 0.5
const PAUSE = 0.35
/** What is kept before the first sound of speech and after its last: soft consonants are quieter than the rest. */
export const BEFORE = frames(0.3)
const AFTER = frames(0.2)
/** Shorter than this, in speech: a click or a cough. The shortest word, “I”, is longer. */
const LEAST = frames(0.13)
/**
 * A pause ends a phrase: a long one at first, later any short one, so that the model is never given much more than it is
 * good at. People pause for most of a second in the middle of a sentence, and the model mishears its parts alone: with
 * pauses of 0.64 s it had half as many words wrong again as on whole recordings, with these 1.03 times as many.
 */
const LONG_PAUSE = frames(1.1)
const SHORT_PAUSE = frames(0.19)
const SHORT_PHRASE = frames(5)
const FULL_PHRASE = frames(10)
/** Without any pause it is cut at its quietest place. */
const LONGEST = frames(12)
const LATEST_CUT = frames(5)
/** A click or a cough is over after this. */
const NOTHING_PAUSE = frames(0.64)

/** Frames `[from, to)` of the stream, numbered since its beginning. */
export type Phrase = { from: number; to: number }
export type PhraseEvent =
  | { type: 'began'; from: number }
  /** said, as far as sound can tell; `goes on` when it was cut: the next begins at its end, and is never nothing */
  | { type: 'ended'; phrase: Phrase; goesOn: boolean }
  | { type: 'was nothing' }

/** How long a pause must be, in frames, to end a phrase of `length` frames. */
export function pauseFor(length: number): number {
  const share = Math.min(1, Math.max(0, (length - SHORT_PHRASE) / (FULL_PHRASE - SHORT_PHRASE)))
  return Math.round(LONG_PAUSE + share * (SHORT_PAUSE - LONG_PAUSE))
}

/** What is known of one frame. */
type Level = { probability: number; loudness: number }

/**
 * Finds phrases in a stream. `push` takes each frame's probability of speech (0 … 1) and its loudness (root mean
 * square). No frame is in two phrases, and every frame of speech is in one.
 */
export function createPhrases() {
  let now = 0
  /** first frame that is in no phrase yet */
  let free = 0
  let lastSpeech = 0
  /** the phrase that goes on, with its frames; `cut` when it is the rest of another */
  let growing: { from: number; levels: Level[]; cut: boolean } | undefined

  const isSpeech = ({ probability }: Level) => probability >= SPEECH
  // the rest of a phrase may be the rest of a word
  const isEnough = ({ cut, levels }: { cut: boolean; levels: Level[] }) =>
    cut || levels.filter(isSpeech).length >= LEAST

  function end(to: number, goesOn = false): PhraseEvent {
    const from = growing?.from ?? to
    const enough = growing && isEnough(growing)
    growing = undefined
    free = Math.max(to, from + 1)
    return enough ? { type: 'ended', phrase: { from, to: free }, goesOn } : { type: 'was nothing' }
  }

  return {
    push(probability: number, loudness: number): PhraseEvent[] {
      const at = now++
      const events: PhraseEvent[] = []
      if (!growing) {
        if (probability < SPEECH) return events
        growing = { from: Math.max(free, at - BEFORE), levels: [], cut: false }
        events.push({ type: 'began', from: growing.from })
      }
      if (probability >= PAUSE) lastSpeech = at
      const { from, levels } = growing
      levels.push({ probability, loudness })
      const length = now - from
      const pause = isEnough(growing) ? pauseFor(length) : NOTHING_PAUSE
      if (at - lastSpeech >= pause) events.push(end(Math.min(now, lastSpeech + 1 + AFTER)))
      else if (length >= LONGEST) {
        const kept = now - quietest(levels)
        const rest = levels.slice(levels.length - (now - kept))
        events.push(end(kept, true))
        growing = { from: kept, levels: rest, cut: true }
        events.push({ type: 'began', from: kept })
      }
      return events
    },
    /** The sound ends here, as when the microphone is muted. */
    stop: (): PhraseEvent[] => (growing ? [end(now)] : []),
    /** Where the phrase that goes on began; undefined in silence. */
    current: () => growing?.from,
    now: () => now,
  }
}

/**
 * How many frames before the end the quietest place is, of the last {@link LATEST_CUT} ones, over three frames; not at
 * the very end, where a word may just begin.
 */
function quietest(levels: readonly Level[]): number {
  let found = SHORT_PAUSE
  let lowest = Number.POSITIVE_INFINITY
  for (let back = SHORT_PAUSE; back <= LATEST_CUT; back++) {
    const around = levels.slice(levels.length - back - 1, levels.length - back + 2)
    const sum = around.reduce((total, { probability, loudness }) => total + probability + loudness, 0)
    if (sum < lowest) {
      lowest = sum
      found = back
    }
  }
  return found
}
