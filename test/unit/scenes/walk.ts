import fc from 'fast-check'
import { beatAt, beginOf, isOver, secondsOf, tAt } from '../../../scenes/kit/timeline.ts'
import type { Intensity, Manifest, Script } from '../../../scenes/kit/types.ts'
import {
  beginning,
  MODES,
  type Mode,
  step,
  type VisitEvent,
  type VisitState,
} from '../../../web/empathy/visit.ts'

/** What somebody may do in a scene, and how long they let it play. */
export type Step =
  | { do: 'wait'; seconds: number }
  | { do: 'choose'; option: number }
  | { do: 'seek'; part: number }
  | { do: 'mode'; mode: Mode }
  | { do: 'intensity'; intensity: Intensity }
  | { do: 'pause' | 'resume' | 'move_on' | 'exit' | 'come_back' | 'next' | 'live_with_this' }

export const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({
        do: fc.constant('wait' as const),
        seconds: fc.double({ min: 0, max: 40, noNaN: true }),
      }),
    },
    { weight: 3, arbitrary: fc.record({ do: fc.constant('choose' as const), option: fc.nat({ max: 4 }) }) },
    {
      weight: 2,
      arbitrary: fc.record({
        do: fc.constant('seek' as const),
        part: fc.double({ min: 0, max: 1, noNaN: true }),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({ do: fc.constant('mode' as const), mode: fc.constantFrom(...MODES) }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        do: fc.constant('intensity' as const),
        intensity: fc.constantFrom(1 as const, 2, 3),
      }),
    },
    {
      weight: 4,
      arbitrary: fc.record({
        do: fc.constantFrom(
          'pause' as const,
          'resume',
          'exit',
          'come_back',
          'next',
          'live_with_this',
          'move_on',
        ),
      }),
    },
  ),
  { maxLength: 60 },
)

export type Walk = {
  end: VisitState
  /** the last beat that was seen */
  lastBeat: string
  /** seconds that played; pauses and the calm room are not in it */
  played: number
  problems: string[]
}

/** Goes through a scene by these steps, and from wherever they lead on to its end by letting it play. */
export function walk(
  { manifest, script }: { manifest: Manifest; script: Script },
  mode: Mode,
  list: readonly Step[],
): Walk {
  const { beats } = manifest
  const length = secondsOf(beats)
  const problems: string[] = []
  let state = beginning(mode)
  let now = 1000
  let played = 0
  let soughtBack = 0
  const t = () => tAt(state.clock, now, beats)
  let lastBeat = ''
  const send = (event: VisitEvent) => {
    if (state.phase === 'scene') lastBeat = beatAt(beats, t()).beat.id
    state = step(state, event, { manifest, script, now })
  }
  const wait = (seconds: number) => {
    const before = t()
    now += seconds * 1000
    played += t() - before
    if (state.calm && state.clock.running) problems.push('the scene goes on while one is in the calm room')
    // the end comes by the clock alone
    if (state.phase === 'scene' && !state.calm && state.clock.running && isOver(beats, t()))
      send({ type: 'over' })
  }
  while (state.phase !== 'scene') send({ type: 'next' })
  for (const one of list) {
    if (state.phase !== 'scene') break
    const choice = script.beats[beatAt(beats, t()).beat.id]?.choice
    if (one.do === 'wait') wait(one.seconds)
    else if (one.do === 'choose') {
      const option = choice?.options[one.option]?.id ?? 'none of them'
      send({ type: 'choose', choice: choice?.id ?? 'none', option })
    } else if (one.do === 'seek') {
      const to = one.part * length
      // going back again and again takes as long as one likes: half the scene here
      if (to < t() && soughtBack + t() - to > length / 2) continue
      if (state.phase === 'scene' && !state.calm) soughtBack += Math.max(0, t() - to)
      send({ type: 'seek', t: to })
    } else if (one.do === 'mode') send({ type: 'mode', mode: one.mode })
    else if (one.do === 'intensity') send({ type: 'intensity', intensity: one.intensity })
    else send({ type: one.do })
    if (one.do === 'exit' && !state.calm) problems.push('the exit does not lead to the calm room')
  }
  send({ type: 'come_back' })
  for (let n = 0; n < length + beats.length && state.phase === 'scene'; n++) {
    if (state.mode === 'text') {
      const from = beginOf(beats, beatAt(beats, t()).beat.id)
      send({ type: 'move_on' })
      if (state.phase === 'scene' && t() <= from) problems.push('reading on does not lead on')
    } else {
      send({ type: 'resume' })
      wait(5)
    }
  }
  return { end: state, lastBeat, played, problems }
}
