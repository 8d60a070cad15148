import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { beatAt, type Cue, cueAt, cuesOf, secondsOf } from '../../scenes/kit/timeline.ts'
import type { Beat, BeatScript, Choice, Made } from '../../scenes/kit/types.ts'
import type { Visit } from './visit.ts'

const LOOK_MS = 100

/** Where the scene is, as the page shows it: values that change a few times in a beat. */
export type Seen = {
  beat: Beat
  /** its place among the beats, from 0 */
  index: number
  script: BeatScript | undefined
  /** whole seconds since the scene began, and of all of it */
  t: number
  of: number
  /** the captions of this beat that have begun */
  cues: readonly Cue[]
  cue: Cue | undefined
  choice: Choice | undefined
  made: Made
}

/** What is to be seen of a visit now. */
export function seenOf({ manifest, script, moment }: Visit, still: boolean): Seen {
  const { t, made } = moment(still)
  const { beat, index, into } = beatAt(manifest.beats, t)
  const part = script.beats[beat.id]
  const cues = cuesOf(script, beat.id, made)
  return {
    beat,
    index,
    script: part,
    t: Math.floor(t),
    of: secondsOf(manifest.beats),
    cues: cues.filter((cue) => cue.at <= into),
    cue: cueAt(cues, into),
    choice: part?.choice && into >= part.choice.from ? part.choice : undefined,
    made,
  }
}

const sameAs = (a: Seen, b: Seen) =>
  a.beat === b.beat &&
  a.t === b.t &&
  a.cue?.key === b.cue?.key &&
  a.cues.length === b.cues.length &&
  a.choice === b.choice &&
  a.made === b.made

/** The scene as it goes on, looked at ten times a second. */
export function useSeen(visit: Visit, still: boolean): Seen {
  const [seen, see] = useState(() => seenOf(visit, still))
  // a press is answered at once, and not at the next look
  const state = useStore(visit.state)
  useEffect(() => {
    const look = () =>
      see((before) => {
        const now = seenOf(visit, still)
        return sameAs(before, now) ? before : now
      })
    look()
    if (!state.clock.running) return
    const timer = setInterval(look, LOOK_MS)
    return () => clearInterval(timer)
  }, [visit, still, state])
  return seen
}
