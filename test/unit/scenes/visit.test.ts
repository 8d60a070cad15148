import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tAt } from '../../../scenes/kit/timeline.ts'
import {
  beginning,
  MODES,
  PHASES,
  step,
  type VisitEvent,
  type VisitState,
} from '../../../web/empathy/visit.ts'
import { smallScene, smallScript } from '../../support/visits.ts'

type Step = [event: VisitEvent, seconds: number]
const facts = (now: number) => ({ manifest: smallScene, script: smallScript, now: now * 1000 })
const { beats } = smallScene

/** What a visit has become after these events, each so many seconds after the one before. */
function become(
  events: readonly Step[],
  state = beginning('desktop'),
  from = 0,
): { state: VisitState; now: number } {
  let now = from
  for (const [event, seconds] of events) {
    now += seconds
    state = step(state, event, facts(now))
  }
  return { state, now }
}
const type = (
  name: Exclude<VisitEvent['type'], 'seek' | 'mode' | 'intensity' | 'choose'>,
  seconds = 1,
): Step => [{ type: name }, seconds]
const toScene = [type('next'), type('next'), type('next')]
const t = ({ state, now }: { state: VisitState; now: number }) => tAt(state.clock, now * 1000, beats)

describe('a visit', () => {
  it('goes through its phases in their order, and stays at the end', () => {
    const phases = [...toScene, type('over'), type('next'), type('next'), type('next'), type('next')].map(
      (_, i, all) => become(all.slice(0, i + 1)).state.phase,
    )
    expect(['notes', ...phases]).toEqual([...PHASES, 'done'])
  })

  it.each<[string, Step[], Partial<VisitState>]>([
    [
      'the door leads past the scene to what everybody talks about',
      [type('live_with_this')],
      { phase: 'reflection', lived: true },
    ],
    [
      'and from there to the end, without questions about a simulation',
      [type('live_with_this'), type('next')],
      { phase: 'done' },
    ],
    [
      'the door is only at the beginning',
      [type('next'), type('live_with_this')],
      { phase: 'before', lived: false },
    ],
    ['a scene is not left by “next”', [...toScene, type('next')], { phase: 'scene' }],
    [
      'nothing can be chosen before the scene',
      [[{ type: 'choose', choice: 'lamp', option: 'on' }, 1]],
      { made: {} },
    ],
    [
      'a choice is not open at once',
      [...toScene, [{ type: 'choose', choice: 'lamp', option: 'on' }, 12]],
      { made: {} },
    ],
    [
      'it is open when its time has come',
      [...toScene, [{ type: 'choose', choice: 'lamp', option: 'on' }, 16]],
      { made: { lamp: 'on' } },
    ],
    [
      'an option that there is not changes nothing',
      [...toScene, [{ type: 'choose', choice: 'lamp', option: 'red' }, 16]],
      { made: {} },
    ],
    [
      'the calm room stops what can be chosen',
      [...toScene, type('exit', 16), [{ type: 'choose', choice: 'lamp', option: 'on' }, 1]],
      { made: {}, calm: true },
    ],
    [
      'moving on from the last beat ends the scene',
      [...toScene, type('move_on'), type('move_on'), type('move_on')],
      { phase: 'grounding' },
    ],
    [
      'how strong it is can change at any time',
      [...toScene, [{ type: 'intensity', intensity: 3 }, 4]],
      { intensity: 3, phase: 'scene' },
    ],
  ])('%s', (_, events, expected) => {
    expect(become(events).state).toMatchObject(expected)
  })

  it('goes on with the clock, and waits in a pause and in the calm room', () => {
    const playing = become([
      ...toScene,
      type('pause', 4),
      type('resume', 100),
      type('exit', 3),
      type('come_back', 500),
      type('pause', 2),
    ])
    expect(t(playing)).toBeCloseTo(9)
  })

  it('is read at one’s own pace: no clock runs, and the place is kept in both directions', () => {
    const read = become([...toScene, [{ type: 'mode', mode: 'text' }, 7], type('pause', 600)])
    expect(t(read)).toBeCloseTo(7)
    const heard = become([[{ type: 'mode', mode: 'audio' }, 5], type('pause', 3)], read.state, read.now)
    expect(t(heard)).toBeCloseTo(10)
  })

  it('stays in its pause when one way of seeing is changed for another', () => {
    const paused = become([
      ...toScene,
      type('pause', 4),
      [{ type: 'mode', mode: 'phone' }, 5],
      type('pause', 30),
    ])
    expect(t(paused)).toBeCloseTo(4)
  })

  const events = fc.oneof(
    fc.constantFrom<VisitEvent>(
      ...(['next', 'live_with_this', 'pause', 'resume', 'move_on', 'over'] as const).map((name) => ({
        type: name,
      })),
    ),
    fc.double({ min: 0, max: 60, noNaN: true }).map((at): VisitEvent => ({ type: 'seek', t: at })),
    fc.constantFrom(...MODES).map((mode): VisitEvent => ({ type: 'mode', mode })),
    fc.constantFrom('on', 'off').map((option): VisitEvent => ({ type: 'choose', choice: 'lamp', option })),
  )
  const walks = fc.array(fc.tuple(events, fc.double({ min: 0, max: 20, noNaN: true })), { maxLength: 25 })
  const seconds = fc.double({ min: 0, max: 3600, noNaN: true })

  it('leads to the calm room from every state, and back to the same place whenever one likes', () => {
    fc.assert(
      fc.property(walks, seconds, (walk, stay) => {
        const before = become(walk)
        const out = become([type('exit', 0)], before.state, before.now)
        expect(out.state).toMatchObject({ calm: true, clock: { running: false } })
        expect(t(out)).toBeCloseTo(t(before))
        const back = become([type('come_back', stay)], out.state, out.now)
        expect(back.state.calm).toBe(false)
        expect(t(back)).toBeCloseTo(t(before))
        const { clock: _, ...place } = before.state
        expect(back.state).toMatchObject(place)
      }),
    )
  })

  it('is never outside its scene, and its clock runs nowhere else', () => {
    fc.assert(
      fc.property(walks, seconds, (walk, later) => {
        const { state, now } = become(walk)
        expect(t({ state, now: now + later })).toBeGreaterThanOrEqual(0)
        expect(t({ state, now: now + later })).toBeLessThanOrEqual(60)
        if (state.phase !== 'scene' || state.mode === 'text') expect(state.clock.running).toBe(false)
      }),
    )
  })
})
