import { randomId } from '../lib/randomId.ts'
import type { CaptionEngine, Phrase, Progress, Told } from './engine.ts'

/** How a voice is being written down. */
export type Writing =
  /** not wanted, or there is nothing to write: the microphone is off */
  | { how: 'off' }
  /** `late`: somebody speaks, and what they say cannot be read yet */
  | { how: 'loading'; progress: Progress; late: boolean }
  | { how: 'listening'; slow: boolean; understood: boolean }
  /** the model would have to be fetched over a line that is paid by the megabyte: the person decides */
  | { how: 'asking'; bytes: number | undefined }
  /** it broke, or could not be fetched; it is tried again by itself */
  | { how: 'broken' }
  | { how: 'impossible' }
  /** nothing here writes this language */
  | { how: 'unwritten' }

type Options = {
  /** what writes it down now; it may change. Undefined until that is known */
  engine: () => CaptionEngine | 'none' | undefined
  /** what should be listened to now; nothing while the microphone is off or captions are not wanted */
  sound: () => MediaStreamTrack | undefined
  /** whether the model may be fetched without asking */
  mayFetch: () => boolean
  tell: (writing: Writing) => void
  /** a phrase, each time in full; its id is unique */
  heard: (id: string, phrase: Phrase) => void
}

const LISTENING: Extract<Writing, { how: 'listening' }> = { how: 'listening', slow: false, understood: true }

/** A model that is there already is opened in less; whoever reads along is told within three seconds. */
const LATE_MS = 2000
/** An engine that could not even begin, as without a network, is begun anew after this. */
const AGAIN_MS = 5000

/** A microphone, or a voice that comes in, through an engine: from when it is there until it is gone, and nothing beside that. */
export function createVoice({ engine, sound, mayFetch, tell, heard }: Options) {
  let writing: Writing = { how: 'off' }
  let track: MediaStreamTrack | undefined
  let used: ReturnType<Options['engine']>
  let stop: (() => Promise<void>) | undefined
  let turning: Promise<void> | undefined
  let asked = false
  let closed = false
  let late = false
  let waiting: ReturnType<typeof setTimeout> | undefined
  /** it could not even begin, and is begun anew after this */
  let failed: ReturnType<typeof setTimeout> | undefined
  /** the engine said itself that it is broken */
  let broken = false

  const become = (next: Writing) => {
    writing = next
    if (next.how !== 'loading') notLate()
    if (!closed) tell(next)
  }
  const load = (progress: Progress) => {
    if (track && !closed) waiting ??= setTimeout(beLate, LATE_MS)
    become({ how: 'loading', progress, late })
  }
  function beLate(): void {
    late = true
    if (writing.how === 'loading') load(writing.progress)
  }
  function notLate(): void {
    clearTimeout(waiting)
    waiting = undefined
    late = false
  }
  const target = () => (closed ? undefined : sound())

  const mayUse = ({ bytes }: CaptionEngine) => bytes === 0 || mayFetch()

  const prepare = () => {
    const next = engine()
    if (!next) return
    if (next === 'none') return become({ how: 'unwritten' })
    if (!next.supported()) return become({ how: 'impossible' })
    if (!mayUse(next)) return become({ how: 'asking', bytes: next.bytes })
    void next
      .prepare((progress) => {
        if (writing.how !== 'listening' && writing.how !== 'broken') load(progress)
      })
      .then(
        () => writing.how === 'loading' && !track && become({ how: 'off' }),
        () => writing.how === 'loading' && become({ how: 'broken' }),
      )
  }

  /** Its own name goes before the engine's numbers, which begin anew each time. */
  function told(stretch: string): Told {
    const change = (what: Partial<typeof LISTENING>) =>
      writing.how === 'listening' && become({ ...writing, ...what })
    return {
      heard: (phrase) => heard(`${stretch}-${phrase.phrase}`, phrase),
      slow: (slow) => void change({ slow }),
      understood: (understood) => void change({ understood }),
      broken(now) {
        broken = now
        become(now ? { how: 'broken' } : LISTENING)
      },
    }
  }

  async function turn(): Promise<void> {
    const next = target()
    const again = failed !== undefined
    clearTimeout(failed)
    failed = undefined
    broken = false
    await stop?.()
    stop = undefined
    track = next
    const chosen = engine()
    used = chosen
    if (chosen === 'none') return become({ how: 'unwritten' })
    if (!next) return become({ how: 'off' })
    if (!chosen) return load({ loaded: 0, total: 0 })
    if (!chosen.supported()) return become({ how: 'impossible' })
    if (!mayUse(chosen)) return become({ how: 'asking', bytes: chosen.bytes })
    // whoever reads along was told that it is broken: so it is until it listens
    if (!again) load({ loaded: 0, total: 0 })
    prepare()
    stop = await chosen.start(next, told(randomId()))
    if (writing.how === 'loading' || (again && !broken)) become(LISTENING)
  }

  function fail(): void {
    become({ how: 'broken' })
    if (closed) return
    failed = setTimeout(() => {
      track = undefined
      follow()
    }, AGAIN_MS)
  }

  /** Brings what is listened to in line with what should be; one change at a time, and as many as it is called. */
  function follow(): void {
    asked = true
    const next = target()
    if (turning || (next === track && (!next || engine() === used))) return
    asked = false
    turning = turn()
      .catch(fail)
      .finally(() => {
        turning = undefined
        if (asked) follow()
      })
  }

  return {
    follow,
    /** Begins anew, as after leave to fetch. */
    async again() {
      await turning
      track = undefined
      if (target()) follow()
      else prepare()
    },
    /** fetches the model before it is needed */
    prepare,
    async close() {
      closed = true
      clearTimeout(failed)
      notLate()
      await turning
      await stop?.()
      stop = undefined
    },
  }
}
