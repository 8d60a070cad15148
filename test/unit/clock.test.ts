import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createServerClock, offsetOf } from '../../web/lib/clock.ts'

/** A network whose ways out and back take so many milliseconds each, to a server that is ahead by `ahead`. */
function network(ways: readonly (readonly [out: number, back: number])[], ahead: number) {
  let mine = 1000
  let n = 0
  return {
    mine: () => mine,
    pass: (ms: number) => {
      mine += ms
    },
    ahead,
    async ask() {
      const [out, back] = ways[n++ % ways.length] ?? [0, 0]
      mine += out
      const server = mine + ahead
      mine += back
      return server
    },
  }
}
const way = fc.integer({ min: 0, max: 3000 })
const ways = fc.array(fc.tuple(way, way), { minLength: 5, maxLength: 5 })

describe('the server’s clock', () => {
  it('is known to half of the quickest way there and back, however wrong ours is', async () => {
    await fc.assert(
      fc.asyncProperty(ways, fc.integer({ min: -1e10, max: 1e10 }), async (list, ahead) => {
        const net = network(list, ahead)
        const clock = createServerClock({ ask: net.ask, mine: net.mine, guess: 0 })
        await clock.look()
        const quickest = Math.min(...list.map(([out, back]) => out + back))
        expect(Math.abs(clock.now() - net.mine() - ahead)).toBeLessThanOrEqual(quickest / 2)
        net.pass(777)
        expect(Math.abs(clock.now() - net.mine() - ahead)).toBeLessThanOrEqual(quickest / 2)
      }),
    )
  })

  it('is within 100 ms for two devices that are minutes wrong, on a slow network with one good moment', async () => {
    const slow = [
      [800, 90],
      [40, 1200],
      [70, 60],
      [300, 20],
      [900, 900],
    ] as const
    const [one, other] = [network(slow, 240_000), network(slow.toReversed(), -180_000)]
    const clocks = [one, other].map((net) => createServerClock({ ask: net.ask, mine: net.mine, guess: 0 }))
    await Promise.all(clocks.map((clock) => clock.look()))
    const wrong = [one, other].map((net, i) => (clocks[i]?.now() ?? 0) - net.mine() - net.ahead)
    for (const by of wrong) expect(Math.abs(by)).toBeLessThanOrEqual(65)
    expect(Math.abs((wrong[0] ?? 0) - (wrong[1] ?? 0))).toBeLessThanOrEqual(100)
  })

  it('goes on by what is known when no answer comes', async () => {
    const clock = createServerClock({
      ask: () => Promise.reject(new Error('offline')),
      mine: () => 50,
      guess: 9000,
    })
    await clock.look()
    expect(clock.now()).toBe(9000)
    expect(offsetOf([])).toBeUndefined()
  })
})
