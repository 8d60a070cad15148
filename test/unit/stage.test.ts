import fc from 'fast-check'
import { Mesh } from 'three'
import { describe, expect, it } from 'vitest'
import { degrees, turned } from '../../web/empathy/stage/angles.ts'
import { breathAt, fullness } from '../../web/empathy/stage/breathing.ts'
import { createCaptionReader, nextOf } from '../../web/empathy/stage/captionReader.ts'
import { createDwell, DWELL } from '../../web/empathy/stage/dwell.ts'
import { createFollow, follow, type Nods, part, UPWARDS, WITH_HEAD } from '../../web/empathy/stage/follow.ts'
import { createHead, type Head } from '../../web/empathy/stage/head.ts'
import { createHolding, HOLD } from '../../web/empathy/stage/holding.ts'
import { createLeap } from '../../web/empathy/stage/leap.ts'
import { fieldOfView, type Look, lookOfDevice, turn } from '../../web/empathy/stage/look.ts'
import { openChoice } from '../../web/empathy/stage/openChoice.ts'
import { ORDER, oursLast } from '../../web/empathy/stage/order.ts'
import { coarser, createPace, isSlow } from '../../web/empathy/stage/pace.ts'
import { offBy, wayTo } from '../../web/empathy/stage/pointing.ts'
import { seated } from '../../web/empathy/stage/seat.ts'
import { closed, veilAt } from '../../web/empathy/stage/veiling.ts'
import { manifest, script } from '../support/stagePage/script.ts'

const looking = (yaw: number, pitch = 0): Head => {
  const head = createHead()
  head.forwardX = -Math.sin(degrees(yaw)) * Math.cos(degrees(pitch))
  head.forwardY = Math.sin(degrees(pitch))
  head.forwardZ = -Math.cos(degrees(yaw)) * Math.cos(degrees(pitch))
  return head
}

describe('what hangs before the viewer', () => {
  const LEASH = { slack: 0, nods: WITH_HEAD }

  it('is there at once the first time, then takes about 175 ms for two thirds of the way', () => {
    const it = createFollow()
    follow(it, looking(0), 0.016, LEASH)
    follow(it, looking(60), 0.175, LEASH)
    expect(it.yaw / degrees(60)).toBeCloseTo(1 - Math.exp(-1), 5)
  })

  it('comes the same way at any frame rate', () => {
    const yawAfter = (frames: number) => {
      const it = createFollow()
      follow(it, looking(0), 0, LEASH)
      for (let i = 0; i < frames; i++) follow(it, looking(50, 10), 0.3 / frames, LEASH)
      return it.yaw
    }
    expect(yawAfter(3)).toBeCloseTo(yawAfter(90), 6)
    expect(part(0)).toBe(0)
  })

  it('goes the short way round behind the back', () => {
    const it = createFollow()
    follow(it, looking(170), 0, LEASH)
    follow(it, looking(-170), 0.05, LEASH)
    expect(Math.abs(turned(it.yaw - degrees(180)))).toBeLessThan(degrees(11))
  })

  it('stays where it is within its slack, and comes only so far beyond it', () => {
    const it = createFollow()
    const leash = { slack: degrees(38) }
    follow(it, looking(0), 0, leash)
    follow(it, looking(30, 40), 9, leash)
    expect([it.yaw, it.pitch]).toEqual([0, 0])
    follow(it, looking(60), 9, leash)
    expect(it.yaw).toBeCloseTo(degrees(22), 5)
  })

  it('goes up and down with the head, or up only, as far as it can still be faced', () => {
    const pitchAt = (pitch: number, nods?: Nods) => {
      const it = createFollow()
      follow(it, looking(0, pitch), 0, { slack: 0, nods })
      return Math.round((it.pitch * 180) / Math.PI)
    }
    expect([-80, -20, 20, 80].map((pitch) => pitchAt(pitch, WITH_HEAD))).toEqual([-30, -20, 20, 35])
    expect([-80, -20, 20, 80].map((pitch) => pitchAt(pitch, UPWARDS))).toEqual([0, 0, 20, 35])
    expect(pitchAt(-20)).toBe(0)
  })

  it('is locked to the head when it has no lag', () => {
    const it = createFollow()
    follow(it, looking(0), 0, { ...LEASH, lag: 0 })
    follow(it, looking(90), 0.001, { ...LEASH, lag: 0 })
    expect(it.yaw).toBeCloseTo(degrees(90))
  })
})

describe('where a speaker is', () => {
  it.each([
    ['ahead', 0, [0, 1.2, -2], undefined],
    ['a little to the left', 0, [-0.6, 1.2, -2], undefined],
    ['at 45° to the left', 0, [-2, 1.2, -2], 'left'],
    ['at 45° to the right', 0, [2, 1.2, -2], 'right'],
    ['behind, nearer by the right', 0, [0.3, 1.2, 2], 'right'],
    ['ahead of the seat, while one looks to the right', -90, [0, 1.2, -2], 'left'],
    ['above only', 0, [0, 4, -1], undefined],
  ] as const)('%s', (_where, yaw, at, way) => {
    expect(wayTo(looking(yaw), at)).toBe(way)
  })

  it('is measured as an angle', () => {
    expect(offBy(looking(0), [2, 1.2, -2])).toBeCloseTo(degrees(45))
    expect(offBy(looking(0), [0, 1.2, 0])).toBe(0)
  })
})

describe('looking around on a screen', () => {
  it('ends where a neck does', () => {
    const look: Look = { yaw: 0, pitch: 0 }
    turn(look, 9, 9)
    expect(look).toEqual({ yaw: degrees(170), pitch: degrees(60) })
  })

  it.each([
    ['upright', 0, 90, 0, 0, 0],
    ['upright, turned a quarter to the left', 90, 90, 0, 90, 0],
    ['tilted back by 20°', 0, 110, 0, 0, 20],
    ['flat on the table', 0, 0, 0, 0, -90],
  ] as const)('with a phone %s', (_how, alpha, beta, gamma, yaw, pitch) => {
    const look: Look = { yaw: 0, pitch: 0 }
    lookOfDevice(look, alpha, beta, gamma)
    expect(look.pitch).toBeCloseTo(degrees(pitch), 5)
    if (Math.abs(pitch) < 89) expect(look.yaw).toBeCloseTo(degrees(yaw), 5)
  })

  it('shows more from top to bottom the narrower the screen is, within reason', () => {
    expect(fieldOfView(16 / 9)).toBe(62)
    expect(fieldOfView(360 / 740)).toBe(88)
  })
})

describe('the seat', () => {
  it('brings any head to the origin, facing ahead, its eyes where a seated person’s are', () => {
    fc.assert(
      fc.property(
        fc.record({
          x: fc.double({ min: -3, max: 3, noNaN: true }),
          y: fc.double({ min: 0.3, max: 2, noNaN: true }),
          z: fc.double({ min: -3, max: 3, noNaN: true }),
          yaw: fc.double({ min: -3.1, max: 3.1, noNaN: true }),
        }),
        fc.double({ min: -0.3, max: 0.4, noNaN: true }),
        (head, height) => {
          const seat = seated(head, height)
          // as three turns about y
          const x = seat.x + Math.cos(seat.yaw) * head.x + Math.sin(seat.yaw) * head.z
          const z = seat.z - Math.sin(seat.yaw) * head.x + Math.cos(seat.yaw) * head.z
          expect(x).toBeCloseTo(0, 9)
          expect(z).toBeCloseTo(0, 9)
          expect(seat.y + head.y).toBeCloseTo(1.2 + height, 9)
          expect(turned(seat.yaw + head.yaw)).toBeCloseTo(0, 9)
        },
      ),
    )
  })
})

describe('ways out', () => {
  it('a hold counts from when it began, for whoever holds longest, and not after it was let go', () => {
    const holding = createHolding()
    const [left, right] = [{}, {}]
    holding.start(left, 0)
    holding.start(right, 500)
    expect(holding.longest(900)).toBe(900)
    holding.end(left)
    expect(holding.longest(900)).toBe(400)
    expect(holding.longest(500 + HOLD)).toBe(HOLD)
    holding.clear()
    expect(holding.longest(9999)).toBe(0)
  })

  it('it is dark within 300 ms, and the other place is wholly there within a second', () => {
    expect(closed(300)).toBe(true)
    expect(veilAt(300, true)).toBe(1)
    expect(veilAt(1000 - 300, false)).toBe(0)
    expect(veilAt(16, true)).toBeGreaterThan(0)
  })

  it('nothing of a scene is drawn after them, whatever order it asks for', () => {
    const item = (id: number, renderOrder: number, groupOrder = 0, z = 1) => ({
      id,
      renderOrder,
      groupOrder,
      z,
    })
    const ours = item(1, ORDER.panel, 0, 9)
    const pointer = item(2, ORDER.pointer)
    const theirs = [item(3, 99_999), item(4, 0, Number.MAX_SAFE_INTEGER), item(5, -1)]
    expect([pointer, ...theirs, ours].sort(oursLast).map(({ id }) => id)).toEqual([5, 3, 4, 1, 2])
  })
})

describe('captions', () => {
  const arrive = manifest.beats[0]
  if (!arrive) throw new Error('no beat')
  const moment = (into: number) =>
    ({ t: into, beat: arrive, into, made: {}, intensity: 1, still: false }) as const

  it('are the same object as long as they stand, and nothing between them', () => {
    const read = createCaptionReader(script, 'en')
    expect(read(moment(0.1))).toBeUndefined()
    const first = read(moment(0.6))
    expect(first).toMatchObject({ name: 'Ruth', mark: { shape: 'circle' }, at: [-0.5, 1.2, -1.6] })
    expect(read(moment(1))).toBe(first)
    expect(read(moment(4.6))).toMatchObject({ name: 'Ben', mark: { shape: 'square' } })
  })

  it('stand in one queue: who looks after the circle, then the scene, then everybody else', () => {
    const of = (key: string, first = false) => ({
      key,
      text: key,
      name: key,
      mark: undefined,
      at: undefined,
      first,
    })
    const scripted = of('Ruth')
    expect(nextOf(scripted, of('Tove', true))?.key).toBe('Tove')
    expect(nextOf(scripted, of('Wren'))).toBe(scripted)
    expect(nextOf(undefined, of('Wren'))?.key).toBe('Wren')
    expect(nextOf(undefined, undefined)).toBeUndefined()
  })

  it('of a sound have neither name nor mark', () => {
    const read = createCaptionReader(script, 'es')
    expect(read(moment(7.6))).toEqual({
      key: 'arrive/2',
      text: '[se mueven sillas]',
      name: undefined,
      mark: undefined,
      at: undefined,
    })
  })
})

describe('a choice', () => {
  const ask = manifest.beats[1]
  if (!ask) throw new Error('no beat')
  const moment = (into: number) =>
    ({ t: 60 + into, beat: ask, into, made: {}, intensity: 1, still: false }) as const

  it('is open from when it is offered until it is made', () => {
    expect(openChoice(script, moment(0.5), {})).toBeUndefined()
    expect(openChoice(script, moment(2), {})?.id).toBe('music')
    expect(openChoice(script, moment(2), { music: 'down' })).toBeUndefined()
  })
})

describe('at 30 frames a second', () => {
  const FRAME = 1000 / 30

  it('looking at a button presses it once, in its time', () => {
    const dwell = createDwell()
    const mesh = new Mesh()
    const head = looking(0)
    mesh.position.set(0, head.y, -0.6)
    mesh.updateMatrixWorld()
    const presses: number[] = []
    let now = 0
    dwell.add({ mesh, width: 0.2, height: 0.1, press: () => presses.push(now), light: () => {} })
    for (; now < 5000; now += FRAME) dwell.look(head, now)
    expect(presses).toHaveLength(1)
    expect(presses[0]).toBeGreaterThanOrEqual(DWELL)
    expect(presses[0]).toBeLessThan(DWELL + FRAME)
  })

  it('it is dark at most a frame later, and no frame of the way is skipped', () => {
    let [now, before, most] = [0, 0, 0]
    for (; !closed(now); now += FRAME) {
      most = Math.max(most, veilAt(now, true) - before)
      before = veilAt(now, true)
    }
    expect(now).toBeLessThanOrEqual(300 + FRAME)
    expect(most).toBeLessThan(0.35)
  })

  it('a scene that plays is nowhere taken for one that leaps', () => {
    const leaps = createLeap({})
    const going = { made: {}, clock: { running: true } }
    let drawn = 0
    for (let now = 0; now < 60_000; now += FRAME) {
      expect(leaps(drawn, now / 1000, going, now)).toBe(false)
      drawn = now / 1000
    }
  })
})

describe('a slow device', () => {
  const run = (fps: number, where: 'screen' | 'headset') => {
    const pace = createPace()
    for (let i = 0; i <= 120; i++) if (isSlow(pace, (i * 1000) / fps, where)) return true
    return false
  }

  it.each([
    ['headset', 30, true],
    ['headset', 36, true],
    ['headset', 60, false],
    ['headset', 72, false],
    ['screen', 20, true],
    ['screen', 60, false],
  ] as const)('in a %s, at %i frames a second: %s', (where, fps, slow) => expect(run(fps, where)).toBe(slow))

  it('is not one whose screen is held to 30 frames, as to save its battery', () =>
    expect(run(30, 'screen')).toBe(false))

  it('draws fewer and fewer points, down to three quarters', () => {
    const steps = [3]
    for (let i = 0; i < 9; i++) steps.push(coarser(steps.at(-1) ?? 0))
    expect(steps.slice(0, 7)).toEqual([3, 2, 1.5, 1.25, 1, 0.75, 0.75])
  })

  it('was not slow because nobody looked', () => {
    const pace = createPace()
    isSlow(pace, 0, 'screen')
    for (let i = 1; i <= 45; i++) expect(isSlow(pace, 60_000 + i * 10, 'screen')).toBe(false)
  })
})

describe('breathing', () => {
  it('is longer out than in, and never jumps', () => {
    expect([0, 3.9, 4.1, 9.9, 10.1].map(breathAt)).toEqual(['in', 'in', 'out', 'out', 'in'])
    for (let t = 0; t < 20; t += 0.05) expect(Math.abs(fullness(t + 0.05) - fullness(t))).toBeLessThan(0.03)
  })
})
