import { describe, expect, it } from 'vitest'
import { createStore } from 'zustand/vanilla'
import type { Segment } from '../../../web/captions/segments.ts'
import { createLive } from '../../../web/empathy/circle/live.ts'
import { APART, facing, ringAround, ringBehind } from '../../../web/empathy/together/ring.ts'
import { loudnessAt } from '../../../web/empathy/together/voices.ts'
import type { PersonInRoom } from '../../../web/room/people.ts'

const segment = (speaker: string, text: string, change: Partial<Segment> = {}): Segment => ({
  key: `${speaker}/1`,
  sender: speaker,
  speaker,
  name: `name of ${speaker}`,
  seat: 1,
  kind: 'typed',
  language: undefined,
  text,
  agreed: text.length,
  final: true,
  corrected: false,
  at: 10_000,
  ...change,
})

const people = [
  { identity: 'tove', role: 'facilitator', you: false },
  { identity: 'wren', role: 'member', you: true },
  { identity: 'ode', role: 'member', you: false },
] as PersonInRoom[]

function circle(whose: 'everyone' | 'others' = 'everyone') {
  const state = createStore(() => ({ segments: [] as readonly Segment[] }))
  let now = 10_000
  const live = createLive({
    captions: { state },
    people: () => people,
    whose: () => whose,
    now: () => now,
  })
  return {
    live,
    say: (...segments: Segment[]) => state.setState({ segments }),
    pass: (ms: number) => {
      now += ms
    },
  }
}

describe('what is said in the circle, as a caption in a headset', () => {
  it('is the last that was said, the same object until its words are others', () => {
    const { live, say } = circle()
    expect(live()).toBeUndefined()
    say(segment('ode', 'Good'))
    const before = live()
    expect(before).toMatchObject({ text: 'Good', name: 'name of ode', first: false })
    expect(live()).toBe(before)
    say(segment('ode', 'Good evening'))
    expect(live()?.text).toBe('Good evening')
  })

  it('comes before a scene’s own words when a facilitator says it', () => {
    const { live, say } = circle()
    say(segment('tove', 'Take your time.'))
    expect(live()?.first).toBe(true)
  })

  it('goes some seconds after its last word, and later the longer it is', () => {
    const { live, say, pass } = circle()
    say(segment('ode', 'Yes.'))
    pass(6000)
    expect(live()).toBeDefined()
    pass(1000)
    expect(live()).toBeUndefined()
    say(segment('ode', 'x'.repeat(60)))
    expect(live()).toBeDefined()
  })

  it('is not what was taken away again, nor one’s own for who does not want to read that', () => {
    const said = [segment('ode', 'Before'), segment('wren', 'Mine'), segment('tove', '', { key: 'tove/2' })]
    const all = circle()
    all.say(...said)
    expect(all.live()?.text).toBe('Mine')
    const others = circle('others')
    others.say(...said)
    expect(others.live()?.text).toBe('Before')
  })
})

describe('how loud a voice from a seat is', () => {
  it.each([
    [0, 1],
    [1, 1],
    [1.25, 0.87],
    [2, 0.625],
    [6, 0.55],
    [50, 0.55],
  ])('%f metres away it is %f of what it is', (metres, loud) => {
    expect(loudnessAt(metres)).toBeCloseTo(loud, 2)
  })
})

describe('seats in space', () => {
  it.each([2, 3, 8, 15])('of %i people within a scene are beside or behind, and apart', (n) => {
    for (const me of [0, n - 1]) {
      const places = ringBehind(n, me)
      expect(Math.hypot(places[me]?.x ?? 9, places[me]?.z ?? 9)).toBeCloseTo(0)
      for (const [i, { x, z, turn }] of places.entries()) {
        expect(z).toBeGreaterThanOrEqual(-1e-9)
        expect(turn).toBe(0)
        const next = places[(i + 1) % n]
        expect(Math.hypot(x - (next?.x ?? 0), z - (next?.z ?? 0))).toBeGreaterThan(APART - 1e-9)
      }
    }
  })

  it.each([2, 3, 8, 15])('of %i people show their panels to the hearth, to the viewer, or between', (n) => {
    for (const [i, place] of ringAround(n, 0).entries()) {
      if (i === 0) continue
      const away = Math.hypot(place.x, place.z)
      /** cosine between a panel's face and the way to the viewer */
      const seen = (part: number) => {
        const turn = facing(place, part)
        return (Math.sin(turn) * -place.x + Math.cos(turn) * -place.z) / away
      }
      expect(seen(1)).toBeCloseTo(1)
      // nobody is seen at more than a right angle's third from the front
      expect(seen(0.75)).toBeGreaterThan(Math.cos(Math.PI / 6))
      expect(seen(0.75)).toBeGreaterThanOrEqual(seen(0) - 1e-9)
      expect(Math.sin(facing(place, 0))).toBeCloseTo(Math.sin(place.turn + Math.PI))
    }
  })
})
