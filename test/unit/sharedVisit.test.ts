import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { beginOf, secondsOf } from '../../scenes/kit/timeline.ts'
import type { Script } from '../../scenes/kit/types.ts'
import { createSharedVisit } from '../../web/empathy/together/sharedVisit.ts'
import type { VisitEvent } from '../../web/empathy/visit.ts'
import { testScene as manifest } from '../support/scenes.ts'

const said = (en: string) => ({ en, es: en })
const script: Script = {
  voices: {},
  beats: {
    window: {
      describe: said('A window that can be opened.'),
      lines: [],
      choice: {
        id: 'air',
        ask: said('The window?'),
        options: [
          { id: 'open', label: said('open') },
          { id: 'shut', label: said('shut') },
        ],
        from: 5,
        otherwise: 'shut',
      },
    },
  },
}
const begin = beginOf(manifest.beats, 'window')
const playing = { stage: 'playing', clock: { at: 0, t: 0, running: true }, soft: false } as const

/** A visit at `seconds` of the room's clock, and what it tells. */
function visitAt(seconds: number, scene: Parameters<typeof createSharedVisit>[0]['scene'] = playing) {
  let now = seconds * 1000
  const steps: boolean[] = []
  const visit = createSharedVisit({
    manifest,
    script,
    mode: 'desktop',
    scene,
    now: () => now,
    stepped: (out) => void steps.push(out),
  })
  const to = (later: number) => {
    now = later * 1000
  }
  return { visit, steps, send: visit.actions.send, to }
}

const event: fc.Arbitrary<VisitEvent> = fc.oneof(
  fc.record({
    type: fc.constantFrom(
      'next' as const,
      'live_with_this',
      'pause',
      'resume',
      'move_on',
      'over',
      'exit',
      'come_back',
      'away',
      'here',
    ),
  }),
  fc.record({ type: fc.constant('seek' as const), t: fc.integer({ min: -10, max: 900 }) }),
  fc.record({
    type: fc.constant('mode' as const),
    mode: fc.constantFrom('text' as const, 'audio', 'headset'),
  }),
  fc.record({ type: fc.constant('intensity' as const), intensity: fc.constantFrom(1 as const, 2, 3) }),
  fc.record({
    type: fc.constant('choose' as const),
    choice: fc.constantFrom('air', 'other'),
    option: fc.constantFrom('open', 'shut', 'neither'),
  }),
)

describe('one’s own visit of a scene that the circle is in', () => {
  it('is where the room’s clock is, whatever one does', () => {
    fc.assert(
      fc.property(fc.array(event), fc.integer({ min: 0, max: 400 }), (list, seconds) => {
        const { visit, send } = visitAt(seconds)
        for (const one of list) send(one)
        expect(visit.moment(false).t).toBe(Math.min(seconds, secondsOf(manifest.beats)))
        expect(visit.state.getState()).toMatchObject({ phase: 'scene', clock: playing.clock })
      }),
    )
  })

  it('is at the same beat for two who came at different times', () => {
    const [early, late] = [visitAt(0), visitAt(130)]
    early.to(131)
    late.to(131)
    const place = ({ visit }: typeof late) => {
      const { t, beat, into } = visit.moment(false)
      return { t, beat: beat.id, into }
    }
    expect(place(early)).toEqual(place(late))
  })

  it('has choices of its own, which move nothing, and end with what the script says', () => {
    const { visit, send, to } = visitAt(begin + 4)
    const choose = (option: string) => send({ type: 'choose', choice: 'air', option })
    choose('open')
    expect(visit.state.getState().made).toEqual({})
    to(begin + 6)
    choose('neither')
    expect(visit.state.getState().made).toEqual({})
    choose('open')
    expect(visit.moment(false)).toMatchObject({ t: begin + 6, made: { air: 'open' } })
    const other = visitAt(begin + 40)
    expect(other.visit.moment(false).made).toEqual({ air: 'shut' })
  })

  it('is as mild as the facilitator makes it for all, and never stronger than one chose', () => {
    const { visit, send } = visitAt(10)
    send({ type: 'intensity', intensity: 3 })
    expect(visit.moment(false).intensity).toBe(3)
    visit.follow({ ...playing, soft: true })
    expect(visit.moment(false).intensity).toBe(1)
    visit.follow(playing)
    expect(visit.moment(false).intensity).toBe(3)
    send({ type: 'intensity', intensity: 1 })
    visit.follow({ ...playing, soft: true })
    expect(visit.moment(false).intensity).toBe(1)
  })

  it('knows that the headset is off, for itself alone: the clock and the room hear nothing of it', () => {
    const { visit, send, steps } = visitAt(30)
    expect(visit.state.getState().away).toBe(false)
    send({ type: 'away' })
    expect(visit.state.getState()).toMatchObject({ away: true, calm: false, clock: playing.clock })
    visit.follow({ ...playing, clock: { at: 20_000, t: 20, running: false } })
    expect(visit.state.getState().away).toBe(true)
    send({ type: 'here' })
    expect(visit.state.getState().away).toBe(false)
    expect(steps).toEqual([])
  })

  it('follows a pause and the end, and says each stepping out and back once', () => {
    const { visit, send, steps } = visitAt(30)
    visit.follow({ ...playing, clock: { at: 20_000, t: 20, running: false } })
    expect(visit.moment(false).t).toBe(20)
    send({ type: 'exit' })
    send({ type: 'exit' })
    expect(visit.state.getState().calm).toBe(true)
    visit.follow({ ...playing, stage: 'grounding' })
    expect(visit.state.getState()).toMatchObject({ phase: 'grounding', calm: true })
    send({ type: 'come_back' })
    expect(steps).toEqual([true, false])
  })
})
