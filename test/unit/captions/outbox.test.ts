import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createFloodGate } from '../../../web/captions/flood.ts'
import { createOutbox } from '../../../web/captions/outbox.ts'

type Line = { id: string; final: boolean; text: string }

describe('lines on their way out', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  function createStage() {
    const stage = { offline: false, sent: [] as string[], waiting: 0 }
    const outbox = createOutbox<Line>({
      send: async ({ text }) => {
        if (stage.offline) throw new Error('not connected')
        stage.sent.push(text)
      },
      waiting: (lines) => {
        stage.waiting = lines
      },
    })
    return { stage, outbox }
  }

  it('go out in their order, and of one that goes on only the newest words', async () => {
    const { stage, outbox } = createStage()
    for (const text of ['I', 'I w', 'I went', 'I went home.'])
      outbox.put({ id: 'a', final: text.endsWith('.'), text })
    outbox.put({ id: 'b', final: true, text: 'Yes.' })
    await vi.advanceTimersByTimeAsync(2000)
    expect(stage.sent).toEqual(['I', 'I went home.', 'Yes.'])
  })

  it('go out one by one as they come, also after a pause', async () => {
    const { stage, outbox } = createStage()
    outbox.put({ id: 'a', final: true, text: 'One.' })
    await vi.advanceTimersByTimeAsync(5000)
    outbox.put({ id: 'b', final: true, text: 'Two.' })
    await vi.advanceTimersByTimeAsync(0)
    expect(stage.sent).toEqual(['One.', 'Two.'])
  })

  it('are never more than those who read take in, however much is pasted', async () => {
    const gate = createFloodGate()
    const times: number[] = []
    const outbox = createOutbox<Line>({
      send: async () => void times.push(Date.now()),
      waiting: () => {},
    })
    for (let i = 0; i < 200; i++) outbox.put({ id: String(i), final: true, text: `Line ${i}.` })
    await vi.advanceTimersByTimeAsync(60_000)
    expect(times).toHaveLength(200)
    expect(times.every((at) => gate.allows('cap', at))).toBe(true)
  })

  it('wait while there is no connection, are counted, and lose nothing', async () => {
    const { stage, outbox } = createStage()
    stage.offline = true
    outbox.put({ id: 'a', final: true, text: 'One.' })
    outbox.put({ id: 'b', final: true, text: 'Two.' })
    await vi.advanceTimersByTimeAsync(3000)
    expect(stage).toMatchObject({ sent: [], waiting: 2 })
    stage.offline = false
    await vi.advanceTimersByTimeAsync(3000)
    expect(stage).toMatchObject({ sent: ['One.', 'Two.'], waiting: 0 })
  })

  it('are put right before those that wait, and nothing that is on its way goes twice', async () => {
    const { stage, outbox } = createStage()
    outbox.put({ id: 'b', final: true, text: 'Two.' })
    outbox.put({ id: 'c', final: true, text: 'Three.' })
    outbox.put({ id: 'a', final: true, text: 'One, put right.' }, true)
    await vi.advanceTimersByTimeAsync(2000)
    expect(stage.sent).toEqual(['Two.', 'One, put right.', 'Three.'])
  })

  it('have all gone out before it is said that they have', async () => {
    const { stage, outbox } = createStage()
    const at: number[] = []
    const ask = () => void outbox.empty().then(() => at.push(stage.sent.length))
    ask()
    await vi.advanceTimersByTimeAsync(0)
    for (const id of ['a', 'b', 'c']) outbox.put({ id, final: true, text: id })
    ask()
    await vi.advanceTimersByTimeAsync(5000)
    expect(at).toEqual([0, 3])
  })

  it('stay where they are once it is closed', async () => {
    const { stage, outbox } = createStage()
    stage.offline = true
    outbox.put({ id: 'a', final: true, text: 'One.' })
    await vi.advanceTimersByTimeAsync(500)
    outbox.close()
    stage.offline = false
    await vi.advanceTimersByTimeAsync(5000)
    expect(stage.sent).toEqual([])
  })
})
