import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { beginOf, secondsOf, tAt } from '../../scenes/kit/timeline.ts'
import { ALONE_MS, type SceneState } from '../../server/rooms/scene.ts'
import { emptyRoom, type RoomEvent, type RoomState, reduce } from '../../server/rooms/state.ts'
import { testDraft, testScene, withTestScenes } from '../support/scenes.ts'

const { beats, reflection } = testScene
const all = secondsOf(beats)
const last = reflection.questions.length - 1

const facts = (seconds: number) => ({ now: seconds * 1000, sceneOf: withTestScenes })
const room: RoomState = {
  ...emptyRoom,
  phase: 'open',
  seats: [
    { admission: 'tove', seat: 0, role: 'facilitator', muted: false },
    { admission: 'wren', seat: 1, role: 'member', muted: false },
  ],
}
const open: RoomEvent = { type: 'open_scene', scene: testScene.id, draftConfirmed: false }
const there: RoomEvent = { type: 'time_passes', facilitator: true }
const alone: RoomEvent = { type: 'time_passes', facilitator: false }

type At = readonly [seconds: number, event: RoomEvent]

/** The room after these, refusals left out. */
const reached = (list: readonly At[], from = room): RoomState =>
  list.reduce((state, [seconds, event]) => {
    const reduced = reduce(state, event, facts(seconds))
    return reduced.ok ? reduced.state : state
  }, from)
const outcomeOf = (state: RoomState, event: RoomEvent, seconds = 30): string => {
  const reduced = reduce(state, event, facts(seconds))
  if (!reduced.ok) return reduced.refusal
  return reduced.state === state ? 'same' : (reduced.state.scene?.stage ?? 'none')
}

const STAGES: Record<string, RoomState> = {
  none: room,
  notes: reached([[0, open]]),
  playing: reached([
    [0, open],
    [10, { type: 'begin_scene' }],
  ]),
  paused: reached([
    [0, open],
    [10, { type: 'begin_scene' }],
    [20, { type: 'pause_scene' }],
  ]),
  grounding: reached([
    [0, open],
    [10, { type: 'begin_scene' }],
    [20, { type: 'end_scene' }],
  ]),
  questions: reached([
    [0, open],
    [10, { type: 'begin_scene' }],
    [20, { type: 'end_scene' }],
    [25, { type: 'move_on_scene' }],
  ]),
}

describe('a command, at each stage', () => {
  const no = 'command_refused'
  it.each<[RoomEvent, Record<keyof typeof STAGES, string>]>([
    [open, { none: 'notes', notes: no, playing: no, paused: no, grounding: no, questions: no }],
    [
      { type: 'begin_scene' },
      { none: no, notes: 'playing', playing: no, paused: no, grounding: no, questions: no },
    ],
    [
      { type: 'pause_scene' },
      { none: no, notes: no, playing: 'playing', paused: no, grounding: no, questions: no },
    ],
    [
      { type: 'resume_scene' },
      { none: no, notes: no, playing: no, paused: 'playing', grounding: no, questions: no },
    ],
    [
      { type: 'soften_scene', on: true },
      { none: no, notes: 'notes', playing: 'playing', paused: 'playing', grounding: no, questions: no },
    ],
    [
      { type: 'soften_scene', on: false },
      { none: no, notes: 'same', playing: 'same', paused: 'same', grounding: no, questions: no },
    ],
    [
      { type: 'move_on_scene' },
      {
        none: no,
        notes: no,
        playing: 'playing',
        paused: 'playing',
        grounding: 'questions',
        questions: 'questions',
      },
    ],
    [
      { type: 'end_scene' },
      {
        none: no,
        notes: 'none',
        playing: 'grounding',
        paused: 'grounding',
        grounding: 'none',
        questions: 'none',
      },
    ],
    [
      { type: 'step_out', admission: 'wren' },
      {
        none: no,
        notes: 'notes',
        playing: 'playing',
        paused: 'playing',
        grounding: 'grounding',
        questions: 'questions',
      },
    ],
    [
      { type: 'step_in', admission: 'wren' },
      {
        none: no,
        notes: 'notes',
        playing: 'playing',
        paused: 'playing',
        grounding: 'same',
        questions: 'same',
      },
    ],
    [
      { type: 'step_out', admission: 'nobody' },
      Object.fromEntries(Object.keys(STAGES).map((stage) => [stage, 'not_in_room'])),
    ],
    [
      there,
      { none: 'same', notes: 'same', playing: 'same', paused: 'same', grounding: 'same', questions: 'same' },
    ],
    [
      { type: 'end' },
      { none: 'none', notes: 'none', playing: 'none', paused: 'none', grounding: 'none', questions: 'none' },
    ],
  ])('%o', (event, expected) => {
    expect(
      Object.fromEntries(Object.entries(STAGES).map(([stage, state]) => [stage, outcomeOf(state, event)])),
    ).toEqual(expected)
  })

  it('is refused in a room that has ended', () => {
    for (const event of [open, there, { type: 'step_out', admission: 'wren' } as const])
      expect(outcomeOf(reached([[0, { type: 'end' }]]), event)).toBe('meetup_over')
  })
})

describe('a scene', () => {
  it('opens as a draft only when the facilitator has confirmed that it is one', () => {
    const draft = { type: 'open_scene', scene: testDraft.id } as const
    expect(outcomeOf(room, { ...draft, draftConfirmed: false })).toBe('draft_not_confirmed')
    expect(outcomeOf(room, { ...draft, draftConfirmed: true })).toBe('notes')
    expect(outcomeOf(room, { ...draft, scene: 'nowhere', draftConfirmed: true })).toBe('no_such_scene')
  })

  it('moves on from beat to beat, to grounding, and to each question in its turn, and is over', () => {
    let state = STAGES.playing as RoomState
    const seen: (string | number)[] = []
    while (state.scene) {
      const { stage, clock, question } = state.scene
      seen.push(stage === 'playing' ? tAt(clock, 10_000, beats) : stage + question)
      state = reached([[10, { type: 'move_on_scene' }]], state)
    }
    expect(seen).toEqual([
      ...beats.map((beat) => beginOf(beats, beat.id)),
      'grounding0',
      ...reflection.questions.map((_, i) => `questions${i}`),
    ])
  })

  it('stays paused when it is moved on', () => {
    const { scene } = reached([[25, { type: 'move_on_scene' }]], STAGES.paused)
    expect(scene?.clock).toEqual({ at: 25_000, t: 20, running: false })
  })

  it('goes over to grounding by itself when its time is over, and not before', () => {
    expect(outcomeOf(STAGES.playing as RoomState, there, 10 + all - 0.1)).toBe('same')
    expect(outcomeOf(STAGES.playing as RoomState, there, 10 + all)).toBe('grounding')
    expect(outcomeOf(STAGES.paused as RoomState, there, 10_000)).toBe('same')
  })

  it('closes when this version of the service does not have it any more', () => {
    const reduced = reduce(STAGES.playing as RoomState, there, { now: 0, sceneOf: () => undefined })
    expect(reduced.ok && reduced.state.scene).toBe(undefined)
  })
})

describe('when no facilitator is there', () => {
  const seconds = ALONE_MS / 1000
  it.each(['playing', 'paused'])('a scene that is %s comes gently to its end, step by step', (stage) => {
    const left = reached([[20, alone]], STAGES[stage])
    expect(left.scene?.alone).toBe(20_000)
    expect(outcomeOf(left, alone, 20 + seconds - 0.1)).toBe('same')
    const ground = reached([[20 + seconds, alone]], left)
    expect(ground.scene?.stage).toBe('grounding')
    expect(outcomeOf(ground, alone, 20 + 2 * seconds - 0.1)).toBe('same')
    const back = reached([[20 + 2 * seconds, alone]], ground)
    expect([back.scene?.stage, back.scene?.question]).toEqual(['questions', 0])
    expect(outcomeOf(back, alone, 10_000)).toBe('same')
  })

  it('notes are put away, since nobody could begin', () => {
    const left = reached([[20, alone]], STAGES.notes)
    expect(outcomeOf(left, alone, 20 + seconds)).toBe('none')
  })

  it('nothing happens when one is back in time', () => {
    const back = reached(
      [
        [20, alone],
        [49, there],
        [50, alone],
        [79, alone],
      ],
      STAGES.playing,
    )
    expect(back.scene?.stage).toBe('playing')
    expect(back.scene?.clock).toEqual(STAGES.playing?.scene?.clock)
  })
})

describe('who comes along', () => {
  const came = reached([[15, { type: 'step_in', admission: 'wren' }]], STAGES.playing)
  it.each<RoomEvent>([
    { type: 'sit', admission: 'wren', role: 'member' },
    { type: 'leave', admission: 'wren' },
  ])('is asked again after %o', (event) => {
    expect(came.scene?.along).toEqual(['wren'])
    expect(reached([[16, event]], came)).toEqual({ ...came, scene: { ...came.scene, along: [] } })
  })

  it.each<RoomEvent>([
    { type: 'sit', admission: 'wren', role: 'member' },
    { type: 'leave', admission: 'wren' },
    { type: 'leave', admission: 'nobody' },
  ])('is as before after %o when they wait by the hearth', (event) => {
    const waits = reached([[15, { type: 'step_out', admission: 'wren' }]], STAGES.playing)
    expect(outcomeOf(waits, event)).toBe('same')
    const over = reached([[16, { type: 'end' }]], waits)
    if (event.type === 'leave') expect(reduce(over, event, facts(17))).toEqual({ ok: true, state: over })
  })
})

const admission = fc.constantFrom('tove', 'wren', 'marlow', 'rook')
const event: fc.Arbitrary<RoomEvent> = fc.oneof(
  fc.record({
    type: fc.constant('open_scene' as const),
    scene: fc.constantFrom(testScene.id, testDraft.id, 'nowhere'),
    draftConfirmed: fc.boolean(),
  }),
  fc.record({
    type: fc.constantFrom(
      'begin_scene' as const,
      'pause_scene',
      'resume_scene',
      'move_on_scene',
      'move_on_scene',
      'end_scene',
    ),
  }),
  fc.record({ type: fc.constant('soften_scene' as const), on: fc.boolean() }),
  fc.record({
    type: fc.constantFrom('step_out' as const, 'step_in', 'get_up', 'leave', 'remove'),
    admission,
  }),
  fc.record({
    type: fc.constant('sit' as const),
    admission,
    role: fc.constantFrom('member' as const, 'facilitator'),
  }),
  fc.record({ type: fc.constant('time_passes' as const), facilitator: fc.boolean() }),
)
/** Events with the seconds that pass before each. */
const walk = fc.array(fc.tuple(fc.integer({ min: 0, max: 60 }), event), { maxLength: 80, size: 'max' })

/** Every state on the way, and the seconds at which it was reached. */
function along(list: readonly At[]): { state: RoomState; seconds: number }[] {
  const states = [{ state: room, seconds: 0 }]
  for (const [pause, next] of list) {
    const { state, seconds } = states.at(-1) as { state: RoomState; seconds: number }
    states.push({ state: reached([[seconds + pause, next]], state), seconds: seconds + pause })
  }
  return states
}

describe('whatever happens in a room', () => {
  it('its scene is never in an impossible state', () => {
    fc.assert(
      fc.property(walk, (list) => {
        for (const { state, seconds } of along(list)) {
          const { scene } = state
          if (!scene) {
            expect(state).not.toHaveProperty('scene')
            continue
          }
          const { stage, clock, question, out, along: came = [] } = scene
          expect(withTestScenes(scene.id)).toBeDefined()
          if (stage !== 'playing') expect(clock.running).toBe(false)
          if (stage === 'notes') expect(clock.t).toBe(0)
          expect(clock.at).toBeLessThanOrEqual(seconds * 1000)
          const t = tAt(clock, seconds * 1000, beats)
          expect(t >= 0 && t <= all).toBe(true)
          expect(stage === 'questions' ? question <= last : question === 0).toBe(true)
          expect(new Set(out).size).toBe(out.length)
          expect(new Set([...out, ...came]).size).toBe(out.length + came.length)
          for (const waiting of [...out, ...came])
            expect(state.seats.some((s) => s.admission === waiting)).toBe(true)
        }
      }),
      { numRuns: 500 },
    )
  })

  it('nobody is ever put out or in but by themself', () => {
    const outOf = (state: RoomState, who: string) => state.scene?.out.includes(who) ?? false
    fc.assert(
      fc.property(walk, (list) => {
        const states = along(list)
        for (const [i, [, next]] of list.entries()) {
          const [before, now] = [states[i]?.state as RoomState, states[i + 1]?.state as RoomState]
          if (!before.scene || !now.scene) continue
          for (const { admission: who } of now.seats)
            if (outOf(before, who) !== outOf(now, who))
              expect(next).toEqual({ type: outOf(now, who) ? 'step_out' : 'step_in', admission: who })
        }
      }),
      { numRuns: 500 },
    )
  })

  it('nobody has come along who did not say so last, since they sat down or left', () => {
    const cameAlong = (state: RoomState, who: string) => state.scene?.along?.includes(who) ?? false
    fc.assert(
      fc.property(walk, (list) => {
        const states = along(list)
        for (const [i, [, next]] of list.entries()) {
          const [before, now] = [states[i]?.state as RoomState, states[i + 1]?.state as RoomState]
          for (const { admission: who } of now.seats)
            if (!cameAlong(before, who) && cameAlong(now, who))
              expect(next).toEqual({ type: 'step_in', admission: who })
          if (next.type === 'sit' || next.type === 'leave') expect(cameAlong(now, next.admission)).toBe(false)
        }
      }),
      { numRuns: 500 },
    )
  })

  it('the clock goes back only for a new scene', () => {
    fc.assert(
      fc.property(walk, (list) => {
        const states = along(list)
        for (const [i, { state, seconds }] of states.entries()) {
          const [before, now] = [states[i - 1]?.state.scene, state.scene]
          if (!before || !now || before.opened !== now.opened) continue
          if (now.stage !== 'playing' || before.stage !== 'playing') continue
          const t = (scene: SceneState) => tAt(scene.clock, seconds * 1000, beats)
          expect(t(now)).toBeGreaterThanOrEqual(t(before) - 1e-9)
        }
      }),
      { numRuns: 500 },
    )
  })

  it('it is not changed in place', () => {
    fc.assert(
      fc.property(walk, event, (list, next) => {
        const { state, seconds } = along(list).at(-1) as { state: RoomState; seconds: number }
        const copy = structuredClone(state)
        reduce(state, next, facts(seconds))
        expect(state).toEqual(copy)
      }),
    )
  })
})
