import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  decodePose,
  encodePose,
  keptInSeat,
  type Part,
  POSE_BYTES,
  type Pose,
} from '../../../web/empathy/together/pose.ts'
import { BEHIND_MS, createPosePlayback, FADE_MS } from '../../../web/empathy/together/posePlayback.ts'
import { createPoseSending, MOVING_MS } from '../../../web/empathy/together/poseSending.ts'
import { APART, ringAround, ringRadius } from '../../../web/empathy/together/ring.ts'

const metres = fc.double({ min: -3, max: 3, noNaN: true })
const component = fc.double({ min: -1, max: 1, noNaN: true })
const orientation = fc
  .tuple(component, component, component, component)
  .filter((q) => Math.hypot(...q) > 0.1)
  .map((q) => q.map((v) => v / Math.hypot(...q)) as unknown as Part['orientation'])
const part = fc.record({ position: fc.tuple(metres, metres, metres), orientation }) as fc.Arbitrary<Part>
const pose: fc.Arbitrary<Pose> = fc.record({
  head: part,
  left: fc.option(part, { nil: undefined }),
  right: fc.option(part, { nil: undefined }),
})
const at = (x: number, y = 1.2): Pose => ({
  head: { position: [x, y, 0], orientation: [0, 0, 0, 1] },
  left: undefined,
  right: undefined,
})

describe('a pose on its way', () => {
  it('has at most 40 bytes, and comes out as it went in: to the millimetre and half a degree', () => {
    fc.assert(
      fc.property(pose, fc.nat(0xffff), fc.nat(0xffffffff), (sent, sequence, time) => {
        const bytes = encodePose({ sequence, at: time, pose: sent })
        expect(bytes.length).toBeLessThanOrEqual(40)
        const came = decodePose(bytes)
        expect(came).toMatchObject({ sequence, at: time })
        for (const name of ['head', 'left', 'right'] as const) {
          const [a, b] = [sent[name], came?.pose[name]]
          expect(a === undefined).toBe(b === undefined)
          if (!a || !b) continue
          for (const [i, v] of a.position.entries())
            expect(Math.abs(v - (b.position[i] ?? 9))).toBeLessThan(0.00051)
          const dot = Math.abs(a.orientation.reduce((sum, v, i) => sum + v * (b.orientation[i] ?? 0), 0))
          expect(2 * Math.acos(Math.min(1, dot))).toBeLessThan(Math.PI / 360)
        }
      }),
    )
  })

  it('is none when it is shorter, longer or says of itself what is not so', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
        const came = decodePose(bytes)
        if (![17, 27, POSE_BYTES].includes(bytes.length)) expect(came).toBeUndefined()
        if (came) expect(Object.values(came.pose.head.position).every(Number.isFinite)).toBe(true)
      }),
    )
    const whole = encodePose({ sequence: 1, at: 1, pose: at(0) })
    for (const flags of [1, 2, 3, 4, 255]) {
      const forged = whole.slice()
      forged[6] = flags
      expect(decodePose(forged)).toBeUndefined()
    }
  })

  it('never shows anybody outside their own seat, whatever was sent', () => {
    fc.assert(
      fc.property(pose, (sent) => {
        const { head, left, right } = keptInSeat(sent)
        expect(Math.hypot(head.position[0], head.position[2])).toBeLessThanOrEqual(0.4501)
        for (const hand of [left, right])
          if (hand) {
            const reach = Math.hypot(hand.position[0], hand.position[2])
            expect(reach).toBeLessThanOrEqual(0.6001)
            // half of what lies between two neighbours is nobody's
            expect(reach).toBeLessThan(APART / 2)
          }
      }),
    )
  })
})

describe('poses that are played', () => {
  /** Sends `x(t)` every 66 ms; each packet takes `delay(i)` milliseconds, or is lost. */
  function played(x: (t: number) => number, delay: (i: number) => number | undefined) {
    const playback = createPosePlayback()
    const packets = Array.from({ length: 60 }, (_, i) => ({ i, at: i * 66, came: i * 66 + (delay(i) ?? 0) }))
      .filter(({ i }) => delay(i) !== undefined)
      .sort((a, b) => a.came - b.came)
    const shown: { now: number; x: number }[] = []
    for (let now = 0; now < 4000; now += 11) {
      while (packets[0] && packets[0].came <= now) {
        const packet = packets.shift()
        if (packet) playback.take({ sequence: packet.i, at: packet.at, pose: at(x(packet.at)) }, now)
      }
      const pose = playback.at(now)
      if (pose) shown.push({ now, x: pose.head.position[0] })
    }
    return shown
  }

  it('follow an even movement evenly, a little behind, over a line that shakes and loses one in ten', () => {
    const speed = 0.0001
    const delay = (i: number) => (i % 10 === 7 ? undefined : 20 + ((i * 37) % 50))
    const shown = played((t) => t * speed, delay).filter(({ now }) => now > 600 && now < 3500)
    const steps = shown.slice(1).map((s, k) => s.x - (shown[k]?.x ?? 0))
    expect(Math.min(...steps)).toBeGreaterThanOrEqual(0)
    expect(Math.max(...steps)).toBeLessThan(11 * speed * 2.2)
    for (const { now, x } of shown) {
      expect(now - x / speed).toBeGreaterThan(BEHIND_MS - 10)
      expect(now - x / speed).toBeLessThan(BEHIND_MS + 130)
    }
  })

  it('hold in a gap, and are gone when nothing has come for 3 seconds', () => {
    const playback = createPosePlayback()
    playback.take({ sequence: 1, at: 0, pose: at(0.1) }, 50)
    playback.take({ sequence: 2, at: 66, pose: at(0.2) }, 116)
    expect(playback.at(1000)?.head.position[0]).toBeCloseTo(0.2)
    expect(playback.at(116 + FADE_MS + 1)).toBeUndefined()
    playback.take({ sequence: 1, at: 5, pose: at(0.3) }, 9000)
    expect(playback.at(9001)?.head.position[0]).toBeCloseTo(0.3)
  })

  it('of before are left out when they come late, also where numbers and times begin again', () => {
    const playback = createPosePlayback()
    const newest = 2 ** 32 - 10
    playback.take({ sequence: 65535, at: newest, pose: at(0.1) }, 0)
    playback.take({ sequence: 0, at: 56, pose: at(0.2) }, 66)
    playback.take({ sequence: 65534, at: newest - 66, pose: at(0.4) }, 70)
    expect(playback.at(2000)?.head.position[0]).toBeCloseTo(0.2)
  })
})

describe('poses that are sent', () => {
  const sendsIn = (seconds: number, x: (now: number) => number) => {
    const send = createPoseSending()
    let count = 0
    for (let now = 0; now < seconds * 1000; now += 1000 / 72) if (send(at(x(now)), now)) count++
    return count / seconds
  }

  it('are about 15 a second in movement, and 2 at rest', () => {
    expect(sendsIn(10, (now) => now / 1000)).toBeGreaterThan(11)
    expect(sendsIn(10, (now) => now / 1000)).toBeLessThanOrEqual(1000 / MOVING_MS + 0.1)
    expect(sendsIn(10, () => 0)).toBeLessThan(2.3)
  })
})

describe('the ring in space', () => {
  it.each(Array.from({ length: 14 }, (_, i) => i + 2))(
    '%i people sit apart, all looking at the hearth',
    (n) => {
      for (const me of [0, 1, n - 1]) {
        const places = ringAround(n, me)
        expect(places[me]).toEqual({ x: -0, z: 0, turn: -0 })
        const hearth = -ringRadius(n)
        for (const [i, { x, z, turn }] of places.entries()) {
          const next = places[(i + 1) % n]
          expect(Math.hypot(x - (next?.x ?? 0), z - (next?.z ?? 0))).toBeGreaterThan(APART - 1e-9)
          const far = Math.hypot(x, z - hearth)
          expect(-Math.sin(turn)).toBeCloseTo(-x / far)
          expect(-Math.cos(turn)).toBeCloseTo((hearth - z) / far)
        }
        // the next seat is on the left, as it is for who sits at the top of the flat ring
        if (n > 2) expect(places[(me + 1) % n]?.x).toBeLessThan(0)
      }
    },
  )
})
